extension ParagraphText {
  /// Where a line may end in need: inside what else is never broken, because no line holds it.
  ///
  /// An address of the net ends its line after a stroke or before another of its signs, as style guides have it, and
  /// never with a hyphen of its own beside the break's; the words beside a check box end theirs at a space.
  /// Identifiers, dates and amounts are whole in every need: half of one is another.
  var placesInNeed: [Int] {
    units.indices.dropFirst().filter { at in
      parts(at) && (isOfAddress(at) || isOfTicked(at))
    }
  }

  /// Whether an address or a label could end a line before the unit, as far as its neighbours say.
  private func parts(_ at: Int) -> Bool {
    let (before, after) = (units[at - 1], units[at])
    if before == 0xA0 { return at > 1 && !isDrawnSign(at - 2) }
    guard Self.isOfNet(before), Self.isOfNet(after) else { return false }
    if before == 0x2F { return after != 0x2F }
    return Self.addressSigns.contains(after) && !Self.addressSigns.contains(before)
      && !(Self.isDigit(before) && at + 1 < units.count && Self.isDigit(units[at + 1]))
  }

  /// Whether the unit is inside of something without spaces that is an address of the net.
  private func isOfAddress(_ at: Int) -> Bool {
    guard units[at - 1] != 0xA0 else { return false }
    var (start, end) = (at, at)
    while start > 0, Self.isOfNet(units[start - 1]), pieceOf[start - 1] == pieceOf[at] { start -= 1 }
    while end < units.count, Self.isOfNet(units[end]), pieceOf[end] == pieceOf[at] { end += 1 }
    guard start < at else { return false }
    let token = units[start..<end]
    return token.contains(0x40) || token.starts(with: Array("www.".utf16))
      || token.indices.contains { token[$0...].starts(with: Self.scheme) }
  }

  /// Whether the unit is among the words beside a check box.
  private func isOfTicked(_ at: Int) -> Bool {
    let piece = units(ofPiece: Int(pieceOf[at]))
    return units[at - 1] == 0xA0 && piece.lowerBound < at && isDrawnSign(piece.lowerBound)
  }

  private func isDrawnSign(_ at: Int) -> Bool { Unicode.Scalar(units[at])?.isDrawnSign ?? false }

  /// The signs an address may go on with on a new line.
  private static let addressSigns = Set(".@?&=#%+~_-:".utf16)
  private static let scheme = Array("://".utf16)

  /// Whether addresses of the net are written with it.
  private static func isOfNet(_ unit: UInt16) -> Bool { 0x21...0x7E ~= unit }
  private static func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }
}
