/// A column of the registers that names nobody; a number, its year and its days have columns of their own.
///
/// The raw value is the column's name in the database. Columns may be added; a name never changes its meaning,
/// because every entry's digest is made of names and values.
public enum EntryColumn: String, Hashable, Sendable, CaseIterable {
  /// The document's name: «خطاب قبول طلب».
  case document
  /// The template's id.
  case template
  /// The template's version, as its author counts.
  case templateVersion = "template_version"
  /// The number of the request or case it belongs to.
  case request
  /// How many enclosures go with it.
  case enclosureCount = "enclosure_count"
  /// What is enclosed.
  case enclosures
  /// Whether the enclosures of an incoming letter are as many as it says: `yes` or `no`.
  case enclosuresMatch = "enclosures_match"
  /// Who receives a copy.
  case copies
  /// `ordinary`, `private` or `confidential`.
  case confidentiality
  /// `ordinary`, `urgent` or `immediate`.
  case priority
  /// Who prepared it.
  case preparer
  /// Who checked it.
  case reviewer
  /// The moment of the reviewer's recorded word, ISO 8601.
  case reviewedAt = "reviewed_at"
  /// Who approved it.
  case approver
  /// The moment of the approver's recorded word, ISO 8601.
  case approvedAt = "approved_at"
  /// SHA-256 of the plan that was approved: what exactly the word was given for.
  case plan = "plan_sha256"
  /// Who signs it.
  case signer
  /// The signer's post.
  case signerPost = "signer_post"
  /// The way it goes out or came in: `email`, `post`, `hand` and others.
  case channel
  /// SHA-256 of the file as it was sent, in hexadecimal.
  case file = "file_sha256"
  /// SHA-256 of the file before it was signed.
  case unsignedFile = "unsigned_sha256"
  /// The number of pages.
  case pages
  /// The verification code, without hyphens.
  case code
  /// SHA-256 of the template's text and all it includes.
  case templateHash = "template_sha256"
  /// SHA-256 of the theme's files.
  case themeHash = "theme_sha256"
  /// SHA-256 of the office's file.
  case officeHash = "office_sha256"
  /// SHA-256 of the values the letter states.
  case valuesHash = "values_sha256"
  /// SHA-256 of the font lock.
  case fontsHash = "fonts_sha256"
  /// The program and its version.
  case program
  /// Where the paper is kept.
  case filing
  /// How it relates to an earlier entry: `further-to`, `with-reference-to`, `based-on`, `reply-to`.
  case relation
  /// The canonical number of that entry.
  case related
  /// The batch it was issued in.
  case batch
  /// A digest that stands for the member within the batch.
  case member
  /// The number on the sender's letter.
  case senderNumber = "sender_number"
  /// The date on the sender's letter, as written there.
  case senderDate = "sender_date"
  /// The department it was referred to on arrival.
  case referredTo = "referred_to"
  /// What is asked for.
  case required
  /// The last day for it, ISO 8601.
  case deadline
  /// The class of documents whose retention rule it follows.
  case retentionClass = "retention_class"

  /// The column's Arabic heading.
  public var arabicTitle: String {
    switch self {
    case .document: "نوع الوثيقة"
    case .template: "القالب"
    case .templateVersion: "إصدار القالب"
    case .request: "رقم الطلب"
    case .enclosureCount: "عدد المرفقات"
    case .enclosures: "المرفقات"
    case .enclosuresMatch: "مطابقة المرفقات"
    case .copies: "صورة إلى"
    case .confidentiality: "السرية"
    case .priority: "الأولوية"
    case .preparer: "المعد"
    case .reviewer: "المراجع"
    case .reviewedAt: "وقت المراجعة"
    case .approver: "المعتمد"
    case .approvedAt: "وقت الاعتماد"
    case .plan: "بصمة ما اعتُمد"
    case .signer: "الموقع"
    case .signerPost: "صفة الموقع"
    case .channel: "طريقة الإرسال أو الورود"
    case .file: "بصمة الملف"
    case .unsignedFile: "بصمة الملف قبل التوقيع"
    case .pages: "عدد الصفحات"
    case .code: "رمز التحقق"
    case .templateHash: "بصمة القالب"
    case .themeHash: "بصمة السمة"
    case .officeHash: "بصمة ملف الجمعية"
    case .valuesHash: "بصمة البيانات"
    case .fontsHash: "بصمة الخطوط"
    case .program: "البرنامج"
    case .filing: "مكان الحفظ"
    case .relation: "الارتباط"
    case .related: "المرتبط به"
    case .batch: "الدفعة"
    case .member: "العضو في الدفعة"
    case .senderNumber: "رقم خطاب المرسل"
    case .senderDate: "تاريخ خطاب المرسل"
    case .referredTo: "أحيل إلى"
    case .required: "المطلوب"
    case .deadline: "المهلة"
    case .retentionClass: "فئة الحفظ"
    }
  }
}

/// A column of the registers that tells of a person: encrypted where the register has a key, and destroyed
/// when its time has come.
public enum PersonalColumn: String, Hashable, Sendable, CaseIterable {
  /// The addressee's or sender's name as printed.
  case name
  /// The party's own number in the office's records: membership number, identity number.
  case party
  /// The party's capacity or body: «عضو عامل», «أمانة المنطقة».
  case capacity
  /// What it is about.
  case subject

  /// The column's Arabic heading.
  public var arabicTitle: String {
    switch self {
    case .name: "المرسل إليه أو المرسل"
    case .party: "رقم صاحب الشأن"
    case .capacity: "جهته أو صفته"
    case .subject: "الموضوع"
    }
  }
}
