import CHarfBuzz

/// The characters that a face shapes one by one, but for kerning between two neighbours: the digits, capitals
/// and signs that numbers and identifiers are made of.
///
/// What is shaped of such characters alone, from left to right, is what each pair of neighbours is shaped to,
/// joined. The face's own tables prove it: no substitution that is on by default turns a set of their glyphs
/// into others (HarfBuzz's closure over lookups), and nothing moves them but single adjustments and pairs
/// that move the first of the two (OpenType `GPOS`, lookup types 1 and 2).
public struct IndependentCharacters: Sendable {
  private var ascii: (UInt64, UInt64) = (0, 0)
  /// U+0640 to U+067F, and U+06C0 to U+06FF.
  private var arabic: (UInt64, UInt64) = (0, 0)
  /// Whether the script runs from right to left: HarfBuzz then shapes from left to right only what has a digit
  /// and no letter.
  private let needsDigits: Bool

  /// Whether two neighbours are shaped as they are within a number or identifier.
  public func isPair(_ first: UInt16, _ second: UInt16) -> Bool {
    contains(first) && contains(second) && (!needsDigits || Self.isDigit(first) || Self.isDigit(second))
  }

  private static func isDigit(_ unit: UInt16) -> Bool {
    0x30...0x39 ~= unit || 0x660...0x669 ~= unit || 0x6F0...0x6F9 ~= unit
  }

  /// Whether `unit` is one of them.
  public func contains(_ unit: UInt16) -> Bool {
    let word: UInt64 =
      switch unit >> 6 {
      case 0: ascii.0
      case 1: ascii.1
      case 0x19: arabic.0
      case 0x1B: arabic.1
      default: 0
      }
    return word >> UInt64(unit & 63) & 1 == 1
  }

  private mutating func insert(_ scalar: UInt32) {
    let bit: UInt64 = 1 << UInt64(scalar & 63)
    switch scalar >> 6 {
    case 0: ascii.0 |= bit
    case 1: ascii.1 |= bit
    case 0x19: arabic.0 |= bit
    case 0x1B: arabic.1 |= bit
    default: break
    }
  }

  private static let capitals: ClosedRange<UInt32> = 0x41...0x5A
  /// What may be independent, in groups that are so together or not at all.
  private static let groups: [ClosedRange<UInt32>] =
    [0x30...0x39, 0x660...0x669, 0x6F0...0x6F9, capitals]
    + [0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x66A, 0x66B, 0x66C].map { $0...$0 }

  /// The independent characters of a face for text of one script, an ISO 15924 code as a big-endian tag.
  init(of font: OpaquePointer, script: UInt32, language: String) {
    let face = hb_font_get_face(font)
    needsDigits =
      hb_script_get_horizontal_direction(hb_script_from_iso15924_tag(script)) != HB_DIRECTION_LTR
    // Tables that HarfBuzz shapes with in place of OpenType's.
    for table in ["morx", "kerx", "kern"] where !LayoutTable(face, table).isEmpty { return }
    guard let plan = Self.plan(face, script, language) else { return }
    defer { hb_shape_plan_destroy(plan) }
    let substitutions = GlyphSet()
    hb_ot_shape_plan_collect_lookups(plan, LayoutTable.tag("GSUB"), substitutions.handle)
    let moved = Self.movedGlyphs(face, plan)
    var known = GlyphSet()
    for group in Self.groups where !needsDigits || group != Self.capitals {
      let (glyphs, closure) = (GlyphSet(copying: known), GlyphSet(copying: known))
      var found: [(scalar: UInt32, glyph: UInt32)] = []
      for scalar in group {
        var glyph: hb_codepoint_t = 0
        guard hb_font_get_nominal_glyph(font, scalar, &glyph) != 0, !moved.contains(glyph) else { continue }
        found.append((scalar, glyph))
        hb_set_add(glyphs.handle, glyph)
        hb_set_add(closure.handle, glyph)
      }
      hb_ot_layout_lookups_substitute_closure(face, substitutions.handle, closure.handle)
      guard hb_set_is_equal(glyphs.handle, closure.handle) != 0 else { continue }
      known = glyphs
      for (scalar, _) in found { insert(scalar) }
    }
  }

  /// The plan for such text; fractions are left out of it, for they begin only at U+2044.
  private static func plan(_ face: OpaquePointer?, _ script: UInt32, _ language: String) -> OpaquePointer? {
    var properties = hb_segment_properties_t()
    properties.direction = HB_DIRECTION_LTR
    properties.script = hb_script_from_iso15924_tag(script)
    properties.language = hb_language_from_string(language, -1)
    let off = ["frac", "numr", "dnom"].map {
      hb_feature_t(tag: LayoutTable.tag($0), value: 0, start: 0, end: chb_feature_global_end)
    }
    return hb_shape_plan_create(face, &properties, off, UInt32(off.count), nil)
  }

  /// The glyphs that positioning may do more to than kern them with what follows.
  private static func movedGlyphs(_ face: OpaquePointer?, _ plan: OpaquePointer) -> GlyphSet {
    let (lookups, moved) = (GlyphSet(), GlyphSet())
    hb_ot_shape_plan_collect_lookups(plan, LayoutTable.tag("GPOS"), lookups.handle)
    let table = LayoutTable(face, "GPOS")
    for lookup in lookups where !table.isLocal(lookup: lookup) {
      hb_ot_layout_lookup_collect_glyphs(
        face, LayoutTable.tag("GPOS"), lookup, nil, moved.handle, nil, nil)
    }
    return moved
  }
}

/// A set of glyph or lookup numbers.
private final class GlyphSet: Sequence {
  let handle: OpaquePointer?

  init() { handle = hb_set_create() }

  init(copying other: GlyphSet) { handle = hb_set_copy(other.handle) }

  deinit { hb_set_destroy(handle) }

  func contains(_ glyph: UInt32) -> Bool { hb_set_has(handle, glyph) != 0 }

  func makeIterator() -> AnyIterator<UInt32> {
    var last = hb_codepoint_t.max
    return AnyIterator { hb_set_next(self.handle, &last) != 0 ? last : nil }
  }
}

/// A table of a face, as far as the kinds of its lookups are asked for (OpenType, chapter 2).
private final class LayoutTable {
  private let blob: OpaquePointer?
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ face: OpaquePointer?, _ name: String) {
    blob = hb_face_reference_table(face, Self.tag(name))
    var count: UInt32 = 0
    let start = hb_blob_get_data(blob, &count)
    bytes = UnsafeBufferPointer(
      start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: Int(count))
  }

  deinit { hb_blob_destroy(blob) }

  var isEmpty: Bool { bytes.isEmpty }

  static func tag(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// Whether a positioning lookup moves single glyphs and first glyphs of pairs only, or marks.
  func isLocal(lookup: UInt32) -> Bool {
    guard let list = word(8), let offset = word(list + 2 + 2 * Int(lookup)) else { return false }
    let start = list + offset
    guard let type = word(start), let count = word(start + 4) else { return false }
    return (0..<count).allSatisfy { index in
      guard let offset = word(start + 6 + 2 * index) else { return false }
      return isLocal(subtable: start + offset, type: type)
    }
  }

  private func isLocal(subtable start: Int, type: Int) -> Bool {
    switch type {
    case 1, 4, 5, 6: return true
    // Format and coverage come first, then what is stated of the first glyph and of the second.
    case 2: return word(start + 6) == 0
    case 9:
      guard let type = word(start + 2), let high = word(start + 4), let low = word(start + 6), type != 9
      else { return false }
      return isLocal(subtable: start + high << 16 + low, type: type)
    default: return false
    }
  }

  private func word(_ at: Int) -> Int? {
    at >= 0 && at + 1 < bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : nil
  }
}
