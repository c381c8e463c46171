import Content
import Diagnostics

/// Where a value's words stand: the style around them, and the record's cell they came from.
struct Ink {
  let style: InlineStyle
  let origin: SourceLocation?

  /// Words laid out by their own first strong letter: names and free text.
  func words(_ text: String) -> Atom {
    .inline(
      .text(TextSpan(Ink.contained(text), style: style, isolation: .firstStrong, origin: origin)))
  }

  /// Signs that run left to right and stand on one line: identifiers, amounts, dates in digits.
  func signs(_ text: String) -> Atom {
    .inline(
      .text(
        TextSpan(
          Ink.contained(text), style: style, isolation: .leftToRight, isBreakable: false, origin: origin)))
  }

  /// An address on the web or of e-mail, which leads there; what is no address is signs like any other.
  func address(_ text: String) -> Atom {
    let text = Ink.contained(text)
    return .inline(
      .text(
        TextSpan(
          text, style: style, isolation: .leftToRight, isBreakable: false, origin: origin,
          link: LinkTarget(text))))
  }

  /// Arabic words of our own making, laid out with the text around them.
  func plain(_ text: String) -> Atom {
    .inline(.text(TextSpan(Ink.contained(text), style: style, origin: origin)))
  }

  /// Words of our own making that stand on one line.
  func unbroken(_ text: String) -> Atom {
    .inline(.text(TextSpan(text, style: style, isBreakable: false, origin: origin)))
  }

  /// A text on one line, without the controls that could end the isolate it is laid out in.
  private static func contained(_ text: String) -> String {
    // All of these begin with one of these bytes in UTF-8, and few texts have one.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069: break
      case 0x0D: break
      case 0x0A...0x0C, 0x85, 0x2028, 0x2029: view.append(" ")
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}
