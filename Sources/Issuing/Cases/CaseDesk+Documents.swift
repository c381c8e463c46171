import Cases
import Diagnostics
import Values

extension CaseDesk {
  /// An act with the catalogue's own name of the document that is handed in; of a document that the service doesn't ask
  /// for, nothing of the request is completed, and that is said.
  func named(_ command: CaseCommand, in file: CaseFile, log: inout DiagnosticLog) -> CaseCommand {
    guard case .addDocument(var document) = command,
      let kinds = rules.catalogue.service(named: file.service)?.documents.map(\.kind),
      !kinds.contains(document.kind)
    else { return command }
    let key = Spelling.key(document.kind)
    if let kind = kinds.first(where: { Spelling.key($0) == key }) {
      log.note(.kindReadAs(kind))
      document.kind = kind
      return .addDocument(document)
    }
    let meant = Spelling.suggestion(for: document.kind, among: kinds).map(Diagnostic.Hint.meant)
    log.warning(.otherKind(document.kind), hints: [meant ?? .kinds(kinds)])
    return command
  }
}

extension Diagnostic.Message {
  fileprivate static func kindReadAs(_ kind: String) -> Self {
    Self(
      "issuing.case-document-read-as", arabic: "قُرئ نوع المستند على أنه «\u{2068}\(kind)\u{2069}»",
      english: "The kind of document was read as “\(kind)”")
  }
  fileprivate static func otherKind(_ kind: String) -> Self {
    Self(
      "issuing.case-document",
      arabic: "ليس «\u{2068}\(kind)\u{2069}» من المستندات التي تطلبها الخدمة، فلا يكتمل به الطلب",
      english:
        "“\(kind)” isn't among the documents that the service asks for: it completes nothing of the request"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static func meant(_ kind: String) -> Self {
    Self(
      arabic: "هل تقصد «\u{2068}\(kind)\u{2069}»؟ إن كان كذلك فأعد إضافته باسمه",
      english: "Did you mean “\(kind)”? Then add it again under its name")
  }
  fileprivate static func kinds(_ kinds: [String]) -> Self {
    if kinds.isEmpty {
      return Self(arabic: "لا تطلب الخدمة أي مستند", english: "The service asks for no documents")
    }
    return Self(
      arabic: "مستندات الخدمة: \(kinds.joined(separator: "، "))",
      english: "The service's documents: \(kinds.joined(separator: ", "))")
  }
}
