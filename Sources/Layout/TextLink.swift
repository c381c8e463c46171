import Content

/// Where a part of a paragraph's text leads.
enum TextLink: Hashable {
  /// To an address.
  case target(LinkTarget)
  /// To one of the document's notes, by its number; with what the link is, in words.
  case footnote(Int, words: String)
}

/// The links of a paragraph, in the order of its text.
struct ParagraphLinks {
  private(set) var links: [TextLink] = []
  /// The places of notes among them.
  private(set) var calls: [FootnoteCall] = []
  private var isOpen = false

  /// The place among them of the link that the next piece of text is part of: neighbours that lead to one target are
  /// one link.
  mutating func place(of target: LinkTarget?) -> Int? {
    guard let target else {
      isOpen = false
      return nil
    }
    if !isOpen || links.last != .target(target) { links.append(.target(target)) }
    isOpen = true
    return links.count - 1
  }

  /// The place among them of the number of a note.
  mutating func place(of note: Footnote, number: Int) -> Int {
    isOpen = false
    calls.append(FootnoteCall(link: links.count, note: number - 1))
    links.append(.footnote(number, words: "الحاشية " + note.mark(number)))
    return links.count - 1
  }
}
