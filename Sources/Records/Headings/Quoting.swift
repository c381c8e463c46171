import Values

/// How messages quote what stands in a file.
enum Quoting {
  /// `text` in quotation marks and a first-strong isolate, cut short when it is long.
  static func quote(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    let shown = line.count > 60 ? line.prefix(57) + "…" : line[...]
    return "«\u{2068}\(shown)\u{2069}»"
  }

  /// `value` as far as its field lets it be shown: whole, its last four characters, or not at all.
  static func quote(_ value: String, of sensitivity: Field.Sensitivity) -> String {
    switch sensitivity {
    case .open: quote(value)
    case .personal: quote(value.count > 6 ? "••• " + value.suffix(4) : "•••")
    case .secret: quote("•••")
    }
  }

  /// Several quotations as one list.
  static func list(_ texts: [String], separator: String) -> String {
    texts.map(quote).joined(separator: separator)
  }
}
