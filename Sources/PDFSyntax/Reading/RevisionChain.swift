/// Follows a file's cross-reference sections from the last to the first (`Prev`) and makes revisions of them.
struct RevisionChain {
  private let bytes: [UInt8]
  private let limits: PDFLimits
  private var reader: CrossReferenceReader

  /// A chain in a file.
  init(bytes: [UInt8], limits: PDFLimits) {
    self.bytes = bytes
    self.limits = limits
    reader = CrossReferenceReader(bytes: bytes, limits: limits, allowance: limits.decodedStructure)
  }

  /// A section, its hybrid companion, and what stands behind it.
  private struct Link {
    var offset: Int
    var sections: [CrossReferenceSection]
    var end: RevisionEnd
    var previous: Int?
  }

  /// The revisions, oldest first, and how many bytes object streams may still grow to.
  mutating func revisions(
    from last: RevisionEnd
  ) throws(PDFSyntaxError) -> (revisions: [PDFRevision], allowance: Int) {
    var links: [Link] = []
    var offset: Int? = last.startXRef
    while let place = offset {
      guard links.count < limits.revisions else { throw PDFSyntaxError(.tooManyRevisions, at: place) }
      let link = try self.link(at: place)
      links.append(link)
      // A chain leads backwards. Only the two sections of a linearized file stand the other way round (annex F).
      if let previous = link.previous, previous >= place {
        let first = try self.link(at: previous)
        guard first.previous == nil, isLinearized, link.end.startXRef == 0 || link.end.startXRef == place
        else {
          throw PDFSyntaxError(.crossReferenceLoop, at: place)
        }
        return try make(links.dropLast(), linearized: (link, first), last: last)
      }
      offset = link.previous
    }
    return try make(links[...], linearized: nil, last: last)
  }

  /// Whether the file's first object is a linearization dictionary.
  private var isLinearized: Bool {
    var parser = PDFParser(PDFLexer(bytes), limits: limits)
    parser.lexer.skipWhiteSpace()
    guard let first = try? parser.indirectObject(length: { _ in nil }) else { return false }
    return first.object.dictionary?["Linearized"].number != nil
  }

  private mutating func link(at offset: Int) throws(PDFSyntaxError) -> Link {
    let section = try reader.section(at: offset)
    var sections = [section]
    switch section.trailer["XRefStm"] {
    case .null: break
    case .integer(let hidden) where section.streamNumber == nil:
      let companion = try reader.section(at: hidden)
      guard companion.streamNumber != nil, companion.range.upperBound <= offset else {
        throw PDFSyntaxError(.malformedCrossReference, at: hidden)
      }
      for entry in companion.entries {
        // Old readers see the table alone: where both name an object, two people would see two files.
        guard let open = section.entry(of: entry.number), open != entry.place else { continue }
        if case .free = open { continue }
        if case .free = entry.place { continue }
        throw PDFSyntaxError(.ambiguousHybrid, at: hidden)
      }
      sections.append(companion)
    default: throw PDFSyntaxError(.malformedTrailer, at: offset)
    }
    let previous: Int?
    switch section.trailer["Prev"] {
    case .null: previous = nil
    case .integer(let value) where value > 0: previous = value
    default: throw PDFSyntaxError(.malformedTrailer, at: offset)
    }
    let end = try RevisionEnd(at: section.range.upperBound, in: bytes)
    return Link(offset: offset, sections: sections, end: end, previous: previous)
  }

  private func make(
    _ links: ArraySlice<Link>, linearized: (first: Link, main: Link)?, last: RevisionEnd
  ) throws(PDFSyntaxError) -> (revisions: [PDFRevision], allowance: Int) {
    var revisions: [PDFRevision] = []
    var objects = 0
    var start = 0
    func add(_ link: Link, _ sections: [CrossReferenceSection], _ end: RevisionEnd) throws(PDFSyntaxError) {
      guard sections.allSatisfy({ $0.range.lowerBound >= start }) else {
        throw PDFSyntaxError(.crossReferenceLoop, at: link.offset)
      }
      guard end.startXRef == link.offset else { throw PDFSyntaxError(.wrongStartXRef, at: link.offset) }
      guard link.sections[0].trailer["Root"].reference != nil else {
        throw PDFSyntaxError(.malformedTrailer, at: link.offset)
      }
      objects += sections.reduce(0) { $0 + $1.entries.count }
      guard objects <= limits.objects else { throw PDFSyntaxError(.tooManyObjects, at: link.offset) }
      let revision = PDFRevision(
        range: start..<end.afterEndOfLine, endOfFileMarker: end.afterMarker,
        trailer: link.sections[0].trailer,
        startXRef: link.offset, hasCrossReferenceStream: link.sections[0].streamNumber != nil,
        sections: sections)
      try checkPlaces(of: revision, after: revisions)
      try checkHidden(in: revision, after: revisions)
      revisions.append(revision)
      start = end.afterEndOfLine
    }
    if let linearized {
      try add(linearized.first, linearized.first.sections + linearized.main.sections, linearized.main.end)
    }
    for link in links.reversed() { try add(link, link.sections, link.end) }
    guard let newest = revisions.last, newest.endOfFileMarker == last.afterMarker else {
      throw PDFSyntaxError(.wrongStartXRef, at: last.startXRef)
    }
    return (revisions, reader.allowance)
  }

  /// A table may be silent about an object for old readers, but not take away what they saw before.
  private func checkHidden(
    in revision: PDFRevision, after earlier: [PDFRevision]
  ) throws(PDFSyntaxError) {
    guard revision.sections.count == 2, revision.sections[0].streamNumber == nil else { return }
    for entry in revision.sections[0].entries {
      guard case .free = entry.place, let hidden = revision.sections[1].entry(of: entry.number) else {
        continue
      }
      if case .free = hidden { continue }
      let known = earlier.lazy.reversed().compactMap { revision in
        revision.sections.first { $0.streamNumber == nil }?.entry(of: entry.number)
      }.first
      if case .offset? = known {
        throw PDFSyntaxError(.ambiguousHybrid, at: revision.sections[0].range.lowerBound)
      }
    }
  }

  /// Every place lies in its own revision, unless it is what an earlier revision said already.
  private func checkPlaces(of revision: PDFRevision, after earlier: [PDFRevision]) throws(PDFSyntaxError) {
    for section in revision.sections {
      for entry in section.entries {
        guard case .offset(let offset, _) = entry.place, !revision.range.contains(offset) else { continue }
        let known = earlier.lazy.reversed().compactMap { $0.entry(of: entry.number) }.first
        guard known == entry.place else {
          throw PDFSyntaxError(.entryOutsideRevision, at: section.range.lowerBound)
        }
      }
    }
  }
}
