#pragma once
#define OPENSSL_SUPPRESS_DEPRECATED
#include "copenssl.h"
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string.h>

const EVP_MD *copenssl_md(int bits);
copenssl_buffer copenssl_copy(const void *bytes, size_t count);
/// The bytes of a memory BIO, which is freed.
copenssl_buffer copenssl_take(BIO *bio);
/// The certificates that stand one behind the other; NULL when one isn't a certificate.
STACK_OF(X509) *copenssl_read_certificates(const uint8_t *bytes, size_t count);
copenssl_buffer copenssl_write_certificates(X509 *first, STACK_OF(X509) *others);
