import CCairo
import Fonts

/// A run's glyphs and the piece of text each of them shows, in the order they stand on the line.
///
/// PDF readers that search (PDFium, in Chrome and Edge) take a line's codes from left to right and turn
/// round what is Arabic. Cairo is therefore given text, glyphs and clusters all in visual order, without
/// its flag for backward clusters. `Docs/PDF.md` has the measurements behind the choices made here.
struct VisualClusters {
  /// The pieces of the run's text, from left to right; each piece in its own logical order.
  private(set) var text: [UInt8] = []
  /// How many bytes of `text` and how many glyphs belong together, from left to right.
  private(set) var clusters: [cairo_text_cluster_t] = []

  init(_ run: GlyphRun) {
    let source = Array(run.text.utf8)
    text.reserveCapacity(source.count)
    clusters.reserveCapacity(run.glyphs.count)
    var index = 0
    var previous = source.count
    while index < run.glyphs.count {
      let start = run.glyphs[index].cluster
      let next = run.glyphs[index...].firstIndex { $0.cluster != start } ?? run.glyphs.count
      let following = next < run.glyphs.count ? run.glyphs[next].cluster : source.count
      let end = run.isRightToLeft ? previous : following
      // Clusters are monotone; a run that breaks the rule loses text here, not the whole file in Cairo.
      append(start <= end ? source[start..<end] : [], count: next - index, isRightToLeft: run.isRightToLeft)
      previous = start
      index = next
    }
  }

  /// Adds the text of one cluster of `count` glyphs.
  ///
  /// Where there are as many characters as glyphs, such as a shadda and the vowel above it, each glyph
  /// gets its own. Cairo writes anything else but one glyph as a `/Span` with `/ActualText`: right for a
  /// letter drawn with a stroke that lengthens it, but some readers pass over it.
  private mutating func append(_ piece: ArraySlice<UInt8>, count: Int, isRightToLeft: Bool) {
    let starts = count > 1 ? piece.indices.filter { piece[$0] & 0xC0 != 0x80 } : []
    guard starts.count == count else {
      text += piece
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(piece.count), num_glyphs: Int32(count)))
      return
    }
    let characters = zip(starts, starts.dropFirst() + [piece.endIndex]).map { piece[$0..<$1] }
    for character in isRightToLeft ? characters.reversed() : characters {
      text += character
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(character.count), num_glyphs: 1))
    }
  }
}
