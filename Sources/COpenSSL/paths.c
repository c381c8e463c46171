#include "internal.h"
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

STACK_OF(X509) *copenssl_read_certificates(const uint8_t *bytes, size_t count) {
  STACK_OF(X509) *stack = sk_X509_new_null();
  const uint8_t *cursor = bytes, *end = bytes + count;
  while (stack && cursor < end) {
    X509 *certificate = d2i_X509(NULL, &cursor, end - cursor);
    if (!certificate || !sk_X509_push(stack, certificate)) {
      X509_free(certificate);
      sk_X509_pop_free(stack, X509_free);
      return NULL;
    }
  }
  return stack;
}

static int write_certificate(BIO *bio, X509 *certificate) { return !certificate || i2d_X509_bio(bio, certificate) == 1; }

copenssl_buffer copenssl_write_certificates(X509 *first, STACK_OF(X509) *others) {
  BIO *bio = BIO_new(BIO_s_mem());
  int ok = write_certificate(bio, first);
  for (int index = 0; ok && index < sk_X509_num(others); index++) ok = write_certificate(bio, sk_X509_value(others, index));
  if (ok) return copenssl_take(bio);
  BIO_free(bio);
  return (copenssl_buffer){NULL, 0};
}

copenssl_buffer copenssl_certificates(const uint8_t *bytes, size_t count) {
  copenssl_buffer result = {NULL, 0};
  STACK_OF(X509) *stack = count > 0 && bytes[0] == 0x30 ? copenssl_read_certificates(bytes, count) : NULL;
  if (!stack && (stack = sk_X509_new_null())) {
    BIO *bio = BIO_new_mem_buf(bytes, (int)count);
    X509 *certificate;
    while ((certificate = PEM_read_bio_X509(bio, NULL, NULL, NULL))) sk_X509_push(stack, certificate);
    BIO_free(bio);
  }
  if (sk_X509_num(stack) > 0) result = copenssl_write_certificates(NULL, stack);
  sk_X509_pop_free(stack, X509_free);
  ERR_clear_error();
  return result;
}

copenssl_buffer copenssl_path(const uint8_t *leaf, size_t leaf_count, const uint8_t *others, size_t others_count,
                              const uint8_t *anchors, size_t anchors_count, int64_t time, int *error, int *depth) {
  copenssl_buffer result = {NULL, 0};
  STACK_OF(X509) *first = copenssl_read_certificates(leaf, leaf_count);
  STACK_OF(X509) *untrusted = copenssl_read_certificates(others, others_count);
  STACK_OF(X509) *trusted = copenssl_read_certificates(anchors, anchors_count);
  X509_STORE *store = X509_STORE_new();
  X509_STORE_CTX *context = X509_STORE_CTX_new();
  *error = X509_V_ERR_UNSPECIFIED;
  *depth = 0;
  if (first && sk_X509_num(first) == 1 && untrusted && trusted && store && context &&
      X509_STORE_CTX_init(context, store, sk_X509_value(first, 0), untrusted) == 1) {
    X509_STORE_CTX_set0_trusted_stack(context, trusted);
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_X509_STRICT);
    X509_VERIFY_PARAM_set_time(parameters, (time_t)time);
    X509_VERIFY_PARAM_set_depth(parameters, 12);
    // Algorithms are judged by date, by our own policy.
    X509_VERIFY_PARAM_set_auth_level(parameters, 0);
    if (X509_verify_cert(context) == 1)
      result = copenssl_write_certificates(NULL, X509_STORE_CTX_get0_chain(context));
    else {
      *error = X509_STORE_CTX_get_error(context);
      *depth = X509_STORE_CTX_get_error_depth(context);
    }
  }
  X509_STORE_CTX_free(context);
  X509_STORE_free(store);
  sk_X509_pop_free(first, X509_free);
  sk_X509_pop_free(untrusted, X509_free);
  sk_X509_pop_free(trusted, X509_free);
  ERR_clear_error();
  return result;
}
