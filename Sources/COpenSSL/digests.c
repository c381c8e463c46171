#include "copenssl.h"
#include "internal.h"
#include <openssl/err.h>
#include <openssl/rand.h>
#include <pthread.h>
#include <stdlib.h>

// Fetched once: libcrypto would look for EVP_sha256() among its providers at every digest (crypto(7), "Performance").
static EVP_MD *sha1, *sha256, *sha384, *sha512;

static void fetch_digests(void) {
  sha1 = EVP_MD_fetch(NULL, "SHA1", NULL);
  sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
  sha384 = EVP_MD_fetch(NULL, "SHA384", NULL);
  sha512 = EVP_MD_fetch(NULL, "SHA512", NULL);
}

const EVP_MD *copenssl_md(int bits) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, fetch_digests);
  switch (bits) {
  case 160: return sha1;
  case 256: return sha256;
  case 384: return sha384;
  case 512: return sha512;
  default: return NULL;
  }
}

copenssl_buffer copenssl_copy(const void *bytes, size_t count) {
  copenssl_buffer buffer = {malloc(count ? count : 1), count};
  if (!buffer.bytes) return (copenssl_buffer){NULL, 0};
  memcpy(buffer.bytes, bytes, count);
  return buffer;
}

copenssl_buffer copenssl_take(BIO *bio) {
  char *bytes = NULL;
  long count = BIO_get_mem_data(bio, &bytes);
  copenssl_buffer buffer = count > 0 ? copenssl_copy(bytes, (size_t)count) : (copenssl_buffer){NULL, 0};
  BIO_free(bio);
  return buffer;
}

void copenssl_free(copenssl_buffer buffer) {
  if (buffer.bytes) OPENSSL_cleanse(buffer.bytes, buffer.count);
  free(buffer.bytes);
}

void copenssl_reason(char *text, size_t capacity) {
  unsigned long code = ERR_peek_last_error();
  const char *reason = code ? ERR_reason_error_string(code) : NULL;
  BIO_snprintf(text, capacity, "%s", reason ? reason : "no reason given");
  ERR_clear_error();
}

int copenssl_digest(int bits, const uint8_t *first, size_t first_count, const uint8_t *second, size_t second_count,
                    uint8_t *digest) {
  const EVP_MD *md = copenssl_md(bits);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  unsigned length = 0;
  int ok = md && context && EVP_DigestInit_ex(context, md, NULL) && EVP_DigestUpdate(context, first, first_count) &&
           EVP_DigestUpdate(context, second, second_count) && EVP_DigestFinal_ex(context, digest, &length);
  EVP_MD_CTX_free(context);
  return ok ? (int)length : 0;
}

copenssl_digesting *copenssl_digesting_begin(int bits) {
  const EVP_MD *md = copenssl_md(bits);
  EVP_MD_CTX *state = EVP_MD_CTX_new();
  if (md && state && EVP_DigestInit_ex(state, md, NULL)) return state;
  EVP_MD_CTX_free(state);
  return NULL;
}

int copenssl_digesting_add(copenssl_digesting *state, const uint8_t *bytes, size_t count) {
  return EVP_DigestUpdate(state, bytes, count);
}

copenssl_digesting *copenssl_digesting_copy(const copenssl_digesting *state) {
  EVP_MD_CTX *copy = EVP_MD_CTX_new();
  if (copy && EVP_MD_CTX_copy_ex(copy, state)) return copy;
  EVP_MD_CTX_free(copy);
  return NULL;
}

int copenssl_digesting_read(const copenssl_digesting *state, uint8_t *digest) {
  EVP_MD_CTX *copy = EVP_MD_CTX_new();
  unsigned length = 0;
  int ok = copy && EVP_MD_CTX_copy_ex(copy, state) && EVP_DigestFinal_ex(copy, digest, &length);
  EVP_MD_CTX_free(copy);
  return ok ? (int)length : 0;
}

void copenssl_digesting_end(copenssl_digesting *state) { EVP_MD_CTX_free(state); }

int copenssl_random(uint8_t *bytes, size_t count) { return RAND_bytes(bytes, (int)count) == 1; }
