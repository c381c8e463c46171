import PDFSyntax

/// What one revision changed against the one before it.
///
/// Every change is forbidden until a rule explains it, and a rule
/// explains objects only as far as it looked at them.
struct RevisionComparison {
  let file: PDFFile
  let old: RevisionState
  let new: RevisionState
  /// Objects whose change, or whose being there, a rule has explained.
  var explained: Set<Int> = []
  var changes: Set<RevisionChange> = []
  /// The objects that make up the old revision's security store, and the catalog that leads to it.
  var storeObjects: Set<Int> = []

  /// The comparison of two revisions that follow each other.
  init(file: PDFFile, old: RevisionState, new: RevisionState) {
    (self.file, self.old, self.new) = (file, old, new)
  }

  /// Every change of the revision.
  mutating func run() -> Set<RevisionChange> {
    let touched = Set(file.revisions[new.index].objectNumbers)
      .filter {
        $0 > 0 && (old.objects[$0] != new.objects[$0] || old.generations[$0] != new.generations[$0])
      }
    checkTrailer()
    do {
      try compareCatalogs()
      try compareFields()
    } catch {
      forbid(.form)
    }
    for number in touched.sorted() where !explained.contains(number) {
      if old.objects[number] != nil {
        forbid(old.role(of: number))
      } else if !isPartOfCrossReference(number) {
        forbid(new.role(of: number))
      }
    }
    for number in touched where old.objects[number] == nil && old.referrers[number] != nil {
      // Something pointed at nothing, and now at something: the page changes without being touched.
      forbid(.danglingReference)
    }
    if hasHiddenBytes { forbid(.hiddenBytes) }
    return changes
  }

  mutating func forbid(_ object: ChangedObject) {
    changes.insert(RevisionChange(kind: .forbidden(object)))
  }

  /// Cross-reference streams and object streams hold other objects and are nothing themselves.
  private func isPartOfCrossReference(_ number: Int) -> Bool {
    let type = new.objects[number]?.stream?.dictionary["Type"].name
    return type == "XRef" || type == "ObjStm"
  }

  private mutating func checkTrailer() {
    let (a, b) = (file.revisions[old.index].trailer, file.revisions[new.index].trailer)
    if a["Root"] != b["Root"] { forbid(.catalog) }
    // Info holds a title that viewers show; the date of change and the program may differ.
    let (before, after) = (a["Info"].reference?.number, b["Info"].reference?.number)
    if let after {
      let known = before.flatMap { old.objects[$0]?.dictionary } ?? [:]
      // An object that was there for something else doesn't become the file's particulars.
      let isOwn = before == after || old.objects[after] == nil
      if isOwn, let news = new.objects[after]?.dictionary,
        equal(known, news, except: ["ModDate", "Producer"])
      {
        explained.insert(after)
        changes.insert(RevisionChange(kind: .validation))
      } else {
        forbid(.metadata)
      }
    } else if before != nil {
      forbid(.metadata)
    }
    if a["ID"].array?.first != b["ID"].array?.first, a["ID"] != .null { forbid(.catalog) }
  }

  /// Explains new objects below an object, as far as they are new; old ones stay what they are.
  mutating func explainNew(below object: PDFObject) {
    var waiting: [Int] = []
    object.forEachReference { waiting.append($0.number) }
    while let number = waiting.popLast() {
      guard old.objects[number] == nil, let found = new.objects[number], explained.insert(number).inserted
      else {
        continue
      }
      found.forEachReference { waiting.append($0.number) }
    }
  }

  /// A value as of the new revision.
  func newValue(_ object: PDFObject) -> PDFObject { new.value(object) }
  /// A value as of the old revision.
  func oldValue(_ object: PDFObject) -> PDFObject { old.value(object) }

  /// Whether two dictionaries are the same but for some keys.
  func equal(_ a: PDFDictionary, _ b: PDFDictionary, except keys: [PDFName]) -> Bool {
    var (a, b) = (a, b)
    for key in keys { (a[key], b[key]) = (.null, .null) }
    return a == b
  }

  /// Whether bytes stand in the new revision that belong to no object and no cross-reference section.
  private var hasHiddenBytes: Bool {
    let revision = file.revisions[new.index]
    var known: [Range<Int>] = file.sectionRanges(of: new.index)
    for number in revision.objectNumbers {
      guard let object = try? file.indirectObject(number, at: new.index) else { continue }
      if revision.range.contains(object.range.lowerBound) { known.append(object.range) }
    }
    known.sort { $0.lowerBound < $1.lowerBound }
    var position = revision.range.lowerBound
    for range in known {
      if range.lowerBound > position, !isWhiteSpace(position..<range.lowerBound) { return true }
      position = max(position, range.upperBound)
    }
    return false
  }

  private func isWhiteSpace(_ range: Range<Int>) -> Bool {
    var isComment = false
    for byte in file.bytes[range] {
      if byte == 0x0A || byte == 0x0D {
        isComment = false
      } else if byte == 0x25 {
        isComment = true
      } else if !isComment, ![0x20, 0x09, 0x0C, 0x00].contains(byte) {
        return false
      }
    }
    return true
  }
}
