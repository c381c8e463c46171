/// The type of a field of the data dictionary.
public enum FieldType: String, Hashable, Sendable, CaseIterable {
  /// Words on one line.
  case text
  /// Words on several lines.
  case paragraph
  /// A person's or body's name.
  case name
  /// A national identity or residence permit number.
  case id
  /// A mobile number.
  case mobile
  /// Any telephone number.
  case phone
  /// An e-mail address.
  case email
  /// An IBAN.
  case iban
  /// A national address.
  case address
  /// A day.
  case date
  /// An amount of money.
  case money
  /// A whole number.
  case integer
  /// One of the field's choices.
  case choice = "enum"
  /// Yes or no.
  case boolean
  /// A person's gender.
  case gender
  /// Whom the letter speaks to: a man, a woman, two, many, a body.
  case personKind = "person-kind"
  /// A reference of the office's own: membership, file, request or letter number.
  case reference
  /// Records inside the record.
  case list

  /// What an Arabic dictionary calls it, and messages with it.
  public var arabicName: String {
    switch self {
    case .text: "نص"
    case .paragraph: "فقرة"
    case .name: "اسم"
    case .id: "هوية"
    case .mobile: "جوال"
    case .phone: "هاتف"
    case .email: "بريد إلكتروني"
    case .iban: "آيبان"
    case .address: "عنوان وطني"
    case .date: "تاريخ"
    case .money: "مبلغ"
    case .integer: "عدد"
    case .choice: "خيار"
    case .boolean: "نعم أو لا"
    case .gender: "جنس"
    case .personKind: "صفة المخاطب"
    case .reference: "مرجع"
    case .list: "قائمة"
    }
  }
}
