import Diagnostics
import Testing
import Values

@Suite struct FieldOriginsTests {
  private static let row = SourceLocation.cell(file: "r.csv", sheet: "س", row: 3, column: nil)
  private static let name = SourceLocation.cell(file: "r.csv", sheet: "س", row: 3, column: "اسم العضو")

  @Test func knowsTheCellsOfARowByTheirHeadings() {
    let origins = FieldOrigins(row: Self.row, headings: ["الاسم": "اسم العضو"])
    #expect(origins["الاسم"] == Self.name)
    #expect(origins["الجوال"] == nil)
    #expect(origins == ["الاسم": Self.name])
    #expect(origins.hashValue == FieldOrigins(dictionaryLiteral: ("الاسم", Self.name)).hashValue)
  }

  @Test func takesOtherPlacesBesideThoseOfARow() {
    var origins = FieldOrigins(row: Self.row, headings: ["الاسم": "اسم العضو", "الجوال": "هاتف"])
    origins["الجوال"] = .file("other.csv")
    origins["المدينة"] = .file("third.csv")
    #expect(
      origins == [
        "الاسم": Self.name, "الجوال": .file("other.csv"), "المدينة": .file("third.csv"),
      ])
    origins["الاسم"] = nil
    #expect(origins.all.keys == ["الجوال", "المدينة"])
  }
}
