import Diagnostics

/// Finds the name that a misspelled one was probably meant to be.
enum Suggestion {
  /// «هل تقصد …؟», if a candidate is near enough.
  static func hint(for key: String, among candidates: [String]) -> [Diagnostic.Hint] {
    nearest(to: key, among: candidates).map { [.didYouMean($0)] } ?? []
  }

  /// The candidate nearest to `key` when letters often confused count as one; the earlier of two equals.
  static func nearest(to key: String, among candidates: [String]) -> String? {
    let wanted = Array(TagSpelling.folded(key).unicodeScalars.prefix(60))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let folded = Array(TagSpelling.folded(TagSpelling.key(candidate)).unicodeScalars.prefix(60))
      let allowed = max(1, min(wanted.count, folded.count) / 3)
      guard let distance = EditDistance.between(wanted, folded, atMost: allowed) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }
}
