extension PDFFile {
  /// Where a revision's cross-reference sections stand, each with its `startxref` if that follows it.
  public func sectionRanges(of revision: Int) -> [Range<Int>] {
    revisions[revision].sections.map { section in
      let end = (try? RevisionEnd(at: section.range.upperBound, in: bytes))?.afterEndOfLine
      return section.range.lowerBound..<(end ?? section.range.upperBound)
    }
  }
}
