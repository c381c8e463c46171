import Diagnostics
import Geometry

extension Parser {
  /// Reads the count, length or span that a keyword takes.
  mutating func measures(
    of word: TagKeyword, _ tokens: ArraySlice<Token>, place: Range<Int>
  ) -> Tag.Payload {
    if tokens.isEmpty { return word.shape == .colon ? missingArgument(word, place) : .nothing }
    var columns: Int?
    var rows: Int?
    var length: Points?
    var number: Int?
    var rest = tokens
    while let token = rest.first {
      if token.kind == .comma {
        rest.removeFirst()
      } else if let value = decimal(rest) {
        rest = rest.dropFirst(value.count)
        let unit = Measure.table.match(rest)
        if let unit {
          note(unit.word.spelling, rest.prefix(unit.count))
          rest = rest.dropFirst(unit.count)
        }
        switch unit?.word {
        case .columns?, .oneColumn?: columns = Int(value.number)
        case .rows?, .oneRow?: rows = Int(value.number)
        case .centimetres?, .millimetres?: length = value.number * (unit?.word.points ?? 1)
        case nil: number = Int(value.number)
        default: return unreadableMeasure(word, place)
        }
      } else if let (unit, count) = Measure.table.match(rest) {
        note(unit.spelling, rest.prefix(count))
        rest = rest.dropFirst(count)
        switch unit {
        case .oneColumn: columns = 1
        case .twoColumns: columns = 2
        case .oneRow: rows = 1
        case .twoRows: rows = 2
        case .height: break
        default: return unreadableMeasure(word, place)
        }
      } else {
        return unreadableMeasure(word, place)
      }
    }
    return payload(of: word, columns: columns, rows: rows, length: length, number: number, place: place)
  }

  private mutating func payload(
    of word: TagKeyword, columns: Int?, rows: Int?, length: Points?, number: Int?, place: Range<Int>
  ) -> Tag.Payload {
    switch word {
    case .fieldsOpens, .columnsOpens:
      if let count = columns ?? number, (1...4).contains(count), rows == nil, length == nil {
        return .number(count)
      }
    case .forOpens:
      if let count = rows ?? number, (1...60).contains(count), columns == nil, length == nil {
        return .number(count)
      }
    case .lines:
      if let number, (1...60).contains(number) { return .number(number) }
    case .space, .boxOpens:
      if let length, length <= .mm(300) { return .length(length) }
    default:
      let (across, down) = (columns ?? number ?? 1, rows ?? 1)
      if (1...20).contains(across), (1...100).contains(down) { return .span(columns: across, rows: down) }
    }
    return unreadableMeasure(word, place)
  }

  /// A number of at most six digits, with a decimal part or without one, and how many tokens it takes.
  private func decimal(_ tokens: ArraySlice<Token>) -> (number: Double, count: Int)? {
    guard let token = tokens.first, token.kind == .word, token.key.utf8.count <= 6 else { return nil }
    // What Swift reads besides, such as 1e99 or 0x1p99, is nobody's measure and more than a count can be.
    let text = token.key.replacing("٫", with: ".")
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      let number = Double(text)
    else { return nil }
    return (number, 1)
  }

  private mutating func unreadableMeasure(_ word: TagKeyword, _ place: Range<Int>) -> Tag.Payload {
    error(.unreadableMeasure(word.spelling), place, hints: [.measures()])
    return .unreadable
  }
}

extension Diagnostic.Hint {
  fileprivate static func measures() -> Self {
    Self(
      arabic:
        "أمثلة: {{حقول: عمودان}}، {{سطور: ٣}}، {{صندوق: ٣ سم}}، {{دمج: ٣ أعمدة}}، {{لكل مستند من المستندات: ٨ صفوف}}",
      english:
        "Examples: {{fields: two columns}}, {{lines: 3}}, {{box: 3 cm}}, {{span: 2 columns}}, {{for each document in documents: 8 rows}}"
    )
  }
}

extension Diagnostic.Message {
  fileprivate static func unreadableMeasure(_ word: Spelling) -> Self {
    Self(
      "templates.unreadable-measure", arabic: "لا يُفهم المقدار المكتوب بعد «\(word.arabic):»",
      english: "The measure after “\(word.english):” can't be read")
  }
}
