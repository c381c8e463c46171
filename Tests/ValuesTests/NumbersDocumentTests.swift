import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

/// The examples of the pages on numbers and agreement, each checked by the kind its table is marked with.
@Suite struct NumbersDocumentTests {
  /// A row of a table marked `<!-- examples: KIND -->`.
  struct Example: Sendable, CustomStringConvertible {
    var kind: String
    var cells: [String]
    var description: String { kind + ": " + cells.joined(separator: " | ") }
  }

  static func examples(of page: String) throws -> [Example] {
    let text = try String(contentsOf: Repository.file("Docs/Values/\(page).md"), encoding: .utf8)
    var (examples, kind) = ([Example](), String?.none)
    var row = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!-- examples: ") {
        (kind, row) = (String(line.dropFirst(15).dropLast(4)), 0)
      } else if line.hasPrefix("|"), let kind {
        row += 1
        let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        if row > 2 { examples.append(Example(kind: kind, cells: cells)) }
      } else {
        kind = nil
      }
    }
    return examples
  }

  private let cases: [String: GrammaticalCase] = [
    "مرفوع": .nominative, "منصوب": .accusative, "مجرور": .genitive,
  ]
  private let genders: [String: Gender] = ["مذكر": .masculine, "مؤنث": .feminine]

  @Test(arguments: [("numbers", 50), ("counted-nouns", 25), ("amounts", 35), ("agreement", 30)])
  func everyExampleOfThePageHolds(page: String, least: Int) throws {
    let examples = try Self.examples(of: page)
    #expect(examples.count >= least)
    for example in examples { #expect(try answers(to: example) == expected(of: example), "\(example)") }
  }

  private func expected(of example: Example) -> [String] {
    switch example.kind {
    case "lexicon": Array(example.cells.dropFirst())
    case "counted", "house-style": Array(example.cells.suffix(2))
    default: Array(example.cells.suffix(1))
    }
  }

  private func answers(to example: Example) throws -> [String] {
    let cells = example.cells
    switch example.kind {
    case "cardinal":
      let words = Cardinal.words(
        try #require(Int64(cells[0])), counting: try #require(genders[cells[1]]),
        in: try #require(cases[cells[2]]))
      return [words ?? "-"]
    case "ordinal":
      let words = Ordinal.words(
        try #require(Int(cells[0])), gender: try #require(genders[cells[1]]), isDefinite: cells[2] == "معرفة",
        in: try #require(cases[cells[3]]))
      return [words ?? "-"]
    case "adverb": return [Ordinal.adverb(try #require(Int(cells[0]))) ?? "-"]
    case "counted":
      let noun = try #require(NounTable.standard.noun(cells[1]))
      let (number, grammaticalCase) = (try #require(Int64(cells[0])), try #require(cases[cells[2]]))
      return [true, false].map { noun.phrase(number, in: grammaticalCase, inWords: $0) ?? "-" }
    case "money": return [try amount(cells[0], currency: "SAR", isFramed: true)]
    case "currency": return [try amount(cells[0], currency: cells[1], isFramed: false)]
    case "decimal": return [DecimalInWords.words(cells[0]).value ?? "-"]
    case "house-style": return houseStyle(cells[0])
    case "percentage": return [DecimalInWords.percentage(cells[0]).value ?? "-"]
    default: return try agreement(example)
    }
  }

  /// What a setting of the house style changes, by default and otherwise.
  private func houseStyle(_ setting: String) -> [String] {
    var other = HouseStyle()
    let write: (HouseStyle) -> String?
    switch setting {
    case "المئة":
      other.hundred = .withoutAlef
      write = { Cardinal.words(100, counting: .masculine, style: $0) }
    case "التنوين":
      other.tanwin = .beforeAlef
      write = { Cardinal.words(1000, counting: .masculine, in: .accusative, style: $0) }
    case "ألف مليون":
      other.milliard = .billion
      write = { Cardinal.words(1_000_000_000, counting: .masculine, style: $0) }
    case "الياء المحذوفة":
      other.marksLostYa = false
      write = { Cardinal.words(8, counting: .feminine, style: $0) }
    default:
      other.seatOfHamza = .ya
      write = { Lexicon.standard.form(of: "مسؤول", for: .masculine, style: $0) }
    }
    return [HouseStyle(), other].map { write($0) ?? "-" }
  }

  private func agreement(_ example: Example) throws -> [String] {
    let kinds: [String: PersonKind] = ["المذكر": .masculine, "المثنى": .dual, "جمع المذكر": .masculinePlural]
    let cells = example.cells
    switch example.kind {
    case "lexicon":
      return PersonKind.allCases.dropLast().map { Lexicon.standard.form(of: cells[0], for: $0) ?? "-" }
    case "lexicon-case":
      let form = Lexicon.standard.form(
        of: cells[0], for: try #require(kinds[cells[1]]), in: try #require(cases[cells[2]]))
      return [form ?? "-"]
    case "attached": return [AttachedPrepositions.attach(cells[0], to: cells[1])]
    default:
      Issue.record("no such kind of example: \(example.kind)")
      return []
    }
  }

  private func amount(_ text: String, currency code: String, isFramed: Bool) throws -> String {
    let currency = try #require(CurrencyTable.standard.currency(code))
    let parts = text.split(separator: ".")
    let coins = parts.count == 2 ? String(parts[1]) : ""
    let padded = coins + String(repeating: "0", count: currency.decimals - coins.count)
    let digits = String(parts[0]) + padded
    let minorUnits = try #require(Int64(digits))
    return AmountInWords.words(Money(minorUnits: minorUnits, currency: code), isFramed: isFramed).value ?? "-"
  }

  @Test func theLinesShownForAddingWordsAreAccepted() throws {
    var log = DiagnosticLog()
    let nouns = NounTable.read(try block(of: "counted-nouns"), file: "counted-nouns.md", log: &log)
    let currencies = CurrencyTable.read(try block(of: "amounts"), file: "amounts.md", log: &log)
    let words = Lexicon.read(try block(of: "agreement"), file: "agreement.md", log: &log)
    #expect(log.diagnostics.isEmpty)
    #expect(nouns.noun("دعوى")?.phrase(2) == "دعويان")
    #expect(currencies.currency("MYR")?.unit.phrase(3) == "ثلاثة رينغيتات ماليزية")
    #expect(nouns.noun("بطاقة عضوية")?.phrase(2) == "بطاقتا عضوية")
    #expect(nouns.noun("ريال سعودي")?.phrase(2) == "ريالان سعوديان")
    #expect(words.form(of: "مراجع الجمعية", for: .masculinePlural) == "مراجعو الجمعية")
    #expect(words.form(of: "كتابه", for: .femininePlural) == "كتابهن")
  }

  /// The first fenced block of a page.
  private func block(of page: String) throws -> String {
    let text = try String(contentsOf: Repository.file("Docs/Values/\(page).md"), encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    return try #require(parts.dropFirst().first)
  }
}
