import CQRencode
import Synchronization

/// A QR code (ISO/IEC 18004): the smallest that holds a text at error correction level M.
///
/// The text is kept as UTF-8 bytes (byte mode), so the same text always gives the same modules.
public struct QRMatrix: Hashable, Sendable {
  /// Modules along one side, the quiet zone not counted.
  public let side: Int
  /// The modules row by row from the top left corner, the dark ones true.
  public let modules: [Bool]

  /// The width of the quiet zone that must stay empty around the code, in modules (ISO/IEC 18004, 6.3.8).
  public static let quietZone = 4

  /// The code of `text`, or nothing if the text is empty or longer than 2,331 bytes of UTF-8.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    if let known = Self.recent.withLock({ recent in recent.first { $0.bytes == bytes } }) {
      self = known.matrix
      return
    }
    self.init(coding: bytes)
    let own = self
    Self.recent.withLock { recent in
      if recent.count == Self.recentLimit { recent.removeLast() }
      recent.insert((bytes, own), at: 0)
    }
  }

  /// The codes made last: a letter's is laid out, and soon after looked for in its file.
  private static let recent = Mutex<[(bytes: [UInt8], matrix: QRMatrix)]>([])
  /// More than there are workers.
  private static let recentLimit = 32

  private init?(coding bytes: [UInt8]) {
    guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    // The lowest bit of a module says whether it is dark; the others say what it is for.
    modules = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
  }

  /// Whether the module at the given place is dark; (0, 0) is the top left corner.
  public subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }
}
