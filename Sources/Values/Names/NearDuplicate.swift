import Diagnostics

/// Why two records may be of one person.
public enum NearDuplicate: Hashable, Sendable {
  /// The same national ID or iqama number.
  case sameIdentity
  /// Names that differ only in spelling, and the same mobile number.
  case sameNameAndMobile
  /// Names that don't differ at all.
  case sameName
  /// Names that differ only in how letters are spelled.
  case sameSearchKey
  /// Names that differ only by «بن» and «بنت».
  case sameLooseKey
  /// Names that differ only by a title before one of them.
  case sameButForTitle
  /// The first name and the family name agree, and one name has words the other lacks.
  case shorterForm
  /// Names one letter apart.
  case oneLetterApart

  /// What a person is compared by.
  public struct Subject: Hashable, Sendable {
    /// The name as recorded.
    public var name: String
    /// The stored identity number, if there is one.
    public var identity: String?
    /// The stored mobile number, if there is one.
    public var mobile: String?

    /// A person by name and numbers.
    public init(name: String, identity: String? = nil, mobile: String? = nil) {
      self.name = name
      self.identity = identity
      self.mobile = mobile
    }
  }

  /// A subject with the keys of its name, made once.
  struct Profile {
    let subject: Subject
    let key: String
    /// The loose search key.
    let looseKey: String
    /// The letters of the loose search key without a title, and the words among them.
    let letters: [Unicode.Scalar]
    let words: [ArraySlice<Unicode.Scalar>]

    init(_ subject: Subject) {
      self.subject = subject
      key = NameForm.searchKey(subject.name)
      looseKey = NameForm.looseSearchKey(subject.name)
      letters = Array(NameForm.untitledWords(of: subject.name).joined(separator: " ").unicodeScalars)
      words = letters.split(separator: " ")
    }
  }

  /// The strongest reason to think that two records are of one person; `nil` if there is none.
  ///
  /// Different identity numbers mean two persons, whatever their names; a shared mobile alone means nothing,
  /// since families share them.
  static func between(_ a: Profile, _ b: Profile) -> NearDuplicate? {
    if let first = a.subject.identity, let second = b.subject.identity {
      return first == second ? .sameIdentity : nil
    }
    guard !a.key.isEmpty, !b.key.isEmpty else { return nil }
    let hasSameName = a.letters == b.letters
    if hasSameName, let mobile = a.subject.mobile, mobile == b.subject.mobile { return .sameNameAndMobile }
    if a.subject.name == b.subject.name { return .sameName }
    if a.key == b.key { return .sameSearchKey }
    if hasSameName { return a.looseKey == b.looseKey ? .sameLooseKey : .sameButForTitle }
    if isShorterForm(a.words, b.words) || isShorterForm(b.words, a.words) { return .shorterForm }
    return isOneEditApart(a.letters, b.letters) ? .oneLetterApart : nil
  }

  /// The reason in Arabic.
  public var arabic: String {
    switch self {
    case .sameIdentity: "رقم الهوية نفسه"
    case .sameNameAndMobile: "الاسم نفسه ورقم الجوال نفسه"
    case .sameName: "الاسم نفسه"
    case .sameSearchKey: "الاسم نفسه مع اختلاف في الإملاء"
    case .sameLooseKey: "الاسم نفسه مع اختلاف في «بن» أو «بنت»"
    case .sameButForTitle: "الاسم نفسه، ومع أحدهما لقب"
    case .shorterForm: "أحد الاسمين اختصار للآخر"
    case .oneLetterApart: "الاسمان لا يختلفان إلا في حرف واحد"
    }
  }

  /// The reason in English.
  public var english: String {
    switch self {
    case .sameIdentity: "the same identity number"
    case .sameNameAndMobile: "the same name and the same mobile number"
    case .sameName: "the same name"
    case .sameSearchKey: "the same name in another spelling"
    case .sameLooseKey: "the same name but for “bin” or “bint”"
    case .sameButForTitle: "the same name, one of them with a title"
    case .shorterForm: "one name is a shorter form of the other"
    case .oneLetterApart: "the names are one letter apart"
    }
  }

  /// Whether `few` has the first and last word of `many` and, between them, some of its words in order.
  private static func isShorterForm(
    _ few: [ArraySlice<Unicode.Scalar>], _ many: [ArraySlice<Unicode.Scalar>]
  ) -> Bool {
    guard few.count >= 2, few.count < many.count, few.first == many.first, few.last == many.last else {
      return false
    }
    var rest = many[...]
    for word in few {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// Whether one edit makes one text the other.
  private static func isOneEditApart(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    // In short names one letter makes another name: «سعد», «سعيد».
    min(a.count, b.count) >= 10 && EditDistance.between(a, b, atMost: 1) != nil
  }
}
