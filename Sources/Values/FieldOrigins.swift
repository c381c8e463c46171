public import Diagnostics

/// Where the values of a record stand, by the names of their fields.
///
/// The values of a row of a table stand under its headings, which all its rows share: their places are put together
/// when somebody asks for one, as seldom happens.
public struct FieldOrigins: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// The place of the row, where there is one.
  public private(set) var row: SourceLocation?
  private var headings: FieldMap<String> = [:]
  /// The places, where they aren't those of a row.
  private var places: FieldMap<SourceLocation> = [:]

  /// The places of a row's values: for each field the heading of its cell.
  public init(row: SourceLocation, headings: FieldMap<String>) {
    self.row = row
    self.headings = headings
  }

  /// The places that are written out.
  public init(dictionaryLiteral elements: (String, SourceLocation)...) {
    for (name, place) in elements { places[name] = place }
  }

  /// Where the value of a field stands; `nil` where nothing is known of it.
  public subscript(key: FieldKey) -> SourceLocation? {
    get {
      guard let row else { return places[key] }
      return headings[key].map { row.cell(inColumn: $0) }
    }
    set {
      if row != nil { (places, headings, row) = (all, [:], nil) }
      places[key] = newValue
    }
  }

  /// Where the value of the field of a name stands; `nil` where nothing is known of it.
  public subscript(name: String) -> SourceLocation? {
    get { self[FieldKey(name)] }
    set { self[FieldKey(name)] = newValue }
  }

  /// All places.
  public var all: FieldMap<SourceLocation> {
    guard let row else { return places }
    return headings.reduce(into: [:]) { $0[$1.key] = row.cell(inColumn: $1.value) }
  }

  /// Whether both know the same places.
  public static func == (a: Self, b: Self) -> Bool { a.all == b.all }

  /// Adds all places.
  public func hash(into hasher: inout Hasher) { hasher.combine(all) }
}
