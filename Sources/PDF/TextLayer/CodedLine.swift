import Fonts

/// A line in codes, in the order of reading.
struct CodedLine {
  /// The runs' fonts.
  let fonts: [Font]
  /// The runs' sizes and colours.
  let measures: [RunMeasure]
  /// The texts that codes stand for, in UTF-8.
  let text: [UInt8]
  /// What codes draw.
  let ink: [InkPart]
  /// The codes.
  let codes: [TextCode]
}
