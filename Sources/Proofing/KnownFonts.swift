import Deflate
import PDFSyntax
import Synchronization

/// Fonts by the bytes of the objects they are made of: those of a template return from letter to letter.
///
/// One serves every thread.
final class KnownFonts: Sendable {
  private struct Piece {
    /// The font's own object.
    var source: Source
    /// The font and the source of every object it leads to, once the object was met in a second file.
    var reading: (font: PrintedFont, sources: [Source])?
  }

  /// An object as it stands in a file.
  fileprivate struct Source: Equatable {
    var reference: PDFReference
    var bytes: [UInt8]

    init(_ object: IndirectObject, of file: PDFFile) {
      // A slice would keep all of its file in memory.
      (reference, bytes) = (object.reference, Array(file.bytes[object.range]))
    }
  }

  /// What was asked for last comes first.
  private let pieces = Mutex<[Piece]>([])
  /// More than a template has; a letter's own fonts fall out at the end.
  private static let limit = 16
  /// A font's objects: its own, its descendant's, descriptor, program, map of codes.
  private static let objectLimit = 8

  /// A font of a file, which `read` reads from its dictionary if it isn't known.
  func font(
    _ reference: PDFReference, in file: PDFFile,
    _ read: (PDFDictionary) throws(ProofError) -> PrintedFont
  ) throws(ProofError) -> PrintedFont {
    let known: Piece? = pieces.withLock { pieces in
      guard
        let place = pieces.firstIndex(where: {
          $0.source.reference == reference && $0.source.stands(in: file)
        })
      else { return nil }
      if place > 0 { pieces.insert(pieces.remove(at: place), at: 0) }
      return pieces[0]
    }
    if let reading = known?.reading, reading.sources.allSatisfy({ $0.stands(in: file) }) {
      return reading.font
    }
    let object = try ProofError.reading { () throws(PDFSyntaxError) in
      try file.indirectObject(reference.number)
    }
    guard let object, object.reference == reference, let dictionary = object.object.dictionary else {
      throw .unexpected("a font that isn't there")
    }
    let font = try read(dictionary)
    var piece = Piece(source: Source(object, of: file), reading: nil)
    if known != nil, let sources = Self.sources(of: reference, in: file) { piece.reading = (font, sources) }
    pieces.withLock { pieces in
      pieces.removeAll { $0.source == piece.source }
      if pieces.count == Self.limit { pieces.removeLast() }
      pieces.insert(piece, at: known == nil ? pieces.count / 2 : 0)
    }
    return font
  }

  /// The sources of all objects that a font leads to; `nil` if they are many or not all in the file.
  private static func sources(of font: PDFReference, in file: PDFFile) -> [Source]? {
    var sources: [Source] = []
    var found = [font]
    var next = 0
    while next < found.count {
      guard found.count <= objectLimit, let object = try? file.indirectObject(found[next].number),
        object.reference == found[next]
      else { return nil }
      object.object.forEachReference { if !found.contains($0) { found.append($0) } }
      sources.append(Source(object, of: file))
      next += 1
    }
    return sources
  }
}

extension KnownFonts.Source {
  /// Whether a file has this very object.
  fileprivate func stands(in file: PDFFile) -> Bool {
    guard case .offset(let offset, reference.generation)? = file.entry(of: reference.number),
      offset <= file.bytes.count - bytes.count
    else { return false }
    return file.bytes[offset..<offset + bytes.count].hasSameBytes(as: bytes[...])
  }
}
