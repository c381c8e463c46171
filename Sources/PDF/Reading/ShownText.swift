import PDFSyntax

/// What a page's content stream shows, code by code, as `ContentStream` writes it.
struct ShownText {
  /// A code in its place.
  private struct Code {
    var x: Double
    var text: String
  }

  private let content: [UInt8]

  /// The text of a decoded content stream.
  init(_ content: [UInt8]) { self.content = content }

  /// The lines, in logical order and without spaces.
  func lines(_ texts: inout CodeTexts) -> [String] {
    var lines: [String] = []
    var codes: [Code] = []
    var (font, x, y) = (PDFName(""), 0.0, 0.0)
    func endLine() {
      if !codes.isEmpty { lines.append(Self.logical(codes)) }
      codes = []
    }
    var operands: [Substring] = []
    for token in tokens {
      switch token {
      case "BT", "ET":
        endLine()
        (x, y) = (0, 0)
      case "Tf":
        if let name = operands.dropLast().last { font = PDFName(bytes: name.dropFirst().utf8) }
      case "Tm":
        guard let newX = operands.dropLast().last.flatMap({ Double($0) }),
          let newY = operands.last.flatMap({ Double($0) })
        else { break }
        if newY != y { endLine() }
        (x, y) = (newX, newY)
      case "Td":
        guard let right = operands.dropLast().last.flatMap({ Double($0) }),
          let up = operands.last.flatMap({ Double($0) })
        else { break }
        if up != 0 { endLine() }
        (x, y) = (x + right, y + up)
      case "Tj":
        guard let code = operands.last.flatMap({ UInt16($0.dropFirst(), radix: 16) }) else { break }
        codes.append(Code(x: x, text: texts.text(of: code, font: font)))
      default:
        operands.append(token)
        continue
      }
      operands = []
    }
    endLine()
    return lines
  }

  /// White space, and the end of a hexadecimal string, part tokens; nothing else has to be told apart here.
  private var tokens: [Substring] {
    String(decoding: content, as: UTF8.self).split { $0 == " " || $0 == "\n" || $0 == ">" }
  }

  /// A line's codes as they are read: from right to left, and numbers and Latin words from left to right.
  private static func logical(_ codes: [Code]) -> String {
    var result: [String] = []
    var run: [String] = []
    for code in codes.sorted(by: { $0.x > $1.x }) {
      // A code of several characters, such as a whole number, holds them in logical order.
      let text = code.text.filter { !$0.isWhitespace }
      if text.allSatisfy(isLeftToRight) {
        run.append(text)
      } else {
        result += run.reversed() + [text]
        run = []
      }
    }
    return (result + run.reversed()).joined()
  }

  private static func isLeftToRight(_ character: Character) -> Bool {
    character.isNumber || character.isASCII
  }
}
