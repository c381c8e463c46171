import Testing

@testable import Records

@Suite struct ZipArchiveTests {
  private let whole: [UInt8]

  init() throws { whole = try Fixture.bytes("odd.xlsx") }

  /// What opening an archive and reading all its parts gives: nothing wrong, or the first flaw.
  private func flaw(of bytes: [UInt8], limits: ReadingLimits = .standard) -> ZipArchive.Flaw? {
    do throws(ZipArchive.Flaw) {
      var archive = try ZipArchive(bytes, limits: limits)
      for name in archive.entries.keys.sorted() { _ = try archive.part(name) }
      return nil
    } catch {
      return error
    }
  }

  /// The archive with some bytes after a signature changed.
  private func patched(_ signature: [UInt8], at offset: Int, to bytes: [UInt8]) throws -> [UInt8] {
    var copy = whole
    let start = try #require(copy.firstRange(of: signature)).lowerBound + offset
    copy.replaceSubrange(start..<start + bytes.count, with: bytes)
    return copy
  }

  private static let local: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let central: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let end: [UInt8] = [0x50, 0x4B, 5, 6]

  @Test func readsEveryPart() throws {
    #expect(flaw(of: whole) == nil)
    var archive = try ZipArchive(whole, limits: .standard)
    let part = try archive.part("book/main.xml")
    #expect(part.map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("<x:workbook") == true)
    #expect(try archive.part("book/none.xml") == nil)
  }

  @Test func findsTheDirectoryBeforeAComment() throws {
    #expect(flaw(of: try patched(Self.end, at: 20, to: [5, 0]) + Array("hello".utf8)) == nil)
    #expect(flaw(of: whole + [0]) == .notAnArchive)
  }

  @Test func refusesWhatIsBroken() throws {
    let name = "_rels/.rels"
    #expect(flaw(of: []) == .notAnArchive)
    #expect(flaw(of: Array(whole.dropLast())) == .notAnArchive)
    #expect(flaw(of: try patched(Self.end, at: 4, to: [1])) == .multiDisk)
    #expect(flaw(of: try patched(Self.end, at: 10, to: [0xFF, 0xFF])) == .zip64)
    #expect(flaw(of: try patched(Self.end, at: 10, to: [60])) == .notAnArchive)
    #expect(flaw(of: try patched(Self.central, at: 8, to: [1])) == .encrypted(name))
    #expect(flaw(of: try patched(Self.central, at: 10, to: [12])) == .unknownMethod(name, 12))
    #expect(flaw(of: try patched(Self.central, at: 16, to: [0, 0])) == .broken(name))
    #expect(flaw(of: try patched(Self.central, at: 20, to: [9])) == .broken(name))
    #expect(flaw(of: try patched(Self.central, at: 24, to: [9])) == .broken(name))
    #expect(flaw(of: try patched(Self.central, at: 24, to: [255, 255, 255, 255])) == .broken(name))
    #expect(flaw(of: try patched(Self.central, at: 42, to: [7])) == .broken(name))
    #expect(flaw(of: try patched(Self.local, at: 26, to: [255, 255])) == .broken(name))
  }

  @Test func holdsToItsLimits() throws {
    var limits = ReadingLimits()
    limits.archiveEntries = 2
    #expect(flaw(of: whole, limits: limits) == .tooManyEntries)
    limits = ReadingLimits()
    limits.inflatedPartBytes = 100
    #expect(flaw(of: whole, limits: limits) == .tooLarge("_rels/.rels"))
    limits = ReadingLimits()
    limits.inflatedBytes = 400
    #expect(flaw(of: whole, limits: limits) == .tooLarge("book/_rels/main.xml.rels"))
    #expect(flaw(of: try Fixture.bytes("bomb.xlsx")) == .growsTooFast("book/one.xml"))
  }
}
