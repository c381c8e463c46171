import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Settings

@Suite struct SettingsFileTests {
  private static let number = SettingKey("number", "العدد")
  private static let digits: [(key: SettingKey, meaning: Int)] = [
    (SettingKey("arabic-indic", "٠١٢٣"), 1), (SettingKey("european", "0123"), 2),
  ]

  private func read<Result>(
    _ yaml: String, _ read: (inout SettingMap, inout DiagnosticLog) -> Result?
  ) -> (result: Result?, log: [String]) {
    var log = DiagnosticLog()
    let result = SettingsFile.read(yaml: yaml, file: "s.yaml", log: &log, read)
    return (result, log.diagnostics.map(Self.line))
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    switch diagnostic.location {
    case .setting(_, let path): "\(diagnostic.message.id) \(path)"
    case .text(_, let line, _, _): "\(diagnostic.message.id) line \(line)"
    default: diagnostic.message.id
    }
  }

  @Test(arguments: [
    ("", "settings.none"), ("- 1", "settings.none"), ("number: [", "settings.not-yaml line 2"),
    ("number: 1\nnumber: 2", "settings.not-yaml line 1"),
    ("number: 1\nالعدد: 2", "settings.said-twice العدد"),
    ("number: [1]", "settings.not-single number"), ("number: x", "settings.not-number number"),
    ("number: 10", "settings.out-of-range number"), ("number: 1.5", "settings.not-whole number"),
    ("numbr: 1", "settings.unknown numbr"),
    (String(repeating: " ", count: 1 << 20) + "a: 1", "settings.too-long"),
  ])
  func aMistakeIsSaidWhereItStands(yaml: String, expected: String) {
    let found = read(yaml) { map, log in map.wholeNumber(Self.number, in: 1...9, log: &log) }
    #expect(found.log == [expected])
  }

  @Test(arguments: ["number: 7", "Number: ٧", "العدَد: 7", "الـعدد: \"7\""])
  func aNameIsKnownInAnyOfItsSpellings(yaml: String) {
    let found = read(yaml) { map, log in map.wholeNumber(Self.number, in: 1...9, log: &log) }
    #expect(found.result == 7 && found.log == [])
  }

  /// Two choices may differ in what spellings of one word differ in.
  @Test(arguments: [("٠١٢٣", 1), ("0123", 2), ("Arabic Indic", 1), ("European", 2)])
  func aChoiceIsTakenAsItIsWrittenFirst(word: String, meaning: Int) {
    let found = read("digits: \(word)") { map, log in
      map.choice(SettingKey("digits", "الأرقام"), Self.digits, log: &log)
    }
    #expect(found.result == meaning && found.log == [])
  }

  @Test func aSlipGetsAHint() {
    var log = DiagnosticLog()
    let key = SettingKey("digits", "الأرقام")
    _ = SettingsFile.read(yaml: "digits: europaen\ndigtis: x", file: "s.yaml", log: &log) { map, log in
      map.choice(key, Self.digits, log: &log)
    }
    #expect(log.diagnostics.map(\.message.id) == ["settings.not-choice", "settings.unknown"])
    #expect(log.diagnostics.map(\.hints) == [[.didYouMean("european")], [.didYouMean("digits")]])
  }

  @Test func anItemIsCalledByTheNameItGivesItself() {
    let paths = read("items: [{name: أ}, {الاسم: \" \"}, {x: 1}, ب]") { map, log in
      map.take(SettingKey("items", "البنود"), log: &log)?.list(namedBy: SettingKey("name", "الاسم")).map(
        \.path)
    }
    #expect(paths.result == ["items/أ", "items/2", "items/3", "items/4"])
  }

  @Test func aNameWithNothingAfterItSaysNothing() {
    let found = read("number:\nother: ~") { map, log in
      let isNamed = map.names(Self.number)
      let taken = map.take(Self.number, log: &log) ?? map.take(SettingKey("other", "غيره"), log: &log)
      return isNamed && taken == nil
    }
    #expect(found.result == true && found.log == [])
  }

  @Test func thePageExplainsEveryMessageAndNoOther() throws {
    let page = try String(contentsOf: Repository.file("Docs/Themes.md"), encoding: .utf8)
    let raised = try ["Setting", "SettingMap", "SettingsFile"].flatMap { name in
      try String(contentsOf: Repository.file("Sources/Settings/\(name).swift"), encoding: .utf8)
        .matches(of: /"(settings\.[a-z-]+)"/).map { String($0.output.1) }
    }
    #expect(Set(page.matches(of: /`(settings\.[a-z-]+)`/).map { String($0.output.1) }) == Set(raised))
    #expect(raised.count > 10)
  }
}
