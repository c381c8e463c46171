/// Numbers and cases that look random and are the same in every run, on every machine (SplitMix64; Steele, Lea and
/// Flood 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// What a seed begins.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below `limit`.
  public mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// A text of up to `length` pieces.
  public mutating func text(of pieces: [String], upTo length: Int) -> String {
    (0..<number(below: length + 1)).map { _ in pick(pieces) }.joined()
  }

  /// One of the choices.
  public mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[number(below: choices.count)]
  }

  /// A text of some of the characters.
  public mutating func text(of scalars: [Unicode.Scalar], count: ClosedRange<Int>) -> String {
    let length = count.lowerBound + number(below: count.count)
    var text = String.UnicodeScalarView()
    for _ in 0..<length { text.append(pick(scalars)) }
    return String(text)
  }

  /// The same text with other digits of the same writings, ASCII or Arabic; with one over and over if it `repeats`.
  public mutating func otherDigits(in text: String, repeats: Bool = false) -> String {
    let digit = number(below: 10)
    var other = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let zeros: [UInt32] = [0x30, 0x660, 0x6F0]
      if let zero = zeros.first(where: { $0...$0 + 9 ~= scalar.value }),
        let scalar = Unicode.Scalar(zero + UInt32(repeats ? digit : number(below: 10)))
      {
        other.append(scalar)
      } else {
        other.append(scalar)
      }
    }
    return String(other)
  }
}
