public import Templates
public import Values

extension Theme {
  /// The fields a theme may name whatever the data dictionary holds; most are filled in while composing.
  public static let fields: [Field] = [
    name, gender, honorific, letterNumber, letterDate, enclosureCount, confidentiality, priority, title,
    formNumber, formVersion, formName, code, drafter, reviewer, signatory, signatoryPost, signingDate,
    addresseePost,
  ]

  /// What the lines of a theme may name: the office's particulars, and these fields.
  public static let namedFields = FieldSet(OfficeProfile.standardFields + fields)

  /// The addressee's name.
  static let name = Field(name: "الاسم", alias: "name", type: .name)
  /// The addressee's gender, which the salutation agrees with.
  static let gender = Field(name: "الجنس", alias: "gender", type: .gender)
  /// The addressee's title; a record without one is addressed as «الأستاذ».
  static let honorific = Field(
    name: "اللقب", alias: "title", type: .choice,
    choices: ["الأستاذ", "الدكتور", "المهندس"].map { Field.Choice(label: $0) })
  /// The letter's number in the outgoing register.
  public static let letterNumber = Field(name: "رقم الخطاب", alias: "letter_no", type: .reference)
  /// The letter's date.
  public static let letterDate = Field(name: "تاريخ الخطاب", alias: "letter_date", type: .date)
  /// How many enclosures go with it; the template's own list counts where the record is silent.
  static let enclosureCount = Field(name: "عدد المرفقات", alias: "enclosure_count", type: .integer)
  /// «خاص» or «سري».
  static let confidentiality = Field(name: "درجة السرية", alias: "confidentiality", type: .text)
  /// «عاجل» or «حالاً».
  static let priority = Field(name: "درجة الاستعجال", alias: "priority", type: .text)
  /// The document's title, from its template.
  static let title = Field(name: "عنوان الوثيقة", alias: "document_title", type: .text)
  /// The form's number, from its template.
  static let formNumber = Field(name: "رقم النموذج", alias: "form_no", type: .reference)
  /// The form's issue, from its template.
  static let formVersion = Field(name: "إصدار النموذج", alias: "form_version", type: .reference)
  /// What the form is called: its title after the word «نموذج», once.
  static let formName = Field(name: "اسم النموذج", alias: "form_name", type: .text)
  /// The short code.
  static let code = Field(name: "رمز التحقق", alias: "verification_code", type: .reference)
  /// Who signed electronically.
  static let signatory = Field(name: "صاحب التوقيع", alias: "signatory", type: .text)
  /// The post of who signed.
  static let signatoryPost = Field(
    name: "منصب صاحب التوقيع", alias: "signatory_post", type: .text)
  /// The day of the electronic signature.
  static let signingDate = Field(name: "تاريخ التوقيع", alias: "signing_date", type: .date)
  /// The post that a paper of the house is for, as the office's file prints it.
  static let addresseePost = Field(name: "منصب المخاطب", alias: "addressee_post", type: .text)
  /// Who drafted the letter, by initials.
  static let drafter = Field(name: "المعد", alias: "drafter", type: .text)
  /// Who checked it, by initials.
  static let reviewer = Field(name: "المراجع", alias: "reviewer", type: .text)
}
