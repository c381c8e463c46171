/// Random cases by a linear congruence: the same on every machine.
public struct RandomCases {
  private var state: UInt64

  /// The cases that a seed begins.
  public init(seed: UInt64) { state = seed }

  /// A number from 0 to below `limit`.
  public mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
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
