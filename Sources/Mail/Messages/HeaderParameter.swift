/// A parameter of a header field: `filename=letter.pdf` (RFC 2045, 5.1; RFC 2231).
struct HeaderParameter {
  let name: String
  let value: String

  /// The parameter as words; what isn't ASCII is written as RFC 2231 has it, in parts where it is long.
  var words: [HeaderWord] {
    let value = HeaderText.singleLine(value)
    let isASCII = value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    if isASCII, value.utf8.count <= 60, !value.contains("=?") {
      let isToken = !value.isEmpty && value.utf8.allSatisfy { Self.tokenCharacters.contains($0) }
      let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return [.plain(isToken ? "\(name)=\(value)" : "\(name)=\"\(quoted)\"")]
    }
    var parts: [String] = [""]
    for byte in value.utf8 {
      let isPlain = Self.attributeCharacters.contains(byte)
      let piece = isPlain ? String(UnicodeScalar(byte)) : "%" + hex(byte)
      if parts[parts.count - 1].count + piece.count > 50 { parts.append("") }
      parts[parts.count - 1] += piece
    }
    if parts.count == 1 { return [.plain("\(name)*=UTF-8''\(parts[0])")] }
    return parts.enumerated().map { index, part in
      let end = index == parts.count - 1 ? "" : ";"
      return .plain("\(name)*\(index)*=\(index == 0 ? "UTF-8''" : "")\(part)\(end)")
    }
  }

  private func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return text.count == 1 ? "0" + text : text
  }

  private static let alphanumerics = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let tokenCharacters = Set("!#$%&'*+-.^_`{|}~\(alphanumerics)".utf8)
  /// `attribute-char` of RFC 2231, 7: a token's characters without `*`, `'` and `%`.
  private static let attributeCharacters = tokenCharacters.subtracting("*'%".utf8)
}
