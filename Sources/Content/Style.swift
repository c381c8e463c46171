public import Geometry

/// How a paragraph is set.
public struct ParagraphStyle: Hashable, Sendable {
  /// The font families to try, in order; the locked fallbacks follow them.
  public var families: [String] = ["Amiri"]
  /// The font size.
  public var size: Points = 14
  /// Distance from one baseline to the next, in multiples of the size.
  public var leading: Double = 1.75
  /// Whether it is bold.
  public var isBold = false
  /// The ink.
  public var color: Color = .black
  /// Where its lines stand.
  public var alignment: HorizontalAlignment = .start
  /// How far the first line is set in from the right.
  public var firstLineIndent: Points = 0
  /// How far all lines are set in from the right.
  public var startIndent: Points = 0
  /// How far all lines are set in from the left.
  public var endIndent: Points = 0
  /// Space before it; the larger of two neighbours' spaces counts.
  public var spaceBefore: Points = 0
  /// Space after it.
  public var spaceAfter: Points = 0
  /// Whether it stands on the page of what follows.
  public var keepsWithNext = false
  /// Whether all its lines stand on one page.
  public var keepsTogether = false
  /// The fewest lines it may leave at the foot of a page.
  public var orphans = 2
  /// The fewest lines it may carry to the head of a page.
  public var widows = 2

  /// A style of the toolkit's own defaults.
  public init() {}
}

/// The styles of a theme, by name.
public struct StyleSheet: Hashable, Sendable {
  /// Every style by its name.
  public var styles: [StyleName: ParagraphStyle]
  /// The style of a name that the sheet doesn't hold.
  public var fallback: ParagraphStyle

  /// A sheet of the given styles.
  public init(styles: [StyleName: ParagraphStyle] = [:], fallback: ParagraphStyle = ParagraphStyle()) {
    self.styles = styles
    self.fallback = fallback
  }

  /// The style called `name`, or the fallback.
  public subscript(name: StyleName) -> ParagraphStyle { styles[name] ?? fallback }
}
