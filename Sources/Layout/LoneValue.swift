import Content
import Text

/// A paragraph that is a short value of a record and nothing else, as most cells of tables are.
struct LoneValue {
  /// A piece of it: how it is set and where it ends, whatever it says and wherever it came from.
  fileprivate struct Part: Equatable {
    var end: Int
    var attributes: TextAttributes
    var isolation: Isolation
    var isBreakable: Bool
    var link: Int?
  }

  /// What tells values apart: their text and how it is set.
  struct Key: Hashable {
    /// Their text in UTF-8.
    let text: [UInt8]
    fileprivate let parts: [Part]
    /// Whether all digits of a kind count as one.
    fileprivate let isForm: Bool
    let digest: Int

    static func == (a: Key, b: Key) -> Bool {
      a.digest == b.digest && a.parts == b.parts
        && (a.isForm ? a.text.isEqualButForDigits(to: b.text) : a.text == b.text)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  /// The value itself.
  let key: Key
  /// What it has in common with values that differ from it in their digits alone; `nil` where it has none.
  let form: Key?

  /// The value that is all of a paragraph; `nil` if there is more to it, or it is long.
  init?(_ pieces: [TextPiece]) {
    guard 1...4 ~= pieces.count, case .run(let first) = pieces[0] else { return nil }
    var parts: [Part] = []
    parts.reserveCapacity(pieces.count)
    var text: [UInt8] = []
    text.reserveCapacity(Self.longest)
    for index in pieces.indices {
      guard case .run(let run) = pieces[index], index == 0 || run.origin == first.origin,
        text.count + run.text.utf8.count <= Self.longest
      else { return nil }
      text.append(contentsOf: run.text.utf8)
      parts.append(
        Part(
          end: text.count, attributes: run.attributes, isolation: run.isolation,
          isBreakable: run.isBreakable, link: run.link))
    }
    let digests = text.digests
    key = Key(text: text, parts: parts, isForm: false, digest: digests.own)
    form = digests.form.map { Key(text: text, parts: parts, isForm: true, digest: $0) }
  }

  /// The most bytes a value has that is likely to return.
  private static let longest = 96
}

extension [TextPiece] {
  /// The same, without what says where they came from.
  var unplaced: [TextPiece] {
    map { piece in
      guard case .run(var run) = piece else { return piece }
      run.origin = nil
      return .run(run)
    }
  }
}

extension [UInt8] {
  /// A digest of the bytes, and of them with each digit of UTF-8 as the zero of its kind, if there are any.
  fileprivate var digests: (own: Int, form: Int?) {
    // FNV-1a: one multiplication a byte.
    var (own, form): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x84C2_2325_CBF2_9CE4)
    var hasDigits = false
    var previous: UInt8 = 0
    for byte in self {
      own = (own ^ UInt64(byte)) &* 0x100_0000_01B3
      let isDigit = DigitKind.ends(with: byte, after: previous)
      hasDigits = hasDigits || isDigit
      form = (form ^ UInt64(isDigit ? byte & 0xF0 : byte)) &* 0x100_0000_01B3
      previous = byte
    }
    func folded(_ digest: UInt64) -> Int { Int(truncatingIfNeeded: digest ^ digest >> 32) }
    return (folded(own), hasDigits ? folded(form) : nil)
  }

  /// Whether all that is not a digit is the same, and digits are of the same kinds.
  fileprivate func isEqualButForDigits(to other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for at in indices where self[at] != other[at] {
      let previous = at > 0 ? self[at - 1] : 0
      guard DigitKind.ends(with: self[at], after: previous), DigitKind.ends(with: other[at], after: previous),
        self[at] & 0xF0 == other[at] & 0xF0
      else { return false }
    }
    return true
  }
}
