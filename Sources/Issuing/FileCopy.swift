public import Diagnostics
public import Records
public import Register
import Themes
import Values

extension Issuer {
  /// The office's own copy of an issued letter (نسخة الملف): under its number and date, with the list of copies and the
  /// initials of who drafted and checked it, and «وقّع الأصل» in place of the signature.
  ///
  /// It is drawn from the letter's record, and only if the letter itself comes out of it as it was issued.
  ///
  /// - Parameters:
  ///   - entry: the letter's entry.
  ///   - record: the letter's record.
  ///   - log: what stands against it.
  /// - Returns: the file.
  /// - Throws: failures of drawing.
  public func fileCopy(
    of entry: RegisterEntry, from record: ReadRecord, log: inout DiagnosticLog
  ) throws -> [UInt8]? {
    guard try reproduce(entry, from: record, log: &log)?.isSame == true else {
      log.error(.noFileCopy(entry.number))
      return nil
    }
    var press = self
    press.signature = nil
    press.composer.attachesData = false
    press.composer.options.isFileCopy = true
    press.composer.options.drafter = entry[.preparer].map(NameInitials.of)
    press.composer.options.reviewer = entry[.reviewer].map(NameInitials.of)
    return try press.drawn(record.record, number: entry.number, at: entry.recordedAt, log: &log)?.file
  }
}

extension Diagnostic.Message {
  fileprivate static func noFileCopy(_ number: RegisterNumber) -> Self {
    Self(
      "issuing.no-file-copy",
      arabic: "لا تُصنع نسخة الملف من \u{2066}\(number)\u{2069} لأن أصله لا يخرج من هذا السجل كما صدر",
      english:
        "No file copy of \(number) is made, because its original doesn't come out of this record as it was issued"
    )
  }
}
