/// Why the value of a field isn't known, though a message says so already: what depends on it can't be judged.
///
/// A field without a value and without a doubt is known to be stated nowhere.
public enum FieldDoubt: Hashable, Sendable {
  /// A value is stated that can't be read, or none is where every record has to state one.
  case faulty
  /// Nobody can tell whether a value is stated: its row has slipped, or the row of another file wasn't found.
  case open
  /// A list of which parts of items are in doubt: those of each item, in the list's order, as far as there are any.
  case items([FieldDoubts])
}

/// Which of a record's fields are in doubt.
public typealias FieldDoubts = FieldMap<FieldDoubt>

extension FieldDoubts {
  /// What is in doubt of an item of a list, by its index.
  public func ofItem(_ index: Int, in list: FieldKey) -> FieldDoubts {
    guard !isEmpty, case .items(let items)? = self[list], items.indices.contains(index) else { return [:] }
    return items[index]
  }

  /// Notes what is in doubt of an item of a list.
  public mutating func add(_ doubts: FieldDoubts, ofItem index: Int, in list: FieldKey) {
    guard !doubts.isEmpty else { return }
    var items: [FieldDoubts] = []
    if case .items(let earlier)? = self[list] { items = earlier }
    // Held in one place only, they are added to without being copied.
    self[list] = .items([])
    items += Array(repeating: [:], count: Swift.max(0, index + 1 - items.count))
    items[index] = doubts
    self[list] = .items(items)
  }
}
