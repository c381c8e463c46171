import Foundation
import GRDB
import Register
import Testing
import Values

@Suite struct RegisterSearchTests {
  static let names = [
    "نورة بنت عبد الرحمن بن صالح آل سدرة", "أحمد عبدالله الشيحي", "فاطمة مؤيد", "Mohammed Ali Khan",
  ]
  /// What is typed, and whom it finds.
  static let queries: [(words: String, found: [Int])] = [
    ("نوره عبدالرحمن", [0]), ("عبد الرحمن نورة", [0]), ("السدره", [0]), ("ال سدرة", [0]), ("سدرة", [0]),
    ("شيحي احمد", [1]),
    ("نورة صالح", [0]),
    ("احمد عبد الله", [1]), ("آحمد", [1]), ("فاطمه مويد", [2]), ("mohammed KHAN", [3]), ("0003", [2]),
    ("٠٠٠٣", [2]),
    ("ترميم", [3, 2, 1, 0]), ("أحمد نورة", []), ("؟", []), ("", []),
  ]

  @Test(arguments: queries, [false, true])
  func findsANameInAnySpelling(query: (words: String, found: [Int]), isEncrypted: Bool) throws {
    let office = try filled(isEncrypted: isEncrypted)
    var wanted = Register.Query()
    wanted.words = query.words
    let found = try office.register.search(wanted)
    #expect(found.map { $0.position - 1 } == query.found)
    for entry in found { #expect(entry.particulars?[.name] == Self.names[entry.position - 1]) }
  }

  @Test func theBeginningOfTheLastWordIsEnoughWhereWordsAreNotHashed() throws {
    let office = try filled(isEncrypted: false)
    var wanted = Register.Query()
    wanted.words = "احمد الشي"
    #expect(try office.register.search(wanted).map(\.position) == [2])
    wanted.words = "سدر"
    #expect(try office.register.search(wanted).map(\.position) == [1])
  }

  @Test func findsByNumberCodeAndRequest() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([
      .letter(), .letter(to: "أحمد", [.code: "7K2MQ9XA04TB", .request: "1447/0102"]), .letter(),
    ])[1]
    for text in [
      "OUT-1447-000002", "out-1447-2", "1447/2", "١٤٤٧/٢", "7K2M-Q9XA-04TB", "7k2mq9xao4tb", " 1447 / 2 ",
    ] {
      #expect(try office.register.entries(named: text).map(\.position) == [entry.position], "\(text)")
    }
    #expect(try office.register.entries(named: "1447/9").isEmpty)
    var wanted = Register.Query()
    wanted.request = "١٤٤٧/0102"
    #expect(try office.register.search(wanted).map(\.position) == [entry.position])
    wanted.series = .incoming
    #expect(try office.register.search(wanted).isEmpty)
  }

  @Test func givesTheNewestFirstAndNoMoreThanAsked() throws {
    let office = try TemporaryRegister()
    try office.add((0..<5).map { _ in .letter() })
    var wanted = Register.Query()
    wanted.words = "نورة"
    wanted.limit = 2
    #expect(try office.register.search(wanted).map(\.position) == [5, 4])
    wanted.words = nil
    wanted.days = CivilDate(year: 2025, month: 11, day: 26)...CivilDate(year: 2025, month: 11, day: 27)
    #expect(try office.register.search(wanted).map(\.position) == [5, 4])
  }

  /// Nothing of a person can be read in the file itself.
  @Test func anEncryptedRegisterShowsNothingToWhoHasOnlyTheFile() throws {
    let office = try filled(isEncrypted: true)
    let backup = office.folder.appending(path: "copy.db").path
    try office.backUp(to: backup)
    let bytes = try Data(contentsOf: URL(filePath: backup))
    for words in ["نورة", "نوره", "سدرة", "السدره", "Khan", "khan", "ترميم"] {
      #expect(bytes.range(of: Data(words.utf8)) == nil, "\(words)")
    }
    #expect(throws: RegisterError.keyNeeded(path: office.path)) { try Register.open(path: office.path) }
    #expect(throws: RegisterError.wrongKey(path: office.path)) {
      try Register.open(path: office.path, key: RegisterKey(bytes: Array(1..<33)))
    }
  }

  @Test func aKeyIsSixtyFourHexadecimalDigits() {
    let text = RegisterKey.generated()
    #expect(text.count == 64 && RegisterKey(hexadecimal: text + "\n") != nil)
    #expect(RegisterKey.generated() != text)
    for wrong in ["", "abc", String(text.dropLast()), text + "0", String(repeating: "g", count: 64)] {
      #expect(RegisterKey(hexadecimal: wrong) == nil)
    }
  }

  private func filled(isEncrypted: Bool) throws -> TemporaryRegister {
    let office = try TemporaryRegister(key: isEncrypted ? RegisterKey(bytes: Array(0..<32)) : nil)
    try office.add(Self.names.enumerated().map { .letter(to: $1, party: "000\($0 + 1)") })
    return office
  }
}
