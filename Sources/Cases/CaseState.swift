/// Where a member's case (معاملة) stands, from its first draft to its end.
public enum CaseState: String, Hashable, Sendable, CaseIterable, Codable {
  /// مسودة: being written, not handed in.
  case draft
  /// مستلم: handed in and entered.
  case received
  /// ناقص: something is missing, and its member was told what.
  case incomplete
  /// مكتمل: everything is there, matched and valid.
  case complete
  /// محال للإيضاح: with the social research officer.
  case referred
  /// معروض على اللجنة: on the agenda of a meeting.
  case presented
  /// مقبول.
  case accepted
  /// مقبول بشرط.
  case acceptedConditionally = "accepted-conditionally"
  /// معتذر عنه.
  case refused
  /// مؤجل: put off to a later meeting.
  case postponed
  /// متظلم منه: its refusal is being looked at again.
  case appealed
  /// قيد التنفيذ: the service was ordered.
  case inService = "in-service"
  /// منجز: the service was handed over.
  case served
  /// مغلق: nothing is left to be done.
  case closed
  /// ملغى بطلب صاحبه.
  case withdrawn

  /// The state in the words of an office.
  public var arabicName: String {
    switch self {
    case .draft: "مسودة"
    case .received: "مستلم"
    case .incomplete: "ناقص"
    case .complete: "مكتمل"
    case .referred: "محال للإيضاح"
    case .presented: "معروض على اللجنة"
    case .accepted: "مقبول"
    case .acceptedConditionally: "مقبول بشرط"
    case .refused: "معتذر عنه"
    case .postponed: "مؤجل"
    case .appealed: "متظلم منه"
    case .inService: "قيد التنفيذ"
    case .served: "منجز"
    case .closed: "مغلق"
    case .withdrawn: "ملغى بطلب صاحبه"
    }
  }

  /// Whether nothing can happen to the case any more.
  public var isFinal: Bool { self == .closed || self == .withdrawn }
}

/// How a member reaches the association and is answered: the policy's channels.
public enum CaseChannel: String, Hashable, Sendable, CaseIterable, Codable {
  case interview, phone, site, letter, volunteering
  case socialMedia = "social-media"

  /// The channel in the policy's words.
  public var arabicName: String {
    switch self {
    case .interview: "المقابلة"
    case .phone: "الاتصال الهاتفي"
    case .socialMedia: "وسائل التواصل الاجتماعي"
    case .site: "الموقع الإلكتروني"
    case .letter: "خطاب"
    case .volunteering: "خدمة التطوع"
    }
  }

  /// How a written answer goes out to who came by this channel.
  ///
  /// A call and a social network carry no letter: a message to the member's own mobile does.
  public var replyArabicName: String {
    switch self {
    case .interview, .volunteering: "التسليم في مقر الجمعية"
    case .phone, .socialMedia: "رسالة نصية"
    case .site: "البريد الإلكتروني"
    case .letter: "خطاب بالبريد"
    }
  }
}
