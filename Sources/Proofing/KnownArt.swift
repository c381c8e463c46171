import Deflate
import Geometry
import PDFSyntax
import Synchronization

/// What pieces of art fill, by the bytes of their objects: letterheads return from letter to letter, and needn't be
/// read again.
///
/// One serves every thread.
final class KnownArt: Sendable {
  private struct Piece {
    /// The object without its number, which differs from file to file.
    var body: ArraySlice<UInt8>
    var fills: [[Rect]]
  }

  /// What was asked for last comes first.
  private let pieces = Mutex<[Piece]>([])
  /// More than a theme has; a letter's own art falls out at the end.
  private static let limit = 16

  /// What the art of a file fills, which `read` tells if it isn't known.
  func fills(
    _ reference: PDFReference, in file: PDFFile, _ read: (PDFStream) throws(ProofError) -> [[Rect]]
  ) throws(ProofError) -> [[Rect]] {
    if let known = known(reference, in: file) { return known }
    let object = try ProofError.reading { () throws(PDFSyntaxError) in
      try file.indirectObject(reference.number)
    }
    guard let object, object.reference == reference, let art = object.object.stream else {
      throw .unexpected("art that isn't there")
    }
    let fills = try read(art)
    // What refers to other objects could be other art in another file.
    guard art.standsAlone,
      let start = Self.bodyStart(of: reference, in: file.bytes, at: object.range.lowerBound)
    else {
      return fills
    }
    // The slice would keep all of its file in memory.
    let piece = Piece(body: Array(file.bytes[start..<object.range.upperBound])[...], fills: fills)
    pieces.withLock { pieces in
      if pieces.count == Self.limit { pieces.removeLast() }
      pieces.insert(piece, at: pieces.count / 2)
    }
    return fills
  }

  private func known(_ reference: PDFReference, in file: PDFFile) -> [[Rect]]? {
    guard case .offset(let offset, reference.generation)? = file.entry(of: reference.number),
      let start = Self.bodyStart(of: reference, in: file.bytes, at: offset)
    else { return nil }
    let bytes = file.bytes
    return pieces.withLock { pieces in
      let place = pieces.firstIndex { piece in
        piece.body.count <= bytes.count - start
          && piece.body.hasSameBytes(as: bytes[start..<start + piece.body.count])
      }
      guard let place else { return nil }
      if place > 0 { pieces.insert(pieces.remove(at: place), at: 0) }
      return pieces[0].fills
    }
  }

  /// Where an object goes on behind its number, `12 0 obj`; `nil` where another stands.
  private static func bodyStart(of reference: PDFReference, in bytes: [UInt8], at offset: Int) -> Int? {
    let head = "\(reference.number) \(reference.generation) obj".utf8
    guard offset >= 0, offset + head.count <= bytes.count else { return nil }
    var place = offset
    for byte in head {
      guard bytes[place] == byte else { return nil }
      place += 1
    }
    return place
  }
}

extension PDFStream {
  /// Whether nothing that its bytes mean is said elsewhere in the file.
  fileprivate var standsAlone: Bool {
    dictionary["Length"].integer != nil && dictionary["Filter"].reference == nil
      && dictionary["DecodeParms"] == .null && dictionary["Subtype"].reference == nil
  }
}
