/// Names the pictures and groups of an SVG file anew, in the order they first appear.
///
/// Cairo numbers them by a counter of the whole program, so that the same page would give other bytes
/// the second time it is drawn.
enum SVGNames {
  /// The kinds of name that carry the program's counter.
  private static let kinds = ["image", "surface"].map { Array($0.utf8) }

  static func renumbered(_ file: [UInt8]) -> [UInt8] {
    var numbers: [[UInt8]: Int] = [:]
    var result: [UInt8] = []
    result.reserveCapacity(file.count)
    var place = 0
    while place < file.count {
      result.append(file[place])
      place += 1
      let opens = file[place - 1] == UInt8(ascii: "\"") || file[place - 1] == UInt8(ascii: "#")
      guard opens, let kind = kinds.first(where: { file[place...].starts(with: $0) }) else { continue }
      let digits = file[(place + kind.count)...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      guard !digits.isEmpty else { continue }
      let name = kind + Array(digits)
      let number = numbers[name, default: numbers.count]
      numbers[name] = number
      result += kind + Array(String(number).utf8)
      place += name.count
    }
    return result
  }
}
