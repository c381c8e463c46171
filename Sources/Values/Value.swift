/// A value that a record states and a letter prints.
///
/// Its case decides how it is written: isolate, line breaks, digits, masking.
public enum Value: Hashable, Sendable {
  /// Words on one line.
  case text(String)
  /// Words on several lines or paragraphs, parted by `\n`.
  case paragraph(String)
  /// A person's or body's name.
  case name(String)
  /// A number that names something.
  case identifier(Identifier)
  /// A Saudi national address; indirect, because it is thrice as large as any other value.
  indirect case address(NationalAddress)
  /// A day.
  case date(DateValue)
  /// An amount of money.
  case money(Money)
  /// A whole number that counts something.
  case integer(Int)
  /// One of a field's choices, by its label.
  case choice(String)
  /// Yes or no.
  case boolean(Bool)
  /// A person's gender.
  case gender(Gender)
  /// What a text speaks of, where the record says more than a gender.
  case personKind(PersonKind)
  /// Records inside the record, each by its own field names.
  case list([FieldValues])
}
