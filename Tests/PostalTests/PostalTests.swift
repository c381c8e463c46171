import Content
import Diagnostics
import Fonts
import Foundation
import Geometry
import Layout
import PDF
import Postal
import TestSupport
import Testing
import Text
import Values

@Suite struct PostalTests {
  static let fonts = Result {
    var log = DiagnosticLog()
    return try FontCollection(folder: Repository.file("Fonts").path, log: &log)
  }

  static func paginator() throws -> Paginator { Paginator(shaper: ParagraphShaper(fonts: try fonts.get())) }

  static func addressee(_ index: Int = 0, name: String = "أ. نورة بنت عبدالرحمن آل سدرة") -> Addressee {
    Addressee(
      name: name,
      address: NationalAddress(
        building: "2929", street: "شارع الأمير سلطان", district: "حي الروضة", city: "الرياض",
        postcode: "13213",
        additional: "7284", unit: "5", short: "RRRD2929"),
      reference: "1448/\(125 + index)",
      origin: .cell(file: "members.csv", sheet: nil, row: index + 2, column: nil))
  }

  /// Everything on a page with its place from the page's top left corner.
  private func extents(_ items: [FrameItem], at origin: Point = Point(x: 0, y: 0)) -> [Rect] {
    items.flatMap { item -> [Rect] in
      switch item {
      case .marked(_, let items): extents(items, at: origin)
      case .scaled(_, let inner, let items):
        extents(items, at: Point(x: origin.x + inner.x, y: origin.y + inner.y))
      case .line(let line, let at):
        line.runs.map { run in
          Rect(x: origin.x + at.x + run.x, y: origin.y + at.y - 8, width: run.run.advance, height: 10)
        }
      default: []
      }
    }
  }

  @Test(arguments: LabelSheet.all) func labelsStandInsideTheirPlaces(sheet: LabelSheet) throws {
    var log = DiagnosticLog()
    let addressees = (0..<sheet.count + 3).map { Self.addressee($0) }
    let document = try AddressPrinter(paginator: Self.paginator())
      .labels(for: addressees, on: sheet, skipping: 2, log: &log)
    #expect(log.diagnostics.isEmpty)
    #expect(document.pages.map(\.unmarkedItems.count) == [sheet.count - 2, 5])
    #expect(document.pages.allSatisfy { $0.size == Paper.a4.size })
    for page in document.pages {
      for (index, item) in page.unmarkedItems.enumerated() {
        let place = sheet.place(page.unmarkedItems.count == 5 ? index : index + 2)
        let ink = extents([item])
        #expect(ink.count >= 7)
        for rect in ink {
          #expect(rect.minX >= place.minX && rect.minX + rect.size.width <= place.minX + place.size.width)
          #expect(rect.minY >= place.minY && rect.minY + rect.size.height <= place.minY + place.size.height)
        }
      }
    }
  }

  @Test(arguments: LabelSheet.all) func aSheetsLabelsDontOverlapAndStayOnThePaper(sheet: LabelSheet) {
    let places = (0..<sheet.count).map(sheet.place)
    for (index, place) in places.enumerated() {
      #expect(place.minX >= 0 && place.minY >= 0)
      #expect(place.minX + place.size.width <= LabelSheet.paper.width)
      #expect(place.minY + place.size.height <= LabelSheet.paper.height)
      for other in places[(index + 1)...] {
        let isApart =
          place.minX >= other.minX + other.size.width - 0.01
          || other.minX >= place.minX + place.size.width - 0.01
          || other.minY >= place.minY + place.size.height - 0.01
        #expect(isApart)
      }
    }
    #expect(places[0].minX > places[1].minX && places[0].minY == places[1].minY)
  }

  @Test func anAddressThatCannotBePostedOrDoesNotFitIsReported() throws {
    var log = DiagnosticLog()
    var incomplete = Self.addressee(1)
    incomplete.address.postcode = nil
    var wrong = Self.addressee(2)
    wrong.address.postcode = "93213"
    let long = Self.addressee(3, name: String(repeating: "عبدالرحمن بن عبدالعزيز ", count: 14))
    let document = try AddressPrinter(paginator: Self.paginator())
      .labels(for: [incomplete, Self.addressee(), wrong, long], on: .threeBySeven, log: &log)
    #expect(document.pages.map(\.unmarkedItems.count) == [1])
    let ids = log.diagnostics.map(\.message.id)
    #expect(ids.contains("postal.address-incomplete") && ids.contains("postal.address-too-long"))
    let rows = log.diagnostics.map { if case .cell(_, _, let row, _)? = $0.location { row } else { 0 } }
    #expect(Set(rows) == [3, 4, 5])
    #expect(log.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func aBoxIsPostedToWithoutABuilding() throws {
    var log = DiagnosticLog()
    let address = NationalAddress(city: "الرياض", postcode: "11564", postBox: "1234")
    let document = try AddressPrinter(paginator: Self.paginator())
      .labels(for: [Addressee(name: "سعد", address: address)], on: .threeBySeven, log: &log)
    #expect(document.pages.count == 1 && log.diagnostics.isEmpty)
  }

  @Test func aLongNameIsSetSmallerBeforeItIsRefused() throws {
    var log = DiagnosticLog()
    let name = "صاحبة السمو الأميرة نورة بنت عبدالرحمن بن عبدالعزيز آل سدرة"
    let document = try AddressPrinter(paginator: Self.paginator())
      .labels(for: [Self.addressee(name: name)], on: .threeBySeven, log: &log)
    #expect(document.pages.count == 1 && log.diagnostics.isEmpty)
  }

  @Test(arguments: EnvelopeProfile.all) func anEnvelopesAddressStandsInItsWindow(profile: EnvelopeProfile)
    throws
  {
    var log = DiagnosticLog()
    var moved = profile
    moved.offset = Point(x: .mm(2), y: .mm(1))
    for (envelope, shift) in [(profile, Point(x: 0, y: 0)), (moved, moved.offset)] {
      let document = try AddressPrinter(paginator: Self.paginator())
        .envelopes(for: [Self.addressee(), Self.addressee(1)], envelope, log: &log)
      #expect(document.pages.count == 2 && document.pages[0].size == profile.size)
      let window = profile.addressArea.rect(on: profile.size.width)
      let ink = extents(document.pages[0].items)
      #expect(ink.count >= 7)
      for rect in ink {
        #expect(rect.minX >= window.minX - shift.x && rect.minY >= window.minY + shift.y)
        #expect(rect.minX + rect.size.width <= window.minX - shift.x + window.size.width)
        #expect(rect.minY + rect.size.height <= window.minY + shift.y + window.size.height)
      }
    }
    #expect(log.diagnostics.isEmpty)
  }

  @Test func aCalibrationPageShowsEveryPlaceAndRulers() throws {
    var log = DiagnosticLog()
    let calibration = CalibrationPage(paginator: try Self.paginator())
    let labels = calibration.page(for: .threeBySeven, log: &log)
    let frames = labels.pages[0].unmarkedItems.compactMap {
      if case .frame(let rect, _) = $0 { rect } else { nil }
    }
    #expect(frames == (0..<21).map(LabelSheet.threeBySeven.place))
    let rules = labels.pages[0].unmarkedItems.filter { if case .rule = $0 { true } else { false } }
    #expect(rules.count == 2 * 61)
    let envelope = calibration.page(for: .dl, log: &log)
    #expect(envelope.pages[0].size == EnvelopeProfile.dl.size)
    #expect(log.diagnostics.isEmpty)
  }

  /// Cities stand as in an Arabic list, where the article doesn't count.
  @Test func postIsSortedByPostcodeThenCity() {
    func addressee(_ postcode: String?, _ city: String?) -> Addressee {
      Addressee(name: "", address: NationalAddress(city: city, postcode: postcode))
    }
    let mixed = [
      addressee("31411", "الدمام"), addressee(nil, "أبها"), addressee("12211", "الرياض"),
      addressee("12211", "الدرعية"), addressee("12211", "حوطة بني تميم"),
    ]
    let sorted = mixed.sorted { $0.placeInPost < $1.placeInPost }
    #expect(sorted.map(\.address.city) == ["حوطة بني تميم", "الدرعية", "الرياض", "الدمام", "أبها"])
  }

  @Test(arguments: [(1, true, 2, 1), (2, true, 2, 1), (3, true, 4, 2), (3, false, 3, 3)])
  func eachLetterBeginsOnAFront(pages: Int, isDuplex: Bool, expected: Int, codes: Int) throws {
    var log = DiagnosticLog()
    let blank = Page(size: Paper.a4.size, items: [])
    let letter = PagedDocument(metadata: .init(title: ""), pages: Array(repeating: blank, count: pages))
    let run = PrintRun(isDuplex: isDuplex, hasSheetCodes: true, hasFoldMarks: true)
    let ready = run.pages(of: letter, number: 7, paginator: try Self.paginator(), log: &log)
    #expect(ready.pages.count == expected)
    let marked = ready.pages.filter { page in
      page.unmarkedItems.contains { if case .line = $0 { true } else { false } }
    }
    #expect(marked.count == codes)
    let folds = ready.pages.flatMap(\.unmarkedItems).compactMap { item -> Points? in
      if case .rule(let from, _, _) = item { from.y } else { nil }
    }
    #expect(Set(folds) == [.mm(99), .mm(198)] && folds.count == 2 * codes)
    #expect(PrintRun().pages(of: letter, number: 1, paginator: try Self.paginator(), log: &log) == letter)
    #expect(log.diagnostics.isEmpty)
  }
}
