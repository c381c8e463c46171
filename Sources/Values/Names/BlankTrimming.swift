extension StringProtocol {
  /// The text without blanks and line ends at its two ends.
  func trimmingBlanks() -> String { trimming { $0.isBlank || $0.isLineEnd } }

  /// The text without blanks, line ends and joiners at its two ends: there a joiner has nothing to join.
  func trimmingJoiners() -> String { trimming { $0.isBlank || $0.isLineEnd || $0.isJoiner } }

  private func trimming(_ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isTrimmed($0) }),
      let last = scalars.lastIndex(where: { !isTrimmed($0) })
    else { return "" }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[first...last])
    return String(kept)
  }
}
