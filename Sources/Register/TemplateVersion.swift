import Foundation
import GRDB
public import Values

/// A form of a template that somebody approved, with all its text, so that it can be compared with and brought back.
public struct TemplateVersion: Hashable, Sendable {
  /// A file of it.
  public struct File: Hashable, Sendable, Codable {
    /// The file's name, without its folder.
    public var name: String
    /// Its text.
    public var text: String

    /// A file by its parts.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// SHA-256 of its files, as entries state it.
  public var sha256: String
  /// The template's identifier, as its header says: `MS-10`.
  public var template: String
  /// The version, as its header says.
  public var version: String
  /// The template's own file, then the pieces it includes.
  public var files: [File]
  /// Who approved it.
  public var approvedBy: String
  /// When.
  public var approvedAt: Moment

  /// A version by its parts.
  public init(
    sha256: String, template: String, version: String, files: [File], approvedBy: String, approvedAt: Moment
  ) {
    self.sha256 = sha256
    self.template = template
    self.version = version
    self.files = files
    self.approvedBy = approvedBy
    self.approvedAt = approvedAt
  }
}

extension Register {
  /// Keeps an approved version; approving the same form again changes nothing.
  public func approve(_ version: TemplateVersion) throws(RegisterError) {
    try writing { database in
      let files = String(decoding: try JSONEncoder().encode(version.files), as: UTF8.self)
      try database.execute(
        sql: "INSERT OR IGNORE INTO template_versions VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          version.sha256, version.template, version.version, files, version.approvedBy,
          version.approvedAt.iso,
        ])
    }
  }

  /// The approved version with a hash; `nil` where that form was never approved.
  public func templateVersion(_ sha256: String) throws(RegisterError) -> TemplateVersion? {
    try versions(where: "sha256 = ?", [sha256]).first
  }

  /// The approved versions of a template, or of all, the newest first.
  public func templateVersions(of template: String? = nil) throws(RegisterError) -> [TemplateVersion] {
    guard let template else { return try versions(where: "1", []) }
    return try versions(where: "template = ?", [template])
  }

  private func versions(
    where condition: String, _ arguments: StatementArguments
  ) throws(RegisterError) -> [TemplateVersion] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql:
          "SELECT * FROM template_versions WHERE \(condition) ORDER BY template, approved_at DESC, rowid DESC",
        arguments: arguments
      ).map { row in
        let files: String = row["files"]
        return TemplateVersion(
          sha256: row["sha256"], template: row["template"], version: row["version"],
          files: try JSONDecoder().decode([TemplateVersion.File].self, from: Data(files.utf8)),
          approvedBy: row["approved_by"],
          approvedAt: Moment(iso: row["approved_at"] ?? "") ?? Moment(seconds: 0))
      }
    }
  }

  /// The letters last issued from a template, the newest first; void ones aren't among them.
  public func lastEntries(ofTemplate template: String, _ count: Int) throws(RegisterError) -> [RegisterEntry]
  {
    try reading { database in
      try EntryRow.fetch(
        database, cipher,
        where: """
          e.template = ? AND e.file_sha256 IS NOT NULL
          AND e.position NOT IN (SELECT entry FROM acts WHERE kind = 'void')
          """, arguments: [template], order: "e.position DESC", limit: count)
    }
  }
}
