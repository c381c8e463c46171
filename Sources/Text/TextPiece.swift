public import Content
public import Diagnostics
public import Geometry
import Glibc

/// How a run of text is drawn.
public struct TextAttributes: Hashable, Sendable {
  /// The font families to try, in order; the locked fallbacks follow them.
  public var families: [String]
  /// Bold or regular.
  public var isBold: Bool
  /// The font size.
  public var size: Points
  /// The ink.
  public var color: Color
  /// How far above the line's baseline it stands; what is raised stays with the word before it.
  public var raise: Points

  /// The given attributes.
  public init(
    families: [String], isBold: Bool = false, size: Points, color: Color = .black, raise: Points = 0
  ) {
    self.families = families
    self.isBold = isBold
    self.size = size
    self.color = color
    self.raise = raise
  }
}

/// A stretch of text of one style and one origin.
public struct StyledRun: Hashable, Sendable {
  /// The characters; bidi controls among them are not obeyed beyond the run, and never shown.
  public var text: String
  /// How it is drawn.
  public var attributes: TextAttributes
  /// The isolate it is laid out in.
  public var isolation: Isolation
  /// Whether a line may end inside it.
  public var isBreakable: Bool
  /// Where its text came from.
  public var origin: SourceLocation?
  /// Which of its paragraph's links it is part of, from 0.
  public var link: Int?

  /// A run of text.
  public init(
    _ text: String, attributes: TextAttributes, isolation: Isolation = .none, isBreakable: Bool = true,
    origin: SourceLocation? = nil, link: Int? = nil
  ) {
    self.text = text
    self.attributes = attributes
    self.isolation = isolation
    self.isBreakable = isBreakable
    self.origin = origin
    self.link = link
  }

  /// Whether both are the same to the byte.
  ///
  /// Strings of canonically equivalent characters are equal in Swift, but not alike: a letter written as one
  /// character and the same written as two are other units, other clusters and other text in a file.
  public static func == (a: StyledRun, b: StyledRun) -> Bool {
    a.text.hasBytes(of: b.text) && a.attributes == b.attributes && a.isolation == b.isolation
      && a.isBreakable == b.isBreakable && a.origin == b.origin && a.link == b.link
  }

  /// Hashes the text's bytes; what else makes runs differ seldom does so alone.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
    hasher.combine(attributes.size)
  }
}

extension String {
  fileprivate func hasBytes(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { others in
        guard let a = own.baseAddress, let b = others.baseAddress else { return true }
        return memcmp(a, b, own.count) == 0
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}

/// A piece of a paragraph.
public enum TextPiece: Hashable, Sendable {
  /// Text.
  case run(StyledRun)
  /// The end of a line.
  case lineBreak(TextAttributes)
  /// Space that takes what is left of its line: what follows stands at the line's left end.
  case flexibleSpace(TextAttributes)
  /// Dots that take what is left of their line.
  case dottedFill(TextAttributes)
  /// Dots to write a value on, at least so many ems wide; whether they take what is left of their line, or only what a
  /// justified line has to spare.
  case writingSpace(TextAttributes, ems: Double, isOpen: Bool)

  var attributes: TextAttributes {
    switch self {
    case .run(let run): run.attributes
    case .lineBreak(let attributes), .flexibleSpace(let attributes), .dottedFill(let attributes),
      .writingSpace(let attributes, _, _):
      attributes
    }
  }

  var isBreakable: Bool {
    if case .run(let run) = self { run.isBreakable } else { true }
  }

  var origin: SourceLocation? {
    if case .run(let run) = self { run.origin } else { nil }
  }

  var link: Int? {
    if case .run(let run) = self { run.link } else { nil }
  }
}
