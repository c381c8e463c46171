import Deflate
import Diagnostics
import TestSupport
import Testing
import Values

@testable import Records

/// Sound files broken in reproducible ways: whatever comes in, reading ends, within its limits, and says where.
@Suite struct FuzzTests {
  /// Small enough that a file past them is met often.
  private static let limits: ReadingLimits = {
    var limits = ReadingLimits()
    limits.inflatedPartBytes = 1 << 20
    limits.inflatedBytes = 2 << 20
    limits.cells = 2_000
    return limits
  }()

  private static let csv = """
    رقم الطلب,الاسم,رقم الهوية,الجوال,تاريخ الميلاد,المبلغ,المستندات\r
    1,"سعد ""أبو"" خالد",1000000008,+966501234567,13/6/1448,"1,500.50",صك؛ عقد\r
    2,نورة,١٠٠٠٠٠٠٠٠٨,9.66E+11,2026-11-23,1.500,"صك
    عقد"\r
    """
  private static let json = """
    {"records": [{"الاسم": "س\\u0645\\n", "الجوال": 5.01234567e8, "مؤهل": true, "المستندات": [{"المستند": null}, "ص"]}, {}]}
    """
  private static let yaml = """
    الحقول:
      - {الاسم: رقم الطلب, النوع: مرجع, مطلوب: نعم}
      - الاسم: الحالة
        النوع: خيار
        الخيارات: [{مقبول: [accepted]}, مرفوض]
    """
  private static let tokens = [
    "\"", ",", ";", "\n", "\r", "\t", "\\", "{", "}", "[", "]", ":", "- ", "&", "&#x645;", "<", ">", "</c>",
    "<c>", "<v>", "</v>",
    "]]>", "<!--", "1e9", "-1", "0", "٤", "\u{202E}", "\u{0}", "#N/A", "99999999999999999999", "A1",
    "XFD1048576", "ﷺ", "لا",
  ].map { Array($0.utf8) }

  /// The file with a few bytes flipped, cut, doubled, moved or put in.
  private static func mutated(_ file: [UInt8], by random: inout SeededGenerator) -> [UInt8] {
    var bytes = file
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...24, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: if start < bytes.count { bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
      case 3: bytes.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: start)
      case 4: if start < bytes.count { bytes[start] = UInt8.random(in: 0...255, using: &random) }
      default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(start...) }
      }
    }
    return bytes
  }

  /// What must hold of every reading.
  private func check(_ set: RecordSet, file: String) {
    #expect(set.records.count <= Self.limits.cells)
    #expect(set.fullLog.diagnostics.allSatisfy { $0.location?.file == file })
    #expect(set.fullLog.diagnostics.allSatisfy { !$0.message.arabic.isEmpty && !$0.message.english.isEmpty })
    #expect(!set.records.isEmpty || !set.log.diagnostics.isEmpty, "A file without records says why")
  }

  @Test(.timeLimit(.minutes(2)), arguments: [1, 2] as [UInt64]) func anyTextCanBeReadAsCSV(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = Self.mutated(Array(Self.csv.utf8), by: &random)
      check(Fixture.records(CSVReader.table(bytes, file: "f", limits: Self.limits)), file: "f")
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: [3, 4] as [UInt64]) func anyTextCanBeReadAsJSON(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let bytes = Self.mutated(Array(Self.json.utf8), by: &random)
      check(Fixture.records(JSONReader.table(bytes, file: "f", limits: Self.limits)), file: "f")
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: [5, 6] as [UInt64]) func anyTextCanBeReadAsADictionary(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let bytes = Self.mutated(Array(Self.yaml.utf8), by: &random)
      var log = DiagnosticLog()
      let dictionary = DataDictionary.read(yaml: String(decoding: bytes, as: UTF8.self), file: "f", log: &log)
      #expect(dictionary != nil || log.hasErrors)
      #expect(log.diagnostics.allSatisfy { $0.location?.file == "f" })
    }
  }

  private func readWorkbook(_ bytes: [UInt8]) -> RecordSet {
    var log = DiagnosticLog()
    var reader = XLSXReader(bytes, file: "f", limits: Self.limits, log: &log)
    var set = Fixture.records(reader?.table(sheet: nil) ?? SourceTable(file: "f", log: log))
    if reader?.hasSheet(named: "المستندات") == true, let list = Fixture.dictionary.field(named: "documents") {
      set.attach(reader?.table(sheet: "المستندات"), to: list)
    }
    return set
  }

  @Test(.timeLimit(.minutes(2)), arguments: ["types.xlsx", "layout.xlsx", "odd.xlsx", "shared.xlsx"])
  func anyBytesCanBeReadAsAWorkbook(name: String) throws {
    var random = SeededGenerator(seed: UInt64(name.utf8.count))
    let file = try Fixture.bytes(name)
    for _ in 0..<60 { check(readWorkbook(Self.mutated(file, by: &random)), file: "f") }
  }

  @Test(.timeLimit(.minutes(2)), arguments: ["requests.xlsx", "types.xlsx", "odd.xlsx", "shared.xlsx"])
  func anyXMLCanStandInAWorkbook(name: String) throws {
    var random = SeededGenerator(seed: UInt64(name.utf8.count) + 7)
    var archive = try ZipArchive(try Fixture.bytes(name), limits: .standard)
    let names = archive.entries.keys.sorted().filter { !$0.hasPrefix("docProps") && !$0.contains("theme") }
    var parts: [(String, [UInt8])] = []
    for name in names { parts.append((name, try #require(try archive.part(name)))) }
    for _ in 0..<60 {
      var changed = parts
      let index = Int.random(in: 0..<changed.count, using: &random)
      changed[index].1 = Self.mutated(changed[index].1, by: &random)
      check(readWorkbook(StoredArchive.bytes(of: changed)), file: "f")
    }
  }

  @Test func readingTheSameBytesTwiceGivesTheSame() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      let bytes = Self.mutated(try Fixture.bytes("types.xlsx"), by: &random)
      #expect(readWorkbook(bytes) == readWorkbook(bytes))
    }
  }
}

/// Writes ZIP archives whose parts aren't compressed.
enum StoredArchive {
  static func bytes(of parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let sizes =
        little(Int(CRC32.checksum(of: content)), 4) + little(content.count, 4) + little(content.count, 4)
      let fields = little(20, 2) + little(0, 8) + sizes + little(name.utf8.count, 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + fields + little(0, 10) + little(file.count, 4) + Array(name.utf8)
      file += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + content
    }
    let end =
      little(0, 4) + little(parts.count, 2) + little(parts.count, 2) + little(directory.count, 4)
      + little(file.count, 4)
    return file + directory + [0x50, 0x4B, 5, 6] + end + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
  }
}
