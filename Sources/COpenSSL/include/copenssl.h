#pragma once
#include <stddef.h>
#include <stdint.h>

/// What Khitab uses of libcrypto: keys, digests, signatures, PKCS#12 and certificate paths, with bytes in and bytes out.
/// Certificates go in and out as DER, several of them one behind the other.

/// A key; only signing and closing touch it.
typedef struct evp_pkey_st copenssl_key;

/// Bytes that copenssl_free gives back.
typedef struct {
  uint8_t *bytes;
  size_t count;
} copenssl_buffer;

void copenssl_free(copenssl_buffer buffer);
/// What libcrypto says about the last failure of this thread; forgets it.
void copenssl_reason(char *text, size_t capacity);

/// The digest of two pieces, one behind the other. `bits` is 160 (SHA-1), 256, 384 or 512 (SHA-2).
/// Returns the digest's length, 0 on failure; `digest` has room for 64 bytes.
int copenssl_digest(int bits, const uint8_t *first, size_t first_count, const uint8_t *second, size_t second_count,
                    uint8_t *digest);

/// A digest of bytes that come one after the other.
typedef struct evp_md_ctx_st copenssl_digesting;

/// NULL on failure.
copenssl_digesting *copenssl_digesting_begin(int bits);
/// 1, or 0 on failure.
int copenssl_digesting_add(copenssl_digesting *state, const uint8_t *bytes, size_t count);
/// The digest of all bytes so far: its length, 0 on failure; `digest` has room for 64 bytes. More bytes may follow.
int copenssl_digesting_read(const copenssl_digesting *state, uint8_t *digest);
/// Another digest of the same bytes so far, or NULL.
copenssl_digesting *copenssl_digesting_copy(const copenssl_digesting *state);
void copenssl_digesting_end(copenssl_digesting *state);

int copenssl_random(uint8_t *bytes, size_t count);

/// Signature schemes.
enum { copenssl_rsa_pkcs1 = 0, copenssl_rsa_pss = 1, copenssl_ecdsa = 2 };

copenssl_key *copenssl_key_from_file(const uint8_t *bytes, size_t count, const uint8_t *passphrase, size_t length);
/// A key in a PKCS#11 token, by its URI (RFC 7512), through the engine pkcs11.
copenssl_key *copenssl_key_from_token(const char *uri, const uint8_t *pin, size_t length);
/// The certificate in a token, or NULL bytes.
copenssl_buffer copenssl_certificate_from_token(const char *uri, const uint8_t *pin, size_t length);
/// Whether this thread's last failures began with an algorithm that libcrypto doesn't have.
int copenssl_lacks_algorithm(void);
/// The key of a PKCS#12 file; its certificates, the key's own first, go to `certificates`.
copenssl_key *copenssl_key_from_pkcs12(const uint8_t *bytes, size_t count, const uint8_t *passphrase, size_t length,
                                       copenssl_buffer *certificates);
/// A new key: `curve` is "P-256" or "P-384", or NULL for RSA of `bits`.
copenssl_key *copenssl_key_generate(const char *curve, size_t bits);
void copenssl_key_close(copenssl_key *key);

/// The public key as SubjectPublicKeyInfo.
copenssl_buffer copenssl_key_public(const copenssl_key *key);
copenssl_buffer copenssl_pkcs12(const copenssl_key *key, const uint8_t *certificates, size_t count, const char *name,
                                const uint8_t *passphrase, size_t length);

copenssl_buffer copenssl_sign(copenssl_key *key, int scheme, int bits, const uint8_t *data, size_t count);
/// 1 when the signature is the key's over the data, else 0. `salt` is PSS's salt length, and its digest is that of `bits`.
int copenssl_verify(const uint8_t *public_key, size_t key_count, int scheme, int bits, int salt, const uint8_t *data,
                    size_t count, const uint8_t *signature, size_t signature_count);

/// The certificates of a PEM or DER file as DER.
copenssl_buffer copenssl_certificates(const uint8_t *bytes, size_t count);
/// A path from the first certificate to an anchor that is sound at a time (RFC 5280, 6), as DER, leaf first.
/// On failure the bytes are NULL, `error` is libcrypto's X509_V_ERR number and `depth` the certificate's place.
copenssl_buffer copenssl_path(const uint8_t *leaf, size_t leaf_count, const uint8_t *others, size_t others_count,
                              const uint8_t *anchors, size_t anchors_count, int64_t time, int *error, int *depth);
