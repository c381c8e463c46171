/// The settings a template's header may state.
enum Setting: Keyword {
  case kind, title, subject, addressee, signer, series
  case copies, enclosures, confidentiality, priority
  case greeting, closing, identifier, version

  static let table = KeywordTable<Setting>()

  var spelling: Spelling {
    switch self {
    case .kind: Spelling("النوع", "kind")
    case .title: Spelling("العنوان", "title")
    case .subject: Spelling("الموضوع", "subject")
    case .addressee: Spelling("المخاطب", "addressee")
    case .signer: Spelling("الموقّع", "signer")
    case .series: Spelling("السلسلة", "series")
    case .copies: Spelling("صورة إلى", "copy to", ("صورة لـ", "copy for"), ("نسخة إلى", "copies to"))
    case .enclosures: Spelling("المرفقات", "enclosures", ("المرافقات", "attachments"))
    case .confidentiality: Spelling("السرية", "confidentiality")
    case .priority: Spelling("الأولوية", "priority")
    case .greeting: Spelling("التحية", "greeting")
    case .closing: Spelling("الخاتمة", "closing")
    case .identifier: Spelling("المعرّف", "identifier")
    case .version: Spelling("الإصدار", "version")
    }
  }

  /// Whether it may be stated more than once.
  var isList: Bool { self == .copies || self == .enclosures }
}

/// The words that some settings take.
enum SettingWord: Keyword {
  case none, member
  case letter, form, memo, circular, minutes, certificate, report
  case outgoing, internalSeries, requests
  case ordinary, restricted, secret, urgent, immediate

  static let table = KeywordTable<SettingWord>()

  var spelling: Spelling {
    switch self {
    case .none: Spelling("بلا", "none", ("بدون", "without"), ("لا يوجد", "nothing"))
    case .member: Spelling("العضو", "member", ("صاحب السجل", "the person of the record"))
    case .letter: Spelling("خطاب", "letter")
    case .form: Spelling("نموذج", "form")
    case .memo: Spelling("مذكرة", "memo")
    case .circular: Spelling("تعميم", "circular")
    case .minutes: Spelling("محضر", "minutes")
    case .certificate: Spelling("إفادة", "certificate", ("شهادة", "attestation"))
    case .report: Spelling("تقرير", "report", ("بيان", "statement"), ("كشف", "list"))
    case .outgoing: Spelling("صادر", "outgoing")
    case .internalSeries: Spelling("داخلي", "internal")
    case .requests: Spelling("طلبات", "requests")
    case .ordinary: Spelling("عادي", "ordinary", ("عادية", "normal"))
    case .restricted: Spelling("خاص", "private", ("خاصة", "personal"))
    case .secret: Spelling("سري", "confidential", ("سرية", "secret"))
    case .urgent: Spelling("عاجل", "urgent", ("عاجلة", "pressing"))
    case .immediate: Spelling("حالاً", "immediate", ("عاجل جداً", "very urgent"))
    }
  }
}
