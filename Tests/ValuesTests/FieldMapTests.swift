import TestSupport
import Testing
import Values

@Suite struct FieldMapTests {
  private static let names = [
    "الاسم", "رقم الهوية", "الآيبان", "request_no", "م", "", "المبلغ (ريال)", "البند ٢", "المبلّغ", "é",
    "الصك\u{640}",
  ]

  @Test func doesWhatADictionaryDoes() {
    var generator = SeededGenerator(seed: 1448)
    for _ in 0..<200 {
      var map: FieldMap<Int> = [:]
      var dictionary: [String: Int] = [:]
      for step in 0..<Int.random(in: 0...40, using: &generator) {
        let name = Self.names.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: (map[name], dictionary[name]) = (nil, nil)
        case 1:
          var other = ["الاسم": -step]
          other[name] = step
          map.merge(FieldMap(of: other)) { $0 + $1 }
          dictionary.merge(other) { $0 + $1 }
        default: (map[name], dictionary[name]) = (step, step)
        }
        #expect(map.count == dictionary.count)
      }
      #expect(map.map(\.key).sorted() == dictionary.keys.sorted())
      #expect(map.placesByName.map { map[$0].key } == dictionary.keys.sorted())
      for name in Self.names { #expect(map[name] == dictionary[name]) }
      let again = FieldMap(of: dictionary)
      #expect(again == map)
      #expect(again.hashValue == map.hashValue)
      var other = map
      other["آخر"] = 1
      #expect(other != map)
    }
  }

  @Test func keepsTheOrderInWhichFieldsWereStated() {
    var map: FieldMap<Int> = ["ب": 1, "أ": 2, "ج": 3]
    map["أ"] = 4
    map["ب"] = nil
    map["ب"] = 5
    #expect(map.keys == ["أ", "ج", "ب"])
    #expect(map.values == [4, 3, 5])
  }

  @Test(arguments: [
    ("الآيبان", "الا\u{653}يبان"), ("مسؤول", "مسو\u{654}ول"), ("أسباب", "ا\u{654}سباب"), ("é", "e\u{301}"),
    ("Å", "\u{212B}"), ("مبلّغ", "مبل\u{651}غ"),
  ])
  func takesWhatUnicodeHoldsForTheSameNameAsOne(_ name: String, _ spelled: String) {
    let map: FieldMap<Int> = [name: 1]
    #expect(map[spelled] == 1)
    #expect(FieldKey(spelled) == FieldKey(name))
    #expect(FieldKey(spelled).hashValue == FieldKey(name).hashValue)
  }

  @Test(arguments: [("ا", "أ"), ("ab", "ba"), ("", " "), ("الاسم", "الاسم "), ("aB", "b#"), ("١", "1")])
  func tellsOtherNamesApart(_ name: String, _ other: String) {
    #expect(FieldMap<Int>(dictionaryLiteral: (name, 1))[other] == nil)
    #expect(FieldKey(name) != FieldKey(other))
  }
}

extension FieldMap<Int> {
  /// The map of what a dictionary holds.
  fileprivate init(of dictionary: [String: Int]) {
    self.init()
    for (name, number) in dictionary { self[name] = number }
  }
}
