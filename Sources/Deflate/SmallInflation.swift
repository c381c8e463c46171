import CDeflate
import Synchronization

/// Undoes deflate compression in one step where little comes out, through libdeflate, in a third of zlib's time.
enum SmallInflation {
  /// Below the size from which growth is watched (``Inflater``).
  private static let largest = 1 << 20
  /// The content stream of a page grows about tenfold.
  private static let growth = 16

  /// The whole of `input` inflated; `nil` where it isn't sound, or more comes out than is usual or the limit allows.
  static func inflate(_ input: ArraySlice<UInt8>, format: DeflateFormat, limit: Int) -> [UInt8]? {
    let room = min(limit, largest, growth * input.count + 1024)
    guard room > 0, let handle = Decompressors.take() else { return nil }
    defer { Decompressors.giveBack(handle) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      isWhole = input.withUnsafeBytes { input in
        let result =
          switch format {
          case .raw:
            libdeflate_deflate_decompress(
              handle, input.baseAddress, input.count, buffer.baseAddress, buffer.count, &count)
          case .zlib:
            libdeflate_zlib_decompress(
              handle, input.baseAddress, input.count, buffer.baseAddress, buffer.count, &count)
          }
        return result == LIBDEFLATE_SUCCESS
      }
      if !isWhole { count = 0 }
    }
    return isWhole ? bytes : nil
  }
}

/// libdeflate's decompressors, which take as long to make as a small stream takes to undo; nothing is kept in them from
/// stream to stream.
private enum Decompressors {
  private struct Handle: @unchecked Sendable { let pointer: OpaquePointer }

  private static let idle = Mutex<[Handle]>([])
  /// More than there are workers on most machines.
  private static let limit = 16

  static func take() -> OpaquePointer? {
    idle.withLock { $0.popLast() }?.pointer ?? libdeflate_alloc_decompressor()
  }

  static func giveBack(_ pointer: OpaquePointer) {
    let isKept = idle.withLock { idle in
      guard idle.count < limit else { return false }
      idle.append(Handle(pointer: pointer))
      return true
    }
    if !isKept { libdeflate_free_decompressor(pointer) }
  }
}
