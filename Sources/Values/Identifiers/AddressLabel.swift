/// What may stand before a number of an address to say which one it is.
struct AddressLabel {
  /// A part of the address.
  typealias Part = any WritableKeyPath<NationalAddress, String?> & Sendable

  /// The part that the label names.
  var place: Part
  /// Whether the words are never anything but a label: «مبنى» may also begin a building's name.
  var isSure = true
  /// The words of the label.
  private var words: [String]

  private init(_ words: String, _ place: Part, isSure: Bool = true) {
    self.words = words.split(separator: " ").map(String.init)
    self.place = place
    self.isSure = isSure
  }

  private static let numbers = [
    AddressLabel("العنوان الوطني المختصر", \.short), AddressLabel("العنوان المختصر", \.short),
    AddressLabel("رقم المبنى", \.building), AddressLabel("المبنى", \.building, isSure: false),
    AddressLabel("مبنى", \.building, isSure: false), AddressLabel("عمارة", \.building, isSure: false),
    AddressLabel("الرقم الإضافي", \.additional),
    AddressLabel("الرقم الاضافي", \.additional), AddressLabel("الرقم الفرعي", \.additional),
    AddressLabel("رقم إضافي", \.additional), AddressLabel("رقم اضافي", \.additional),
    AddressLabel("رقم الوحدة", \.unit), AddressLabel("الوحدة", \.unit, isSure: false),
    AddressLabel("وحدة", \.unit, isSure: false), AddressLabel("شقة", \.unit, isSure: false),
    AddressLabel("الرمز البريدي", \.postcode), AddressLabel("رمز بريدي", \.postcode),
    AddressLabel("رقم صندوق البريد", \.postBox), AddressLabel("صندوق البريد", \.postBox),
    AddressLabel("صندوق بريد", \.postBox), AddressLabel("صندوق بريدي", \.postBox),
    AddressLabel("الصندوق البريدي", \.postBox), AddressLabel("ص ب", \.postBox), AddressLabel("صب", \.postBox),
    AddressLabel("P O BOX", \.postBox), AddressLabel("PO BOX", \.postBox), AddressLabel("POBOX", \.postBox),
  ]
  private static let names = [
    AddressLabel("المدينة", \.city), AddressLabel("مدينة", \.city), AddressLabel("اسم الشارع", \.street),
    AddressLabel("الشارع", \.street), AddressLabel("اسم الحي", \.district), AddressLabel("الحي", \.district),
  ]

  private static let kinds: [(word: String, place: Part)] = [
    ("شارع", \.street), ("طريق", \.street), ("ممر", \.street), ("حي", \.district), ("مخطط", \.district),
  ]

  /// The label of a number at the beginning of `words`, and how many words it has.
  static func number(at words: ArraySlice<AddressWord>) -> (label: AddressLabel, count: Int)? {
    numbers.first { $0.begins(words) }.map { ($0, $0.words.count) }
  }

  /// How many words at the beginning of a part are the label of a name, and whose name it is.
  static func name(at words: ArraySlice<AddressWord>) -> (count: Int, place: Part)? {
    // «المدينة المنورة» is the city's own name.
    if words.dropFirst().first?.text == "المنورة" { return nil }
    return names.first { $0.begins(words) }.map { ($0.words.count, $0.place) }
  }

  /// The street or district whose name begins with `word`, which belongs to it.
  static func kind(of word: String) -> Part? {
    kinds.first { $0.word == word }?.place
  }

  /// Whether a word, in capitals and without full stops, names a post-office box.
  static func isBox(_ plain: String) -> Bool { plain == "صب" || plain == "POBOX" }

  /// What the label says the value is, standing behind it; `nil` if something else stands there.
  func value(at words: ArraySlice<AddressWord>) -> ArraySlice<AddressWord>? {
    let words = ["رقم", "NO"].contains(words.first?.plain) ? words.dropFirst() : words
    guard let first = words.first else { return nil }
    if place == \.short {
      let isParted = first.text.count == 4 && words.dropFirst().first?.isNumber == true
      return words.prefix(isParted ? 2 : 1)
    }
    let hasDigit = first.text.utf8.contains { (0x30...0x39).contains($0) }
    // «عمارة 12» is the name of one of several, for a building's number has four digits.
    if place == \.building && !isSure && first.text.count != 4 { return nil }
    guard place == \.unit else { return hasDigit ? words.prefix(1) : nil }
    guard hasDigit || first.text.count == 1 else { return nil }
    // «وحدة 5 الدور الثاني» says where the unit is; a number of four digits or more is another part.
    let more = words.dropFirst().prefix { word in
      !(word.isNumber && word.text.utf8.count > 3) && Self.kind(of: word.text) == nil
    }
    let end = more.indices.first { Self.number(at: more[$0...]) != nil } ?? more.endIndex
    return words[words.startIndex..<end]
  }

  private func begins(_ text: ArraySlice<AddressWord>) -> Bool {
    text.count >= words.count && zip(text, words).allSatisfy { $0.plain == $1 }
  }
}
