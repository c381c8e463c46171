/// How many edits make one text of another: what tells a slip of the pen from another word.
///
/// An edit is a character put in, left out or changed, or two neighbours swapped; no stretch is edited twice
/// (optimal string alignment).
public enum EditDistance {
  /// The number of edits between two texts, or `nil` where there are more than `limit`.
  public static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    // What both begin and end with costs nothing, and near texts are alike nearly throughout.
    let head = zip(a, b).prefix { $0 == $1 }.count
    let (restA, restB) = (a.dropFirst(head), b.dropFirst(head))
    let tail = zip(restA.reversed(), restB.reversed()).prefix { $0 == $1 }.count
    return distance(Array(restA.dropLast(tail)), Array(restB.dropLast(tail)), atMost: limit)
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
        row.append(least)
      }
      // A swap reaches over one row, so that both have to be past the limit.
      if row.allSatisfy({ $0 > limit }), last.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}

extension Diagnostic.Hint {
  /// «هل تقصد …؟»: what a misspelled word was probably meant to be.
  public static func didYouMean(_ word: String) -> Self {
    Self(arabic: "هل تقصد «\u{2068}\(word)\u{2069}»؟", english: "Did you mean “\u{2068}\(word)\u{2069}”?")
  }
}
