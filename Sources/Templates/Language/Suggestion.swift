import Diagnostics

/// Finds the name that a misspelled one was probably meant to be.
enum Suggestion {
  /// «هل تقصد …؟», if a candidate is near enough.
  static func hint(for key: String, among candidates: [String]) -> [Diagnostic.Hint] {
    guard let nearest = nearest(to: key, among: candidates) else { return [] }
    return [
      Diagnostic.Hint(arabic: "هل تقصد «\(nearest)»؟", english: "Did you mean “\(nearest)”?")
    ]
  }

  /// The candidate nearest to `key` when letters often confused count as one; the earlier of two equals.
  static func nearest(to key: String, among candidates: [String]) -> String? {
    let wanted = Array(TagSpelling.folded(key).unicodeScalars.prefix(60))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let folded = Array(TagSpelling.folded(TagSpelling.key(candidate)).unicodeScalars.prefix(60))
      let allowed = max(1, min(wanted.count, folded.count) / 3)
      guard abs(folded.count - wanted.count) <= allowed else { continue }
      let distance = distance(wanted, folded)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The edits from one word to another: a letter put in, left out, changed, or two neighbours swapped.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
