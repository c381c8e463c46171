import Content
import Geometry
import Values

// Room to write by hand: dots in running text, lines across a box or the page.

extension Evaluator {
  /// Whether an absent value is written by hand: in a blank form, and in a filled one where nothing stands in its place.
  func isWrittenByHand(_ tag: FieldTag) -> Bool {
    scope.mode == .blank || (isForm && tag.fallback?.isWhiteSpace == true)
  }

  /// What an absent value becomes in a form to be filled by hand.
  func fill(_ field: Field, _ tag: FieldTag, _ style: InlineStyle) -> [Atom] {
    if let comb = tag.call(.comb) {
      return [.comb(Array(repeating: nil, count: combLength(comb, field.type)))]
    }
    return [.inline(room(for: field, tag).space)]
  }

  private func room(for field: Field, _ tag: FieldTag) -> WritingRoom {
    if tag.call(.inWords) != nil || tag.call(.longDate) != nil { return .words }
    return tag.call(.count) == nil ? field.type.room : .few
  }

  /// Whether the pieces are fields alone whose values will be written by hand, and not in comb boxes.
  func isBlankPlace(_ nodes: [InlineNode]) -> Bool {
    guard scope.mode == .blank || isForm,
      nodes.contains(where: { if case .field = $0 { true } else { false } })
    else { return false }
    return nodes.allSatisfy { node in
      switch node {
      case .field(let tag):
        if case .missing = resolve(tag.name) { !tag.has(.comb) && isWrittenByHand(tag) } else { false }
      case .text(let text, _): text.isWhiteSpace
      case .newLine: true
      default: false
      }
    }
  }

  /// How many ems a hand needs for the values of a cell's fields.
  func writingRoom(of nodes: [InlineNode]) -> Double {
    nodes.reduce(0) { ems, node in
      guard case .field(let tag) = node, case .missing(let named, _) = resolve(tag.name) else { return ems }
      return ems + room(for: named.field, tag).ems
    }
  }

  /// Lines to write on by hand.
  static func dottedLines(_ count: Int) -> [Block] {
    (0..<count).map { _ in .paragraph(Paragraph(style: .dottedLine, [.dottedFill])) }
  }

  /// How far apart the lines to write on by hand stand.
  private static let lineDistance: Points = .mm(8)

  /// What stands in a box: with nothing in it yet, the lines to write on that it has room for.
  mutating func boxed(_ nodes: [BlockNode], _ height: Points) -> [Block] {
    let isBlank = nodes.allSatisfy { node in
      switch node {
      case .blank: true
      case .paragraph(_, let inlines, _): isBlankPlace(inlines)
      default: false
      }
    }
    let blocks = isBlank ? [] : blocks(nodes)
    return blocks.isEmpty ? Self.dottedLines(max(1, Int(height / Self.lineDistance))) : blocks
  }

  /// How many lines leave room for paragraphs by hand.
  static let linesOfParagraph = 6

  /// Whether it stands for a value of whole paragraphs.
  func isParagraph(_ node: InlineNode) -> Bool {
    if case .field(let tag) = node, case .missing(let field, _) = resolve(tag.name) {
      return field.field.type == .paragraph
    }
    return false
  }
}

extension FieldType {
  /// The room that one takes when it is written by hand.
  fileprivate var room: WritingRoom {
    switch self {
    case .integer, .boolean: .few
    case .date, .money, .id, .mobile, .phone, .reference, .gender, .personKind: .short
    case .email, .iban, .choice: .long
    case .name, .text: .words
    case .paragraph, .address, .list: .sentence
    }
  }
}

/// How much room a hand needs for a value.
enum WritingRoom {
  case few, short, long, words, sentence

  /// The dots to write on: words may take what is left of the line, numbers and days know their length.
  var space: Inline {
    switch self {
    case .few, .short: .writingSpace(ems: ems, isOpen: false)
    case .long, .words, .sentence: .writingSpace(ems: ems, isOpen: true)
    }
  }

  /// How wide it is at least.
  var ems: Double {
    switch self {
    case .few: 3.5
    case .short: 7
    case .long: 10
    case .words: 11
    case .sentence: 18
    }
  }
}
