public import Diagnostics
public import Geometry

/// How a stretch of text is kept from turning what surrounds it, or being turned (UAX #9, isolates).
public enum Isolation: Hashable, Sendable {
  /// Laid out with its surroundings.
  case none
  /// Left to right inside: identifiers, numeric dates, amounts (LRI … PDI).
  case leftToRight
  /// Right to left inside (RLI … PDI).
  case rightToLeft
  /// By its own first strong letter: names and free text (FSI … PDI).
  case firstStrong
}

/// How a stretch of text differs from its paragraph's style; `nil` means as the paragraph.
public struct InlineStyle: Hashable, Sendable {
  /// Bold or regular.
  public var isBold: Bool?
  /// Colour of the ink.
  public var color: Color?
  /// Size as a multiple of the paragraph's.
  public var scale: Double?
  /// A font family other than the paragraph's.
  public var family: String?

  /// A style with the given differences.
  public init(isBold: Bool? = nil, color: Color? = nil, scale: Double? = nil, family: String? = nil) {
    self.isBold = isBold
    self.color = color
    self.scale = scale
    self.family = family
  }

  /// No difference.
  public static let plain = InlineStyle()
}

/// A stretch of text with one style and one origin.
public struct TextSpan: Hashable, Sendable {
  /// The characters; never parsed again: whatever they are, they are text.
  public var text: String
  /// How it differs from its paragraph.
  public var style: InlineStyle
  /// The isolate it is laid out in.
  public var isolation: Isolation
  /// Whether a line may end inside it.
  public var isBreakable: Bool
  /// The template words or the record's cell it came from.
  public var origin: SourceLocation?
  /// Where readers of the file are led by it.
  public var link: LinkTarget?

  /// A stretch of text.
  public init(
    _ text: String, style: InlineStyle = .plain, isolation: Isolation = .none, isBreakable: Bool = true,
    origin: SourceLocation? = nil, link: LinkTarget? = nil
  ) {
    self.text = text
    self.style = style
    self.isolation = isolation
    self.isBreakable = isBreakable
    self.origin = origin
    self.link = link
  }
}

/// A piece of a paragraph.
public enum Inline: Hashable, Sendable {
  /// Text.
  case text(TextSpan)
  /// The end of a line.
  case lineBreak
  /// Space that takes all that is left of its line: what follows stands at the line's end.
  case flexibleSpace
  /// Leader dots that take all that is left of the line, for writing on by hand.
  case dottedFill
  /// Leader dots for writing a value on by hand, at least so many ems wide; an open one takes what is left of the
  /// line, any other is widened only to fill a justified line, and to twice its width at most.
  case writingSpace(ems: Double, isOpen: Bool)
  /// The number of the page it stands on.
  case pageNumber(InlineStyle, digits: NumberDigits)
  /// The number of pages of the document.
  case pageCount(InlineStyle, digits: NumberDigits)
  /// The place of a note, which belongs to the word before it.
  case footnote(Footnote)
}

/// The digits a page number is written in.
public enum NumberDigits: Hashable, Sendable {
  /// ٠١٢٣٤٥٦٧٨٩
  case arabicIndic
  /// 0123456789
  case european

  private static let arabicIndicDigits = Array("٠١٢٣٤٥٦٧٨٩")

  /// A number in these digits.
  public func written(_ number: Int) -> String {
    switch self {
    case .european: String(number)
    case .arabicIndic:
      String(String(number).map { $0.wholeNumberValue.map { Self.arabicIndicDigits[$0] } ?? $0 })
    }
  }
}
