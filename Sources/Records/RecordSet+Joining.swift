import Diagnostics
import Values

extension RecordSet {
  /// The records completed from another file: a request by the member that its membership number names.
  ///
  /// A value that both state is taken from this file. Required fields are checked now; rows of the
  /// other file that no record names are kept in `unmatched`.
  /// - Parameters:
  ///   - other: the other file's records, read with `isPartial`.
  ///   - key: the name or alias of the field that both files have.
  /// - Returns: as many records as this file has.
  public func joined(with other: RecordSet, on key: String) -> RecordSet {
    var result = self
    result.log.append(contentsOf: other.log)
    result.columns += other.columns
    let fields = other.fieldsOfRows
    guard let key = dictionary.field(named: key)?.name, has(key), other.has(key) else {
      let file = records.first?.record.location.file
      result.log.error(.noJoinColumn(key), at: file.map { .file($0) }, hints: [.addKeyColumn])
      for index in records.indices { result.records[index].record.doubt(fields, as: .open) }
      return result
    }
    var rows: [String: [Int]] = [:]
    for (index, read) in other.records.enumerated() {
      if let text = JoinKey.text(read.record.values[key]) { rows[text, default: []].append(index) }
    }
    var used: Set<Int> = []
    var completed: [Int] = []
    for index in result.records.indices {
      guard let found = result.match(index, key: key, among: rows, of: other) else {
        result.records[index].record.doubt(fields, as: .open)
        continue
      }
      completed.append(index)
      let isFirstUse = used.insert(found).inserted
      result.records[index].complete(from: other.records[found], isFirstUse: isFirstUse, except: key)
    }
    result.unmatched += other.records.indices.filter { !used.contains($0) }.map { other.records[$0] }
    result.checkRequired(in: completed)
    return result
  }

  /// The fields that its rows may state, in columns or in tables of lists.
  private var fieldsOfRows: [FieldKey] {
    let lists = dictionary.fields.filter { list in list.source.map { has($0.key) } ?? false }
    return (columns.compactMap(\.field) + lists.map(\.name)).map { FieldKey($0) }
  }

  /// The row of the other file that a record names, if exactly one does.
  private mutating func match(
    _ index: Int, key: String, among rows: [String: [Int]], of other: RecordSet
  ) -> Int? {
    let read = records[index]
    let place = read.record.origins[key] ?? read.record.location
    guard let text = JoinKey.text(read.record.values[key]) else {
      if read.record.doubts[key] != .faulty {
        records[index].log.error(.noJoinValue(key), at: place, hints: [.fillCell])
      }
      return nil
    }
    let found = rows[text] ?? []
    guard found.count <= 1 else {
      let places = found.map { other.records[$0].record.origins[key] ?? other.records[$0].record.location }
      records[index].log.error(.joinsSeveral(key), at: place, hints: places.map(Diagnostic.Hint.alsoHere))
      return nil
    }
    if found.isEmpty { records[index].log.error(.joinsNone(key), at: place, hints: [.compareKeys]) }
    return found.first
  }
}

extension ReadRecord {
  /// Takes over what another row states and this one doesn't.
  fileprivate mutating func complete(from other: ReadRecord, isFirstUse: Bool, except key: String) {
    for (name, origin) in other.record.origins.all
    where record.origins[name] == nil || record.values[name] == nil {
      record.origins[name] = origin
    }
    for (list, origins) in other.record.itemOrigins where record.values[list] == nil {
      record.itemOrigins[list] = origins
    }
    for (name, doubt) in other.record.doubts where name != key && record.values[name] == nil {
      record.doubt([FieldKey(name)], as: doubt)
    }
    for (name, value) in other.record.values.sorted(by: { $0.key < $1.key }) where name != key {
      guard let own = record.values[name] else {
        // What the row states itself counts, though it can't be read.
        switch record.doubts[name] {
        case nil, .items: record.values[name] = value
        case .faulty, .open: break
        }
        continue
      }
      guard own != value else { continue }
      log.warning(
        .joinDiffers(name), at: record.origins[name],
        hints: other.record.origins[name].map { [.alsoHere($0)] } ?? [])
    }
    // Notes on a row that several records share are given once; what stops a letter is given for each.
    for diagnostic in other.log.diagnostics where isFirstUse || diagnostic.severity == .error {
      log.append(diagnostic)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noJoinColumn(_ key: String) -> Diagnostic.Message {
    .init(
      "records.join-without-column", arabic: "لا يُجمع الملفان لأن \(Quoting.quote(key)) ليس عموداً في كليهما",
      english: "The files can't be joined: \(Quoting.quote(key)) isn't a column of both")
  }
  fileprivate static func noJoinValue(_ key: String) -> Diagnostic.Message {
    .init(
      "records.join-without-value", arabic: "السجل لا يذكر \(Quoting.quote(key)) الذي يُعرف به صاحبه",
      english: "The record has no \(Quoting.quote(key)) to find the rest by")
  }
  fileprivate static func joinsNone(_ key: String) -> Diagnostic.Message {
    .init(
      "records.join-finds-none", arabic: "قيمة \(Quoting.quote(key)) هذه ليست في الملف الآخر",
      english: "This \(Quoting.quote(key)) isn't in the other file")
  }
  fileprivate static func joinsSeveral(_ key: String) -> Diagnostic.Message {
    .init(
      "records.join-finds-several",
      arabic: "قيمة \(Quoting.quote(key)) هذه مذكورة أكثر من مرة في الملف الآخر",
      english: "This \(Quoting.quote(key)) is in the other file more than once")
  }
  fileprivate static func joinDiffers(_ field: String) -> Diagnostic.Message {
    .init(
      "records.join-differs",
      arabic: "قيمة \(Quoting.quote(field)) تختلف بين الملفين، وأُخذت القيمة المذكورة هنا",
      english: "The two files state a different \(Quoting.quote(field)); the one here was taken")
  }
}

extension Diagnostic.Hint {
  fileprivate static let addKeyColumn = Diagnostic.Hint(
    arabic: "أضف العمود إلى الملف الذي ينقصه، أو اختر حقلاً مذكوراً في الملفين",
    english: "Add the column to the file that lacks it, or choose a field that both have")
  fileprivate static func alsoHere(_ place: SourceLocation) -> Diagnostic.Hint {
    .init(arabic: "والآخر هنا", english: "The other is here", location: place)
  }
}
