public import Text

/// Whether what is made of a line may serve elsewhere, so that it is worth keeping.
///
/// It is known of the line's memory, not of what it says: it makes no two lines different.
public struct Recurrence: Hashable, Sendable {
  /// Where else there may be such a line.
  public enum Kind: Sendable {
    /// It was set for this place.
    case once
    /// The very same runs, in the same memory, are likely to stand elsewhere: they were set once for all.
    case returns
    /// Lines that differ from it in their digits alone, and in where they stand, are made in the same form.
    case form(DigitForm)
  }

  /// Where else there may be such a line.
  public var kind: Kind

  /// What is known of a line.
  public init(_ kind: Kind) { self.kind = kind }

  /// Whether it returns in the same memory.
  public var returns: Bool { if case .returns = kind { true } else { false } }

  /// Always so.
  public static func == (a: Recurrence, b: Recurrence) -> Bool { true }

  /// Adds nothing.
  public func hash(into hasher: inout Hasher) {}
}
