/// One revision of a file: what a program wrote at once, from the end of the revision before it up to its own
/// `%%EOF` (ISO 32000-1, 7.5.6).
public struct PDFRevision: Sendable {
  /// The bytes of this revision alone; the end counts an end-of-line marker after `%%EOF`.
  public let range: Range<Int>
  /// The place after the `%%EOF`, without an end-of-line marker.
  public let endOfFileMarker: Int
  /// The trailer dictionary.
  public let trailer: PDFDictionary
  /// Where `startxref` leads.
  public let startXRef: Int
  /// Whether its cross-reference section is a stream.
  public let hasCrossReferenceStream: Bool
  /// The sections: one, or two in hybrid and in linearized files.
  ///
  /// Earlier ones come first in a search.
  let sections: [CrossReferenceSection]

  /// What this revision itself says about an object; `nil` where it says nothing.
  public func entry(of number: Int) -> CrossReferenceEntry? {
    var free: CrossReferenceEntry?
    for section in sections {
      guard let entry = section.entry(of: number) else { continue }
      if case .free = entry { free = free ?? entry } else { return entry }
    }
    return free
  }

  /// The numbers of the objects that this revision writes or frees, in order.
  public var objectNumbers: [Int] {
    guard sections.count > 1 else { return sections.flatMap { $0.entries.map(\.number) } }
    return Set(sections.flatMap { $0.entries.map(\.number) }).sorted()
  }
}
