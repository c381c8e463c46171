import Content
import Diagnostics
import Values

extension Evaluator {
  /// Writes a value as its type and the tag's filters ask.
  mutating func append(
    _ value: Value, _ field: IndexedField, _ tag: FieldTag, _ origin: SourceLocation?, _ style: InlineStyle,
    to atoms: inout [Atom]
  ) {
    let origin = origin ?? recordLocation(of: field.key)
    let ink = Ink(style: style, origin: origin)
    guard mayWrite(value.length, at: tag.name.place) else { return }
    // Most tags ask for nothing, and most values are these.
    if tag.filters.isEmpty, tag.preposition == nil, appendPlain(value, ink, to: &atoms) { return }
    guard let written = write(value, field, tag, ink) else {
      report(.unwritable(tag.name.spelled), at: origin ?? tag.name.place, hints: [.place(tag.name.place)])
      return
    }
    atoms += tag.preposition.map { attached($0, to: written, ink) } ?? written
  }

  /// Writes a value as its type alone asks; false, with nothing written, for the types that `write` writes.
  private mutating func appendPlain(_ value: Value, _ ink: Ink, to atoms: inout [Atom]) -> Bool {
    switch value {
    case .text(let text), .choice(let text): atoms.append(ink.words(text))
    case .integer(let number): atoms.append(ink.signs(Digits.printed(number, style: scope.style.digits)))
    case .money(let money): appendCounted(money, ink, to: &atoms)
    default: return false
    }
    return true
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
  private mutating func write(_ value: Value, _ field: IndexedField, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    switch value {
    case .text(let text): return write(text: text, tag, ink)
    case .paragraph(let text):
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      return Array(lines.map { [ink.words($0)] }.joined(separator: [.paragraphBreak]))
    case .name(let name): return [ink.words(NameForm.printed(name))]
    case .identifier(let identifier): return write(identifier, field.field.type, tag, ink)
    case .address(let address): return write(address, tag, ink)
    case .date(let date): return write(date, tag, ink)
    case .money(let money): return write(money, tag, ink)
    case .integer(let number): return write(number, tag, ink)
    case .choice(let label): return [ink.words(label)]
    case .boolean(let value): return [ink.plain((value ? BooleanWord.yes : .no).spelling.arabic)]
    case .gender(let gender): return [ink.plain(gender == .masculine ? "ذكر" : "أنثى")]
    case .personKind(let kind): return FormName(kind).map { [ink.plain($0.spelling.arabic)] }
    case .list(let records):
      guard tag.has(.count) || tag.has(.number) else { return nil }
      return write(records.count, tag, ink)
    }
  }

  private mutating func write(text: String, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    if tag.has(.link) { return [ink.address(text)] }
    if let comb = tag.call(.comb) { return [self.comb(text, combLength(comb, .text))] }
    return write(decimal: text, tag, ink) ?? [ink.words(text)]
  }

  private func write(_ identifier: Identifier, _ type: FieldType, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    if tag.has(.masked) { return [ink.signs(identifier.masked)] }
    if let comb = tag.call(.comb) {
      return [self.comb(identifier.combed, combLength(comb, type))]
    }
    if tag.has(.number) || tag.has(.text) { return [ink.signs(identifier.stored)] }
    if identifier.kind == .email || tag.has(.link) { return [ink.address(identifier.printed)] }
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
    if tag.has(.percent) { return write(decimal: String(number), tag, ink) }
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
    if tag.has(.grouped) {
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
