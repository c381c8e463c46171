/// What a record states, by its fields.
public typealias FieldValues = FieldMap<Value>

/// Something for each of a record's fields, found by their names, in the order in which it was first stated.
///
/// It is searched from its beginning: records state some ten fields, an office some hundred.
public struct FieldMap<Item> {
  /// What is held of one field.
  @usableFromInline struct Entry {
    @usableFromInline let key: FieldKey
    @usableFromInline var item: Item

    @inlinable init(key: FieldKey, item: Item) {
      self.key = key
      self.item = item
    }
  }

  @usableFromInline var entries: [Entry] = []

  /// A map of nothing.
  @inlinable public init() {}

  /// What is held of a field; `nil` for nothing.
  @inlinable public subscript(key: FieldKey) -> Item? {
    get { index(of: key).map { entries[$0].item } }
    set {
      let index = index(of: key)
      if let newValue {
        if let index {
          entries[index].item = newValue
        } else {
          entries.append(Entry(key: key, item: newValue))
        }
      } else if let index {
        entries.remove(at: index)
      }
    }
  }

  /// What is held of the field of a name; `nil` for nothing.
  @inlinable public subscript(name: String) -> Item? {
    get { self[FieldKey(name)] }
    set { self[FieldKey(name)] = newValue }
  }

  /// What is held of a field, or `nothing` where nothing is.
  @inlinable public subscript(key: FieldKey, default nothing: @autoclosure () -> Item) -> Item {
    get { self[key] ?? nothing() }
    _modify {
      let index = index(of: key) ?? count
      if index == count { entries.append(Entry(key: key, item: nothing())) }
      yield &entries[index].item
    }
  }

  @inlinable func index(of key: FieldKey) -> Int? {
    for index in entries.indices where entries[index].key == key { return index }
    return nil
  }

  /// Whether something is held of the same fields, stated in the same order, as of the rows of one table.
  public func listsSameFields(as other: Self) -> Bool {
    entries.count == other.entries.count
      && entries.indices.allSatisfy { entries[$0].key == other.entries[$0].key }
  }

  /// The names of all fields.
  @inlinable public var keys: [String] { entries.map { $0.key.name } }

  /// The places of all fields, in the order of their names.
  @inlinable public var placesByName: [Int] { FieldKey.placesByName(entries.map { $0.key }) }

  /// What is held of all fields.
  public var values: [Item] { entries.map(\.item) }

  /// Makes room for so many fields.
  @inlinable public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Takes over all of another map; `combine` decides where both hold something of a field.
  public mutating func merge(_ other: Self, uniquingKeysWith combine: (Item, Item) -> Item) {
    for entry in other.entries {
      if let index = index(of: entry.key) {
        entries[index].item = combine(entries[index].item, entry.item)
      } else {
        entries.append(entry)
      }
    }
  }

  /// This map with all of another; `combine` decides where both hold something of a field.
  public func merging(_ other: Self, uniquingKeysWith combine: (Item, Item) -> Item) -> Self {
    var merged = self
    merged.merge(other, uniquingKeysWith: combine)
    return merged
  }
}

extension FieldMap: RandomAccessCollection {
  /// The place of the first field.
  @inlinable public var startIndex: Int { 0 }
  /// How many fields something is held of.
  @inlinable public var count: Int { entries.count }
  /// The place after the last field.
  @inlinable public var endIndex: Int { entries.count }
  /// A field's name and what is held of it, by its place.
  @inlinable public subscript(position: Int) -> (key: String, value: Item) {
    (entries[position].key.name, entries[position].item)
  }
}

extension FieldMap: ExpressibleByDictionaryLiteral {
  /// The map of what is written out; the last holds where a name is there twice.
  @inlinable public init(dictionaryLiteral elements: (String, Item)...) {
    reserveCapacity(elements.count)
    for (name, item) in elements { self[name] = item }
  }
}

extension FieldMap.Entry: Sendable where Item: Sendable {}
extension FieldMap: Sendable where Item: Sendable {}

extension FieldMap: Equatable where Item: Equatable {
  /// Whether both hold the same of the same fields, in whatever order.
  @inlinable public static func == (a: Self, b: Self) -> Bool {
    a.count == b.count && a.entries.allSatisfy { b[$0.key] == $0.item }
  }
}

extension FieldMap: Hashable where Item: Hashable {
  /// Adds what is held of each field, in whatever order.
  public func hash(into hasher: inout Hasher) {
    var all = 0
    for entry in entries {
      var one = hasher
      one.combine(entry.key)
      one.combine(entry.item)
      all ^= one.finalize()
    }
    hasher.combine(all)
  }
}
