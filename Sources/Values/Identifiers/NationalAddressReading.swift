public import Diagnostics

extension NationalAddress {
  /// Reads an address written in one cell, its parts parted by commas, lines or hyphens, in any order.
  ///
  /// «RRRD2929، 2929 شارع الأمير سلطان، حي الروضة، الرياض 13213-7284», «ص.ب 1234 الرياض 11564»: labels such as
  /// «الرمز البريدي» may stand before a number. The country's name is left out. Numbers that can't be right are errors; parts that are missing, or
  /// that no place is known for, are warnings.
  public static func read(_ text: String) -> Reading<NationalAddress> {
    let pieces = AddressPieces.pieces(of: Digits.ascii(text))
    var parts = AddressParts(isOnePiece: pieces.count == 1)
    for piece in pieces { parts.take(piece) }
    parts.place()
    var address = parts.address
    if address == NationalAddress() && parts.unplaced.isEmpty {
      return Reading(nil, [Diagnostic(.error, .addressEmpty)])
    }
    var problems: [Diagnostic] = []
    if !parts.unplaced.isEmpty {
      problems.append(Diagnostic(.warning, .addressUnplaced(parts.unplaced), hints: [.labelParts]))
    }
    if address.building == nil, let short = address.short, isShortAddress(short) {
      address.building = String(short.suffix(4))
      problems.append(Diagnostic(.note, .buildingFromShort))
    }
    problems += address.problems
    return Reading(problems.contains { $0.severity == .error } ? nil : address, problems)
  }

  /// What is wrong with the parts, wherever they come from.
  public var problems: [Diagnostic] {
    var found: [Diagnostic] = []
    if let postcode, Identifier.read(postcode, as: .postcode).value == nil {
      found.append(Diagnostic(.error, .addressPostcode(postcode)))
    }
    for number in [building, additional].compactMap(\.self) where !Self.isDigits(number, 4...4) {
      found.append(Diagnostic(.error, .addressNumber(number)))
    }
    if let postBox, !Self.isDigits(postBox, 1...6) {
      found.append(Diagnostic(.error, .addressBox(postBox)))
    }
    if let short, !Self.isShortAddress(short) { found.append(Diagnostic(.error, .shortAddress)) }
    if let short, let building, Self.isShortAddress(short), Self.isDigits(building, 4...4),
      short.suffix(4) != building
    {
      found.append(Diagnostic(.error, .shortAddressDisagrees))
    }
    if !isComplete { found.append(Diagnostic(.warning, .addressIncomplete)) }
    return found
  }

  /// Whether the text is four Latin capitals and four digits.
  static func isShortAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 8 && bytes.prefix(4).allSatisfy { (0x41...0x5A).contains($0) }
      && bytes.suffix(4).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a word is a short address with a letter or digit too many or missing, or with its halves exchanged.
  static func resemblesShortAddress(_ word: String) -> Bool {
    let bytes = Array(word.uppercased().utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    if bytes.count == 8, bytes.prefix(4).allSatisfy(isDigit) { return bytes.suffix(4).allSatisfy(isLetter) }
    let letters = bytes.prefix(while: isLetter).count
    let digits = bytes.dropFirst(letters)
    return digits.allSatisfy(isDigit) && abs(letters - 4) + abs(digits.count - 4) == 1
  }

  /// Whether the text is nothing but European digits, as many as `count` allows.
  static func isDigits(_ text: some StringProtocol, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension Diagnostic.Message {
  fileprivate static func addressPostcode(_ number: String) -> Self {
    Self(
      "values.address-postcode",
      arabic: "الرمز البريدي في العنوان خمس خانات تبدأ برقم من 1 إلى 8، وليس «\(number)».",
      english: "The address's postcode must have five digits, the first from 1 to 8: “\(number)” is none.")
  }

  fileprivate static func addressNumber(_ number: String) -> Self {
    Self(
      "values.address-number",
      arabic: "رقم المبنى والرقم الإضافي في العنوان أربع خانات لكل منهما، وليس «\(number)» كذلك.",
      english:
        "The building number and the additional number of an address have four digits each: “\(number)” hasn't."
    )
  }

  fileprivate static func addressBox(_ number: String) -> Self {
    Self(
      "values.address-box", arabic: "رقم صندوق البريد من خانة إلى ست خانات، وليس «\(number)» كذلك.",
      english: "The number of a post-office box has one to six digits: “\(number)” hasn't.")
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
      arabic: "العنوان ناقص: لا بد في البريد من رقم المبنى أو صندوق البريد، ومن المدينة والرمز البريدي.",
      english: "The address is incomplete: post needs a building number or a box, a city and a postcode.")
  }

  fileprivate static func addressUnplaced(_ parts: [String]) -> Self {
    let quoted = parts.map { "«\($0)»" }.joined(separator: "، ")
    return Self(
      "values.address-unplaced", arabic: "في العنوان أجزاء لم يُعرف موضعها فتُركت: \(quoted)",
      english: "The address has parts whose place is not known; they were left out: \(quoted)")
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

extension Diagnostic.Hint {
  fileprivate static var labelParts: Self {
    Self(
      arabic: "اكتب قبل كل جزء اسمه، مثل «رقم المبنى» و«الرمز البريدي» و«المدينة».",
      english: "Write before each part what it is, such as «رقم المبنى», «الرمز البريدي», «المدينة».")
  }
}
