import Layout
import Text

/// The lines that a painter has put into codes and that return from letter to letter, or in one: labels, formulas and
/// the commonest values.
///
/// A line is known by where its runs are in memory, which costs nothing; it is kept with its codes, so that no other
/// can come to the same place.
final class KnownLines {
  private struct Key: Hashable {
    var runs: UnsafeRawPointer?
    var isBrokenAtSpace: Bool
    var options: TextLayer.Options
  }

  private typealias Lines = [Key: (line: TextLine, coded: CodedLine)]

  private var young: Lines = [:]
  private var old: Lines = [:]

  /// More than a template has: when so many are young, those not met since the last time are forgotten.
  private static let limit = 512

  /// A line in codes; `make` makes them if it isn't known.
  func codes(
    of line: TextLine, _ options: TextLayer.Options, _ make: () throws(RenderingError) -> CodedLine
  ) throws(RenderingError) -> CodedLine {
    let key = Key(
      runs: line.runs.withUnsafeBytes(\.baseAddress), isBrokenAtSpace: line.isBrokenAtSpace, options: options)
    if let known = young[key] { return known.coded }
    let coded: CodedLine
    if let known = old[key] { coded = known.coded } else { coded = try make() }
    if young.count == Self.limit {
      old = young
      young = [:]
    }
    young[key] = (line, coded)
    return coded
  }

  private struct FormKey: Hashable {
    var form: ObjectIdentifier
    var options: TextLayer.Options
  }

  /// A form's codes for each of the places where its lines stand; the form is kept with them, so that no other can be
  /// taken for it.
  private var forms: [FormKey: (form: DigitForm, coded: [CodedForm])] = [:]

  /// More forms than a letter has, and more places than a form has in it: beyond them all are forgotten.
  private static let (formLimit, placeLimit) = (128, 8)

  /// The codes of a form where `line` stands; `make` makes them if they aren't known.
  func form(
    _ form: DigitForm, of line: TextLine, _ options: TextLayer.Options,
    _ make: () throws(RenderingError) -> CodedForm
  ) throws(RenderingError) -> CodedForm {
    let key = FormKey(form: ObjectIdentifier(form), options: options)
    if let known = forms[key]?.coded.first(where: { $0.fits(line) }) { return known }
    let coded = try make()
    if forms.count == Self.formLimit { forms.removeAll(keepingCapacity: true) }
    if let known = forms[key]?.coded, known.count < Self.placeLimit {
      forms[key]?.coded.append(coded)
    } else {
      forms[key] = (form, [coded])
    }
    return coded
  }
}
