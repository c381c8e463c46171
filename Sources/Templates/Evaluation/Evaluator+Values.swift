import Content
import Diagnostics
import Values

extension Evaluator {
  /// Writes a value as its type and the tag's filters ask.
  mutating func atoms(
    of value: Value, _ field: Field, _ tag: FieldTag, _ origin: SourceLocation?, _ style: InlineStyle
  ) -> [Atom] {
    let origin = origin ?? recordLocation(column: field.name)
    let ink = Ink(style: style, origin: origin)
    guard mayWrite(value.length, at: tag.name.place) else { return [] }
    let written = write(value, field, tag, ink)
    guard let written else {
      report(.unwritable(tag.name.spelled), at: origin ?? tag.name.place, hints: [.place(tag.name.place)])
      return []
    }
    guard let preposition = tag.preposition else { return written }
    return attached(preposition, to: written, ink)
  }

  /// Puts a preposition's letters before the first word.
  private func attached(_ preposition: String, to atoms: [Atom], _ ink: Ink) -> [Atom] {
    guard case .inline(.text(var span))? = atoms.first else { return atoms }
    if span.isolation == .leftToRight {
      return [ink.plain(AttachedPrepositions.attach(preposition, to: "0").replacing("0", with: ""))] + atoms
    }
    span.text = AttachedPrepositions.attach(preposition, to: span.text)
    return [.inline(.text(span))] + atoms.dropFirst()
  }

  /// The value in writing; `nil` if it can't be written as the tag asks.
  private mutating func write(_ value: Value, _ field: Field, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    switch value {
    case .text(let text): return write(text: text, tag, ink)
    case .paragraph(let text):
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      return Array(lines.map { [ink.words($0)] }.joined(separator: [.paragraphBreak]))
    case .name(let name): return [ink.words(NameForm.printed(name))]
    case .identifier(let identifier): return write(identifier, field, tag, ink)
    case .address(let address): return write(address, tag, ink)
    case .date(let date): return write(date, tag, ink)
    case .money(let money): return write(money, tag, ink)
    case .integer(let number): return write(number, tag, ink)
    case .choice(let label): return [ink.words(label)]
    case .boolean(let value): return [ink.plain((value ? BooleanWord.yes : .no).spelling.arabic)]
    case .gender(let gender): return [ink.plain(gender == .masculine ? "ذكر" : "أنثى")]
    case .personKind(let kind): return FormName(kind).map { [ink.plain($0.spelling.arabic)] }
    case .list(let records):
      guard tag.call(.count) != nil || tag.call(.number) != nil else { return nil }
      return write(records.count, tag, ink)
    }
  }

  private mutating func write(text: String, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    if tag.call(.link) != nil { return [ink.address(text)] }
    if let comb = tag.call(.comb) { return [self.comb(text, combLength(comb, .text))] }
    return write(decimal: text, tag, ink) ?? [ink.words(text)]
  }

  private func write(_ identifier: Identifier, _ field: Field, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    if tag.call(.masked) != nil { return [ink.signs(identifier.masked)] }
    if let comb = tag.call(.comb) {
      return [self.comb(identifier.combed, combLength(comb, field.type))]
    }
    if tag.call(.number) != nil || tag.call(.text) != nil { return [ink.signs(identifier.stored)] }
    if identifier.kind == .email || tag.call(.link) != nil { return [ink.address(identifier.printed)] }
    return [ink.signs(identifier.printed)]
  }

  /// Characters in boxes, at least as many as they are.
  func comb(_ text: String, _ count: Int) -> Atom {
    let characters = text.filter { !$0.isWhitespace }.map(Optional.some)
    return .comb(characters + Array(repeating: nil, count: max(0, count - characters.count)))
  }

  private func write(_ address: NationalAddress, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    let lines = address.lines.map { NumericRuns.atoms(of: $0, ink) }
    return Array(lines.joined(separator: [ink.plain("، ")]))
  }

  private mutating func write(_ number: Int, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    let grammaticalCase = tag.grammaticalCase ?? .nominative
    if let call = tag.call(.count) {
      guard let word = call.arguments.first(where: { $0.option == nil })?.spelled,
        let noun = scope.nouns.noun(word)
      else { return nil }
      let phrase = noun.phrase(
        Int64(number), in: grammaticalCase, style: scope.style, inWords: !call.options.contains(.digits))
      return phrase.map { [ink.plain($0)] }
    }
    if tag.call(.percent) != nil { return write(decimal: String(number), tag, ink) }
    if let call = tag.call(.ordinal) {
      if call.options.contains(.adverb) {
        return Ordinal.adverb(number, style: scope.style).map { [ink.plain($0)] }
      }
      let words = Ordinal.words(
        number, gender: call.options.contains(.feminine) ? .feminine : .masculine,
        isDefinite: !call.options.contains(.indefinite), in: grammaticalCase, style: scope.style)
      return words.map { [ink.plain($0)] }
    }
    if let call = tag.call(.inWords) {
      let words = Cardinal.words(
        Int64(number), counting: call.options.contains(.feminine) ? .feminine : .masculine,
        in: grammaticalCase, style: scope.style)
      return words.map { [ink.plain($0)] }
    }
    if let comb = tag.call(.comb) { return [self.comb(String(number), combLength(comb, .integer))] }
    if tag.call(.grouped) != nil {
      return [ink.signs(Digits.grouped(Int64(number), style: scope.style.digits))]
    }
    return [ink.signs(Digits.printed(number, style: scope.style.digits))]
  }
}

extension Identifier {
  /// The characters that go into comb boxes: a Saudi mobile number as it is dialled at home.
  fileprivate var combed: String {
    kind == .mobile && stored.hasPrefix("+966") ? "0" + stored.dropFirst(4) : stored
  }
}

extension Value {
  /// About how many characters it has.
  fileprivate var length: Int {
    switch self {
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): text.utf8.count
    default: 50
    }
  }
}

extension Diagnostic.Hint {
  fileprivate static func place(_ place: SourceLocation) -> Self {
    Self(
      arabic: "راجع القيمة، والمرشح في القالب", english: "Check the value, and the filter in the template",
      location: place)
  }
}

extension Diagnostic.Message {
  fileprivate static func unwritable(_ name: String) -> Self {
    Self(
      "templates.unwritable-value", arabic: "لا يمكن كتابة قيمة «\(name)» على الصورة المطلوبة",
      english: "The value of “\(name)” can't be written in the form asked for")
  }
}
