public import Diagnostics
import Values
import Yams

extension SupportCatalogue {
  /// Reads a catalogue, reporting all that is wrong in it at once.
  ///
  /// The format is in `Docs/Cases.md`. A catalogue may be used only if `log` has no errors.
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - file: the file's name, for messages.
  ///   - log: takes the mistakes, each with the path of its setting.
  /// - Returns: the catalogue, or `nil` where anything in it is wrong.
  public static func read(yaml: String, file: String, log: inout DiagnosticLog) -> SupportCatalogue? {
    var reader = CatalogueReader(file: file)
    defer { log.append(contentsOf: reader.log) }
    let root: Node?
    do { root = try Yams.compose(yaml: yaml) } catch {
      reader.log.error(.unreadable("\(error)"), at: .file(file))
      return nil
    }
    guard let top = reader.mapping(root, at: [], allowing: CatalogueKey.ofCatalogue) else { return nil }
    let services = reader.list(top[.services], at: ["الخدمات"]).enumerated().compactMap { index, node in
      reader.service(node, at: ["الخدمات", String(index + 1)])
    }
    for (index, service) in services.enumerated()
    where services[..<index].contains(where: { $0.name == service.name }) {
      reader.log.error(.twice(service.name), at: reader.place(["الخدمات", String(index + 1)]))
    }
    if services.isEmpty { reader.log.error(.empty, at: .file(file)) }
    return reader.log.hasErrors
      ? nil : SupportCatalogue(edition: reader.text(top[.edition], at: ["الإصدار"]) ?? "", services: services)
  }
}

/// The settings of a catalogue's file.
private enum CatalogueKey: String, CaseIterable {
  case edition = "الإصدار"
  case services = "الخدمات"
  case name = "الاسم"
  case conditions = "الشروط"
  case documents = "المستندات"
  case ceiling = "السقف"
  case approvalAbove = "يعتمد ما زاد على"
  case approver = "المعتمد"
  case reasons = "أسباب الاعتذار"
  case kind = "النوع"
  case validity = "الصلاحية"
  case how = "طريقة الاستكمال"

  var english: String {
    switch self {
    case .edition: "edition"
    case .services: "services"
    case .name: "name"
    case .conditions: "conditions"
    case .documents: "documents"
    case .ceiling: "ceiling"
    case .approvalAbove: "approval above"
    case .approver: "approver"
    case .reasons: "reasons"
    case .kind: "kind"
    case .validity: "validity"
    case .how: "how"
    }
  }

  static let ofCatalogue: [CatalogueKey] = [.edition, .services]
  static let ofService: [CatalogueKey] = [
    .name, .conditions, .documents, .ceiling, .approvalAbove, .approver, .reasons,
  ]
  static let ofDocument: [CatalogueKey] = [.kind, .validity, .how]
}

/// Reads the tree of a YAML file as a catalogue.
private struct CatalogueReader {
  let file: String
  var log = DiagnosticLog()

  init(file: String) { self.file = file }

  func place(_ path: [String]) -> SourceLocation { .setting(file: file, path: path.joined(separator: "/")) }

  mutating func service(_ node: Node, at path: [String]) -> SupportCatalogue.Service? {
    guard let map = mapping(node, at: path, allowing: CatalogueKey.ofService) else { return nil }
    guard let name = text(map[.name], at: path + ["الاسم"]) else {
      log.error(.nameless, at: place(path))
      return nil
    }
    let path = Array(path.dropLast()) + [name]
    var service = SupportCatalogue.Service(name: name)
    service.conditions = texts(map[.conditions], at: path + ["الشروط"])
    service.reasons = texts(map[.reasons], at: path + ["أسباب الاعتذار"])
    service.documents = list(map[.documents], at: path + ["المستندات"]).enumerated().compactMap {
      index, item in
      document(item, at: path + ["المستندات", String(index + 1)])
    }
    service.ceiling = amount(map[.ceiling], at: path + ["السقف"])
    service.approvalAbove = amount(map[.approvalAbove], at: path + ["يعتمد ما زاد على"])
    service.approver = text(map[.approver], at: path + ["المعتمد"])
    if (service.approvalAbove == nil) != (service.approver == nil) {
      log.error(.halfApproval, at: place(path))
    }
    return service
  }

  private mutating func document(_ node: Node, at path: [String]) -> SupportCatalogue.Requirement? {
    if case .scalar(let scalar) = node { return .init(kind: scalar.string) }
    guard let map = mapping(node, at: path, allowing: CatalogueKey.ofDocument) else { return nil }
    guard let kind = text(map[.kind], at: path + ["النوع"]) else {
      log.error(.nameless, at: place(path))
      return nil
    }
    return .init(
      kind: kind, validity: validity(map[.validity], at: path + ["الصلاحية"]),
      how: text(map[.how], at: path + ["طريقة الاستكمال"]))
  }

  /// «حتى انتهائه», or a number of days since its issue.
  private mutating func validity(
    _ node: Node?, at path: [String]
  ) -> SupportCatalogue.Requirement.Validity {
    guard let words = text(node, at: path) else { return .unlimited }
    if ["حتى انتهائه", "until expiry"].contains(words) { return .untilExpiry }
    // «سنة» after the number would be read as days otherwise.
    let parts = Digits.ascii(words).split(maxSplits: 1, whereSeparator: \.isWhitespace)
    if let days = parts.first.flatMap({ Int($0) }), days > 0,
      parts.count == 1 || Self.wordsForDays.contains(parts[1])
    {
      return .issuedWithin(days: days)
    }
    log.error(.badValidity(words), at: place(path))
    return .unlimited
  }

  /// What may follow the number of days, as it agrees with it.
  private static let wordsForDays: Set<Substring> = [
    "يوم", "يوما", "يوماً", "يومًا", "يومين", "أيام", "ايام", "day", "days",
  ]

  /// Riyals, with at most two decimals, as halalas.
  private mutating func amount(_ node: Node?, at path: [String]) -> Int64? {
    guard let words = text(node, at: path) else { return nil }
    let parts = words.split(separator: ".", omittingEmptySubsequences: false)
    if let riyals = Int64(parts[0]), (0...1_000_000_000).contains(riyals) {
      if parts.count == 1 { return riyals * 100 }
      if parts.count == 2, parts[1].count == 2, let halalas = Int64(parts[1]), halalas >= 0 {
        return riyals * 100 + halalas
      }
    }
    log.error(.badAmount(words), at: place(path))
    return nil
  }

  // MARK: Nodes

  mutating func mapping(
    _ node: Node?, at path: [String], allowing keys: [CatalogueKey]
  ) -> [CatalogueKey: Node]? {
    guard let node, case .mapping(let mapping) = node else {
      log.error(.notSettings, at: path.isEmpty ? .file(file) : place(path))
      return nil
    }
    var found: [CatalogueKey: Node] = [:]
    for (keyNode, value) in mapping {
      let name = keyNode.scalar?.string ?? ""
      if let key = keys.first(where: { $0.rawValue == name || $0.english == name }) {
        found[key] = value
      } else {
        log.error(.unknown(name), at: place(path + [name]), hints: [.known(keys.map(\.rawValue))])
      }
    }
    return found
  }

  mutating func list(_ node: Node?, at path: [String]) -> [Node] {
    guard let node else { return [] }
    if case .sequence(let items) = node { return Array(items) }
    log.error(.notAList, at: place(path))
    return []
  }

  mutating func texts(_ node: Node?, at path: [String]) -> [String] {
    list(node, at: path).enumerated().compactMap { text($1, at: path + [String($0 + 1)]) }
  }

  mutating func text(_ node: Node?, at path: [String]) -> String? {
    guard let node else { return nil }
    if case .scalar(let scalar) = node, !scalar.string.isBlank { return scalar.string }
    log.error(.notText, at: place(path))
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static func unreadable(_ reason: String) -> Self {
    Self(
      "cases.catalogue-unreadable", arabic: "لا يُقرأ دليل الدعم بصيغة YAML.",
      english: "The catalogue isn't valid YAML: \(reason)")
  }
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
  fileprivate static let notSettings = Self(
    "cases.catalogue-not-settings", arabic: "يُنتظر هنا إعدادات بصيغة «مفتاح: قيمة».",
    english: "Settings of the form “key: value” are expected here.")
  fileprivate static func unknown(_ name: String) -> Self {
    Self(
      "cases.catalogue-unknown", arabic: "لا يوجد إعداد باسم «\(name)» في هذا الموضع.",
      english: "There is no setting called “\(name)” here.")
  }
  fileprivate static let notAList = Self(
    "cases.catalogue-not-a-list", arabic: "تُنتظر هنا قائمة يبدأ كل عنصر فيها بشرطة.",
    english: "A list is expected here, each item after a hyphen.")
  fileprivate static let notText = Self(
    "cases.catalogue-not-text", arabic: "يُنتظر هنا نص غير فارغ.", english: "A text is expected here.")
}

extension Diagnostic.Hint {
  fileprivate static func known(_ names: [String]) -> Self {
    let list = names.joined(separator: "، ")
    return Self(arabic: "الإعدادات هنا: \(list)", english: "The settings here are: \(list)")
  }
}
