import Cases
public import Diagnostics
import PDF
public import Records
public import Register
import Templates
import Themes
public import Values

/// A template that an act prints, ready to be filled.
struct CaseSheet {
  /// The template's identifier.
  var template: String
  /// Sets it.
  var issuer: Issuer
  /// The series its number comes from; `nil` for a paper that bears the request's own number or none.
  var series: Series?

  /// Whether the act is known by this paper's number: its letter, its order, its appeal.
  func isPrincipal(of command: CaseCommand) -> Bool {
    switch command {
    case .order: series == .internal
    case .appeal: series == .requests
    default: command.letter != nil && series == .outgoing
    }
  }
}

extension CaseDesk {
  /// Issues a paper of the desk that belongs to no single case: a meeting's memo or minutes, a report.
  public func issue(
    _ template: String, stating values: FieldValues, as order: IssueOrder, at now: Moment,
    log: inout DiagnosticLog
  ) throws -> PrintedPaper? {
    guard let issuer = try issuer(template, log: &log) else { return nil }
    try issuer.checkApproval(of: template, log: &log)
    guard !log.hasErrors else { return nil }
    let record = Record(values: values, origins: [:], location: .file(template))
    let read = ReadRecord(record: record, log: DiagnosticLog())
    guard let letter = try issuer.issue(read, as: order, at: now, log: &log) else { return nil }
    return PrintedPaper(template: template, file: try InputFile.bytes(letter.path), entry: letter.entry)
  }

  private func issuer(_ name: String, log: inout DiagnosticLog) throws -> Issuer? {
    let library = installation.library(ofOfficeIn: office.folder)
    guard let template = try library.template(named: name, log: &log) else { return nil }
    // Forms are signed on paper by those they name; a letter, a memo or a report has the signer's field.
    let signature = template.template.settings.signer == nil ? nil : signature
    var options = CompositionOptions(letterhead: office.profile?.letterhead ?? .drawn)
    options.isSignedForTrial = signature != nil && isSignedForTrial
    var composer = LetterComposer(
      office: office, template: template, options: options, isBlank: false, paginator: paginator)
    composer.attachesData = office.profile?.registry.attachesData ?? false
    if signature != nil, let keyHolder { composer.checkSigner(keyHolder, log: &log) }
    guard !log.hasErrors else { return nil }
    return Issuer(
      composer: composer, inputs: try LetterInputs(composer, installation: installation),
      register: register, archive: archive, signature: signature)
  }

  /// The templates of the last act of `file`; `nil` and the reasons where one can't be used.
  func sheets(of file: CaseFile, log: inout DiagnosticLog) throws -> [CaseSheet]? {
    let isAppeal = file.timeline.last?.command.kind == .appeal
    var sheets: [CaseSheet] = []
    for paper in file.papers(under: rules) {
      guard let issuer = try issuer(paper.template, log: &log) else { return nil }
      let series: Series? =
        switch issuer.composer.template.template.settings.series {
        case .outgoing: .outgoing
        case .internal: .internal
        case .requests: isAppeal ? .requests : nil
        case .none: nil
        }
      if series != nil { try issuer.checkApproval(of: paper.template, log: &log) }
      sheets.append(CaseSheet(template: paper.template, issuer: issuer, series: series))
    }
    return log.hasErrors ? nil : sheets
  }

  /// The record that an issued paper of a case was made from: the case as it stood then; `nil` for any other paper.
  public func record(of entry: RegisterEntry) throws -> Record? {
    guard let request = entry[.related].flatMap(RegisterNumber.init), request.series == .requests,
      let owner = try register.entries(named: request.description).first,
      let stored = try register.recordedCase(of: owner)
    else { return nil }
    let whole = try Self.file(of: stored)
    for count in whole.timeline.indices.map({ $0 + 1 }) {
      let draft = try Self.draft(of: stored)
      guard let file = draft.replaying(Array(whole.timeline.prefix(count))) else { continue }
      for paper in file.papers(under: rules) {
        var log = DiagnosticLog()
        guard let record = office.record(of: paper, for: file, log: &log) else { continue }
        if entry.states(record, under: register.numbering) { return record }
      }
    }
    return nil
  }

  /// The number that each sheet gets.
  func numbers(of sheets: [CaseSheet], in recording: Recording) throws -> [RegisterNumber?] {
    var taken: [Series: Int] = [:]
    return try sheets.map { sheet in
      guard let series = sheet.series else { return nil }
      defer { taken[series, default: 0] += 1 }
      return try recording.nextNumber(in: series, after: taken[series] ?? 0)
    }
  }

  /// Draws a paper of the last act of `file`, and enters and files it if it has a number.
  func print(
    _ sheet: CaseSheet, _ number: RegisterNumber?, for file: CaseFile, of entry: RegisterEntry,
    as order: IssueOrder, in recording: Recording, _ staged: inout [LetterArchive.Staged],
    log: inout DiagnosticLog
  ) throws -> PrintedPaper? {
    guard let paper = file.papers(under: rules).first(where: { $0.template == sheet.template }),
      let record = office.record(of: paper, for: file, log: &log)
    else { return nil }
    guard let number else {
      var record = record
      // The act's letter lends its number to no other paper: a survey that bore it would name its member.
      record.values[Theme.letterNumber.name] = nil
      record.values[Theme.letterDate.name] = nil
      return try sheet.issuer.unnumbered(record, at: recording.now, log: &log).map {
        PrintedPaper(template: sheet.template, file: $0)
      }
    }
    guard let letter = try sheet.issuer.drawn(record, number: number, at: recording.now, log: &log) else {
      return nil
    }
    staged.append(try archive.stage(letter.file, sha256: letter.sha256, as: number))
    var order = order
    order.relation = .init(.basedOn, to: entry.number)
    order.channel = order.channel ?? file.channelOut.flatMap { Self.channel($0, for: record) }
    let issued = try sheet.issuer.recorded(
      letter, as: order, in: recording, log: &log)
    return issued.map { PrintedPaper(template: sheet.template, file: letter.file, entry: $0.entry) }
  }

  /// How a letter goes out by the channel the member is answered by; `nil` where the record has no address for it.
  private static func channel(_ channel: CaseChannel, for record: Record) -> String? {
    switch channel {
    case .interview, .volunteering: "hand"
    case .phone, .socialMedia: Issuer.address(in: record, "sms") == nil ? nil : "sms"
    case .site: Issuer.address(in: record, "email") == nil ? nil : "email"
    case .letter:
      record.values.values.contains { if case .address = $0 { true } else { false } } ? "post" : nil
    }
  }
}

extension Issuer {
  /// A paper that takes no number of its own, drawn.
  func unnumbered(_ record: Record, at now: Moment, log: inout DiagnosticLog) throws -> [UInt8]? {
    var composer = composer
    composer.options.created = now.iso
    guard let pages = composer.compose(record, log: &log) else { return nil }
    return try PagePainter().pdf([pages], profile: composer.profile)
  }
}
