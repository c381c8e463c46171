/// A dictionary (ISO 32000-1, 7.3.7): objects by name, always in the order of the names' bytes.
///
/// One order for equal dictionaries makes what is written deterministic and comparing two of them plain.
public struct PDFDictionary: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: PDFName
    /// The value; never null, because a null entry is the same as none (7.3.7).
    public fileprivate(set) var value: PDFObject

    init(key: PDFName, value: PDFObject) { (self.key, self.value) = (key, value) }
  }

  private var entries: [Entry] = []

  /// An empty dictionary.
  public init() {}

  /// The dictionary of a literal; of two equal keys the later counts.
  public init(dictionaryLiteral elements: (PDFName, PDFObject)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// The dictionary of entries as read, or `nil` if two have the same key.
  ///
  /// - Parameters:
  ///   - unsorted: the entries, as they stand.
  ///   - allowsRepeats: whether two entries that say the same count as one.
  init?(unsorted: consuming [Entry], allowsRepeats: Bool) {
    entries = unsorted
    if !entries.indices.dropFirst().allSatisfy({ entries[$0 - 1].key < entries[$0].key }) {
      entries.sort { $0.key < $1.key }
      for index in entries.indices.dropFirst().reversed() where entries[index].key == entries[index - 1].key {
        guard allowsRepeats, entries[index].value == entries[index - 1].value else { return nil }
        entries.remove(at: index)
      }
    }
    if entries.contains(where: { $0.value.isNull }) { entries.removeAll { $0.value.isNull } }
  }

  /// The value of a key; null where there is none.
  ///
  /// Setting null removes the entry.
  public subscript(key: PDFName) -> PDFObject {
    get {
      let index = position(of: key)
      return index < entries.count && entries[index].key == key ? entries[index].value : .null
    }
    set {
      let index = position(of: key)
      let isThere = index < entries.count && entries[index].key == key
      switch (isThere, newValue == .null) {
      case (true, true): entries.remove(at: index)
      case (true, false): entries[index].value = newValue
      case (false, true): break
      case (false, false): entries.insert(Entry(key: key, value: newValue), at: index)
      }
    }
  }

  /// The keys, in order.
  public var keys: [PDFName] { entries.map(\.key) }

  /// The dictionary with every value replaced by what `change` makes of it.
  public func mapValues(_ change: (PDFObject) -> PDFObject) -> PDFDictionary {
    var result = self
    for index in entries.indices { result.entries[index].value = change(entries[index].value) }
    result.entries.removeAll { $0.value == .null }
    return result
  }

  private func position(of key: PDFName) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PDFDictionary: RandomAccessCollection {
  /// The first entry's position.
  public var startIndex: Int { entries.startIndex }
  /// The position after the last entry.
  public var endIndex: Int { entries.endIndex }
  /// The entry at a position.
  public subscript(position: Int) -> Entry { entries[position] }
}
