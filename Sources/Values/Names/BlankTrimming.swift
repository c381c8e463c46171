extension StringProtocol {
  /// The text without blanks and line ends at its two ends.
  func trimmingBlanks() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank && !$0.isLineEnd }),
      let last = scalars.lastIndex(where: { !$0.isBlank && !$0.isLineEnd })
    else { return "" }
    return String(self[first...last])
  }
}
