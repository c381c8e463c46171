import Diagnostics

/// Answers of `khitab value KIND --bulk` for identifiers: one line in, one line out.
///
/// An answer is the stored form, or `invalid`, a tab and the reason. A list has no card to look at: what is
/// only worth a warning in a single record is invalid here.
public enum IdentifierBulkAnswers {
  /// A national ID or iqama number.
  ///
  /// Plain spaces and hyphens may stand in it, but no other blank: a no-break
  /// space is the trace of a copied page, and in a list the page should be looked at.
  public static func nationalID(_ line: String) -> String {
    guard !line.unicodeScalars.contains(where: { $0.isBlank && !$0.isASCII }) else {
      return "invalid\tthe number has a blank that is not a plain space"
    }
    return answer(Identifier.read(line, as: .nationalID))
  }

  /// An IBAN.
  public static func iban(_ line: String) -> String { answer(Identifier.read(line, as: .iban)) }

  /// A mobile number.
  public static func mobile(_ line: String) -> String { answer(Identifier.read(line, as: .mobile)) }

  /// Any telephone number: mobile, landline, unified, toll-free or foreign.
  public static func phone(_ line: String) -> String { answer(Identifier.read(line, as: .phone)) }

  private static func answer(_ reading: Reading<Identifier>) -> String {
    if let flaw = reading.diagnostics.first(where: { $0.severity > .note }) {
      return "invalid\t" + flaw.message.english
    }
    return reading.value?.stored ?? "invalid\tthe value can't be read"
  }
}
