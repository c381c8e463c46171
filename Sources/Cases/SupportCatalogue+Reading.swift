public import Diagnostics
import Settings
import Values

extension SupportCatalogue {
  /// Reads a catalogue, reporting all that is wrong in it at once.
  ///
  /// The format is in `Docs/Cases.md`.
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - file: the file's name, for messages.
  ///   - log: takes the mistakes, each with the path of its setting.
  /// - Returns: the catalogue, or `nil` where anything in it is wrong.
  public static func read(yaml: String, file: String, log: inout DiagnosticLog) -> SupportCatalogue? {
    var mistakes = DiagnosticLog()
    let catalogue = SettingsFile.read(yaml: yaml, file: file, log: &mistakes) { $0.catalogue(log: &$1) }
    log.append(contentsOf: mistakes)
    return mistakes.hasErrors ? nil : catalogue
  }
}

extension SettingKey {
  fileprivate static let name = SettingKey("name", "الاسم")
  fileprivate static let kind = SettingKey("kind", "النوع")
}

extension SettingMap {
  fileprivate mutating func catalogue(log: inout DiagnosticLog) -> SupportCatalogue? {
    let edition = words(SettingKey("edition", "الإصدار"), log: &log)
    let items = take(SettingKey("services", "الخدمات"), log: &log)?.list(namedBy: .name) ?? []
    var services: [SupportCatalogue.Service] = []
    for item in items {
      guard let service = item.section(log: &log, { $0.service(log: &$1) }) else { continue }
      if services.contains(where: { $0.name == service.name }) {
        log.error(.twice(service.name), at: item.place)
      }
      services.append(service)
    }
    if services.isEmpty { log.error(.empty, at: .file(file)) }
    return SupportCatalogue(edition: edition ?? "", services: services)
  }

  fileprivate mutating func service(log: inout DiagnosticLog) -> SupportCatalogue.Service? {
    let name = words(.name, log: &log)
    var service = SupportCatalogue.Service(name: name ?? "")
    service.conditions = texts(SettingKey("conditions", "الشروط"), log: &log) ?? []
    service.documents =
      take(SettingKey("documents", "المستندات"), log: &log)?.list(namedBy: .kind)
      .compactMap { $0.document(log: &log) } ?? []
    service.ceiling = take(SettingKey("ceiling", "السقف"), log: &log)?.amount(log: &log)
    service.approvalAbove =
      take(SettingKey("approval above", "يعتمد ما زاد على"), log: &log)?.amount(log: &log)
    service.approver = words(SettingKey("approver", "المعتمد"), log: &log)
    service.reasons = texts(SettingKey("reasons", "أسباب الاعتذار"), log: &log) ?? []
    if (service.approvalAbove == nil) != (service.approver == nil) { log.error(.halfApproval, at: place) }
    if name == nil { log.error(.nameless, at: place) }
    return name == nil ? nil : service
  }
}

extension Setting {
  /// A document by its kind alone, or with when it counts as valid and how it may be brought.
  fileprivate func document(log: inout DiagnosticLog) -> SupportCatalogue.Requirement? {
    guard isSection else { return words(log: &log).map { .init(kind: $0) } }
    return section(log: &log) { level, log in
      let kind = level.words(.kind, log: &log)
      let validity = level.take(SettingKey("validity", "الصلاحية"), log: &log)?.validity(log: &log)
      let how = level.words(SettingKey("how", "طريقة الاستكمال"), log: &log)
      if kind == nil { log.error(.nameless, at: place) }
      return kind.map { .init(kind: $0, validity: validity ?? .unlimited, how: how) }
    }
  }

  /// «حتى انتهائه», or a number of days since its issue.
  fileprivate func validity(log: inout DiagnosticLog) -> SupportCatalogue.Requirement.Validity? {
    guard let words = words(log: &log) else { return nil }
    if SettingKey("until expiry", "حتى انتهائه").matches(words) { return .untilExpiry }
    // «سنة» after the number would be read as days otherwise.
    let parts = Digits.ascii(words).split(maxSplits: 1, whereSeparator: \.isWhitespace)
    if let days = parts.first.flatMap({ Int($0) }), days > 0,
      parts.count == 1 || Self.wordsForDays.contains(parts[1])
    {
      return .issuedWithin(days: days)
    }
    log.error(.badValidity(words), at: place)
    return nil
  }

  /// What may follow the number of days, as it agrees with it.
  private static let wordsForDays: Set<Substring> = [
    "يوم", "يوما", "يوماً", "يومًا", "يومين", "أيام", "ايام", "day", "days",
  ]

  /// Riyals, with at most two decimals, as halalas.
  fileprivate func amount(log: inout DiagnosticLog) -> Int64? {
    guard let words = words(log: &log) else { return nil }
    let parts = words.split(separator: ".", omittingEmptySubsequences: false)
    if let riyals = Int64(parts[0]), (0...1_000_000_000).contains(riyals) {
      if parts.count == 1 { return riyals * 100 }
      if parts.count == 2, parts[1].count == 2, let halalas = Int64(parts[1]), halalas >= 0 {
        return riyals * 100 + halalas
      }
    }
    log.error(.badAmount(words), at: place)
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static let empty = Self(
    "cases.catalogue-empty", arabic: "لا يذكر دليل الدعم أي خدمة.", english: "The catalogue names no service."
  )
  fileprivate static func twice(_ name: String) -> Self {
    Self(
      "cases.catalogue-twice", arabic: "وردت الخدمة «\(name)» مرتين.",
      english: "The service “\(name)” stands there twice.")
  }
  fileprivate static let nameless = Self(
    "cases.catalogue-nameless", arabic: "خدمة أو مستند بلا اسم.",
    english: "A service or document has no name.")
  fileprivate static let halfApproval = Self(
    "cases.catalogue-half-approval", arabic: "«يعتمد ما زاد على» و«المعتمد» يُذكران معاً.",
    english: "“approval above” and “approver” go together.")
  fileprivate static func badValidity(_ words: String) -> Self {
    Self(
      "cases.catalogue-validity", arabic: "الصلاحية «\(words)» ليست «حتى انتهائه» ولا عدد أيام من الإصدار.",
      english: "The validity “\(words)” is neither “until expiry” nor a number of days since issue.")
  }
  fileprivate static func badAmount(_ words: String) -> Self {
    Self(
      "cases.catalogue-amount", arabic: "«\(words)» ليس مبلغاً بالريال.",
      english: "“\(words)” isn't an amount in riyals.")
  }
}
