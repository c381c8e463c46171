import Fonts

/// A line in codes, in the order of reading.
struct CodedLine {
  /// The line's runs, which say the codes' fonts and colours.
  let runs: [PlacedRun]
  /// The texts that codes stand for, in UTF-8.
  let text: [UInt8]
  /// What codes draw.
  let ink: [InkPart]
  /// The codes.
  let codes: [TextCode]
}
