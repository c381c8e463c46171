import Foundation
import GRDB
import Values

/// One walk over the ledger, beside the rows it speaks of.
struct Auditor {
  let database: Database
  let cipher: PersonalCipher
  /// A link that was noted down elsewhere.
  var noted: Audit.Head?
  var audit = Audit()
  /// The places whose link doesn't come out, with all that is needed to look for a swap.
  private var broken: [Link] = []
  private var foreign: [Particulars] = []
  private var destroyed: Set<Int> = []
  /// How many numbers in a row are named as missing, of places or of a series: a number that somebody made as large as
  /// numbers are would have the audit name all below it.
  private static let namedAtOnce = 10_000

  private struct Link {
    var position: Int
    var reference: String?
    var previous: [UInt8]
    var hash: [UInt8]
    var kind: String
    /// What the row of that place says now; `nil` where there is none.
    var content: [UInt8]?
    /// Whether its moment, by which a clock that was set back is known, is that of its row.
    var isOfItsTime: Bool
  }

  /// Particulars whose digest isn't the one recorded.
  private struct Particulars {
    var position: Int
    var reference: String?
    var recorded: [UInt8]
    var found: [UInt8]?
  }

  init(database: Database, cipher: PersonalCipher, noted: Audit.Head?) {
    self.database = database
    self.cipher = cipher
    self.noted = noted
  }

  mutating func walk() throws {
    destroyed = Set(
      try Int.fetchAll(database, sql: "SELECT entry FROM acts WHERE kind = 'destruction'"))
    try walkLinks()
    nameSwaps()
    try findUnlinked()
    try findGaps()
    try checkLastNumbers()
    try checkCases()
    if let noted { audit.findings.append(.headDiffers(position: noted.position)) }
    audit.findings.sort { ($0.position, $0.rank) < ($1.position, $1.rank) }
  }

  /// The ledger, its entries and its acts run in step, each in order of place.
  private mutating func walkLinks() throws {
    let links = try Row.fetchCursor(database, sql: "SELECT * FROM ledger ORDER BY position")
    var entries = try Steps(EntryRow.cursor(database))
    var acts = try Steps(Row.fetchCursor(database, sql: "SELECT * FROM acts ORDER BY position"))
    var before: Link?
    while let row = try links.next() {
      let position: Int = row["position"]
      let first = (before?.position ?? 0) + 1
      for gone in (first..<max(first, position)).prefix(Self.namedAtOnce) {
        audit.findings.append(.missing(position: gone, reference: try entries.row(at: gone)?["reference"]))
      }
      let subject = try row["kind"] == "entry" ? entries.row(at: position) : acts.row(at: position)
      let link = try self.link(row, subject)
      examine(link, after: before)
      if link.kind == "entry", let subject { try checkParticulars(subject, position) }
      before = link
      audit.links += 1
      audit.head = Audit.Head(position: position, hash: link.hash.hexadecimal)
      if noted == audit.head { noted = nil }
    }
  }

  private mutating func examine(_ link: Link, after before: Link?) {
    guard let content = link.content else {
      audit.findings.append(.missing(position: link.position, reference: nil))
      return
    }
    let own = LedgerDigest.link(
      after: link.previous, position: link.position, kind: link.kind, content: content)
    if own != link.hash {
      broken.append(link)
    } else if let before, before.position == link.position - 1, before.hash != link.previous,
      broken.last?.position != before.position
    {
      // This link is whole and remembers another hash: it is the one before that was made anew.
      broken.append(before)
    }
    if own == link.hash, !link.isOfItsTime {
      audit.findings.append(.changed(position: link.position, reference: link.reference))
    }
  }

  private func link(_ row: Row, _ subject: Row?) throws -> Link {
    let (previous, hash, kind): (Data, Data, String) = (row["previous"], row["hash"], row["kind"])
    return Link(
      position: row["position"], reference: kind == "entry" ? subject?["reference"] : nil,
      previous: [UInt8](previous), hash: [UInt8](hash), kind: kind,
      content: try subject.map { try content(kind, $0) },
      isOfItsTime: subject.map { $0["recorded_at"] as String? == row["recorded_at"] } ?? true)
  }

  private func content(_ kind: String, _ row: Row) throws -> [UInt8] {
    if kind == "act" { return LedgerDigest.content(of: ActRow.act(row), on: row["entry"]) }
    let commitment: Data = row["particulars_sha256"]
    return LedgerDigest.content(of: try EntryRow.entry(row, cipher), commitment: [UInt8](commitment))
  }

  private mutating func checkParticulars(_ row: Row, _ position: Int) throws {
    let reference: String? = row["reference"]
    guard row["has_particulars"] as Int? != nil else {
      if !destroyed.contains(position) {
        audit.findings.append(.particularsMissing(position: position, reference: reference))
      }
      return
    }
    let entry = try EntryRow.entry(row, cipher)
    let (salt, commitment): (DatabaseValue, Data) = (row["salt"], row["particulars_sha256"])
    let found = cipher.bytes(salt, "salt", row: position).map {
      LedgerDigest.commitment(to: entry.particulars ?? [:], salt: $0)
    }
    guard found != [UInt8](commitment) else { return }
    foreign.append(
      Particulars(position: position, reference: reference, recorded: [UInt8](commitment), found: found))
  }

  /// Whatever doesn't fit its own place may fit another that doesn't fit either.
  private mutating func nameSwaps() {
    for own in broken {
      let other = broken.first { $0.position != own.position && $0.kind == own.kind && fits(own, $0) }
      audit.findings.append(
        other.map { .swapped(position: own.position, reference: own.reference, with: $0.position) }
          ?? .changed(position: own.position, reference: own.reference))
    }
    for own in foreign where !broken.contains(where: { $0.position == own.position }) {
      let other = foreign.first { $0.position != own.position && $0.found == own.recorded }
      audit.findings.append(
        other.map { .swapped(position: own.position, reference: own.reference, with: $0.position) }
          ?? .particularsChanged(position: own.position, reference: own.reference))
    }
  }

  /// Whether two rows changed places: without their links, with them, or the links alone.
  private func fits(_ own: Link, _ other: Link) -> Bool {
    guard let ownContent = own.content, let otherContent = other.content else { return false }
    return [(own.position, otherContent), (other.position, ownContent), (other.position, otherContent)]
      .contains {
        LedgerDigest.link(after: own.previous, position: $0.0, kind: own.kind, content: $0.1) == own.hash
      }
  }

  private mutating func findUnlinked() throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT position, reference FROM entries WHERE position NOT IN (SELECT position FROM ledger)
        UNION ALL
        SELECT position, NULL FROM acts WHERE position NOT IN (SELECT position FROM ledger)
        """)
    while let row = try rows.next() {
      let position: Int = row["position"]
      guard !audit.findings.contains(where: { $0.position == position }) else { continue }
      audit.findings.append(.unlinked(position: position, reference: row["reference"]))
    }
  }

  /// What cases say is as it was recorded, and all of it is there.
  private mutating func checkCases() throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT a.position, a.entry, a.file_sha256, e.reference, c.position AS held, c.content
        FROM acts AS a JOIN entries AS e ON e.position = a.entry LEFT JOIN case_acts AS c USING (position)
        WHERE a.kind = 'case' ORDER BY a.position
        """)
    while let row = try rows.next() {
      let (position, reference): (Int, String?) = (row["position"], row["reference"])
      if row["held"] as Int? == nil {
        guard !destroyed.contains(row["entry"]) else { continue }
        audit.findings.append(.particularsMissing(position: position, reference: reference))
      } else if !CaseContent.isWhole(row, cipher, digest: row["file_sha256"]) {
        audit.findings.append(.particularsChanged(position: position, reference: reference))
      }
    }
  }

  /// No series says that its last number is less than one that was given.
  private mutating func checkLastNumbers() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT e.series, e.year, max(e.number) AS given FROM entries AS e JOIN ledger USING (position)
        GROUP BY e.series, e.year
        HAVING given > coalesce(
          (SELECT last FROM series AS s WHERE s.series = e.series AND s.year = e.year), 0)
        """)
    for row in rows {
      let series: String = row["series"]
      audit.findings.append(
        .lastNumber(
          RegisterNumber(
            series: Series(rawValue: series) ?? .internal, year: row["year"], number: row["given"])))
    }
  }

  /// Every series runs from 1 to the last number given.
  private mutating func findGaps() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT series, year, max(last) AS last, sum(found) AS found FROM (
          SELECT series, year, last, 0 AS found FROM series UNION ALL
          SELECT series, year, max(number), count(*) FROM entries GROUP BY series, year
        ) GROUP BY series, year
        """)
    for row in rows where row["last"] as Int != row["found"] as Int {
      let (series, year, last): (String, Int, Int) = (row["series"], row["year"], row["last"])
      let found = Set(
        try Int.fetchAll(
          database, sql: "SELECT number FROM entries WHERE series = ? AND year = ?",
          arguments: [series, year]))
      let missing = (1...max(1, last)).lazy.filter { !found.contains($0) }
      for number in missing.prefix(Self.namedAtOnce) {
        audit.findings.append(
          .gap(RegisterNumber(series: Series(rawValue: series) ?? .internal, year: year, number: number)))
      }
    }
  }
}

/// Rows in order of place, asked for place by place.
private struct Steps {
  private let cursor: RowCursor
  private var row: Row?

  init(_ cursor: RowCursor) throws {
    self.cursor = cursor
    row = try cursor.next()?.copy()
  }

  /// The row at `position`, if there is one; places may only grow.
  mutating func row(at position: Int) throws -> Row? {
    while let place = row.map({ $0["position"] as Int }), place < position { row = try cursor.next()?.copy() }
    return (row?["position"] as Int?) == position ? row : nil
  }
}

extension Audit.Finding {
  /// The place in the ledger; gaps of a series come after all places.
  public var position: Int {
    switch self {
    case .changed(let position, _), .missing(let position, _), .swapped(let position, _, _),
      .particularsChanged(let position, _), .particularsMissing(let position, _), .unlinked(let position, _),
      .headDiffers(let position):
      position
    case .gap, .lastNumber: .max
    }
  }

  fileprivate var rank: Int { if case .gap(let number) = self { number.number } else { 0 } }
}

extension [UInt8] {
  /// Two lower-case hexadecimal digits for each byte.
  var hexadecimal: String {
    let digits = Array<UInt8>("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
