import Diagnostics

extension DiagnosticLog {
  /// What the layout warns of and an issued letter may not have: matter that hangs out of its box or over other matter.
  private static let outOfBox: Set<String> = [
    "layout.text-too-wide", "layout.table-too-wide", "layout.columns-too-wide", "layout.wider-than-next-page",
    "layout.taller-than-page", "layout.furniture-off-page", "layout.furniture-over-text",
  ]

  /// Adds an error for each such warning, at its place.
  mutating func refuseOutOfBox() {
    for diagnostic in diagnostics
    where diagnostic.severity == .warning && Self.outOfBox.contains(diagnostic.message.id) {
      error(.outOfBox, at: diagnostic.location)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let outOfBox = Self(
    "issuing.proof-out-of-box", arabic: "في الخطاب ما يخرج عن مكانه، فلا يصدر حتى يُصلح",
    english: "Something of the letter hangs out of its place, so it isn't issued")
}
