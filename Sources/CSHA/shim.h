#pragma once
#include <stddef.h>

/// The one function of libcrypto that Digests uses, declared here so that its many headers stay out.
unsigned char *SHA256(const unsigned char *data, size_t length, unsigned char *digest);
