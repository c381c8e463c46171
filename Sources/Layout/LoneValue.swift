import Text

/// A paragraph that is a short value of a record and nothing else, as most cells of tables are.
struct LoneValue {
  /// What tells values apart: their text and how it is set, wherever it came from.
  struct Key: Hashable {
    /// The pieces, without their places.
    let pieces: [TextPiece]
    /// Their text in UTF-8; in a form's key every digit is the zero of its kind.
    let text: [UInt8]
    let digest: Int

    fileprivate init(_ pieces: [TextPiece], text: [UInt8]) {
      (self.pieces, self.text) = (pieces, text)
      // FNV-1a: one multiplication a byte.
      var digest: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in text { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
      self.digest = Int(truncatingIfNeeded: digest ^ digest >> 32)
    }

    static func == (a: Key, b: Key) -> Bool {
      a.digest == b.digest && a.text == b.text && a.pieces.count == b.pieces.count
        && zip(a.pieces, b.pieces).allSatisfy { $0.isSet(like: $1) }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  /// The value itself.
  let key: Key
  /// What it has in common with values that differ from it in their digits alone; the same where it has none.
  let form: Key
  /// Whether it has digits.
  let hasDigits: Bool

  /// The value that is all of a paragraph; `nil` if there is more to it, or it is long.
  init?(_ pieces: [TextPiece]) {
    guard 1...4 ~= pieces.count, case .run(let first) = pieces[0] else { return nil }
    var own: [TextPiece] = []
    own.reserveCapacity(pieces.count)
    var text: [UInt8] = []
    text.reserveCapacity(Self.longest)
    for piece in pieces {
      guard case .run(var run) = piece, own.isEmpty || run.origin == first.origin,
        text.count + run.text.utf8.count <= Self.longest
      else { return nil }
      run.origin = nil
      text.append(contentsOf: run.text.utf8)
      own.append(.run(run))
    }
    key = Key(own, text: text)
    hasDigits = text.foldDigits()
    form = hasDigits ? Key(own, text: text) : key
  }

  /// The most bytes a value has that is likely to return.
  private static let longest = 96
}

extension TextPiece {
  /// Whether both are set alike and as long; their texts are compared elsewhere.
  fileprivate func isSet(like other: TextPiece) -> Bool {
    guard case .run(let own) = self, case .run(let other) = other else { return false }
    return own.text.utf8.count == other.text.utf8.count && own.isolation == other.isolation
      && own.isBreakable == other.isBreakable && own.link == other.link && own.attributes == other.attributes
  }
}

extension [UInt8] {
  /// Makes each digit of UTF-8 the zero of its kind, and says whether there are any.
  fileprivate mutating func foldDigits() -> Bool {
    var hasDigits = false
    for at in indices {
      guard let kind = DigitKind(in: self, at: at) else { continue }
      hasDigits = true
      self[kind == .ascii ? at : at + 1] &= 0xF0
    }
    return hasDigits
  }
}
