import Content
import Diagnostics
import Cryptography
import Layout
import PDF
import Proofing
import Records
import Register
import Templates
import Themes
import Values
import Verification

/// A letter that is drawn, proven and signed, and waits for its entry.
struct DrawnLetter: Sendable {
  var number: RegisterNumber
  /// The record, with number and date among its values.
  var record: Record
  var letter: Letter
  var subject: String
  var pages: Int
  var file: [UInt8]
  var sha256: String
  var unsignedSHA256: String
  var valuesSHA256: String
  var code: String
}

extension Issuer {
  /// The series that the template's letters take their numbers from.
  var series: Series { Series(composer.template.template.settings.series) }

  /// `record` with its number and date; a number of its own is only what it was before.
  func stating(
    _ number: RegisterNumber, in record: Record, at now: Moment, log: inout DiagnosticLog
  ) -> Record {
    for name in [Theme.letterNumber.name, Theme.letterDate.name] where record.values[name] != nil {
      log.note(.replaced(name), at: record.origins[name])
    }
    return record.stating(number, at: now, under: register.numbering)
  }

  /// Draws the letter of `record` under a number, reads the file back, and signs it.
  func drawn(
    _ record: Record, number: RegisterNumber, at now: Moment, with painter: PagePainter = PagePainter(),
    log: inout DiagnosticLog
  ) throws -> DrawnLetter? {
    var own = DiagnosticLog()
    defer { log.append(contentsOf: own) }
    let stated = record.stating(number, at: now, under: register.numbering)
    var composer = composer
    composer.options.created = now.iso
    guard let parts = composer.parts(of: stated, log: &own) else { return nil }
    let pages = composer.paginate(parts.document, log: &own)
    own.refuseOutOfBox()
    guard !own.hasErrors, stated.doubts.isEmpty, let verification = parts.verification else { return nil }
    let unsigned = try composer.file(of: pages, stated, with: painter)
    LetterProof(document: parts.document, pages: pages, payload: verification.shown.payload).check(
      unsigned.bytes, known: knownObjects, log: &own)
    guard !own.hasErrors else { return nil }
    let signer = parts.letter.signer.flatMap { composer.office.profile?.signer(of: $0) }
    let file: [UInt8]
    do {
      let letter = UnsignedLetter(
        file: unsigned, now: now, code: verification.shown.code, signer: signer?.name,
        post: signer?.printedPost)
      file = try signature?(letter, painter) ?? unsigned.bytes
    } catch let refusal as UnsignableLetter {
      own.append(contentsOf: refusal.log)
      return nil
    }
    let unsignedSHA256 = unsigned.sha256.description
    return DrawnLetter(
      number: number, record: stated, letter: parts.letter, subject: parts.document.metadata.subject,
      pages: pages.pages.count, file: file,
      sha256: signature == nil ? unsignedSHA256 : unsigned.beginning.digest(of: file[...]).description,
      unsignedSHA256: unsignedSHA256, valuesSHA256: verification.values.hexadecimal,
      code: verification.shown.code.filter { $0 != "-" })
  }
}

extension Record {
  /// The record with its letter's number and date, in place of any of its own.
  func stating(_ number: RegisterNumber, at now: Moment, under numbering: Numbering) -> Record {
    var record = self
    let stated: [(String, Value)] = [
      (Theme.letterNumber.name, .identifier(Identifier(.reference, stored: numbering.printed(number)))),
      (
        Theme.letterDate.name,
        .date(DateValue(day: now.day, calendar: numbering.calendar, entered: now.day.iso))
      ),
    ]
    for (name, value) in stated {
      record.values[name] = value
      record.origins[name] = nil
    }
    return record
  }
}

extension RegisterEntry {
  /// Whether its letter was made from `record`.
  func states(_ record: Record, under numbering: Numbering) -> Bool {
    let stated = record.stating(number, at: recordedAt, under: numbering)
    return self[.valuesHash] == RecordDigest(of: stated).hexadecimal
  }
}

extension Series {
  /// The series a template names; a template without one issues nothing.
  init(_ series: TemplateSettings.Series) {
    self =
      switch series {
      case .outgoing, .none: .outgoing
      case .internal: .internal
      case .requests: .requests
      }
  }
}

extension Numbering {
  /// A year to try a letter with before it has a number.
  func trialYear(_ now: Moment) -> Int {
    switch calendar {
    case .ummAlQura: ummAlQura.hijri(now.day)?.year ?? 1400
    case .gregorian: now.day.year
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func replaced(_ name: String) -> Self {
    Self(
      "issuing.number-replaced", arabic: "حلّ ما أعطاه السجل محل «\(name)» المذكور في الملف",
      english: "What the register gave stands in place of the “\(name)” that the file states")
  }
}
