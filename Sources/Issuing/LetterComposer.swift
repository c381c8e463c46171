public import Content
public import Diagnostics
public import Layout
public import PDF
import Postal
public import Records
import Templates
public import Themes
public import Values
import Verification

/// Sets one letter from one record: template, theme and layout in a row, no file and no clock.
public struct LetterComposer: Sendable {
  /// Whose letter it is.
  public let office: Office
  /// What it says.
  public var template: LoadedTemplate { didSet { stock = LetterStock() } }
  /// How its theme dresses it.
  public var options: CompositionOptions
  /// Whether fields print as empty places to write in.
  public let isBlank: Bool
  /// What the letters' files conform to.
  public var profile = Profile.official
  /// Whether a letter's data ride along in its file, for programs.
  public var attachesData = false
  /// The template's text that codes are made from, where another form of it is being compared.
  var codedText: String?
  /// Lays out the letters.
  public let paginator: Paginator
  /// The office's ways of writing, the same for all letters.
  private let scope: Scope
  /// The office's theme, with what it says in all letters alike.
  private let theme: Theme
  /// The fonts that all letters have in common.
  private var stock = LetterStock()
  /// How the theme dresses what the stock is made from.
  private let plainOptions: CompositionOptions

  /// A composer of one template's letters.
  public init(
    office: Office, template: LoadedTemplate, options: CompositionOptions, isBlank: Bool, paginator: Paginator
  ) {
    self.office = office
    self.template = template
    self.options = options
    self.isBlank = isBlank
    self.paginator = paginator
    scope = office.scope(mode: isBlank ? .blank : .filled)
    theme = office.theme.settled(in: scope)
    plainOptions = CompositionOptions(custom: options.custom, letterhead: options.letterhead)
  }

  /// Lays out a document in the letters' fonts.
  func paginate(_ document: Document, log: inout DiagnosticLog) -> PagedDocument {
    paginator.paginate(document, log: &log)
  }

  /// A letter's pages with what a print run adds to them.
  func pages(
    _ letter: PagedDocument, number: Int, for press: PrintRun, log: inout DiagnosticLog
  ) -> PagedDocument {
    press.pages(of: letter, number: number, paginator: paginator, log: &log)
  }

  /// The laid-out letter of `record`, or nothing, with every reason in `log`.
  ///
  /// A record with doubts gives none: it is composed to find what else is wrong with it.
  ///
  /// - Parameters:
  ///   - record: what the letter states.
  ///   - kind: whom it speaks to, in place of what the record says.
  ///   - log: what is wrong in the record or in the letter made of it.
  /// - Returns: the pages, if nothing is in error.
  public func compose(
    _ record: Record, speakingTo kind: PersonKind? = nil, log: inout DiagnosticLog
  ) -> PagedDocument? {
    var own = DiagnosticLog()
    defer { log.append(contentsOf: own) }
    guard let parts = parts(of: record, speakingTo: kind, log: &own) else { return nil }
    let pages = paginator.paginate(parts.document, log: &own)
    return own.hasErrors || !record.doubts.isEmpty ? nil : pages
  }

  /// The file of a laid-out letter of `record`, in the fonts that all letters of the template have in common.
  ///
  /// - Throws: `RenderingError` where it can't be drawn, `IssuingError` where its data can't be attached.
  public func file(
    of pages: PagedDocument, _ record: Record, with painter: PagePainter
  ) throws -> DrawnFile {
    try painter.file(
      [pages], profile: profile, stock: fontStock(), attachments: attachments(of: record))
  }

  /// The fonts that all letters of the template have in common, made when they are first asked for: those that show
  /// an empty letter, in which the template's words stand and no person's.
  ///
  /// `nil` if there is no empty letter, because something in it must be stated.
  public func fontStock() throws(RenderingError) -> FontStock? {
    try stock.fonts { () throws(RenderingError) -> FontStock? in
      var log = DiagnosticLog()
      let nothing = Record(values: [:], origins: [:], location: .file(template.source.file))
      let scope = office.scope(office.scope(mode: .blank), of: nothing, speakingTo: nil)
      guard let letter = template.template.evaluate(scope, log: &log),
        let document = theme.compose(
          letter, scope: scope, office: office.profile, options: plainOptions, log: &log)
      else { return nil }
      return try FontStock(specimen: paginator.paginate(document, log: &log))
    }
  }

  /// The files that ride along in the letter of `record`.
  public func attachments(of record: Record) throws(IssuingError) -> [Attachment] {
    guard attachesData, !isBlank else { return [] }
    let code = verification(of: record)?.shown.code
    return [
      try LetterData.attachment(of: record, code: code, template: template, office: office)
    ]
  }

  /// The letter of `record` before it is laid out: all its words, in its theme; none of a record with doubts.
  public func document(
    of record: Record, speakingTo kind: PersonKind? = nil, log: inout DiagnosticLog
  ) -> Document? {
    let document = parts(of: record, speakingTo: kind, log: &log)?.document
    return record.doubts.isEmpty ? document : nil
  }

  /// A letter before it is laid out.
  struct Parts {
    /// What the template says.
    var letter: Letter
    /// The same in its theme.
    var document: Document
    /// The code at its foot, and what it was made of; none where it has no number.
    var verification: Verification?
  }

  /// What the template says of `record`, and the same in its theme.
  func parts(
    of record: Record, speakingTo kind: PersonKind? = nil, log: inout DiagnosticLog
  ) -> Parts? {
    let scope = office.scope(scope, of: record, speakingTo: kind)
    var options = options
    let verification = isBlank ? nil : verification(of: record)
    if !isBlank { options.verification = verification?.shown }
    var own = DiagnosticLog()
    defer { log.append(contentsOf: office.explained(own)) }
    guard var letter = template.template.evaluate(scope, log: &own) else { return nil }
    // Without an office there is no dictionary, and nobody whom the theme could address.
    if office.profile == nil, letter.addressee == .person { letter.addressee = .none }
    let document = theme.compose(
      letter, scope: scope, office: office.profile, options: options, log: &own)
    return document.map { Parts(letter: letter, document: $0, verification: verification) }
  }

  /// The code at the foot of a letter that has a number: the office's page for it, or number, date and code;
  /// nothing of the person.
  func verification(of record: Record) -> Verification? {
    guard case .identifier(let number)? = record.values[Theme.letterNumber.name],
      case .date(let date)? = record.values[Theme.letterDate.name]
    else { return nil }
    let values = RecordDigest(of: record)
    let code = ShortCode(digest: values.bytes(template: codedText ?? template.source.text)).printed
    let day = date.day
    let payload =
      office.profile?.registry.verificationPage.map { $0 + code }
      ?? "\(number.stored)|\(day.year)-\(day.month)-\(day.day)|\(code)"
    return Verification(shown: .init(code: code, payload: payload), values: values)
  }

  /// How a letter can be verified.
  struct Verification {
    /// What it shows.
    var shown: CompositionOptions.Verification
    /// What it states.
    var values: RecordDigest
  }
}
