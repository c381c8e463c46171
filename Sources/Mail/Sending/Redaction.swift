/// A server's words without the addresses in them: they are kept in a log that many may read.
enum Redaction {
  /// `text` with `…` for whatever looks like an address, and without the marks by which a stranger could turn the rest of
  /// a line round.
  static func withoutAddresses(_ text: String) -> String {
    let plain = String(text.unicodeScalars.filter { !$0.properties.isBidiControl })
    return plain.replacing(#/[^\s<>()"',;:]+@[^\s<>()"',;:]+/#, with: "…")
  }
}
