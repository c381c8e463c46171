public import Values

/// The services an association offers (دليل سياسة الدعم): on which conditions, with which documents, up to which amount.
public struct SupportCatalogue: Hashable, Sendable {
  /// A document that a service asks for.
  public struct Requirement: Hashable, Sendable {
    /// When a document counts as valid.
    public enum Validity: Hashable, Sendable {
      /// On every day.
      case unlimited
      /// Until the day written on it.
      case untilExpiry
      /// When it was issued no more than so many days before it was handed in.
      case issuedWithin(days: Int)
    }

    /// Its kind.
    public var kind: String
    /// When it counts as valid.
    public var validity: Validity
    /// How it may be brought, for the letter that asks for it.
    public var how: String?

    /// A required document.
    public init(kind: String, validity: Validity = .unlimited, how: String? = nil) {
      self.kind = kind
      self.validity = validity
      self.how = how
    }
  }

  /// A service.
  public struct Service: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Who may have it, in sentences.
    public var conditions: [String]
    /// The documents it asks for.
    public var documents: [Requirement]
    /// The most that may be granted, in halalas.
    public var ceiling: Int64?
    /// The amount above which its approver has to agree, in halalas.
    public var approvalAbove: Int64?
    /// The post that agrees to amounts above it.
    public var approver: String?
    /// The reasons for which it is refused, ready to be chosen from.
    public var reasons: [String]

    /// A service.
    public init(
      name: String, conditions: [String] = [], documents: [Requirement] = [], ceiling: Int64? = nil,
      approvalAbove: Int64? = nil, approver: String? = nil, reasons: [String] = []
    ) {
      self.name = name
      self.conditions = conditions
      self.documents = documents
      self.ceiling = ceiling
      self.approvalAbove = approvalAbove
      self.approver = approver
      self.reasons = reasons
    }
  }

  /// What the association calls this edition of the catalogue.
  public var edition: String
  /// The services, in the catalogue's order.
  public var services: [Service]

  /// A catalogue of the given services.
  public init(edition: String = "", services: [Service]) {
    self.edition = edition
    self.services = services
  }

  /// The service of a name.
  public func service(named name: String) -> Service? { services.first { $0.name == name } }
}

/// A document that a case lacks, and why what there is of it doesn't do.
public struct CaseShortage: Hashable, Sendable {
  /// What is wrong.
  public enum Cause: Hashable, Sendable {
    /// It was not handed in.
    case absent
    /// It says something else than the request.
    case mismatched
    /// It was no longer valid on the day it was handed in.
    case expired(CivilDate)
    /// It states no day of issue or expiry by which its validity could be seen.
    case undated
    /// It was issued too long before.
    case old(days: Int)
  }

  /// The document.
  public var requirement: SupportCatalogue.Requirement
  /// What is wrong.
  public var cause: Cause

  /// The reason, as the letter to the member gives it.
  public var arabicReason: String {
    switch cause {
    case .absent: "لم يُقدَّم مع الطلب"
    case .mismatched: "لا تطابق بياناته ما ورد في الطلب"
    case .expired: "انتهت صلاحيته قبل يوم تقديمه"
    case .undated: "لم يظهر فيه ما يثبت سريانه"
    case .old: "مضى على إصداره أكثر من المدة المقبولة"
    }
  }
}

extension SupportCatalogue.Service {
  /// What of the required documents a case lacks, each measured on the day it was handed in.
  public func shortages(of file: CaseFile) -> [CaseShortage] {
    documents.compactMap { requirement in
      cause(requirement, file).map { CaseShortage(requirement: requirement, cause: $0) }
    }
  }

  private func cause(_ requirement: SupportCatalogue.Requirement, _ file: CaseFile) -> CaseShortage.Cause? {
    guard let handedIn = file.document(requirement.kind) else { return .absent }
    let document = handedIn.document
    guard document.isMatching else { return .mismatched }
    // What came with the draft is measured on the day the request was handed in.
    let day = max(handedIn.day, file.received ?? handedIn.day)
    if let expires = document.expires, expires < day { return .expired(expires) }
    switch requirement.validity {
    case .unlimited: return nil
    case .untilExpiry: return document.expires == nil ? .undated : nil
    case .issuedWithin(let days):
      guard let issued = document.issued else { return .undated }
      let age = issued.days(to: day)
      return age < 0 ? .undated : age > days ? .old(days: days) : nil
    }
  }
}
