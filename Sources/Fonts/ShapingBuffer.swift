import CHarfBuzz
import Synchronization

/// A HarfBuzz buffer with one owner: shapes one run after another.
///
/// Making a buffer costs more than shaping a number with it, so buffers are kept: at most as many as ever
/// worked at once.
public struct ShapingBuffer: ~Copyable {
  private struct Handle: @unchecked Sendable { var pointer: OpaquePointer? }
  private static let idle = Mutex<[Handle]>([])

  private let handle: OpaquePointer?
  private let language: hb_language_t?

  /// The language of text whose language isn't stated, a BCP 47 tag.
  public static let language = "ar"

  /// A buffer for text in `language`, a BCP 47 tag.
  public init(language: String = ShapingBuffer.language) {
    handle = Self.idle.withLock { $0.popLast() }?.pointer ?? hb_buffer_create()
    self.language = hb_language_from_string(language, -1)
  }

  deinit {
    let handle = Handle(pointer: handle)
    Self.idle.withLock { $0.append(handle) }
  }

  /// Shapes `range` of `text`; what stands around the range only decides how its letters join.
  ///
  /// Clusters are single characters (`MONOTONE_CHARACTERS`): a mark keeps its own offset, so that a
  /// reader of the run can still join marks to their letters, but not the other way round.
  /// - Parameters:
  ///   - text: UTF-16 units of the whole text.
  ///   - range: The units to shape.
  ///   - font: The face to shape with.
  ///   - direction: The run's direction.
  ///   - script: The run's script, an ISO 15924 code as a big-endian tag.
  ///   - origin: The offset that clusters are counted from.
  /// - Returns: The glyphs, in visual order from left to right.
  public mutating func shape(
    _ text: [UInt16], in range: Range<Int>, font: Font, direction: TextDirection, script: UInt32,
    clustersFrom origin: Int = 0
  ) -> [Glyph] {
    hb_buffer_clear_contents(handle)
    hb_buffer_set_direction(handle, direction == .rightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(handle, hb_script_from_iso15924_tag(script))
    hb_buffer_set_language(handle, language)
    hb_buffer_set_cluster_level(handle, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
    hb_buffer_add_utf16(handle, text, Int32(text.count), UInt32(range.lowerBound), Int32(range.count))
    hb_shape(font.handle, handle, nil, 0)
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(handle, &count),
      let positions = hb_buffer_get_glyph_positions(handle, &count)
    else { return [] }
    return (0..<Int(count)).map { at in
      let (glyph, position) = (infos + at, positions[at])
      return Glyph(
        id: glyph.pointee.codepoint, cluster: Int32(glyph.pointee.cluster) - Int32(origin),
        advance: position.x_advance, xOffset: position.x_offset, yOffset: position.y_offset,
        isSafeToBreak: hb_glyph_info_get_glyph_flags(glyph).rawValue
          & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue == 0)
    }
  }
}
