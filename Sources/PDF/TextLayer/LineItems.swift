import Fonts
import Geometry
import Layout

/// A line of text in pieces, in logical order.
struct LineItems {
  /// A run's measures.
  struct RunMeasure {
    /// One design unit of its font, in points.
    var unit: Points
    /// The width of a code that has no ink of its own, in design units.
    var sliver: Int32
  }

  let runs: [PlacedRun]
  let measures: [RunMeasure]
  var items: [LayerItem] = []

  /// The pieces of the runs' clusters, each where it is drawn.
  init(_ line: TextLine) {
    runs = line.runs
    measures = line.runs.map { placed in
      let em = placed.run.font.unitsPerEm
      return RunMeasure(
        unit: placed.run.size / Double(em), sliver: Int32((Double(em) * TextLayer.sliver).rounded()))
    }
    items.reserveCapacity(line.runs.reduce(8) { $0 + $1.run.glyphs.count })
    for run in runs.indices { addClusters(of: run) }
  }

  /// The width of a code without ink in `run`, in points.
  func sliver(of run: Int) -> Points { Double(measures[run].sliver) * measures[run].unit }

  private mutating func addClusters(of index: Int) {
    let placed = runs[index]
    let glyphs = placed.run.glyphs
    var utf8 = placed.run.text
    utf8.makeContiguousUTF8()
    utf8.utf8.withContiguousStorageIfAvailable { text in
      if placed.run.isRightToLeft {
        var end = glyphs.count
        var pen = placed.x + placed.run.advance
        while end > 0 {
          let cluster = glyphs[end - 1].cluster
          var start = end
          while start > 0, glyphs[start - 1].cluster == cluster {
            start -= 1
            pen -= glyphs[start].advance
          }
          let next = start > 0 ? glyphs[start - 1].cluster : text.count
          add(index, text[max(0, cluster)..<max(cluster, next)], glyphs[start..<end], left: pen)
          end = start
        }
      } else {
        var start = 0
        var pen = placed.x
        while start < glyphs.count {
          let cluster = glyphs[start].cluster
          let left = pen
          var end = start
          while end < glyphs.count, glyphs[end].cluster == cluster {
            pen += glyphs[end].advance
            end += 1
          }
          let next = end < glyphs.count ? glyphs[end].cluster : text.count
          add(index, text[max(0, cluster)..<max(cluster, next)], glyphs[start..<end], left: left)
          start = end
        }
      }
    }
  }

  /// Adds the pieces of one cluster: `glyphs` from `left` on stand for `text`.
  private mutating func add(
    _ run: Int, _ text: Slice<UnsafeBufferPointer<UInt8>>, _ glyphs: ArraySlice<PlacedGlyph>, left: Points
  ) {
    let unit = measures[run].unit
    let origin = left - runs[run].x
    var ink = Ink()
    var width: Points = 0
    for glyph in glyphs {
      ink.append(
        InkPart(
          glyph: glyph.id, dx: Int32(((glyph.x - origin) / unit).rounded()),
          dy: Int32((glyph.y / unit).rounded())))
      width += glyph.advance
    }
    let level = runs[run].run.level
    let string = String(decoding: text, as: UTF8.self)
    let scalars = string.unicodeScalars
    guard let first = scalars.first else { return }
    let reader = ReaderClass.of(first)
    var item = LayerItem(
      run: run, text: string, reader: reader, level: level, isRightToLeft: level & 1 == 1, x: left,
      advance: width, ink: reader == .space ? Ink() : ink)
    if item.isRightToLeft {
      if reader == .mark, addMark(item) { return }
      if text.count > 2, scalars.count > 1 { return split(item, scalars) }
    } else {
      for other in scalars.dropFirst() where item.reader.kind != ReaderClass.of(other).kind {
        item.reader = .neutral
      }
    }
    items.append(item)
  }

  /// Gives a mark's ink to the letter it stands on, and the mark a place of its own without ink.
  ///
  /// A reader that sees a mark's outline high above the baseline takes it for another line (PDFium), and an
  /// outline of its own between two letters for the end of a word.
  private mutating func addMark(_ mark: LayerItem) -> Bool {
    guard let base = items.lastIndex(where: { $0.reader != .mark }), items[base].isRightToLeft,
      items[base].reader != .space, items[base].run == mark.run
    else { return false }
    let shift = Int32(((mark.x - items[base].x) / measures[mark.run].unit).rounded())
    for part in mark.ink {
      items[base].ink.append(InkPart(glyph: part.glyph, dx: part.dx + shift, dy: part.dy))
    }
    for scalar in mark.text.unicodeScalars {
      var item = mark
      item.text = String(scalar)
      item.ink = Ink()
      item.advance = sliver(of: mark.run)
      item.x = items[base].x - item.advance
      items.append(item)
    }
    return true
  }

  /// Adds a ligature's characters one by one: the first has the ink, all letters a share of the width.
  private mutating func split(_ ligature: LayerItem, _ scalars: String.UnicodeScalarView) {
    let unit = measures[ligature.run].unit
    let sliver = sliver(of: ligature.run)
    let classes = scalars.map { ReaderClass.of($0) }
    let letters = max(1, classes.reduce(0) { $0 + ($1 == .mark ? 0 : 1) })
    let share = (ligature.advance / unit / Double(letters)).rounded() * unit
    var right = ligature.end
    for (index, (scalar, reader)) in zip(scalars, classes).enumerated() {
      let isFirst = index == 0
      var item = ligature
      item.text = String(scalar)
      item.reader = reader
      if reader == .mark, !isFirst {
        item.advance = sliver
        item.x = right - sliver
      } else {
        item.advance = share
        item.x = right - share
        right = item.x
      }
      if isFirst {
        item.x = ligature.x
        item.move(units: Int32(((ligature.advance - share) / unit).rounded()), unit: unit)
        right = item.x
      } else {
        item.ink = Ink()
      }
      items.append(item)
    }
  }
}
