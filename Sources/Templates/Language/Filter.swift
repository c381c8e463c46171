/// What may follow a field's bar: how its value is written.
enum Filter: Keyword {
  case hijri, gregorian, date, shortDate, longDate, weekday, asEntered
  case earliestReply, latestReply, after, afterWorkingDays
  case inWords, digits, sign, currency, count, ordinal, percent
  case comb, masked, grouped, link
  case text, number
  case optional, otherwise
  case nominative, accusative, genitive

  static let table = KeywordTable<Filter>()

  var spelling: Spelling {
    switch self {
    case .hijri: Spelling("هجري", "hijri")
    case .gregorian: Spelling("ميلادي", "gregorian")
    case .date: Spelling("تاريخ", "date")
    case .shortDate: Spelling("تاريخ قصير", "short date", ("قصير", "short"))
    case .longDate:
      Spelling("تاريخ طويل", "long date", ("تاريخ مطول", "full date"), ("طويل", "long"), ("مطول", "full"))
    case .weekday: Spelling("يوم الأسبوع", "weekday", ("اليوم", "day"))
    case .asEntered: Spelling("كما ورد", "as entered", ("كما وردت", "as recorded"))
    case .earliestReply: Spelling("أقرب رد", "earliest reply", ("أقرب تاريخ للرد", "earliest reply date"))
    case .latestReply: Spelling("آخر رد", "latest reply", ("آخر موعد للرد", "reply deadline"))
    case .after: Spelling("بعد", "after")
    case .afterWorkingDays: Spelling("بعد أيام عمل", "after working days")
    case .inWords: Spelling("تفقيط", "in words", ("كتابة", "spelled out"))
    case .digits: Spelling("أرقام", "digits", ("رقماً", "in figures"))
    case .sign: Spelling("بالرمز", "with sign", ("برمز الريال", "with riyal sign"))
    case .currency: Spelling("بالعملة", "with currency", ("عملة", "currency"))
    case .count: Spelling("عدد", "count")
    case .ordinal: Spelling("ترتيبي", "ordinal")
    case .percent: Spelling("نسبة", "percent", ("نسبة مئوية", "percentage"))
    case .comb: Spelling("خانات", "comb")
    case .masked: Spelling("مقنع", "masked")
    case .grouped: Spelling("مجموعات", "grouped")
    case .link: Spelling("رابط", "link")
    case .text: Spelling("نص", "text")
    case .number: Spelling("رقم", "number")
    case .optional: Spelling("اختياري", "optional")
    case .otherwise: Spelling("وإلا", "else")
    case .nominative: Spelling("مرفوع", "nominative", ("مرفوعاً", "in the nominative"))
    case .accusative: Spelling("منصوب", "accusative", ("منصوباً", "in the accusative"))
    case .genitive: Spelling("مجرور", "genitive", ("مجروراً", "in the genitive"))
    }
  }
}

/// The words that may follow a filter's colon.
enum FilterOption: Keyword {
  case nominative, accusative, genitive
  case masculine, feminine
  case definite, indefinite
  case words, digits
  case adverb
  case unframed, short

  static let table = KeywordTable<FilterOption>()

  var spelling: Spelling {
    switch self {
    case .nominative: Spelling("مرفوع", "nominative", ("مرفوعاً", "in the nominative"))
    case .accusative: Spelling("منصوب", "accusative", ("منصوباً", "in the accusative"))
    case .genitive: Spelling("مجرور", "genitive", ("مجروراً", "in the genitive"))
    case .masculine: Spelling("مذكر", "masculine")
    case .feminine: Spelling("مؤنث", "feminine")
    case .definite: Spelling("معرفة", "definite", ("معرف", "with article"))
    case .indefinite: Spelling("نكرة", "indefinite")
    case .words: Spelling("كتابة", "in words")
    case .digits: Spelling("بالأرقام", "in digits", ("أرقام", "digits"))
    case .adverb: Spelling("تعداد", "adverb", ("للتعداد", "for enumeration"))
    case .unframed: Spelling("بلا إطار", "unframed")
    case .short: Spelling("قصير", "short")
    }
  }
}
