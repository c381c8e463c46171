import GRDB

/// The database of the register, version by version; `Docs/Register.md` explains every table.
enum Schema {
  /// A step is never changed once it is released; the next version adds one.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: ledger)
      try database.execute(sql: entries)
      try database.execute(sql: dispatch)
      try database.execute(sql: supervision)
    }
    migrator.registerMigration("consents") { try $0.execute(sql: consents) }
    migrator.registerMigration("cases") { database in
      try database.execute(sql: cases)
      try database.execute(sql: templateVersions)
    }
    migrator.registerMigration("approvals") { database in
      for column in approvalColumns {
        try database.execute(sql: "ALTER TABLE entries ADD COLUMN \(column.rawValue) TEXT")
      }
    }
    migrator.registerMigration("withdrawals") { try $0.execute(sql: widerActs) }
    // ANY: text as it stands, or a blob where the register has a key.
    migrator.registerMigration("receivers") { database in
      try database.execute(sql: "ALTER TABLE deliveries ADD COLUMN receiver ANY")
    }
    migrator.registerMigration("capacities") { database in
      try database.execute(sql: "ALTER TABLE deliveries ADD COLUMN capacity ANY")
    }
    return migrator
  }

  /// Whose word for a letter was recorded, when and for what; they came after the first version.
  private static let approvalColumns: [EntryColumn] = [.reviewedAt, .approvedAt, .plan]
  private static let firstColumns = EntryColumn.allCases.filter { !approvalColumns.contains($0) }

  private static let ledger = """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE series (
      series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last > 0),
      PRIMARY KEY (series, year)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ledger (
      position INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('entry', 'act')),
      recorded_at TEXT NOT NULL,
      previous BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    """

  private static let entries = """
    CREATE TABLE entries (
      position INTEGER PRIMARY KEY REFERENCES ledger (position),
      series TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL CHECK (number > 0),
      reference TEXT NOT NULL UNIQUE, printed TEXT NOT NULL, day TEXT NOT NULL, hijri TEXT,
      recorded_at TEXT NOT NULL, particulars_sha256 BLOB NOT NULL,
      \(firstColumns.map { "\($0.rawValue) TEXT" }.joined(separator: ", ")),
      UNIQUE (series, year, number)
    ) STRICT;
    CREATE INDEX entries_printed ON entries (printed);
    CREATE INDEX entries_day ON entries (day);
    CREATE UNIQUE INDEX entries_code ON entries (code) WHERE code IS NOT NULL;
    CREATE UNIQUE INDEX entries_member ON entries (batch, member) WHERE batch IS NOT NULL;
    CREATE INDEX entries_request ON entries (request) WHERE request IS NOT NULL;
    CREATE INDEX entries_related ON entries (related) WHERE related IS NOT NULL;
    CREATE INDEX entries_sender_number ON entries (sender_number) WHERE sender_number IS NOT NULL;

    -- ANY: text as it stands, or a blob where the register has a key.
    CREATE TABLE particulars (
      position INTEGER PRIMARY KEY REFERENCES entries (position),
      salt ANY NOT NULL, party_key TEXT,
      \(PersonalColumn.allCases.map { "\($0.rawValue) ANY" }.joined(separator: ", "))
    ) STRICT;
    CREATE INDEX particulars_party ON particulars (party_key) WHERE party_key IS NOT NULL;
    CREATE VIRTUAL TABLE words USING fts5(text, content='', detail='none', columnsize=0, prefix='3');

    CREATE TABLE acts (
      position INTEGER PRIMARY KEY REFERENCES ledger (position),
      entry INTEGER NOT NULL REFERENCES entries (position),
      kind TEXT NOT NULL, recorded_at TEXT NOT NULL, day TEXT NOT NULL,
      done_by TEXT NOT NULL, approver TEXT, reason TEXT, copy INTEGER, file_sha256 TEXT, related TEXT
    ) STRICT;
    CREATE INDEX acts_entry ON acts (entry);
    CREATE UNIQUE INDEX acts_once ON acts (entry, kind) WHERE kind IN ('void', 'destruction');
    CREATE UNIQUE INDEX acts_copy ON acts (entry, kind, copy) WHERE copy IS NOT NULL;
    """

  private static let dispatch = """
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entries (position),
      channel TEXT NOT NULL, address ANY, message TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
      due_at TEXT NOT NULL, changed_at TEXT NOT NULL,
      UNIQUE (entry, channel)
    ) STRICT;
    CREATE INDEX outbox_due ON outbox (channel, state, due_at);
    CREATE TABLE deliveries (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entries (position),
      channel TEXT NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL, at TEXT NOT NULL,
      done_by TEXT, reason TEXT, tracking TEXT, evidence TEXT
    ) STRICT;
    CREATE INDEX deliveries_entry ON deliveries (entry);
    """

  private static let supervision = """
    CREATE TABLE accesses (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, done_by TEXT NOT NULL, action TEXT NOT NULL,
      entry INTEGER, reason TEXT
    ) STRICT;
    CREATE INDEX accesses_entry ON accesses (entry) WHERE entry IS NOT NULL;
    CREATE TABLE batches (
      id TEXT PRIMARY KEY, created_at TEXT NOT NULL, template TEXT NOT NULL, plan TEXT NOT NULL,
      plan_sha256 TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE approvals (
      id INTEGER PRIMARY KEY, batch TEXT NOT NULL REFERENCES batches (id), role TEXT NOT NULL,
      done_by TEXT NOT NULL, at TEXT NOT NULL, plan_sha256 TEXT NOT NULL
    ) STRICT;
    """

  private static let consents = """
    CREATE TABLE consents (
      id INTEGER PRIMARY KEY, party_key TEXT NOT NULL, channel TEXT NOT NULL, given INTEGER NOT NULL,
      at TEXT NOT NULL, done_by TEXT NOT NULL, basis TEXT
    ) STRICT;
    CREATE INDEX consents_party ON consents (party_key, channel);
    """

  /// Acts of members' cases: what they say is sealed where the register has a key.
  private static let cases = """
    CREATE TABLE case_acts (
      position INTEGER PRIMARY KEY REFERENCES acts (position),
      entry INTEGER NOT NULL REFERENCES entries (position),
      place INTEGER NOT NULL CHECK (place >= 0),
      content ANY NOT NULL,
      UNIQUE (entry, place)
    ) STRICT;
    """

  /// An act may concern what was prepared and has no entry, and a destruction keeps what its record states.
  private static let widerActs = """
    CREATE TABLE wider_acts (
      position INTEGER PRIMARY KEY REFERENCES ledger (position),
      entry INTEGER REFERENCES entries (position),
      kind TEXT NOT NULL, recorded_at TEXT NOT NULL, day TEXT NOT NULL,
      done_by TEXT NOT NULL, approver TEXT, reason TEXT, copy INTEGER, file_sha256 TEXT, related TEXT,
      list TEXT, ended TEXT,
      CHECK ((entry IS NULL) = (kind = 'withdrawal'))
    ) STRICT;
    INSERT INTO wider_acts (position, entry, kind, recorded_at, day, done_by, approver, reason, copy, file_sha256,
      related)
      SELECT position, entry, kind, recorded_at, day, done_by, approver, reason, copy, file_sha256, related FROM acts;
    DROP TABLE acts;
    ALTER TABLE wider_acts RENAME TO acts;
    CREATE INDEX acts_entry ON acts (entry);
    CREATE UNIQUE INDEX acts_once ON acts (entry, kind) WHERE kind IN ('void', 'destruction');
    CREATE UNIQUE INDEX acts_copy ON acts (entry, kind, copy) WHERE copy IS NOT NULL;
    CREATE UNIQUE INDEX acts_withdrawal ON acts (related) WHERE kind = 'withdrawal';
    CREATE INDEX acts_list ON acts (list) WHERE list IS NOT NULL;
    CREATE INDEX entries_plan ON entries (plan_sha256) WHERE plan_sha256 IS NOT NULL;
    """

  /// Forms of templates that were approved.
  private static let templateVersions = """
    CREATE TABLE template_versions (
      sha256 TEXT PRIMARY KEY, template TEXT NOT NULL, version TEXT NOT NULL, files TEXT NOT NULL,
      approved_by TEXT NOT NULL, approved_at TEXT NOT NULL
    ) STRICT;
    """
}
