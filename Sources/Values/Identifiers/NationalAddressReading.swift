public import Diagnostics

extension NationalAddress {
  /// Reads an address written in one cell, its parts parted by commas or lines.
  ///
  /// «RRRD2929، 2929 شارع الأمير سلطان، حي الروضة، الرياض 13213-7284»: labels such as «الرمز البريدي» may stand
  /// before a number. Numbers that can't be right are errors; parts that are missing are warnings.
  public static func read(_ text: String) -> Reading<NationalAddress> {
    var reader = AddressReader()
    for part in Digits.ascii(text).split(whereSeparator: { "،,؛;|/\n\r".contains($0) }) {
      reader.take(TextCleaning.clean(String(part), as: .text).value ?? "")
    }
    return reader.reading
  }

  /// What is wrong with the parts, wherever they come from.
  public var problems: [Diagnostic] {
    var found: [Diagnostic] = []
    if let postcode, Identifier.read(postcode, as: .postcode).value == nil {
      found.append(Diagnostic(.error, .addressPostcode))
    }
    for number in [building, additional] where number.map({ !Self.isDigits($0, count: 4) }) ?? false {
      found.append(Diagnostic(.error, .addressNumber))
    }
    if let short, !Self.isShortAddress(short) { found.append(Diagnostic(.error, .shortAddress)) }
    if let short, let building, Self.isShortAddress(short), Self.isDigits(building, count: 4),
      short.suffix(4) != building
    {
      found.append(Diagnostic(.error, .shortAddressDisagrees))
    }
    if postcode == nil || building == nil || city == nil {
      found.append(Diagnostic(.warning, .addressIncomplete))
    }
    return found
  }

  /// The address as it stands on paper, a part to a line: short address; building and street; unit; additional
  /// number and district; city and postcode, which in Arabic stands to the left of the city.
  public var lines: [String] {
    let groups: [[String?]] = [
      [short], [building, street], [unit.map { "وحدة \($0)" }], [additional, district], [city, postcode],
    ]
    return groups.map { $0.compactMap(\.self).joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// Whether the text is four Latin capitals and four digits.
  static func isShortAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 8 && bytes.prefix(4).allSatisfy { (0x41...0x5A).contains($0) }
      && bytes.suffix(4).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether the text is `count` European digits.
  static func isDigits(_ text: some StringProtocol, count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// Gathers the parts of an address.
private struct AddressReader {
  private var address = NationalAddress()
  private var unplaced: [String] = []

  private typealias Part = any WritableKeyPath<NationalAddress, String?> & Sendable

  private static let labels: [(label: String, part: Part)] = [
    ("العنوان المختصر", \.short), ("العنوان الوطني المختصر", \.short), ("رقم المبنى", \.building),
    ("المبنى", \.building), ("مبنى", \.building), ("الرقم الإضافي", \.additional),
    ("الرقم الاضافي", \.additional),
    ("الرقم الفرعي", \.additional), ("رقم إضافي", \.additional), ("رقم اضافي", \.additional),
    ("رقم الوحدة", \.unit), ("الوحدة", \.unit), ("وحدة", \.unit), ("شقة", \.unit),
    ("الرمز البريدي", \.postcode),
    ("رمز بريدي", \.postcode), ("المدينة", \.city), ("مدينة", \.city), ("اسم الشارع", \.street),
    ("الشارع", \.street), ("اسم الحي", \.district), ("الحي", \.district),
  ]
  /// The first words of streets and districts, which belong to their names.
  private static let kinds: [(word: String, part: Part)] = [
    ("شارع ", \.street), ("طريق ", \.street), ("ممر ", \.street), ("حي ", \.district), ("مخطط ", \.district),
  ]

  mutating func take(_ part: String) {
    if part.isEmpty { return }
    for (label, place) in Self.labels where part.hasPrefix(label + " ") || part.hasPrefix(label + ":") {
      address[keyPath: place] = String(part.dropFirst(label.count).drop { $0 == ":" || $0 == " " })
      if place == \.short { address.short = address.short?.uppercased() }
      return
    }
    let compact = part.filter { $0 != " " && $0 != "-" }.uppercased()
    if NationalAddress.isShortAddress(compact) {
      address.short = compact
    } else if let (word, place) = Self.kinds.first(where: { part.hasPrefix($0.word) }), !word.isEmpty {
      address[keyPath: place] = part
    } else {
      takeWords(part)
    }
  }

  /// A part without a label: a number before a street, after a city, or alone.
  private mutating func takeWords(_ part: String) {
    var rest: [Substring] = []
    for word in part.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      if NationalAddress.isDigits(word, count: 5), address.postcode == nil {
        address.postcode = String(word)
      } else if NationalAddress.isDigits(word, count: 4) {
        takeFourDigits(String(word))
      } else if NationalAddress.isShortAddress(word.uppercased()) {
        address.short = word.uppercased()
      } else {
        rest.append(word)
      }
    }
    let words = rest.joined(separator: " ")
    if words.isEmpty { return }
    if let kind = Self.kinds.first(where: { words.hasPrefix($0.word) }) {
      address[keyPath: kind.part] = words
    } else {
      unplaced.append(words)
    }
  }

  private mutating func takeFourDigits(_ digits: String) {
    if address.building == nil, address.postcode == nil {
      address.building = digits
    } else if address.additional == nil {
      address.additional = digits
    } else {
      unplaced.append(digits)
    }
  }

  var reading: Reading<NationalAddress> {
    var address = address
    var unplaced = unplaced
    // What has no label goes from the largest place to the smallest: city, district, street.
    let places: [Part] = [\.city, \.district, \.street]
    for place in places where address[keyPath: place] == nil {
      address[keyPath: place] = unplaced.popLast()
    }
    var problems: [Diagnostic] = []
    if !unplaced.isEmpty { problems.append(Diagnostic(.warning, .addressUnplaced)) }
    if address.building == nil, let short = address.short, NationalAddress.isShortAddress(short) {
      address.building = String(short.suffix(4))
      problems.append(Diagnostic(.note, .buildingFromShort))
    }
    if address == NationalAddress() { return Reading(nil, [Diagnostic(.error, .addressEmpty)]) }
    problems += address.problems
    return Reading(problems.contains { $0.severity == .error } ? nil : address, problems)
  }
}

extension Diagnostic.Message {
  fileprivate static var addressPostcode: Self {
    Self(
      "values.address-postcode", arabic: "الرمز البريدي في العنوان خمس خانات تبدأ برقم من 1 إلى 8.",
      english: "The address's postcode must have five digits, the first from 1 to 8.")
  }

  fileprivate static var addressNumber: Self {
    Self(
      "values.address-number", arabic: "رقم المبنى والرقم الإضافي في العنوان أربع خانات لكل منهما.",
      english: "The building number and the additional number of an address have four digits each.")
  }

  fileprivate static var shortAddress: Self {
    Self(
      "values.short-address", arabic: "العنوان المختصر أربعة حروف لاتينية ثم أربعة أرقام، مثل RRRD2929.",
      english: "A short address is four Latin letters and four digits, such as RRRD2929.")
  }

  fileprivate static var shortAddressDisagrees: Self {
    Self(
      "values.short-address-disagrees", arabic: "أرقام العنوان المختصر لا تطابق رقم المبنى.",
      english: "The digits of the short address are not the building number.")
  }

  fileprivate static var addressIncomplete: Self {
    Self(
      "values.address-incomplete",
      arabic: "العنوان ناقص: لا بد في البريد من رقم المبنى والمدينة والرمز البريدي.",
      english: "The address is incomplete: post needs a building number, a city and a postcode.")
  }

  fileprivate static var addressUnplaced: Self {
    Self(
      "values.address-unplaced", arabic: "في العنوان أجزاء لم يُعرف موضعها.",
      english: "The address has parts whose place is not known.")
  }

  fileprivate static var buildingFromShort: Self {
    Self(
      "values.building-from-short", arabic: "أُخذ رقم المبنى من العنوان المختصر.",
      english: "The building number was taken from the short address.")
  }

  fileprivate static var addressEmpty: Self {
    Self(
      "values.address-empty", arabic: "لا يوجد عنوان في هذه القيمة.",
      english: "There is no address in the value.")
  }
}
