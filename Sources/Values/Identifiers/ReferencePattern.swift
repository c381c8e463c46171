import Diagnostics

/// The shape of an office's own numbers: `####/#+`, `م-####`, `#+/ص/####`.
///
/// `#` is one digit, `@` one letter; a `+` after either means one or more of them. All else stands for itself.
public struct ReferencePattern: Hashable, Sendable {
  /// The unified number of an establishment (الرقم الموحد): ten digits, the first 7.
  public static let unifiedNumber = ReferencePattern("7#########")
  /// A licence number: digits only.
  public static let licenceNumber = ReferencePattern("#+")

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
  public func read(_ text: String) -> Reading<Identifier> {
    let reading = Identifier.read(text, as: .reference)
    guard let reference = reading.value, !matches(reference.stored) else { return reading }
    return Reading(nil, reading.diagnostics + [Diagnostic(.error, .patternMismatch(self.text))])
  }
}

extension Diagnostic.Message {
  fileprivate static func patternMismatch(_ pattern: String) -> Self {
    Self(
      "values.reference-pattern",
      arabic: "هذا الرقم ليس على صورة أرقام الجهة «\(pattern)»، حيث # خانة رقم و@ حرف و+ تكرار لما قبلها.",
      english:
        "The number is not of the office's form “\(pattern)” (# a digit, @ a letter, + one or more of it).")
  }
}
