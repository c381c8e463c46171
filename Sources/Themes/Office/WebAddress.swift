import Content

/// The addresses on the web that an office's file states.
enum WebAddress {
  /// Whether it is a host's name, in any letters, or an address that a browser opens.
  static func isSite(_ text: String) -> Bool {
    if text.contains("@") || text.lowercased().hasPrefix("mailto:") { return false }
    return LinkTarget(text) != nil || isInternationalHost(text)
  }

  /// Whether it is the address of a page over TLS, which a code may follow.
  static func isSecurePage(_ text: String) -> Bool {
    text.lowercased().hasPrefix("https://") && LinkTarget(text) != nil
  }

  /// Whether it is a host's name of two labels or more with letters of any script (RFC 5890), such as those under
  /// «السعودية».
  private static func isInternationalHost(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }
  }
}
