import GRDB
public import Values

/// A line of the access log (سجل الاطلاع): who saw what, when and why.
public struct Access: Hashable, Sendable {
  /// What was done.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Entries were looked for.
    case search
    /// One entry was shown with what tells of a person.
    case view
    /// A document was printed or copied.
    case print
    /// Entries left the register as a file.
    case export
    /// All of a person's entries left the register for that person.
    case subjectExport = "subject-export"

    /// The action's Arabic name.
    public var arabicName: String {
      switch self {
      case .search: "بحث"
      case .view: "عرض"
      case .print: "طباعة"
      case .export: "تصدير"
      case .subjectExport: "تصدير لصاحب الشأن"
      }
    }
  }

  /// What was done.
  public var action: Action
  /// Who did it.
  public var by: String
  /// The entry's place in the ledger, where it was one.
  public var entry: Int?
  /// Why.
  public var reason: String?
  /// When.
  public var at: Moment

  /// An access by its parts.
  public init(_ action: Action, by: String, entry: Int? = nil, reason: String? = nil, at: Moment) {
    self.action = action
    self.by = by
    self.entry = entry
    self.reason = reason
    self.at = at
  }
}

/// A line of the access log as it stands in the register, which another program may have written to.
public struct AccessLine: Hashable, Sendable {
  /// The access that it tells of; `nil` where its action or moment is none that the program writes.
  public var access: Access?
  /// What was done, as it stands there.
  public var action: String
  /// When, as it stands there.
  public var at: String
  /// Who did it.
  public var by: String
  /// The entry's place in the ledger, where it was one.
  public var entry: Int?
  /// Why.
  public var reason: String?
}

extension Register {
  /// Records an access before it is granted.
  public func log(_ access: Access) throws(RegisterError) {
    try writing { database in
      try database.cachedStatement(
        sql: "INSERT INTO accesses (at, done_by, action, entry, reason) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [access.at.iso, access.by, access.action.rawValue, access.entry, access.reason])
    }
  }

  /// Who has seen an entry, or everything that was seen, oldest first; what can't be read is there too.
  public func accesses(of entry: RegisterEntry? = nil) throws(RegisterError) -> [AccessLine] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM accesses WHERE entry = ? OR ? IS NULL ORDER BY id",
        arguments: [entry?.position, entry?.position]
      ).map { row in
        var line = AccessLine(
          action: row["action"] ?? "", at: row["at"] ?? "", by: row["done_by"] ?? "", entry: row["entry"],
          reason: row["reason"])
        if let action = Access.Action(rawValue: line.action), let at = Moment(iso: line.at) {
          line.access = Access(action, by: line.by, entry: line.entry, reason: line.reason, at: at)
        }
        return line
      }
    }
  }
}

extension RegisterEntry {
  /// Whether it is shown only to who says why.
  public var needsReason: Bool { self[.confidentiality] == "confidential" }

  /// What tells of a person as anybody may see it: the first word of the name, the last four characters of the
  /// party's number, the subject of an ordinary letter.
  public var maskedParticulars: [PersonalColumn: String] {
    var masked = particulars ?? [:]
    masked[.name] = masked[.name].map { name in
      let words = name.split(separator: " ")
      return words.count > 1 ? "\(words[0]) ***" : "***"
    }
    masked[.party] = masked[.party].map { $0.count > 4 ? "***" + $0.suffix(4) : "***" }
    if self[.confidentiality] ?? "ordinary" != "ordinary" {
      masked[.subject] = masked[.subject].map { _ in "***" }
    }
    masked[.capacity] = nil
    return masked
  }
}
