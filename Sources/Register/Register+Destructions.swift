import GRDB
public import Values

/// An approved list of entries that were destroyed together.
public struct DestroyedList: Hashable, Sendable {
  /// The list's digest, by which it was approved.
  public let digest: String
  /// The day on which it was destroyed.
  public let day: CivilDate
  /// Who carried it out.
  public let by: String
  /// Who approved it.
  public let approver: String
  /// How many entries it had.
  public let count: Int
}

/// An entry that was destroyed, by which rule, and the link of the ledger that says so.
public struct DestroyedEntry: Hashable, Sendable {
  /// What is left of the entry.
  public let entry: RegisterEntry
  /// The act.
  public let act: RegisterAct
  /// The rule, without its years.
  public let rule: RetentionRule
  /// The day from which it might be destroyed.
  public let ended: CivilDate
}

extension Register {
  /// The lists that were destroyed, the oldest first.
  public func destroyedLists() throws(RegisterError) -> [DestroyedList] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT list, day, done_by, approver, count(*) AS count FROM acts
          WHERE kind = 'destruction' AND list IS NOT NULL GROUP BY list, day, done_by, approver ORDER BY min(position)
          """
      ).map { row in
        DestroyedList(
          digest: row["list"], day: EntryRow.day(row["day"]), by: row["done_by"],
          approver: row["approver"] ?? "", count: row["count"])
      }
    }
  }

  /// The entries of a list that was destroyed, in the list's order; none where the register knows of no such list.
  public func entries(destroyedBy list: String) throws(RegisterError) -> [DestroyedEntry] {
    try reading { database in
      let entries = try EntryRow.fetch(
        database, cipher, where: "e.position IN (SELECT entry FROM acts WHERE list = ?)", arguments: [list])
      return entries.compactMap { entry -> DestroyedEntry? in
        guard let act = entry.acts.first(where: { $0.list == list }), let ended = act.ended,
          let rule = RetentionRule(of: act, on: entry[.retentionClass] ?? "")
        else { return nil }
        return DestroyedEntry(entry: entry, act: act, rule: rule, ended: ended)
      }.sorted { $0.act.position < $1.act.position }
    }
  }
}
