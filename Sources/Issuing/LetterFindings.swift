public import Diagnostics

/// What was found in the letters of several records.
public struct LetterFindings: Sendable {
  private var letters: [(record: SourceLocation, diagnostics: [Diagnostic])]

  /// What was found in each letter, by the place of its record.
  public init(_ letters: [(record: SourceLocation, diagnostics: [Diagnostic])]) { self.letters = letters }

  /// More records than these aren't named: what so many have in common is no matter of the record's.
  private static let namedRecords = 3

  /// All of it, in the letters' order.
  ///
  /// What stands at no place of a record's file, such as a page or a line of the template, names the first records in
  /// whose letters it was found, unless it was found in all.
  ///
  /// The same finding is the same in all its letters, so that it can be said once.
  public var diagnostics: [Diagnostic] {
    var records: [Diagnostic: [SourceLocation]] = [:]
    for letter in letters {
      for diagnostic in Set(letter.diagnostics) where diagnostic.location?.file != letter.record.file {
        records[diagnostic, default: []].append(letter.record)
      }
    }
    return letters.flatMap(\.diagnostics).map { diagnostic in
      guard let found = records[diagnostic], letters.count == 1 || found.count < letters.count else {
        return diagnostic
      }
      var named = diagnostic
      named.hints += found.prefix(Self.namedRecords).map(Diagnostic.Hint.record)
      return named
    }
  }
}

extension Diagnostic.Hint {
  fileprivate static func record(_ place: SourceLocation) -> Self {
    Self(arabic: "في خطاب هذا السجل", english: "In the letter of this record", location: place)
  }
}
