public import Geometry

/// What stands between the text of a page and the notes at its foot.
public struct FootnoteArea: Hashable, Sendable {
  /// The rule over the notes; `nil` draws none.
  public var rule: Stroke?
  /// How far the rule reaches from the right.
  public var ruleLength: Points
  /// The least space between the text and the rule.
  public var spaceAbove: Points
  /// The space between the rule and the notes.
  public var spaceBelow: Points

  /// The given rule and spaces.
  public init(
    rule: Stroke? = Stroke(width: 0.5), ruleLength: Points = .mm(45), spaceAbove: Points = 10,
    spaceBelow: Points = 4
  ) {
    self.rule = rule
    self.ruleLength = ruleLength
    self.spaceAbove = spaceAbove
    self.spaceBelow = spaceBelow
  }

  /// The height of the rule and the spaces around it.
  public var height: Points { spaceAbove + (rule?.width ?? 0) + spaceBelow }
}
