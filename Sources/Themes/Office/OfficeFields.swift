import Settings
public import Values

extension OfficeProfile {
  /// The fields that every office has, whether or not its file fills them.
  public static let standardFields: [Field] =
    parts.map { Field(name: $0.name, alias: $0.alias, type: $0.type) } + [addressField, cityField]

  /// A particular of the office: where the file says it, and the field it becomes.
  struct Part: Sendable {
    let section: SettingKey
    let key: SettingKey
    let name: String
    let alias: String
    let type: FieldType
    var isRequired = false
    /// The forms that its number may have; empty where any will do.
    var patterns: [ReferencePattern] = []
    /// Whether it is an address on the web.
    var isSite = false
  }

  static let association = SettingKey("association", "الجمعية")
  static let contact = SettingKey("contact", "التواصل")
  static let address = SettingKey("address", "العنوان")

  /// Every particular but the address, in the order of the file.
  static let parts: [Part] = [
    Part(
      section: association, key: SettingKey("name", "الاسم"), name: "اسم الجمعية", alias: "association",
      type: .name, isRequired: true),
    Part(
      section: association, key: SettingKey("latin name", "الاسم بالإنجليزية"),
      name: "اسم الجمعية بالإنجليزية", alias: "association_latin", type: .name),
    Part(
      section: association, key: SettingKey("licence", "الترخيص"), name: "رقم الترخيص", alias: "licence",
      type: .reference, isRequired: true, patterns: ReferencePattern.licenceNumbers),
    Part(
      section: association, key: SettingKey("licensed by", "جهة الترخيص"), name: "جهة الترخيص",
      alias: "licensed_by", type: .text),
    Part(
      section: association, key: SettingKey("national unified number", "الرقم الوطني الموحد"),
      name: "الرقم الوطني الموحد", alias: "national_unified_number", type: .reference,
      patterns: [.unifiedNumber]),
    Part(
      section: contact, key: SettingKey("unified number", "الرقم الموحد"), name: "الرقم الموحد",
      alias: "unified_number", type: .phone),
    Part(
      section: contact, key: SettingKey("phone", "الهاتف"), name: "هاتف الجمعية", alias: "office_phone",
      type: .phone),
    Part(
      section: contact, key: SettingKey("mobile", "الجوال"), name: "جوال الجمعية", alias: "office_mobile",
      type: .mobile),
    Part(
      section: contact, key: SettingKey("email", "البريد الإلكتروني"), name: "بريد الجمعية",
      alias: "office_email", type: .email),
    Part(
      section: contact, key: SettingKey("site", "الموقع الإلكتروني"), name: "موقع الجمعية",
      alias: "office_site", type: .reference, isSite: true),
  ]

  /// The fields that the section «العنوان» fills.
  static let addressField = Field(name: "عنوان الجمعية", alias: "office_address", type: .address)
  static let cityField = Field(name: "مدينة الجمعية", alias: "office_city", type: .text)
}
