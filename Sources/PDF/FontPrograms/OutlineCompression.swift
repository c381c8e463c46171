import Deflate
import Fonts

/// Compresses the programs of one font, each of its outlines once for all of them.
///
/// All are in one code, made for a sample of the font itself, so that a program's bytes depend on what is in it
/// alone.
final class OutlineCompression {
  private var compressor: PieceCompressor
  private var pieces: [PieceCompressor.Piece?]

  /// Arabic letters in all their forms, digits and Latin.
  private static let sample = [0x20...0x7E, 0x610...0x66F, 0xFE70...0xFEFC] as [ClosedRange<UInt32>]

  init(_ font: Font, _ file: TrueTypeFile) {
    var glyphs = Self.sample.joined().compactMap(font.nominalGlyph(of:)).map(Int.init)
    // A face of signs.
    if glyphs.count < 100 { glyphs = Array(0..<min(file.glyphCount, 200)) }
    let tables = ["hmtx", "loca"].map { file.table($0).prefix(1024) }
    compressor = PieceCompressor(samples: glyphs.map(file.outline(of:)) + tables)
    pieces = Array(repeating: nil, count: file.glyphCount)
  }

  /// The program as a zlib stream.
  func stream(of program: FontProgram) -> [UInt8] {
    let parts = program.copies.map { (start: $0.range.lowerBound, piece: piece(of: $0, in: program.bytes)) }
    return compressor.stream(of: program.bytes, pieces: parts)
  }

  private func piece(of copy: GlyphTable.OutlineCopy, in bytes: [UInt8]) -> PieceCompressor.Piece {
    if let known = pieces[copy.glyph] { return known }
    let piece = compressor.piece(bytes[copy.range])
    pieces[copy.glyph] = piece
    return piece
  }
}
