/// The predictor functions of FlateDecode (ISO 32000-1, 7.4.4.4): each byte is held as its difference from
/// bytes before or above it.
struct PNGPredictor {
  private let predictor: Int
  private let bytesPerPixel: Int
  private let bytesPerRow: Int

  /// The predictor that a dictionary of decoding parameters asks for, or `nil` for one that isn't read here.
  init?(_ parameters: PDFDictionary) {
    func parameter(_ key: PDFName, otherwise: Int) -> Int? {
      let value = parameters[key]
      return value == .null ? otherwise : value.integer
    }
    guard let predictor = parameter("Predictor", otherwise: 1),
      predictor == 1 || (10...15).contains(predictor),
      let colours = parameter("Colors", otherwise: 1), (1...32).contains(colours),
      let bits = parameter("BitsPerComponent", otherwise: 8), [1, 2, 4, 8, 16].contains(bits),
      let columns = parameter("Columns", otherwise: 1), (1...1 << 20).contains(columns)
    else { return nil }
    self.predictor = predictor
    bytesPerPixel = max(1, colours * bits / 8)
    bytesPerRow = (colours * bits * columns + 7) / 8
  }

  /// The bytes before prediction, or `nil` if they aren't whole rows.
  func undo(_ input: [UInt8]) -> [UInt8]? {
    guard predictor >= 10 else { return input }
    guard input.count % (bytesPerRow + 1) == 0 else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    for row in 0..<input.count / (bytesPerRow + 1) {
      let start = row * (bytesPerRow + 1)
      let type = input[start]
      guard type <= 4 else { return nil }
      for column in 0..<bytesPerRow {
        let left = column >= bytesPerPixel ? output[output.count - bytesPerPixel] : 0
        let above = row > 0 ? output[output.count - bytesPerRow] : 0
        let corner =
          row > 0 && column >= bytesPerPixel ? output[output.count - bytesPerRow - bytesPerPixel] : 0
        let prediction: UInt8 =
          switch type {
          case 1: left
          case 2: above
          case 3: UInt8((Int(left) + Int(above)) / 2)
          case 4: Self.paeth(left, above, corner)
          default: 0
          }
        output.append(input[start + 1 + column] &+ prediction)
      }
    }
    return output
  }

  /// The neighbour nearest to left + above − corner (PNG specification, 9.4).
  private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let estimate = Int(left) + Int(above) - Int(corner)
    let (a, b, c) = (abs(estimate - Int(left)), abs(estimate - Int(above)), abs(estimate - Int(corner)))
    return a <= b && a <= c ? left : b <= c ? above : corner
  }
}
