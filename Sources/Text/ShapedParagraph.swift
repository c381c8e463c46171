public import Content
public import Geometry

/// A paragraph ready to be broken into lines of any measure; immutable.
public struct ShapedParagraph: Sendable {
  private enum Content {
    case text(ShapedText)
    /// A text of a known form, in UTF-8.
    case variant(DigitForm, [UInt8])
  }

  private let content: Content

  init(_ text: ShapedText) { content = .text(text) }

  init(of form: DigitForm, saying text: [UInt8]) { content = .variant(form, text) }

  /// What its lines are made of: the text itself, or one that differs from it in its digits alone.
  private var base: ShapedText {
    switch content {
    case .text(let text): text
    case .variant(let form, _): form.base
    }
  }

  /// The form it was made in, if it was made in one.
  public var form: DigitForm? { if case .variant(let form, _) = content { form } else { nil } }

  /// The width of its widest part that can't be broken.
  public var minimumWidth: Points { base.minimumWidth }

  /// The width of its widest part that can't be broken even in need, where no line holds it.
  public var leastWidth: Points { base.leastWidth }

  /// The width of its widest line when only forced breaks end lines.
  public var naturalWidth: Points { base.naturalWidth }

  /// Whether it announces what stands below it, with a colon at its end.
  public var announces: Bool { base.endsWithColon }

  /// Whether there may be check boxes, ticks or crosses in it, which are drawn and not read as text of its lines.
  public var mayHoldDrawnSigns: Bool { base.mayHoldDrawnSigns }

  /// Breaks the paragraph into lines.
  /// - Parameters:
  ///   - alignment: Where lines stand; a line with a fill always takes the whole measure.
  ///   - measure: The width a line may take, by its number from 0.
  /// - Returns: The lines, from the top.
  public func lines(alignment: HorizontalAlignment, measure: (_ lineIndex: Int) -> Points) -> [Line] {
    switch content {
    case .text(let text): text.lines(alignment: alignment, measure: measure)
    case .variant(let form, let text): [form.line(saying: text, alignment: alignment, measure: measure(0))]
    }
  }

  /// The form of its text, to set others in that differ from it in their digits alone; `nil` where their digits may
  /// change more than their own glyphs.
  func form(_ pairs: KernedPairs, saying text: [UInt8]) -> DigitForm? {
    // Characters that are never shown are of the pieces alone.
    guard case .text(let base) = content, base.text.utf8 == text else { return nil }
    return DigitForm(base, pairs)
  }
}
