import Diagnostics
import Testing

@testable import Values

/// The examples of the pages on dates, identifiers, names and digits, each checked by its table's kind.
@Suite struct ValueDocumentTests {
  private typealias Example = NumbersDocumentTests.Example

  @Test(arguments: [("dates", 43), ("identifiers", 30), ("names", 35), ("digits", 17)])
  func everyExampleOfThePageHolds(page: String, least: Int) throws {
    let examples = try NumbersDocumentTests.examples(of: page)
    #expect(examples.count >= least)
    for example in examples where example.kind != "sorting" {
      let answers = try answers(to: example)
      #expect(answers == Array(example.cells.suffix(answers.count)), "\(example)")
    }
    let names = examples.filter { $0.kind == "sorting" }.map { $0.cells[0] }
    #expect(names.reversed().sorted { NameForm.collationKey($0) < NameForm.collationKey($1) } == names)
  }

  private func answers(to example: Example) throws -> [String] {
    let cells = example.cells
    switch example.kind {
    case "date-form", "month-case", "conversion", "date-reading", "date-refusal", "date-order", "period",
      "reply":
      return try dateAnswers(to: example)
    case "identifier", "identifier-remark", "pattern", "address": return try identifierAnswers(to: example)
    case "name":
      return [TextCleaning.clean(cells[0], as: .name).value ?? "-", NameForm.searchKey(cells[0])]
    case "loose-key": return [NameForm.looseSearchKey(cells[0])]
    case "printed-name":
      return [NameForm.printed(cells[0]).split(separator: "\u{A0}").joined(separator: "␣")]
    case "duplicate":
      let found = NearDuplicate.all(among: cells.prefix(2).map { NearDuplicate.Subject(name: $0) })
      return [found.first?.reason.arabic ?? "-"]
    case "number":
      let number = try #require(Int64(cells[0]))
      return HouseStyle.Digits.allCases.map { Digits.grouped(number, style: $0) }
    case "amount":
      let money = try #require(Money.read(cells[0]).value)
      return HouseStyle.Digits.allCases.map { money.digits(style: style($0)) }
    case "amount-refusal": return Money.read(cells[0]).diagnostics.map(\.message.id)
    case "percent":
      return HouseStyle.Digits.allCases.map { Digits.percent(cells[0], style: $0).value ?? "-" }
    default: throw UnknownKind(name: example.kind)
    }
  }

  private func dateAnswers(to example: Example) throws -> [String] {
    let cells = example.cells
    switch example.kind {
    case "date-form":
      let form = try #require(DatePhrase.Form(rawValue: cells[1]))
      let text = try #require(DatePhrase.words(try day(cells[0]), form, style: HouseStyle()))
      return [String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isDirectionMark }))]
    case "month-case":
      let month = try #require(Int(cells[0]))
      return [.nominative, .accusative, .genitive].map { MonthNames.hijri(month, in: $0) ?? "-" }
    case "conversion":
      return [DateBulkAnswers.gregorian(cells[1]), DateBulkAnswers.hijri(cells[0])]
    case "date-reading": return [DateValue.read(cells[0]).value?.day.iso ?? "-"]
    case "date-order":
      let order = try #require(DayMonthOrder(rawValue: cells[0]))
      return [DateValue.read(cells[1], order: order).value?.day.iso ?? "-"]
    case "date-refusal": return DateValue.read(cells[0]).diagnostics.map(\.message.id)
    case "period":
      let words = cells[1].split(separator: " ", maxSplits: 1)
      let count = try #require(Int(words[0]))
      let periods: [Substring: Period] = [
        "يوم": .days(count), "أسبوع": .weeks(count), "شهر": .months(count), "شهر هجري": .hijriMonths(count),
        "يوم عمل": .workingDays(count),
      ]
      return [try #require(periods[words[1]]).end(after: try day(cells[0]))?.iso ?? "-"]
    default:
      let receipt = try day(cells[0])
      let window = ReplyWindow(maxReplyDays: 18)
      return [window.earliestReply(receipt: receipt), window.latestReply(receipt: receipt)].map {
        $0?.iso ?? "-"
      }
    }
  }

  private func identifierAnswers(to example: Example) throws -> [String] {
    let cells = example.cells
    switch example.kind {
    case "identifier":
      let kind = try #require(Identifier.Kind(rawValue: cells[0]))
      let identifier = try #require(Identifier.read(cells[1], as: kind).value)
      return [identifier.stored, identifier.printed, identifier.masked]
    case "identifier-remark":
      let kind = try #require(Identifier.Kind(rawValue: cells[0]))
      let remark = try #require(Identifier.read(cells[1], as: kind).diagnostics.first)
      return [remark.severity.rawValue, remark.message.id]
    case "pattern": return [ReferencePattern(cells[0]).read(cells[1]).value == nil ? "لا" : "نعم"]
    default: return [NationalAddress.read(cells[0]).value?.lines.joined(separator: " / ") ?? "-"]
    }
  }

  private func day(_ iso: String) throws -> CivilDate { try #require(DateValue.read(iso).value?.day) }

  private func style(_ digits: HouseStyle.Digits) -> HouseStyle {
    var style = HouseStyle()
    style.digits = digits
    return style
  }

  private struct UnknownKind: Error {
    var name: String
  }
}
