import Foundation
import Records
import Spreadsheets
import TestSupport
import Testing
import Values

@Suite struct SpreadsheetWriterTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-\(UUID().uuidString)")

  private func write(_ name: String, _ rows: [[String]]) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    let writer = try SpreadsheetWriter(
      path: file.path, sheet: "الصادر", headings: ["رقم القيد", "الاسم"], created: 1_764_150_000)
    for row in rows { try writer.add(row) }
    try writer.finish()
    return file
  }

  @Test func ourOwnReaderGetsBackEveryCellAsText() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try write("a.xlsx", [["1448/1", "نورة"], ["=1+1", "0001"], ["", "سعد"]])
    let dictionary = DataDictionary(fields: [
      Field(name: "رقم القيد", alias: "number", type: .text),
      Field(name: "الاسم", alias: "name", type: .text),
    ])
    let set = try RecordSet.read(path: file.path, sheet: "الصادر", dictionary: dictionary)
    #expect(set.records.map { $0.record.values["رقم القيد"] } == [.text("1448/1"), .text("=1+1"), nil])
    #expect(set.records.map { $0.record.values["الاسم"] } == [.text("نورة"), .text("0001"), .text("سعد")])
  }

  @Test func theSameRowsGiveTheSameBytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (0..<50).map { ["1448/\($0)", "عضو \($0)"] }
    #expect(try Data(contentsOf: write("a.xlsx", rows)) == Data(contentsOf: write("b.xlsx", rows)))
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    #expect(throws: SpreadsheetWriter.Failure.self) {
      let writer = try SpreadsheetWriter(path: "/proc/khitab/a.xlsx", sheet: "x", headings: ["x"], created: 0)
      try writer.finish()
    }
    #expect(throws: SpreadsheetWriter.Failure.self) {
      let writer = try SpreadsheetWriter(path: folder.path + ".xlsx", sheet: "x", headings: [], created: 0)
      try writer.add([String(repeating: "x", count: SpreadsheetWriter.cellLimit + 1)])
    }
  }
}
