/// Tells text in the order of reading from text in the order of the eye by the shapes of its letters.
///
/// Old programs store a letter's shape in its place (Unicode's presentation forms). Read forwards, a joined group
/// begins with an initial shape and ends with a final one; in a text that was copied as it stands on the page, from
/// left to right, it is the other way round.
struct ShapeOrder {
  /// How a character joins the letters beside it.
  private enum Joining {
    case isolated, initial, medial, final
    /// A letter without a shape of its own, which may join to either side.
    case open

    /// Whether its shape joins it to the letter that is read before it, and to the one after it.
    var joinsPrevious: Bool { self == .medial || self == .final }
    var joinsNext: Bool { self == .medial || self == .initial }
  }

  private var previous = Joining.isolated
  private var brokenForwards = 0
  private var brokenBackwards = 0

  /// Whether more letters stand where their shapes would have them in a reversed text.
  var isReversed: Bool { brokenForwards > brokenBackwards }

  /// Takes the next character as it was typed, and at the end of the text a blank.
  mutating func take(_ scalar: Unicode.Scalar) {
    if scalar.isArabicMark || (0xFE70...0xFE7F).contains(scalar.value) { return }
    let next = Self.joining(of: scalar)
    defer { previous = next }
    guard previous != .open, next != .open else { return }
    if previous.joinsNext != next.joinsPrevious { brokenForwards += 1 }
    if previous.joinsPrevious != next.joinsNext { brokenBackwards += 1 }
  }

  /// How a character joins its neighbours.
  ///
  /// Unicode names the shapes of U+FB50–FBB1, FBFC–FBFF and FE80–FEFC, one or two or all four of a letter, in this
  /// order: isolated, final, initial, medial. Ligatures of other blocks are left out of the count.
  private static func joining(of scalar: Unicode.Scalar) -> Joining {
    switch scalar.value {
    case 0xFB50...0xFBB1, 0xFBFC...0xFBFF, 0xFE80...0xFEFC: break
    case 0xFB50...0xFDFF: return .open
    default: return scalar.isArabicLetter || scalar.value == 0x640 ? .open : .isolated
    }
    let letters = PresentationForms.letters(for: scalar)
    var place = 0
    while let before = Unicode.Scalar(scalar.value - UInt32(place) - 1), place < 3,
      let others = PresentationForms.letters(for: before), letters.map(String.init) == String(others)
    {
      place += 1
    }
    return [.isolated, .final, .initial, .medial][place]
  }
}
