public import Diagnostics
import Cryptography
public import PDF
import Proofing
public import Records
public import Register
import Templates
import Themes
public import Values

/// Issues letters: each numbered, laid out, drawn, proven, signed, registered and queued, or nothing of it.
public struct Issuer: Sendable {
  /// Turns a finished letter into a signed file; the painter draws what the signature shows.
  public typealias Signature = @Sendable (_ letter: UnsignedLetter, _ painter: PagePainter) throws -> [UInt8]

  /// Sets the letters.
  public var composer: LetterComposer
  /// What their bytes depend on besides the record.
  public var inputs: LetterInputs
  /// Gives numbers and keeps entries.
  public var register: Register
  /// Keeps the files.
  public var archive: LetterArchive
  /// Signs them; `nil` leaves them unsigned.
  public var signature: Signature?
  /// The cases whose acts the letters are; `nil` where they are acts of none.
  public var cases: CaseCorrespondence?
  /// What the proof has met in letters before.
  let knownObjects = KnownObjects()

  /// An issuer of one template's letters.
  public init(
    composer: LetterComposer, inputs: LetterInputs, register: Register, archive: LetterArchive,
    signature: Signature? = nil
  ) {
    self.composer = composer
    self.inputs = inputs
    self.register = register
    self.archive = archive
    self.signature = signature
  }

  /// Issues one letter, or nothing, with every reason in `log`.
  public func issue(
    _ record: ReadRecord, as order: IssueOrder, at now: Moment, log: inout DiagnosticLog
  ) throws -> IssuedLetter? {
    let (order, request) = try placed(order, of: record.record)
    guard try isIssuable(record, as: order, at: now, log: &log) else { return nil }
    try warnOfEarlierLetter(of: record.record, log: &log)
    warnOfFormerMember(record.record, log: &log)
    var staged: [LetterArchive.Staged] = []
    do {
      let issued = try register.recording(at: now, log: &log) { recording, log -> IssuedLetter? in
        try archive.settle(recording)
        let number = try recording.nextNumber(in: series)
        guard let letter = try drawn(record.record, number: number, at: recording.now, log: &log) else {
          return nil
        }
        staged.append(try archive.stage(letter.file, sha256: letter.sha256, as: number))
        return try entered(letter, as: order, actOf: request, in: recording, log: &log)
      }
      if issued == nil { archive.discard(staged) }
      for letter in staged where issued != nil { try archive.keep(letter) }
      return issued
    } catch {
      try? archive.settleAll(in: register, at: now)
      throw error
    }
  }

  /// Tries everything that can be tried without a number, so that what is wrong with a letter never takes one.
  func isIssuable(
    _ record: ReadRecord, as order: IssueOrder, at now: Moment, log: inout DiagnosticLog
  ) throws -> Bool {
    let registry = composer.office.profile?.registry ?? .init()
    var own = DiagnosticLog()
    order.check(against: registry, log: &own)
    // What stays in the house needs nobody's word.
    if series == .outgoing { order.checkApproval(against: registry, log: &own) }
    let isMade = try canBeMade(record, as: order, at: now, log: &log)
    log.append(contentsOf: own)
    return isMade && !own.hasErrors
  }

  /// Tries the letter itself, whoever answers for it.
  func canBeMade(
    _ record: ReadRecord, as order: IssueOrder, at now: Moment, log: inout DiagnosticLog
  ) throws -> Bool {
    var own = record.log
    if composer.template.template.settings.series == .none { own.error(.noSeries) }
    if let channel = order.channel { checkConsent(of: record.record, to: channel, log: &own) }
    try cases?.check(record.record, on: now.day, by: order.preparer, log: &own)
    let trial = RegisterNumber(series: series, year: register.numbering.trialYear(now), number: 999_999)
    _ = composer.compose(stating(trial, in: record.record, at: now, log: &own), log: &own)
    own.refuseOutOfBox()
    log.append(contentsOf: own)
    return !own.hasErrors
  }

  /// Says so where the same template has given the record's request a letter that still holds: two of them may be meant,
  /// but seldom are.
  func warnOfEarlierLetter(of record: Record, log: inout DiagnosticLog) throws {
    guard case .identifier(let request)? = record.values["رقم الطلب"] else { return }
    var query = Register.Query()
    (query.request, query.series) = (request.stored, series)
    let template = composer.template.template.settings.identifier
    let earlier = try register.search(query).first { $0[.template] == template && $0.state != .void }
    guard let earlier else { return }
    log.warning(.earlierLetter(request.stored, earlier), at: record.origins["رقم الطلب"] ?? record.location)
  }

  /// Says so where the record's person has died or is no member any more: the letter may be meant for the heirs, but its
  /// words speak to the member.
  func warnOfFormerMember(_ record: Record, log: inout DiagnosticLog) {
    for (state, place) in FormerMember.states(in: record) { log.warning(.formerMember(state), at: place) }
  }

  /// Whoever says no to a channel isn't written to by it.
  func checkConsent(of record: Record, to channel: String, log: inout DiagnosticLog) {
    guard ConsentField.says(record, of: channel) == false else { return }
    let place = record.origins[ConsentField.name(for: channel)] ?? record.location
    log.error(.noConsent(channel), at: place, hints: [.chooseOtherChannel])
  }

  /// A letter as it would be, with «مسودة» behind its text, the day it is drawn and no number, not even one that the
  /// record states: to be looked at, never to be sent.
  public func draft(of record: ReadRecord, at now: Moment) throws -> [UInt8]? {
    var composer = composer
    composer.options.isDraft = true
    composer.options.created = now.iso
    var (log, record) = (record.log, record.record)
    guard !log.hasErrors else { return nil }
    record.values[Theme.letterNumber.name] = nil
    record.values[Theme.letterDate.name] = .date(
      DateValue(day: now.day, calendar: register.numbering.calendar, entered: now.day.iso))
    guard let pages = composer.compose(record, log: &log) else { return nil }
    return try PagePainter().pdf([pages])
  }
}

extension Diagnostic.Message {
  fileprivate static func earlierLetter(_ request: String, _ earlier: RegisterEntry) -> Self {
    Self(
      "issuing.earlier-letter",
      arabic:
        "سبق أن صدر من هذا القالب للطلب \u{2066}\(request)\u{2069} الخطاب \u{2066}\(earlier.printed)\u{2069} بتاريخ \u{2066}\(earlier.day.iso)\u{2069}",
      english:
        "The request \(request) was given a letter of this template before: \(earlier.printed) on \(earlier.day.iso)"
    )
  }
  fileprivate static func formerMember(_ state: String) -> Self {
    Self(
      "issuing.former-member", arabic: "حالة العضو «\(state)»، والخطاب يخاطبه",
      english: "The member's state is “\(state)”, and the letter speaks to the member")
  }
  fileprivate static func noConsent(_ channel: String) -> Self {
    Self(
      "issuing.no-consent", arabic: "لم يوافق صاحب السجل على المراسلة بطريقة \u{2068}\(channel)\u{2069}",
      english: "The record says that its person doesn't agree to be written to by \(channel)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let chooseOtherChannel = Self(
    arabic: "اختر طريقة أخرى، مثل البريد أو التسليم باليد",
    english: "Choose another channel, such as post or hand")
}
