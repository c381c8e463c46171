/// The words of a message as a small page from right to left, without pictures, style sheets, links or scripts.
struct HTMLBody {
  /// The page.
  let text: String

  /// The page of paragraphs that are parted by empty lines.
  init(subject: String, text: String) {
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { $0.map { Self.markup(String($0)) }.joined(separator: "<br>\n") }
    self.text = """
      <!DOCTYPE html>
      <html lang="ar" dir="rtl">
      <head>
      <meta charset="utf-8">
      <title>\(Self.escaped(HeaderText.singleLine(subject)))</title>
      </head>
      <body dir="rtl" style="font-family: 'Noto Naskh Arabic', Tahoma, Arial, sans-serif; font-size: 16px; \
      line-height: 1.8; text-align: right">
      \(paragraphs.map { "<p dir=\"rtl\">\($0)</p>" }.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  /// A line with its isolates as elements: more readers know those than the characters U+2066 to U+2069.
  private static func markup(_ line: String) -> String {
    var result = ""
    var depth = 0
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\u{2066}": result += "<bdi dir=\"ltr\">"
      case "\u{2067}": result += "<bdi dir=\"rtl\">"
      case "\u{2068}": result += "<bdi>"
      case "\u{2069}": if depth > 0 { result += "</bdi>" }
      default: result += escaped(String(scalar))
      }
      if ("\u{2066}"..."\u{2068}").contains(scalar) { depth += 1 }
      if scalar == "\u{2069}", depth > 0 { depth -= 1 }
    }
    return result + String(repeating: "</bdi>", count: depth)
  }

  /// By scalars: a mark that joins a `<` into one character must not hide it.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
