import Content
import Diagnostics
import Records
import Register
import Templates
import Themes
import Values

extension Issuer {
  /// Enters a drawn letter in the register and queues it, in the transaction that gave its number.
  ///
  /// A paper that stays in the house is entered and not queued.
  func recorded(
    _ letter: DrawnLetter, as order: IssueOrder, in recording: Recording, log: inout DiagnosticLog
  ) throws -> IssuedLetter? {
    if let relation = order.relation {
      guard let earlier = try recording.entry(relation.number) else {
        log.error(.noEntry(relation.number.description))
        return nil
      }
      if earlier.state == .void { log.warning(.relatedIsVoid(relation.number)) }
    }
    let isSent = letter.number.series == .outgoing
    let channel = order.channel ?? Self.channel(for: letter.record)
    var draft = EntryDraft(series: letter.number.series, facts: inputs.facts)
    draft.facts.merge(facts(of: letter)) { $1 }
    draft.facts.merge(facts(of: order, isSent ? channel : "")) { $1 }
    draft.particulars = particulars(of: letter)
    let entry = try recording.record(draft)
    if isSent {
      try recording.enqueue(entry, channel: channel, address: Self.address(in: letter.record, channel))
    }
    if let party = entry.particulars?[.party] {
      for (channel, isGiven) in ConsentField.all(in: letter.record) {
        let consent = Consent(
          channel: channel, isGiven: isGiven, at: recording.now, by: order.preparer,
          basis: entry.number.description)
        try recording.note(consent, of: party)
      }
    }
    return IssuedLetter(
      entry: entry, path: archive.path(of: entry.number), sha256: letter.sha256, pages: letter.pages)
  }

  private func facts(of letter: DrawnLetter) -> [EntryColumn: String] {
    let settings = letter.letter.settings
    let profile = composer.office.profile
    var facts: [EntryColumn: String] = [
      .document: letter.letter.title, .template: settings.identifier, .templateVersion: settings.version,
      .confidentiality: settings.confidentiality.rawValue, .priority: settings.priority.rawValue,
      .file: letter.sha256, .unsignedFile: letter.unsignedSHA256, .pages: String(letter.pages),
      .code: letter.code, .valuesHash: letter.valuesSHA256,
      .retentionClass: settings.identifier,
      .enclosures: letter.letter.enclosures.map(\.text).joined(separator: "؛ "),
      .enclosureCount: String(letter.letter.enclosures.count),
      .copies: letter.letter.copies.map(\.text).joined(separator: "؛ "),
    ]
    if case .integer(let count)? = letter.record.values["عدد المرفقات"] {
      facts[.enclosureCount] = String(count)
    }
    if let post = settings.signer {
      facts[.signerPost] = post
      facts[.signer] = profile?.signer(of: post)?.name
    }
    if case .identifier(let request)? = letter.record.values["رقم الطلب"] { facts[.request] = request.stored }
    return facts
  }

  private func facts(of order: IssueOrder, _ channel: String) -> [EntryColumn: String] {
    let facts: [(EntryColumn, String?)] = [
      (.preparer, order.preparer), (.reviewer, order.reviewer), (.approver, order.approver),
      (.reviewedAt, order.approval?.reviewer?.at.iso), (.approvedAt, order.approval?.approver.at.iso),
      (.plan, order.approval?.plan),
      (.channel, channel), (.filing, order.filing), (.relation, order.relation?.kind.rawValue),
      (.related, order.relation?.number.description), (.batch, order.batch?.id),
      (.member, order.batch?.member),
    ]
    return Dictionary(facts.compactMap { column, value in value.map { (column, $0) } }) { $1 }
  }

  private func particulars(of letter: DrawnLetter) -> [PersonalColumn: String] {
    var particulars: [PersonalColumn: String] = [.subject: letter.subject]
    if case .name(let name)? = letter.record.values["الاسم"] { particulars[.name] = name }
    particulars[.party] = composer.office.party(of: letter.record)
    return particulars
  }

  /// E-mail where the record has an address for it and doesn't forbid it, else post where it finds its way, else by hand.
  static func channel(for record: Record) -> String {
    if address(in: record, "email") != nil, ConsentField.says(record, of: "email") != false { return "email" }
    let hasAddress = record.values.values.contains { value in
      if case .address(let address) = value { address.isComplete } else { false }
    }
    return hasAddress ? "post" : "hand"
  }

  /// Where a channel reaches the record's person, as far as one line says it.
  static func address(in record: Record, _ channel: String) -> String? {
    let kind: Identifier.Kind
    switch channel {
    case "email": kind = .email
    case "sms": kind = .mobile
    default: return nil
    }
    return record.values.sorted { $0.key < $1.key }.lazy.compactMap { _, value -> String? in
      if case .identifier(let identifier) = value, identifier.kind == kind { identifier.stored } else { nil }
    }.first
  }
}

extension Office {
  /// The fields that tell parties apart in the office's records: its first required reference, or else its first
  /// reference, such as a membership number; then its first identity number.
  private var partyFields: [String] {
    // By their places: copying fields costs more than reading them.
    let fields = records.fields
    let references = fields.indices.filter { fields[$0].type == .reference }
    let places = [
      references.first { fields[$0].isRequired } ?? references.first,
      fields.indices.first { fields[$0].type == .id },
    ]
    return places.compactMap { $0.map { fields[$0].name } }
  }

  /// The party's number that a record states.
  func party(of record: Record) -> String? {
    for field in partyFields {
      if case .identifier(let number)? = record.values[field] { return number.stored }
    }
    return nil
  }

  /// Whether a record states its party's number in no way that can be read.
  func isPartyInDoubt(in record: Record) -> Bool {
    party(of: record) == nil && partyFields.contains { record.doubts[$0] != nil }
  }
}

extension [Inline] {
  fileprivate var text: String {
    map { if case .text(let span) = $0 { span.text } else { " " } }.joined()
  }
}

extension Diagnostic.Message {
  static let noSeries = Self(
    "issuing.no-series", arabic: "القالب بلا سلسلة ترقيم، فلا يصدر منه خطاب برقم",
    english: "The template names no series of numbers, so no numbered letter is issued from it")
  fileprivate static func relatedIsVoid(_ number: RegisterNumber) -> Self {
    Self(
      "issuing.related-is-void", arabic: "الخطاب المشار إليه \u{2066}\(number)\u{2069} ملغى",
      english: "The letter referred to, \(number), is void")
  }
}
