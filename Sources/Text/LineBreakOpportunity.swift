/// Whether a line may end at an offset (UAX #14).
enum LineBreakOpportunity: UInt8 {
  /// It may not.
  case prohibited
  /// It may.
  case allowed
  /// It must.
  case mandatory
}

extension LineBreakOpportunity {
  /// What the classes of a text's characters have in common for it to end lines after its spaces alone.
  private enum Plain {
    /// A letter or no-break space, which joins what stands beside it (AL, GL; LB12, LB23, LB28, LB29).
    case joining
    /// A mark, which isn't a letter's after a space (CM; LB9, LB10).
    case mark
    /// A digit or a sign in numbers, which letters and digits join (NU; LB23, LB25).
    case digit
    /// A stop or comma, before which no line ends (IS; LB13, LB29).
    case stop
    /// A hyphen, which no line ends before, nor after it before a digit (HY; LB21, LB25).
    case hyphen
    /// A stroke, beside which no line ends between digits (SY; LB13, LB25).
    case stroke
    case space

    init?(_ unit: UInt16) {
      switch unit {
      case 0x20: self = .space
      case 0x41...0x5A, 0x61...0x7A, 0xA0, 0x620...0x64A, 0x671...0x6D3: self = .joining
      case 0x30...0x39, 0x660...0x669, 0x66B...0x66C: self = .digit
      case 0x64B...0x652: self = .mark
      case 0x2C, 0x2E, 0x3A, 0x60C: self = .stop
      case 0x2D: self = .hyphen
      case 0x2F: self = .stroke
      default: return nil
      }
    }
  }

  /// Where lines may end in words, numbers and stops; `nil` where other characters are among them.
  ///
  /// Nearly all of a letter is such text: a line ends after a space, and nowhere else (LB7, LB18).
  static func plain(in text: [UInt16]) -> [LineBreakOpportunity]? {
    guard !text.isEmpty else { return nil }
    var opportunities = [LineBreakOpportunity](repeating: .prohibited, count: text.count + 1)
    // What stands at the beginning is as after a space for some rules.
    var last = Plain.space
    for at in text.indices {
      guard let unit = Plain(text[at]) else { return nil }
      switch (last, unit) {
      case (.space, .joining), (.space, .digit): if at > 0 { opportunities[at] = .allowed }
      case (.space, .space), (.hyphen, .digit), (.stroke, .digit), (.digit, .stroke): break
      case (.space, _), (.hyphen, _), (.stroke, _), (_, .stroke): return nil
      default: break
      }
      last = unit
    }
    opportunities[text.count] = .allowed
    return opportunities
  }
}
