import Fonts
import Layout

/// A line in codes, in the order of reading.
final class CodedLine {
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
  /// Whether it is kept (``TextLine/returns``).
  let returns: Bool
  /// Where a stock's fonts have the codes, once that was found out; no places if they lack any.
  var shared: (stock: FontStock, places: [FontResources.Place]?)?
  /// Where the file that it stood in last has its codes, if a stock's fonts lack any.
  var own: (file: FontResources.Owner, places: [FontResources.Place])?

  init(_ line: LineItems, codes: [TextCode], returns: Bool) {
    fonts = line.fonts
    measures = line.measures
    text = line.text
    ink = line.ink
    self.codes = codes
    self.returns = returns
  }

  /// A line of a form's codes, with its own text and ink.
  init(_ form: LineItems, codes: [TextCode], text: [UInt8], ink: [InkPart]) {
    fonts = form.fonts
    measures = form.measures
    self.text = text
    self.ink = ink
    self.codes = codes
    returns = false
  }
}
