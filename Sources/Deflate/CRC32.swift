import CZlib

/// The CRC-32 of zip archives and PNG (ISO 3309).
public enum CRC32 {
  /// The checksum of `bytes`.
  public static func checksum(of bytes: [UInt8]) -> UInt32 {
    UInt32(
      truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt(clamping: $0.count)) }
    )
  }
}
