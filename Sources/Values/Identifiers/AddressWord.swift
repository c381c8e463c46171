/// A word or number of a part of an address.
struct AddressWord: Equatable {
  /// The word without what parts it from others.
  let text: String
  /// The word as labels are compared: in capitals and without full stops, «ص.ب.» as «صب».
  let plain: String
  /// Whether a hyphen joins it to the word before: `13213-7284`.
  let isGlued: Bool
  /// Whether the word is nothing but digits.
  let isNumber: Bool

  init(_ text: String, isGlued: Bool = false) {
    (self.text, self.isGlued) = (text, isGlued)
    plain = text.filter { $0 != "." }.uppercased()
    isNumber = NationalAddress.isDigits(text, 1...20)
  }

  /// The words of a part, parted by blanks, colons and the hyphens beside digits.
  static func words(of part: String) -> [AddressWord] {
    var words: [AddressWord] = []
    for piece in part.split(whereSeparator: { $0 == " " || $0 == ":" }) {
      var isGlued = false
      for text in cut(piece) {
        if text.unicodeScalars.allSatisfy(\.isDash) {
          isGlued = true
          continue
        }
        words += boxed(text).map { AddressWord($0, isGlued: isGlued) }
        isGlued = false
      }
    }
    return words
  }

  /// Words as they stood, with the hyphens between them.
  static func text(_ words: ArraySlice<AddressWord>) -> String {
    words.reduce("") { $0 + ($0.isEmpty ? "" : $1.isGlued ? "-" : " ") + $1.text }
  }

  /// The numbers that a street's or district's name may end in though they aren't of it.
  struct Tail {
    /// The building's number, before the postcode.
    var building: String?
    var postcode: String
    var additional: String?
    /// How many numbers there are.
    var count: Int { 1 + (building == nil ? 0 : 1) + (additional == nil ? 0 : 1) }
  }

  /// The numbers at the end of a street's or district's name that may be a postcode, with or without the building's
  /// number before it and an additional one behind it: never the number right behind «شارع» or «حي».
  static func tail(of words: [AddressWord]) -> Tail? {
    let numbers = words.reversed().prefix { $0.isNumber }.reversed().map(\.text)
    let isPostcode = { Identifier.read($0, as: .postcode).value != nil }
    guard (1...3).contains(numbers.count), words.count - numbers.count > 1,
      let postcode = numbers.prefix(2).firstIndex(where: isPostcode)
    else { return nil }
    let (before, behind) = (numbers.prefix(postcode), numbers.dropFirst(postcode + 1))
    guard behind.count < 2, (before + behind).allSatisfy({ $0.utf8.count == 4 }) else { return nil }
    return Tail(building: before.first, postcode: numbers[postcode], additional: behind.first)
  }

  /// A piece cut at its hyphens if there are digits beside them; the hyphens stay as pieces of their own.
  private static func cut(_ piece: Substring) -> [String] {
    var pieces = [""]
    let scalars = Array(piece.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let beside = [index - 1, index + 1].compactMap { scalars.indices.contains($0) ? scalars[$0] : nil }
      if scalar.isDash, beside.count < 2 || beside.contains(where: { Digits.value(of: $0) != nil }) {
        pieces += [String(scalar), ""]
      } else {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      }
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// «ص.ب1234» as label and number; all else as it is.
  private static func boxed(_ text: String) -> [String] {
    let label = text.prefix { !("0"..."9").contains($0) }
    guard label.count < text.count, AddressLabel.isBox(AddressWord(String(label)).plain) else {
      return [text]
    }
    return [String(label), String(text.dropFirst(label.count))]
  }
}
