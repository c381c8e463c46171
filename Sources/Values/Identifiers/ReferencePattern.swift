import Diagnostics

/// The shape of an office's own numbers: `####/#+`, `م-####`, `#+/ص/####`.
///
/// `#` is one digit, `@` one letter; a `+` after either means one or more of them. All else stands for itself.
public struct ReferencePattern: Hashable, Sendable {
  /// The unified number of an establishment (الرقم الموحد): ten digits, the first 7.
  public static let unifiedNumber = ReferencePattern("7#########")
  /// A licence number: digits, or the newer form with a year.
  public static let licenceNumbers = [ReferencePattern("#+"), ReferencePattern("#+/#+")]

  /// The pattern as written.
  public let text: String
  private let elements: [Element]

  private struct Element: Hashable {
    enum Kind: Hashable {
      case digit, letter
      case exactly(Character)
    }
    var kind: Kind
    var isRepeated = false

    func matches(_ character: Character) -> Bool {
      switch kind {
      case .digit: character.isASCII && character.isNumber
      case .letter: character.isLetter
      case .exactly(let own): character == own
      }
    }
  }

  /// The pattern written as `text`.
  public init(_ text: String) {
    self.text = text
    var elements: [Element] = []
    for character in Digits.ascii(text) {
      switch character {
      case "#": elements.append(Element(kind: .digit))
      case "@": elements.append(Element(kind: .letter))
      case "+":
        if let last = elements.last, last.kind == .digit || last.kind == .letter, !last.isRepeated {
          elements[elements.count - 1].isRepeated = true
        } else {
          elements.append(Element(kind: .exactly("+")))
        }
      default: elements.append(Element(kind: .exactly(character)))
      }
    }
    self.elements = elements
  }

  /// Whether all that has this shape is equally long.
  private var hasKnownLength: Bool { !elements.contains(where: \.isRepeated) }

  /// Whether `reference`, its digits European, has this shape.
  public func matches(_ reference: String) -> Bool {
    var reachable: Set<Int> = [0]
    for character in reference {
      var next: Set<Int> = []
      for position in reachable {
        if position < elements.count, elements[position].matches(character) { next.insert(position + 1) }
        if position > 0, elements[position - 1].isRepeated, elements[position - 1].matches(character) {
          next.insert(position)
        }
      }
      reachable = next
    }
    return reachable.contains(elements.count)
  }

  /// Reads a reference as typed and checks its shape.
  public func read(_ text: String) -> Reading<Identifier> { Self.read(text, among: [self]) }

  /// Reads a reference as typed; it must have the shape of one of `patterns`, if there are any.
  public static func read(_ text: String, among patterns: [ReferencePattern]) -> Reading<Identifier> {
    let reading = Identifier.read(text, as: .reference)
    guard let reference = reading.value, !patterns.isEmpty,
      !patterns.contains(where: { $0.matches(reference.stored) })
    else { return reading }
    // Blanks and hyphens may part the digits of a number whose length is known: elsewhere they may part two numbers.
    let joined = reference.stored.joiningDigits
    if patterns.contains(where: { $0.hasKnownLength && $0.matches(joined) }) {
      return Reading(Identifier(.reference, stored: joined), reading.diagnostics)
    }
    return Reading(
      nil, reading.diagnostics + [Diagnostic(.error, .patternMismatch(patterns), hints: [.patternSigns])])
  }
}

extension String {
  /// The text without the blanks and hyphens between digits.
  fileprivate var joiningDigits: String {
    var kept = String.UnicodeScalarView()
    var parting = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == " " || scalar == "-" {
        parting.append(scalar)
        continue
      }
      let isBetween = Digits.value(of: scalar) != nil && kept.last.flatMap(Digits.value) != nil
      if !isBetween { kept.append(contentsOf: parting) }
      parting = .init()
      kept.append(scalar)
    }
    kept.append(contentsOf: parting)
    return String(kept)
  }
}

extension Diagnostic.Message {
  fileprivate static func patternMismatch(_ patterns: [ReferencePattern]) -> Self {
    // Letters among the digits would turn the order of a pattern around.
    let forms = patterns.map { "\u{2066}\($0.text)\u{2069}" }
    return Self(
      "values.reference-pattern",
      arabic: "هذا الرقم ليس على صورة أرقام الجهة: \(forms.joined(separator: " أو "))",
      english: "The number hasn't the office's form: \(forms.joined(separator: " or "))")
  }
}

extension Diagnostic.Hint {
  fileprivate static var patternSigns: Self {
    Self(
      arabic: "العلامة # خانة رقم، و@ حرف، و+ تكرار لما قبلها، وما عداها يُكتب كما هو.",
      english: "# is a digit, @ a letter, + repeats either, and all else stands for itself.")
  }
}
