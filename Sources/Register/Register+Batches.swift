import Cryptography
import GRDB
public import Values

/// A batch as the register keeps it: its plan, and who approved which form of it.
///
/// A single letter that is prepared for approval is a batch of one.
public struct RegisteredBatch: Hashable, Sendable {
  /// Somebody's word for a plan.
  public struct Approval: Hashable, Sendable {
    /// `reviewer`, `approver` or `signer`.
    public var role: String
    /// Who.
    public var by: String
    /// When.
    public var at: Moment
  }

  /// Its name.
  public let id: String
  /// When it was planned.
  public let created: Moment
  /// The template, as it was asked for.
  public let template: String
  /// The plan, as its maker wrote it.
  public let plan: String
  /// SHA-256 of the plan, in hexadecimal: what an approval is given for.
  public let digest: String
  /// Who approved this very plan.
  public let approvals: [Approval]
  /// By whom, when and why it was withdrawn; `nil` while it stands.
  public let withdrawal: RegisterAct?
}

extension Register {
  /// Keeps a plan under its name; planning the same again changes nothing.
  public func keep(batch id: String, template: String, plan: String, at now: Moment) throws(RegisterError) {
    try writing { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO batches VALUES (?, ?, ?, ?, ?)",
        arguments: [id, now.iso, template, plan, Self.digest(plan)])
    }
  }

  /// The batch called `id`.
  public func batch(_ id: String) throws(RegisterError) -> RegisteredBatch? {
    try reading { database in
      let row = try Row.fetchOne(database, sql: "SELECT * FROM batches WHERE id = ?", arguments: [id])
      guard let row else { return nil }
      // Of the text itself: a plan that was changed by hand has nobody's word.
      let digest = Self.digest(row["plan"])
      let approvals = try Row.fetchAll(
        database, sql: "SELECT * FROM approvals WHERE batch = ? AND plan_sha256 = ? ORDER BY id",
        arguments: [id, digest]
      ).map { row in
        RegisteredBatch.Approval(
          role: row["role"], by: row["done_by"], at: Moment(iso: row["at"] ?? "") ?? Moment(seconds: 0))
      }
      return RegisteredBatch(
        id: row["id"], created: Moment(iso: row["created_at"] ?? "") ?? Moment(seconds: 0),
        template: row["template"], plan: row["plan"], digest: digest, approvals: approvals,
        withdrawal: try WithdrawalRow.fetch(database, of: id))
    }
  }

  /// The names of all batches, the newest first.
  public func batches() throws(RegisterError) -> [String] {
    try reading { try String.fetchAll($0, sql: "SELECT id FROM batches ORDER BY created_at DESC, id") }
  }

  /// The names of the batches that nobody has approved yet and nobody has withdrawn, the oldest first; reviewing is not
  /// approving.
  public func unapprovedBatches() throws(RegisterError) -> [String] {
    try reading { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT id FROM batches AS b WHERE NOT EXISTS (
            SELECT 1 FROM approvals AS a
            WHERE a.batch = b.id AND a.plan_sha256 = b.plan_sha256 AND a.role <> 'reviewer'
          ) AND id NOT IN (SELECT related FROM acts WHERE kind = 'withdrawal')
          ORDER BY created_at, id
          """)
    }
  }

  /// Records that somebody approves the plan of a batch as it stands.
  public func approve(batch id: String, role: String, by: String, at now: Moment) throws(RegisterError) {
    try writing { database in
      try database.execute(
        sql: """
          INSERT INTO approvals (batch, role, done_by, at, plan_sha256)
          SELECT id, ?, ?, ?, plan_sha256 FROM batches WHERE id = ?
          """, arguments: [role, by, now.iso, id])
    }
  }

  /// The members of a batch that have their letters, with their entries' places.
  public func issuedMembers(ofBatch id: String) throws(RegisterError) -> Set<String> {
    try reading {
      Set(try String.fetchAll($0, sql: "SELECT member FROM entries WHERE batch = ?", arguments: [id]))
    }
  }

  /// What stands for a member in a batch: nothing of the member can be read from it, with a key not even tried out.
  public func memberMark(_ text: String) -> String {
    cipher.key == nil ? String(Self.digest("member " + text).prefix(32)) : cipher.token("member " + text)
  }

  private static func digest(_ text: String) -> String { SHA256Digest(of: Array(text.utf8)).description }
}
