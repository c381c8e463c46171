#include "internal.h"
#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} secret;

static int give_passphrase(char *buffer, int size, int writing, void *user) {
  secret *passphrase = user;
  (void)writing;
  if (!passphrase->bytes || (size_t)size < passphrase->count) return -1;
  memcpy(buffer, passphrase->bytes, passphrase->count);
  return (int)passphrase->count;
}

copenssl_key *copenssl_key_from_file(const uint8_t *bytes, size_t count, const uint8_t *passphrase, size_t length) {
  secret user = {passphrase, length};
  BIO *bio = BIO_new_mem_buf(bytes, (int)count);
  EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, NULL, give_passphrase, &user);
  BIO_free(bio);
  return key;
}

/// A C string of a passphrase; PKCS#12 and engines want one.
static char *terminated(const uint8_t *bytes, size_t count) {
  char *text = OPENSSL_malloc(count + 1);
  if (!text) return NULL;
  memcpy(text, bytes, count);
  text[count] = 0;
  return text;
}

static ENGINE *token_engine(const uint8_t *pin, size_t length) {
  ENGINE_load_builtin_engines();
  ENGINE *engine = ENGINE_by_id("pkcs11");
  if (!engine) return NULL;
  if (pin) {
    char *text = terminated(pin, length);
    if (text) ENGINE_ctrl_cmd_string(engine, "PIN", text, 0);
    OPENSSL_clear_free(text, length);
  }
  if (!ENGINE_init(engine)) {
    ENGINE_free(engine);
    return NULL;
  }
  return engine;
}

copenssl_key *copenssl_key_from_token(const char *uri, const uint8_t *pin, size_t length) {
  ENGINE *engine = token_engine(pin, length);
  if (!engine) return NULL;
  EVP_PKEY *key = ENGINE_load_private_key(engine, uri, NULL, NULL);
  ENGINE_finish(engine);
  ENGINE_free(engine);
  return key;
}

copenssl_buffer copenssl_certificate_from_token(const char *uri, const uint8_t *pin, size_t length) {
  copenssl_buffer result = {NULL, 0};
  ENGINE *engine = token_engine(pin, length);
  if (!engine) return result;
  struct {
    const char *name;
    X509 *certificate;
  } question = {uri, NULL};
  if (ENGINE_ctrl_cmd(engine, "LOAD_CERT_CTRL", 0, &question, NULL, 1) && question.certificate) {
    result = copenssl_write_certificates(question.certificate, NULL);
    X509_free(question.certificate);
  }
  ENGINE_finish(engine);
  ENGINE_free(engine);
  return result;
}

int copenssl_lacks_algorithm(void) {
  // The first failure is the cause; what called it adds its own behind it.
  unsigned long code = ERR_peek_error();
  return ERR_GET_LIB(code) == ERR_LIB_EVP && ERR_GET_REASON(code) == ERR_R_UNSUPPORTED;
}

copenssl_key *copenssl_key_from_pkcs12(const uint8_t *bytes, size_t count, const uint8_t *passphrase, size_t length,
                                       copenssl_buffer *certificates) {
  ERR_clear_error();
  const uint8_t *cursor = bytes;
  PKCS12 *file = d2i_PKCS12(NULL, &cursor, (long)count);
  EVP_PKEY *key = NULL;
  X509 *own = NULL;
  STACK_OF(X509) *others = NULL;
  char *text = terminated(passphrase, length);
  if (file && text && PKCS12_parse(file, text, &key, &own, &others) && key && own)
    *certificates = copenssl_write_certificates(own, others);
  else {
    EVP_PKEY_free(key);
    key = NULL;
  }
  OPENSSL_clear_free(text, length);
  X509_free(own);
  sk_X509_pop_free(others, X509_free);
  PKCS12_free(file);
  return key;
}

copenssl_key *copenssl_key_generate(const char *curve, size_t bits) {
  return curve ? EVP_EC_gen(curve) : EVP_RSA_gen(bits);
}

void copenssl_key_close(copenssl_key *key) { EVP_PKEY_free(key); }

copenssl_buffer copenssl_key_public(const copenssl_key *key) {
  unsigned char *bytes = NULL;
  int count = i2d_PUBKEY((EVP_PKEY *)key, &bytes);
  copenssl_buffer buffer = count > 0 ? copenssl_copy(bytes, (size_t)count) : (copenssl_buffer){NULL, 0};
  OPENSSL_free(bytes);
  return buffer;
}

copenssl_buffer copenssl_pkcs12(const copenssl_key *key, const uint8_t *certificates, size_t count, const char *name,
                                const uint8_t *passphrase, size_t length) {
  copenssl_buffer result = {NULL, 0};
  STACK_OF(X509) *stack = copenssl_read_certificates(certificates, count);
  char *text = terminated(passphrase, length);
  if (stack && text && sk_X509_num(stack) > 0) {
    X509 *own = sk_X509_shift(stack);
    PKCS12 *file = PKCS12_create(text, name, (EVP_PKEY *)key, own, stack, 0, 0, 0, 0, 0);
    unsigned char *bytes = NULL;
    int size = file ? i2d_PKCS12(file, &bytes) : 0;
    if (size > 0) result = copenssl_copy(bytes, (size_t)size);
    OPENSSL_free(bytes);
    PKCS12_free(file);
    X509_free(own);
  }
  OPENSSL_clear_free(text, length);
  sk_X509_pop_free(stack, X509_free);
  return result;
}

static int set_scheme(EVP_PKEY_CTX *context, int scheme, const EVP_MD *md, int salt) {
  if (scheme != copenssl_rsa_pss) return 1;
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(context, md) > 0 && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, salt) > 0;
}

static int fits(const EVP_PKEY *key, int scheme) {
  int id = EVP_PKEY_get_base_id(key);
  return scheme == copenssl_ecdsa ? id == EVP_PKEY_EC : id == EVP_PKEY_RSA || (id == EVP_PKEY_RSA_PSS && scheme == copenssl_rsa_pss);
}

copenssl_buffer copenssl_sign(copenssl_key *key, int scheme, int bits, const uint8_t *data, size_t count) {
  copenssl_buffer result = {NULL, 0};
  const EVP_MD *md = copenssl_md(bits);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *parameters = NULL;
  size_t size = 0;
  if (context && md && fits(key, scheme) && EVP_DigestSignInit(context, &parameters, md, NULL, key) == 1 &&
      set_scheme(parameters, scheme, md, EVP_MD_get_size(md)) && EVP_DigestSign(context, NULL, &size, data, count) == 1) {
    unsigned char *signature = OPENSSL_malloc(size);
    if (signature && EVP_DigestSign(context, signature, &size, data, count) == 1) result = copenssl_copy(signature, size);
    OPENSSL_free(signature);
  }
  EVP_MD_CTX_free(context);
  return result;
}

int copenssl_verify(const uint8_t *public_key, size_t key_count, int scheme, int bits, int salt, const uint8_t *data,
                    size_t count, const uint8_t *signature, size_t signature_count) {
  const uint8_t *cursor = public_key;
  EVP_PKEY *key = d2i_PUBKEY(NULL, &cursor, (long)key_count);
  const EVP_MD *md = copenssl_md(bits);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *parameters = NULL;
  int ok = key && md && context && cursor == public_key + key_count && fits(key, scheme) &&
           EVP_DigestVerifyInit(context, &parameters, md, NULL, key) == 1 && set_scheme(parameters, scheme, md, salt) &&
           EVP_DigestVerify(context, signature, signature_count, data, count) == 1;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  ERR_clear_error();
  return ok;
}
