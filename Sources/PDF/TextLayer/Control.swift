/// A character that the text layer adds to a line's own.
enum Control: Int {
  case leftToRightMark
  case rightToLeftMark
  case popDirectionalIsolate
  /// The space a line was broken at.
  case space

  /// All their texts in UTF-8, in order; a line's store of text begins with them.
  static let texts = Array("\u{200E}\u{200F}\u{2069} ".utf8)

  /// Where its text is in ``texts``.
  var text: Range<Int> { 3 * rawValue..<min(3 * rawValue + 3, Self.texts.count) }

  /// What readers take it for.
  var reader: ReaderClass {
    switch self {
    case .leftToRightMark: .left
    case .rightToLeftMark: .right
    case .popDirectionalIsolate: .mark
    case .space: .space
    }
  }
}
