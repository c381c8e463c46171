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
    guard mayHoldControls(text) else { return text }
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

  /// Whether a text has bytes in UTF-8 that those controls and line ends begin with, as few have.
  private static func mayHoldControls(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0..<0x20: return true
      case 0xC2: if bytes[index + 1] == 0x85 { return true }
      case 0xE2: if bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81 { return true }
      default: break
      }
    }
    return false
  }
}
