import Deflate

/// A ZIP archive's directory, and its parts one by one within limits (APPNOTE 6.3).
///
/// Only what workbooks use is read: one disk, no encryption, parts stored or deflated.
struct ZipArchive {
  /// Why an archive or a part of it can't be read.
  enum Flaw: Error, Hashable {
    case notAnArchive, multiDisk, zip64, tooManyEntries
    case repeatedName(String), encrypted(String), unknownMethod(String, Int)
    case broken(String), tooLarge(String), growsTooFast(String)
  }

  /// What the directory says of a part.
  struct Entry {
    var flags: Int
    var method: Int
    var checksum: Int
    var compressedSize: Int
    var size: Int
    var headerOffset: Int
  }

  private let file: LittleEndianBytes
  private let limits: ReadingLimits
  /// The parts by name.
  private(set) var entries: [String: Entry] = [:]
  private var inflated = 0

  private enum Signature {
    static let localHeader = 0x0403_4B50
    static let centralHeader = 0x0201_4B50
    static let endOfDirectory = 0x0605_4B50
  }

  /// Reads the directory of the archive in `bytes`.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(Flaw) {
    file = LittleEndianBytes(bytes: bytes)
    self.limits = limits
    guard let end = endOfDirectory() else { throw .notAnArchive }
    guard file.word(at: end + 4) == 0, file.word(at: end + 6) == 0 else { throw .multiDisk }
    guard let count = file.word(at: end + 10), var offset = file.doubleWord(at: end + 16) else {
      throw .notAnArchive
    }
    // These values send the reader to the zip64 directory, which only archives past our limits need.
    guard count != 0xFFFF, offset != 0xFFFF_FFFF else { throw .zip64 }
    guard count <= limits.archiveEntries else { throw .tooManyEntries }
    for _ in 0..<count { offset = try readCentralHeader(at: offset) }
  }

  /// Whether there is a part named so.
  func contains(_ name: String) -> Bool { entries[name] != nil }

  private func endOfDirectory() -> Int? {
    let last = file.bytes.count - 22
    guard last >= 0 else { return nil }
    // A comment of at most 65,535 bytes may follow.
    return (max(0, last - 65_535)...last).reversed().first { offset in
      file.doubleWord(at: offset) == Signature.endOfDirectory
        && file.word(at: offset + 20) == file.bytes.count - offset - 22
    }
  }

  private mutating func readCentralHeader(at offset: Int) throws(Flaw) -> Int {
    guard file.doubleWord(at: offset) == Signature.centralHeader,
      let flags = file.word(at: offset + 8), let method = file.word(at: offset + 10),
      let checksum = file.doubleWord(at: offset + 16), let compressed = file.doubleWord(at: offset + 20),
      let size = file.doubleWord(at: offset + 24), let nameLength = file.word(at: offset + 28),
      let extraLength = file.word(at: offset + 30), let commentLength = file.word(at: offset + 32),
      let header = file.doubleWord(at: offset + 42), let name = file.slice(offset + 46, count: nameLength)
    else { throw .notAnArchive }
    var entry = Entry(
      flags: flags, method: method, checksum: checksum, compressedSize: compressed, size: size,
      headerOffset: header)
    let label = String(decoding: name, as: UTF8.self)
    try readZip64Sizes(of: &entry, named: label, at: offset + 46 + nameLength, count: extraLength)
    guard entries.updateValue(entry, forKey: label) == nil else { throw .repeatedName(label) }
    return offset + 46 + nameLength + extraLength + commentLength
  }

  /// Sizes past 32 bits stand in extra field 1; some programs put small ones there too (APPNOTE 4.5.3).
  private func readZip64Sizes(of entry: inout Entry, named name: String, at start: Int, count: Int)
    throws(Flaw)
  {
    let isNeeded = [entry.size, entry.compressedSize, entry.headerOffset].contains(0xFFFF_FFFF)
    guard isNeeded else { return }
    var offset = start
    while offset + 4 <= start + count, let id = file.word(at: offset), let length = file.word(at: offset + 2)
    {
      guard id == 1 else {
        offset += 4 + length
        continue
      }
      var value = offset + 4
      for path in [\Entry.size, \Entry.compressedSize, \Entry.headerOffset]
      where entry[keyPath: path] == 0xFFFF_FFFF {
        guard value + 8 <= offset + 4 + length, let wide = file.quadWord(at: value) else {
          throw .broken(name)
        }
        entry[keyPath: path] = wide
        value += 8
      }
      return
    }
    throw .broken(name)
  }

  /// The bytes of a part, `nil` if there is none of that name.
  mutating func part(_ name: String) throws(Flaw) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard entry.flags & 0x41 == 0 else { throw .encrypted(name) }
    guard file.doubleWord(at: entry.headerOffset) == Signature.localHeader,
      let nameLength = file.word(at: entry.headerOffset + 26),
      let extraLength = file.word(at: entry.headerOffset + 28),
      let stored = file.slice(entry.headerOffset + 30 + nameLength + extraLength, count: entry.compressedSize)
    else { throw .broken(name) }
    let limit = min(limits.inflatedPartBytes, limits.inflatedBytes - inflated)
    let bytes = try unpack(stored, entry, named: name, limit: limit)
    inflated += bytes.count
    guard bytes.count == entry.size, Int(CRC32.checksum(of: bytes)) == entry.checksum else {
      throw .broken(name)
    }
    return bytes
  }

  private func unpack(
    _ stored: ArraySlice<UInt8>, _ entry: Entry, named name: String, limit: Int
  ) throws(Flaw) -> [UInt8] {
    switch entry.method {
    case 0:
      guard stored.count <= limit else { throw .tooLarge(name) }
      return Array(stored)
    case 8:
      do {
        return try Inflater.inflate(stored, format: .raw, limit: limit, ratio: limits.inflationRatio)
      } catch {
        switch error {
        case .broken: throw .broken(name)
        case .tooLarge: throw .tooLarge(name)
        case .growsTooFast: throw .growsTooFast(name)
        }
      }
    default: throw .unknownMethod(name, entry.method)
    }
  }
}
