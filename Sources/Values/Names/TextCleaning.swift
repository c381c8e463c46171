import Diagnostics

/// Puts what people paste into records in one form, keeping its spelling: what is stored and printed.
///
/// Folding for search is another function: `NameForm.searchKey(_:)`.
public enum TextCleaning {
  /// What a text is, which decides how much of it may be put right.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Words on one line.
    case text
    /// Words on several lines.
    case paragraph
    /// A name: Persian letters become Arabic ones, stretching and joiners go.
    case name
    /// A number or code: blanks at its ends and marks go, all else stays for its own reader.
    case identifier
  }

  /// The clean form of `text`, with a note for every kind of change made to it.
  public static func clean(_ text: String, as kind: Kind) -> Reading<String> {
    isClean(text) ? Reading(text) : cleanThoroughly(text, as: kind)
  }

  /// The clean form of `text`, whatever is in it.
  static func cleanThoroughly(_ text: String, as kind: Kind) -> Reading<String> {
    var pass = CleaningPass(kind: kind)
    pass.read(text)
    return Reading(pass.result, pass.diagnostics)
  }

  /// Whether nothing could be changed in a text, as in most: letters and their vowels, digits and signs, and
  /// single spaces between them.
  private static func isClean(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var wasBlank = true
    var mark: UInt8 = 0
    var index = 0
    while index < bytes.count {
      let (first, lastMark) = (bytes[index], mark)
      mark = 0
      switch first {
      case 0x21...0x7E: wasBlank = false
      case 0x20 where !wasBlank: wasBlank = true
      case 0xD8, 0xD9:
        index += 1
        let second = bytes[index]
        if isMark(second, after: first), second >= lastMark {
          mark = second
        } else if !isPlain(second, after: first) {
          return false
        }
        wasBlank = false
      default: return false
      }
      index += 1
    }
    return !wasBlank
  }

  /// Whether two bytes are a mark of vowelling, U+064B to U+0652: composition would put several in this order.
  private static func isMark(_ byte: UInt8, after first: UInt8) -> Bool {
    first == 0xD9 && byte >= 0x8B && byte <= 0x92
  }

  /// Whether two bytes are a letter of Arabic (U+0621 to U+063A, U+0641 to U+064A), a digit, or one of «،؛؟٪٫٬».
  private static func isPlain(_ byte: UInt8, after first: UInt8) -> Bool {
    switch byte {
    case 0xA1...0xBA: first == 0xD8 || byte <= 0xAC
    case 0x81...0x8A, 0xA0: first == 0xD9
    case 0x8C, 0x9B, 0x9F: first == 0xD8
    default: false
    }
  }
}

/// One walk over a text that cleans it and remembers what it changed.
struct CleaningPass {
  private let kind: TextCleaning.Kind
  private var scalars: [Unicode.Scalar] = []
  private var changes: Set<CleaningChange> = []
  private var formCount = 0
  private var letterCount = 0
  private var shapes = ShapeOrder()

  init(kind: TextCleaning.Kind) {
    self.kind = kind
  }

  /// The clean text, after `read`.
  private(set) var result = ""

  /// A diagnostic for every kind of change, in a fixed order.
  var diagnostics: [Diagnostic] {
    CleaningChange.allCases.filter(changes.contains).map(\.diagnostic)
  }

  mutating func read(_ text: String) {
    scalars.reserveCapacity(text.unicodeScalars.count)
    for scalar in text.unicodeScalars {
      shapes.take(scalar)
      take(scalar)
    }
    shapes.take(" ")
    removeStretching()
    if kind == .name { replacePersianLetters() }
    tidyBlanks()
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let text = String(view)
    result = CanonicalComposition.compose(text)
    if !result.unicodeScalars.elementsEqual(text.unicodeScalars) { changes.insert(.composed) }
    if looksReversed { changes.insert(.reversed) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if scalar.isArabicLetter {
      letterCount += 1
      scalars.append(scalar)
    } else if scalar.isASCII {
      if scalar.value < 0x20 && !scalar.isBlank && !scalar.isLineEnd || scalar.value == 0x7F {
        changes.insert(.invisibles)
      } else {
        scalars.append(scalar)
      }
    } else if scalar.isDirectionMark {
      changes.insert(.directionMarks)
    } else if scalar.isStrayInvisible || scalar.properties.generalCategory == .control && !scalar.isLineEnd {
      changes.insert(.invisibles)
    } else if scalar.value == 0x200C || scalar.value == 0x200D {
      takeJoiner(scalar)
    } else if scalar.value == 0x2011 {
      changes.insert(.hyphens)
      scalars.append("-")
    } else if Self.isEmoji(scalar) {
      changes.insert(.emoji)
    } else if let letters = PresentationForms.letters(for: scalar) {
      changes.insert(.presentationForms)
      formCount += 1
      scalars.append(contentsOf: letters)
    } else {
      scalars.append(scalar)
    }
  }

  /// A joiner or non-joiner steers the shapes of letters and the drawing of emoji: it stays in running text
  /// beside a letter, and in a name beside a Latin one.
  private mutating func takeJoiner(_ scalar: Unicode.Scalar) {
    let isWanted =
      switch kind {
      case .text, .paragraph: scalars.last?.properties.isAlphabetic ?? false
      case .name, .identifier: scalars.last.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
      }
    if isWanted { scalars.append(scalar) } else { changes.insert(.invisibles) }
  }

  /// Tatweel is a typist's stretching, except where it closes an abbreviation: «١٤٤٨هـ».
  private mutating func removeStretching() {
    guard kind != .identifier, scalars.contains("\u{640}") else { return }
    var kept: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      let isStretching = scalar.value == 0x640 && !(kind != .name && closesAbbreviation(at: index))
      if isStretching { changes.insert(.stretching) } else { kept.append(scalar) }
    }
    scalars = kept
  }

  private func closesAbbreviation(at index: Int) -> Bool {
    guard index > 0, scalars[index - 1] == "ه" else { return false }
    let followsLetter = index > 1 && scalars[index - 2].isArabicLetter
    let next = scalars[(index + 1)...].first { $0.value != 0x640 }
    let precedesLetter = next?.isArabicLetter ?? false
    return !followsLetter && !precedesLetter
  }

  private mutating func replacePersianLetters() {
    guard scalars.contains(where: \.isArabicLetter) else { return }
    for index in scalars.indices {
      guard let letter = Self.arabicLetter(for: scalars[index]) else { continue }
      let endsWord = !(index + 1 < scalars.count && Self.continuesWord(scalars[index + 1]))
      changes.insert(scalars[index].value == 0x6CC && endsWord ? .finalPersianYeh : .persianLetters)
      scalars[index] = letter
    }
  }

  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isArabicLetter || scalar.isArabicMark
  }

  private static func arabicLetter(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x6CC: "ي"
    case 0x6A9: "ك"
    case 0x6C1, 0x6BE, 0x6D5: "ه"
    default: nil
    }
  }

  /// Blanks become one space each; line ends stay in paragraphs, at most one empty line at a time.
  private mutating func tidyBlanks() {
    var kept: [Unicode.Scalar] = []
    var blanks: [Unicode.Scalar] = []
    var lineEnds = 0
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      defer { previous = scalar }
      if scalar.isLineEnd {
        let isSecondOfPair = scalar == "\n" && previous == "\r"
        lineEnds += isSecondOfPair ? 0 : 1
        blanks.append(scalar)
      } else if scalar.isBlank {
        blanks.append(scalar)
      } else {
        if !kept.isEmpty { kept.append(contentsOf: gap(for: blanks, lineEnds: lineEnds)) }
        if kept.isEmpty, !blanks.isEmpty { changes.insert(.blanks) }
        kept.append(scalar)
        blanks = []
        lineEnds = 0
      }
    }
    if !blanks.isEmpty { changes.insert(.blanks) }
    scalars = kept
  }

  private mutating func gap(for blanks: [Unicode.Scalar], lineEnds: Int) -> [Unicode.Scalar] {
    guard !blanks.isEmpty else { return [] }
    let gap: [Unicode.Scalar] =
      kind == .paragraph && lineEnds > 0 ? Array(repeating: "\n", count: min(lineEnds, 2)) : [" "]
    if gap != blanks { changes.insert(.blanks) }
    return gap
  }

  /// Text copied from an old PDF often stands in the order of the eye, in shapes instead of letters.
  private var looksReversed: Bool { formCount > 2 && formCount * 2 > letterCount && shapes.isReversed }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0F, 0x20E3, 0x2763...0x2764, 0x1F000...0x1FAFF, 0xE0020...0xE007F: true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
