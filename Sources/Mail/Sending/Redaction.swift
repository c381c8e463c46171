/// A server's words without the addresses in them: they are kept in a log that many may read.
enum Redaction {
  /// `text` with `…` for whatever looks like an address.
  static func withoutAddresses(_ text: String) -> String {
    text.replacing(#/[^\s<>()"',;:]+@[^\s<>()"',;:]+/#, with: "…")
  }
}
