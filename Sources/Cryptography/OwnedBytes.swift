import COpenSSL

extension [UInt8] {
  /// The bytes libcrypto gave, whose memory goes back to it; `nil` if it gave none.
  init?(taking buffer: copenssl_buffer) {
    defer { copenssl_free(buffer) }
    guard let bytes = buffer.bytes else { return nil }
    self.init(UnsafeBufferPointer(start: bytes, count: buffer.count))
  }
}

/// libcrypto's own words for this thread's last failure.
func libcryptoReason() -> String {
  let bytes = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
    buffer.withMemoryRebound(to: CChar.self) { copenssl_reason($0.baseAddress, $0.count) }
    count = buffer.firstIndex(of: 0) ?? 0
  }
  return String(decoding: bytes, as: UTF8.self)
}
