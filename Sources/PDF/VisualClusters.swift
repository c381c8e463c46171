import CCairo
import Fonts

/// A run's text cut into the pieces its glyphs show, in the order they stand on the line.
///
/// PDF readers that search (PDFium in Chrome and Edge) take the codes of a line from left to right and
/// reverse what is Arabic. Cairo must therefore be given text, glyphs and clusters all in visual order,
/// without its flag for backward clusters.
struct VisualClusters {
  /// The pieces of the run's text, from left to right.
  private(set) var text: [UInt8] = []
  /// How many bytes of `text` and how many glyphs belong together, from left to right.
  private(set) var clusters: [cairo_text_cluster_t] = []

  init(_ run: GlyphRun) {
    let source = Array(run.text.utf8)
    text.reserveCapacity(source.count)
    clusters.reserveCapacity(run.glyphs.count)
    let ends = Self.ends(of: run, length: source.count)
    var index = 0
    while index < run.glyphs.count {
      let start = run.glyphs[index].cluster
      var next = index + 1
      while next < run.glyphs.count, run.glyphs[next].cluster == start { next += 1 }
      let end = ends[start] ?? start
      text += source[start..<end]
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(end - start), num_glyphs: Int32(next - index)))
      index = next
    }
  }

  /// Where the text of each cluster ends: where the next one in logical order begins.
  private static func ends(of run: GlyphRun, length: Int) -> [Int: Int] {
    let starts = Set(run.glyphs.map(\.cluster)).sorted()
    return Dictionary(uniqueKeysWithValues: zip(starts, starts.dropFirst() + [length]))
  }
}
