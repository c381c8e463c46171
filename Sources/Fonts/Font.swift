import CHarfBuzz
import Synchronization

/// One face of one font file, shared by every thread that shapes with it.
///
/// HarfBuzz documents an immutable `hb_font_t` as safe for concurrent shaping; `nonisolated(unsafe)`
/// covers that one pointer.
public final class Font: Sendable {
  /// The file the face was read from.
  public let path: String
  /// The face's index in its file.
  public let index: Int
  /// The family, as the font names itself.
  public let family: String
  /// Whether it is the family's bold face.
  public let isBold: Bool
  /// Design units in one em.
  public let unitsPerEm: Int
  /// Vertical metrics, in multiples of the em.
  public let metrics: FontMetrics
  let coverage: CharacterSet
  nonisolated(unsafe) let handle: OpaquePointer
  private let independent = Mutex<[UInt32: IndependentCharacters]>([:])

  /// Reads face `index` of the file at `path`.
  public init(path: String, index: Int = 0, family: String, isBold: Bool) throws(FontError) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .unreadable(path: path) }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, UInt32(index))
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let handle = hb_font_create(face) else {
      throw .unreadable(path: path)
    }
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(handle, &extents)
    hb_font_make_immutable(handle)
    let em = Int(hb_face_get_upem(face))
    self.path = path
    self.index = index
    self.family = family
    self.isBold = isBold
    unitsPerEm = em
    metrics = FontMetrics(
      ascender: Double(extents.ascender) / Double(em), descender: Double(-extents.descender) / Double(em))
    coverage = CharacterSet(of: face)
    self.handle = handle
  }

  deinit { hb_font_destroy(handle) }

  /// Whether its character map holds `scalar`.
  public func covers(_ scalar: UInt32) -> Bool { coverage.contains(scalar) }

  /// The first unit in `range` of `text` that its character map doesn't hold; halves of pairs it never holds.
  public func firstUncovered(in text: [UInt16], _ range: Range<Int>) -> Int? {
    let coverage = coverage
    return range.first { !coverage.contains(UInt32(text[$0])) }
  }

  /// The characters it shapes one by one in left-to-right text of a script, an ISO 15924 code as a big-endian
  /// tag.
  public func independentCharacters(script: UInt32) -> IndependentCharacters {
    independent.withLock { known in
      if let characters = known[script] { return characters }
      let characters = IndependentCharacters(of: handle, script: script, language: ShapingBuffer.language)
      known[script] = characters
      return characters
    }
  }

  /// The number of the glyph its character map gives `scalar`.
  public func nominalGlyph(of scalar: UInt32) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(handle, scalar, &glyph) != 0 ? glyph : nil
  }
}

extension Font {
  /// How wide a glyph is, in design units.
  public func advance(of glyph: UInt32) -> Int { Int(hb_font_get_glyph_h_advance(handle, glyph)) }
}

extension Font: Hashable {
  /// Whether both are the same opened face.
  public static func == (a: Font, b: Font) -> Bool { a === b }
  /// Hashes the opened face, not its file.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
