import Diagnostics
import Values

/// A cell as its file states it, before any field gives it a type.
struct SourceCell: Hashable, Sendable {
  /// What the cell holds.
  enum Content: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Words, or a number typed as words.
    case text(String)
    /// A number stored as one, with as many digits as its format pads it to.
    case number(DecimalNumber, paddedTo: Int)
    /// A number that its spreadsheet shows as a percentage: 15 for «15%», though the file has 0.15.
    case percentage(DecimalNumber)
    /// A day stored as one: its spreadsheet may show it in the Hijri calendar, and with a time.
    case day(CivilDate, isShownHijri: Bool, hasTime: Bool)
    /// A truth value stored as one.
    case boolean(Bool)
    /// An error that the spreadsheet shows, such as `#N/A`.
    case failure(String)
    /// Records inside the record.
    case items([SourceItem])
  }

  /// What it holds.
  var content: Content
  /// What is wrong with the cell whatever its field: these have no place yet.
  var remarks: [Diagnostic] = []

  /// A cell with nothing in it.
  static let empty = SourceCell(content: .empty)

  /// Whether there is nothing in it but white space.
  var isBlank: Bool {
    switch content {
    case .empty: true
    case .text(let text): !text.beginsVisibly && text.allSatisfy(\.isWhitespace)
    default: false
    }
  }

  /// The words in it, for a heading.
  var heading: String {
    switch content {
    case .text(let text): text
    case .number(let number, _): number.plain()
    case .percentage(let number): number.plain() + "%"
    default: ""
    }
  }
}

/// One record of a list, as its file states it.
struct SourceItem: Hashable, Sendable {
  /// Its values with the names they were given, in the file's order.
  var parts: [(name: String, cell: SourceCell)]
  /// The value of an item that isn't a set of names and values: it goes to the list's first field.
  var single: SourceCell?

  static func == (a: SourceItem, b: SourceItem) -> Bool {
    a.single == b.single && a.parts.elementsEqual(b.parts) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(single)
    for part in parts {
      hasher.combine(part.name)
      hasher.combine(part.cell)
    }
  }
}
