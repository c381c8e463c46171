import Cryptography
import Values

/// What the links of the ledger are made of: names and values of columns, so that no column's place matters.
struct LedgerDigest {
  private var bytes: [UInt8]

  /// A digest of one kind of thing; no two kinds can have the same bytes.
  init(_ domain: String) { bytes = Array("khitab \(domain) 1\n".utf8) }

  /// Adds a value under its name; the length before it keeps neighbours apart.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    begin(name, count: value.utf8.count)
    bytes += value.utf8
    bytes.append(0x0A)
  }

  private mutating func begin(_ name: String, count: Int) {
    bytes += name.utf8
    bytes.append(0x20)
    bytes += String(count).utf8
    bytes.append(0x3A)
  }

  /// Adds bytes under their name.
  mutating func add(_ name: String, bytes value: [UInt8]) {
    begin(name, count: value.count)
    bytes += value
    bytes.append(0x0A)
  }

  /// The digest of all that was added.
  var digest: [UInt8] { SHA256Digest(of: bytes).bytes }

  /// What an entry says, with a commitment in place of what tells of a person.
  static func content(of entry: RegisterEntry, commitment: [UInt8]) -> [UInt8] {
    var digest = LedgerDigest("entry")
    digest.add("reference", entry.number.description)
    digest.add("printed", entry.printed)
    digest.add("day", entry.day.iso)
    // By the official calendar the day tells it.
    if entry.hijri != HijriDate(entry.day) { digest.add("hijri", entry.hijri?.numeric ?? "") }
    digest.add("recorded_at", entry.recordedAt.iso)
    digest.add("particulars_sha256", bytes: commitment)
    for column in sortedColumns { digest.add(column.rawValue, entry.facts[column]) }
    return digest.digest
  }

  private static let sortedColumns = EntryColumn.allCases.sorted { $0.rawValue < $1.rawValue }

  /// What an act says, on an entry or on what has none.
  static func content(of act: RegisterAct, on entry: Int?) -> [UInt8] {
    var digest = LedgerDigest("act")
    digest.add("entry", entry.map { String($0) })
    digest.add("kind", act.kind.rawValue)
    digest.add("recorded_at", act.recordedAt.iso)
    digest.add("day", act.day.iso)
    digest.add("done_by", act.by)
    digest.add("approver", act.approver)
    digest.add("reason", act.reason)
    digest.add("copy", act.copy.map { String($0) })
    digest.add("file_sha256", act.file)
    digest.add("related", act.related)
    digest.add("list", act.list)
    digest.add("ended", act.ended?.iso)
    return digest.digest
  }

  /// 16 bytes that nobody can guess.
  static func newSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return [generator.next(), generator.next()].flatMap { (half: UInt64) in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> (8 * $0)) }
    }
  }

  /// A digest that stands for what tells of a person and, by its salt, can't be tried out once that is destroyed.
  static func commitment(to particulars: [PersonalColumn: String], salt: [UInt8]) -> [UInt8] {
    var digest = LedgerDigest("particulars")
    digest.add("salt", bytes: salt)
    for (column, value) in particulars.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      digest.add(column.rawValue, value)
    }
    return digest.digest
  }

  /// The link that ties content to its place and to the link before it.
  static func link(after previous: [UInt8], position: Int, kind: String, content: [UInt8]) -> [UInt8] {
    var digest = LedgerDigest("link")
    digest.add("previous", bytes: previous)
    digest.add("position", String(position))
    digest.add("kind", kind)
    digest.add("content", bytes: content)
    return digest.digest
  }

  /// What stands before the first link.
  static let origin = [UInt8](repeating: 0, count: 32)
}
