import Synchronization

/// Faces to try in order for one style of text.
public final class FontChain: Sendable {
  /// The faces, the wanted one first.
  public let fonts: [Font]
  private let shaped = Mutex<[ShapedKey: Bool]>([:])

  private struct ShapedKey: Hashable {
    var font: Int
    var cluster: [UInt16]
  }

  init(_ fonts: [Font]) { self.fonts = fonts }

  /// Whether the face at `index` has glyphs for all of `range` of `text`, whole grapheme clusters.
  ///
  /// The character map answers for nearly all text. Where it says no, the cluster is shaped: HarfBuzz
  /// also composes and decomposes letters, and makes spaces and hyphens of others.
  public func covers(_ text: [UInt16], in range: Range<Int>, font index: Int) -> Bool {
    let font = fonts[index]
    var at = range.lowerBound
    while at < range.upperBound {
      var scalar = UInt32(text[at])
      if UTF16.isLeadSurrogate(text[at]), at + 1 < range.upperBound {
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(text[at + 1]) & 0x3FF
        at += 1
      }
      at += 1
      if !font.covers(scalar) { return shapes(text, in: range, font: index) }
    }
    return true
  }

  private func shapes(_ text: [UInt16], in range: Range<Int>, font index: Int) -> Bool {
    let key = ShapedKey(font: index, cluster: Array(text[range]))
    return shaped.withLock { shaped in
      if let known = shaped[key] { return known }
      var buffer = ShapingBuffer()
      let glyphs = buffer.shape(
        key.cluster, in: 0..<key.cluster.count, font: fonts[index], direction: .leftToRight,
        script: 0x5A79_7979)
      let isWhole = glyphs.allSatisfy { $0.id != 0 }
      if shaped.count >= 4096 { shaped.removeAll() }
      shaped[key] = isWhole
      return isWhole
    }
  }
}
