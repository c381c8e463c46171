import Content
import Diagnostics
import Geometry

extension Parser {
  /// The keyword that the inside of a tag begins with, if it is more than a field.
  func keyword(in tokens: ArraySlice<Token>) -> (word: TagKeyword, count: Int)? {
    guard let (word, count) = TagKeyword.table.match(tokens) else { return nil }
    let next = tokens.dropFirst(count).first
    switch word.shape {
    case .anything: return (word, count)
    case .colon:
      if word == .forms, tokens.contains(where: { $0.kind == .colon }) { return (word, count) }
      return next?.kind == .colon ? (word, count) : nil
    case .nothing: return next == nil ? (word, count) : nil
    case .nothingOrColon: return next == nil || next?.kind == .colon ? (word, count) : nil
    }
  }

  /// Reads the inside of a tag.
  mutating func tag(_ inside: Range<Int>) -> Tag {
    let tokens = TagLexer.tokens(of: source, in: inside)[...]
    let place = source.trimmed(inside)
    let location = source.location(place)
    guard !tokens.isEmpty else {
      error(.emptyTag(), inside)
      return Tag(keyword: nil, payload: .unreadable, place: location)
    }
    guard let (word, count) = keyword(in: tokens) else {
      return Tag(
        keyword: nil, payload: field(tokens, preposition: nil, place: place), place: location)
    }
    note(word.spelling, tokens.prefix(count))
    var rest = tokens.dropFirst(count)
    if word.shape != .anything, word != .forms, rest.first?.kind == .colon { rest = rest.dropFirst() }
    let payload = payload(of: word, rest, place: place)
    return Tag(keyword: word, payload: payload, place: location)
  }

  private mutating func payload(
    of word: TagKeyword, _ rest: ArraySlice<Token>, place: Range<Int>
  ) -> Tag.Payload {
    switch word {
    case .ifOpens, .elseIf:
      return .condition(condition(rest, place: place))
    case .forOpens:
      return loop(rest, place: place)
    case .to, .by, .like, .and, .so:
      return field(rest, preposition: word.preposition, place: place)
    case .forms:
      return forms(rest, place: place)
    case .include, .choices, .styleOpens:
      return rest.isEmpty ? missingArgument(word, place) : .name(name(rest, or: place))
    case .footnoteOpens:
      guard !rest.isEmpty else { return .nothing }
      error(.footnoteInTag(), place)
      return .unreadable
    case .checkBox:
      return rest.isEmpty ? .nothing : .name(name(rest, or: place))
    case .leftToRight:
      return rest.isEmpty ? missingArgument(word, place) : .text(name(rest, or: place).spelled)
    case .link:
      return rest.isEmpty ? missingArgument(word, place) : link(rest, place: place)
    case .signature, .chart:
      return rest.isEmpty ? missingArgument(word, place) : .parts(parts(rest, place: place))
    case .symbol:
      return symbol(rest, place: place)
    case .lines, .fieldsOpens, .columnsOpens, .space, .boxOpens, .span:
      return measures(of: word, rest, place: place)
    default:
      return .nothing
    }
  }

  private mutating func loop(_ tokens: ArraySlice<Token>, place: Range<Int>) -> Tag.Payload {
    var index = tokens.startIndex
    while index < tokens.endIndex {
      if index > tokens.startIndex, let (word, count) = LoopKeyword.table.match(tokens[index...]) {
        note(word.spelling, tokens[index..<index + count])
        let parts = tokens[(index + count)...].split(maxSplits: 1) { $0.kind == .colon }
        guard let list = parts.first else { break }
        var turns = Self.blankTurns
        if parts.count > 1 {
          guard case .number(let asked) = measures(of: .forOpens, parts[1], place: place) else {
            return .unreadable
          }
          turns = asked
        }
        return .loop(
          variable: name(tokens[..<index], or: place), list: name(list, or: place), blankTurns: turns)
      }
      index += 1
    }
    error(.loopWithoutList(), place)
    return .unreadable
  }

  /// How many empty turns a loop takes in a form to be filled by hand, unless it says.
  private static let blankTurns = 3

  private mutating func symbol(_ tokens: ArraySlice<Token>, place: Range<Int>) -> Tag.Payload {
    let name = name(tokens, or: place)
    guard let symbol = SymbolName.table[name.key] else {
      let hint = Suggestion.hint(for: name.key, among: SymbolName.table.arabicSpellings)
      error(.unknownSymbol(name.spelled), place, hints: hint)
      return .unreadable
    }
    note(symbol.spelling, tokens)
    return .symbol(symbol)
  }

  private mutating func link(_ tokens: ArraySlice<Token>, place: Range<Int>) -> Tag.Payload {
    let address = name(tokens, or: place).spelled
    guard let target = LinkTarget(address) else {
      error(.unreadableLink(address), place)
      return .unreadable
    }
    return .link(address, target)
  }

  /// The texts between slashes.
  func parts(_ tokens: ArraySlice<Token>, place: Range<Int>) -> [String] {
    tokens.split { $0.kind == .slash }.map { name($0, or: place).spelled }
  }

  mutating func missingArgument(_ word: TagKeyword, _ place: Range<Int>) -> Tag.Payload {
    error(.missingArgument(word.spelling), place)
    return .unreadable
  }

  /// Reads `الموقع / الموقعة`, or `مذكر: الموقع / مؤنث: الموقعة`, after the keyword and an optional subject.
  private mutating func forms(_ tokens: ArraySlice<Token>, place: Range<Int>) -> Tag.Payload {
    guard let colon = tokens.firstIndex(where: { $0.kind == .colon }) else { return .unreadable }
    let subject = colon > tokens.startIndex ? name(tokens[..<colon], or: place) : nil
    let parts = tokens[(colon + 1)...].split(omittingEmptySubsequences: false) { $0.kind == .slash }
    var forms: [FormName: String] = [:]
    for (index, part) in parts.enumerated() {
      var words = part
      var form = index < FormName.positional.count ? FormName.positional[index] : nil
      if let (word, count) = FormName.table.match(part), part.dropFirst(count).first?.kind == .colon {
        note(word.spelling, part.prefix(count))
        form = word
        words = part.dropFirst(count + 1)
      }
      guard let form, !words.isEmpty, forms[form] == nil else {
        error(.unreadableForms(), range(of: part, or: place))
        return .unreadable
      }
      forms[form] = name(words, or: place).spelled
    }
    return .forms(FormsTag(subject: subject, forms: forms, place: source.location(place)))
  }
}

extension FormName {
  /// The order of forms that aren't named.
  static let positional: [FormName] = [
    .masculine, .feminine, .dual, .masculinePlural, .femininePlural, .organisation,
  ]
}

extension Diagnostic.Message {
  fileprivate static func emptyTag() -> Self {
    Self("templates.empty-tag", arabic: "وسم فارغ لا شيء فيه", english: "This tag is empty")
  }
  fileprivate static func loopWithoutList() -> Self {
    Self(
      "templates.loop-without-list", arabic: "لم تُذكر القائمة؛ يُكتب التكرار هكذا: {{لكل مستند من المستندات}}",
      english: "No list is given; a loop is written {{for each document in documents}}")
  }
  fileprivate static func unknownSymbol(_ name: String) -> Self {
    Self(
      "templates.unknown-symbol", arabic: "لا يُعرف رمز باسم «\(name)»",
      english: "There is no symbol called “\(name)”")
  }
  fileprivate static func unreadableLink(_ address: String) -> Self {
    Self(
      "templates.unreadable-link",
      arabic: "«\(address)» ليس عنوان موقع ولا بريد؛ يُكتب الرابط هكذا: {{رابط: www.example.org}}",
      english: "“\(address)” is no web or e-mail address; a link is written {{link: www.example.org}}")
  }
  fileprivate static func missingArgument(_ word: Spelling) -> Self {
    Self(
      "templates.missing-argument", arabic: "لم يُكتب شيء بعد «\(word.arabic):»",
      english: "Nothing follows “\(word.english):”")
  }
  fileprivate static func unreadableForms() -> Self {
    Self(
      "templates.unreadable-forms",
      arabic: "تُكتب الصيغ هكذا: {{صيغة: الموقع / الموقعة}}، أو تُسمّى: {{صيغة: مذكر: … / جمع: …}}",
      english: "Forms are written {{forms: … / …}}, or named: {{forms: masculine: … / plural: …}}")
  }
}
