import Content
import Diagnostics

extension Parser {
  /// Reads a note, from its tag to the tag that ends it.
  mutating func footnote(
    _ tag: Tag, _ cursor: inout InlineCursor
  ) -> [InlineNode] {
    if case .unreadable = tag.payload {
      // Whoever writes the words into the tag means no end of it, but may have written one.
      if cursor.next?.tag?.keyword == .endFootnote { cursor.items.removeFirst() }
      return [.error(tag.place, [])]
    }
    let isInner = isInFootnote
    isInFootnote = true
    let body = enclosed(&cursor, tag, inEmphasis: false)
    isInFootnote = isInner
    close(.footnoteOpens, tag, &cursor)
    if isInner {
      error(.footnoteInFootnote(), at: tag.place)
    } else if !takesFootnotes {
      error(.footnoteOutsideText(), at: tag.place)
    } else if !body.contains(where: \.isSeen) {
      error(.emptyFootnote(), at: tag.place)
    } else {
      return [.footnote(body, tag.place)]
    }
    return [.error(tag.place, body)]
  }

  /// Reports each note of a paragraph that stands after no word.
  mutating func checkPlaces(ofFootnotesIn nodes: [InlineNode]) {
    var hasWord = false
    checkPlaces(of: nodes, after: &hasWord)
  }

  private mutating func checkPlaces(of nodes: [InlineNode], after hasWord: inout Bool) {
    for node in nodes {
      switch node {
      case .footnote(_, let place):
        if !hasWord { error(.footnoteAfterNothing(), at: place) }
      case .emphasis(let inner), .optional(let inner), .error(_, let inner):
        checkPlaces(of: inner, after: &hasWord)
      case .conditional(let branches):
        // Where one part has a word before the note, the letter decides.
        var has = hasWord
        for branch in branches {
          var own = hasWord
          checkPlaces(of: branch.body, after: &own)
          has = has || own
        }
        hasWord = has
      case .loop(let loop):
        checkPlaces(of: loop.body, after: &hasWord)
        checkPlaces(of: loop.otherwise, after: &hasWord)
      case .newLine, .flexibleSpace: hasWord = false
      default: hasWord = hasWord || node.isSeen
      }
    }
  }
}

extension InlineNode {
  /// Whether something of it may be seen.
  fileprivate var isSeen: Bool {
    switch self {
    case .text(let text, _): !text.isWhiteSpace
    case .newLine, .flexibleSpace: false
    case .emphasis(let inner), .optional(let inner): inner.contains(where: \.isSeen)
    default: true
    }
  }
}

extension Diagnostic.Message {
  static func footnoteInTag() -> Self {
    Self(
      "templates.footnote-in-tag",
      arabic: "كلام الحاشية لا يُكتب داخل وسمها؛ تُكتب هكذا: الكلمة{{حاشية}}كلام الحاشية{{نهاية حاشية}}",
      english:
        "A note's words don't stand in its tag; it is written: word{{footnote}}its words{{end footnote}}")
  }
  fileprivate static func footnoteInFootnote() -> Self {
    Self(
      "templates.footnote-in-footnote", arabic: "حاشية داخل حاشية، والحاشية لا حاشية لها",
      english: "A note stands in a note; a note has no notes of its own")
  }
  fileprivate static func footnoteOutsideText() -> Self {
    Self(
      "templates.footnote-outside-text",
      arabic: "الحاشية تُكتب في متن الخطاب وحده، لا في إعداداته ولا في أسطر السمة",
      english: "A note stands in the letter's text alone, not in its settings nor in a theme's lines")
  }
  fileprivate static func emptyFootnote() -> Self {
    Self(
      "templates.empty-footnote", arabic: "حاشية لا كلام فيها؛ يُكتب كلامها بين الوسمين أو تُحذف",
      english: "This note says nothing; write its words between the tags, or leave it out")
  }
  fileprivate static func footnoteAfterNothing() -> Self {
    Self(
      "templates.footnote-after-nothing",
      arabic: "الحاشية تُكتب بعد الكلمة التي توضحها، ولا كلمة قبلها هنا",
      english: "A note stands after the word it explains, and there is none before it here")
  }
}
