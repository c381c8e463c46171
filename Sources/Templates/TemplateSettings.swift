public import Diagnostics

/// What a template's header states about every letter made from it.
public struct TemplateSettings: Hashable, Sendable {
  /// The kind of document; a theme may dress each differently.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// خطاب
    case letter
    /// نموذج
    case form
    /// مذكرة
    case memo
    /// تعميم
    case circular
    /// محضر
    case minutes
    /// إفادة
    case certificate
    /// تقرير
    case report
  }

  /// The register a document takes its number from.
  public enum Series: String, Hashable, Sendable, CaseIterable {
    /// صادر: outgoing letters.
    case outgoing
    /// داخلي: internal papers.
    case `internal`
    /// طلبات: requests received.
    case requests
    /// بلا: no number.
    case none
  }

  /// How far a document may be shown.
  public enum Confidentiality: String, Hashable, Sendable, CaseIterable {
    /// Nothing is printed.
    case ordinary
    /// خاص
    case restricted = "private"
    /// سري
    case secret = "confidential"
  }

  /// How soon a document must be acted on.
  public enum Priority: String, Hashable, Sendable, CaseIterable {
    /// Nothing is printed.
    case ordinary
    /// عاجل
    case urgent
    /// حالاً
    case immediate
  }

  /// The kind of document.
  public var kind: Kind = .letter
  /// The document's name as written, such as «خطاب قبول طلب»; a letter's own title has its tags' values.
  public var title = ""
  /// The office that signs, such as «المدير التنفيذي»; `nil` for none.
  public var signer: String?
  /// Where the template names it.
  public var signerPlace: SourceLocation?
  /// The register its number comes from.
  public var series: Series = .outgoing
  /// How far it may be shown.
  public var confidentiality: Confidentiality = .ordinary
  /// How soon it must be acted on.
  public var priority: Priority = .ordinary
  /// The template's own name among others: `acceptance-letter`.
  public var identifier = ""
  /// The template's version, as its author counts.
  public var version = ""

  var titleNodes: [InlineNode] = []
  var subject: [InlineNode]?
  var addressee: AddresseeNode = .person
  var copies: [[InlineNode]] = []
  var enclosures: [[InlineNode]] = []
  var greeting: LineNode = .asThemed
  var closing: LineNode = .asThemed

  /// Settings of a template that states none.
  public init() {}
}

/// Whom a letter is for, as written.
enum AddresseeNode: Hashable, Sendable {
  /// The person of the record.
  case person
  case none
  case line([InlineNode])
}

/// A line that the theme words unless the template does.
enum LineNode: Hashable, Sendable {
  case asThemed
  case none
  case line([InlineNode])
}
