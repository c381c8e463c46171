public import Diagnostics
import Settings
public import Values

extension OfficeProfile {
  /// Reads `office.yaml`; all its mistakes are reported at once, and `nil` returned only if it is no settings file.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - file: the file's name, for messages.
  ///   - calendar: the calendar of Hijri dates, with the office's corrections.
  ///   - log: takes the mistakes, each with the path of its setting.
  /// - Returns: what could be read.
  public static func read(
    yaml: String, file: String, calendar: UmmAlQura = .official, log: inout DiagnosticLog
  ) -> OfficeProfile? {
    SettingsFile.read(yaml: yaml, file: file, log: &log) { map, log in
      var office = OfficeProfile()
      office.calendar = calendar
      office.readParticulars(&map, log: &log)
      office.readSigners(&map, log: &log)
      for key in [SettingKey("committees", "اللجان"), SettingKey("departments", "الأقسام")] {
        office.readOwnNames(key, &map, log: &log)
      }
      office.style =
        map.section(SettingKey("house style", "أسلوب الكتابة"), log: &log) { $0.houseStyle(log: &$1) }
        ?? office.style
      office.readLanguage(&map, log: &log)
      office.readRegistry(&map, log: &log)
      office.letterhead =
        map.choice(SettingKey("letterhead", "الترويسة"), LetterheadMode.words, log: &log) ?? office.letterhead
      return office
    }
  }

  private mutating func readParticulars(_ map: inout SettingMap, log: inout DiagnosticLog) {
    for section in [Self.association, Self.contact] {
      let parts = Self.parts.filter { $0.section == section }
      let required = parts.filter(\.isRequired)
      guard let setting = map.take(section, log: &log) else {
        if !required.isEmpty { log.error(.missing(section), at: map.place(of: section)) }
        continue
      }
      let read: FieldValues? = setting.section(log: &log) { level, log in
        var values: FieldValues = [:]
        for part in parts {
          if let value = level.take(part.key, log: &log)?.value(of: part, log: &log) {
            values[part.name] = value
          } else if part.isRequired {
            log.error(.missing(part.key), at: level.place(of: part.key))
          }
        }
        return values
      }
      values.merge(read ?? [:]) { $1 }
    }
    if let setting = map.take(Self.address, log: &log),
      let address = setting.section(log: &log, { $0.nationalAddress(log: &$1) })
    {
      for problem in address.problems { log.append(problem, at: setting.place) }
      values[Self.addressField.name] = .address(address)
      if let city = address.city { values[Self.cityField.name] = .text(city) }
    }
  }

  private mutating func readSigners(_ map: inout SettingMap, log: inout DiagnosticLog) {
    let read: [Signer]? = map.section(SettingKey("signers", "الموقعون"), log: &log) { level, log in
      level.takeRest().compactMap { $0.setting.signer(of: $0.name, log: &log) }
    }
    signers = read ?? []
  }

  /// Committees and departments: each name of the file becomes a field of the same name.
  private mutating func readOwnNames(
    _ key: SettingKey, _ map: inout SettingMap, log: inout DiagnosticLog
  ) {
    let read: [(name: String, value: Value)]? = map.section(key, log: &log) { level, log in
      level.takeRest().compactMap { entry in
        entry.setting.words(log: &log).map { (entry.name, .text($0)) }
      }
    }
    for entry in read ?? [] {
      ownFields.append(Field(name: entry.name, alias: entry.name, type: .text))
      values[entry.name] = entry.value
    }
  }
}

extension SettingMap {
  /// SHA-256 digests of certificates, however they are written: with colons, spaces, small letters or large ones.
  fileprivate mutating func fingerprints(_ key: SettingKey, log: inout DiagnosticLog) -> [String] {
    (texts(key, log: &log) ?? []).compactMap { text in
      let digits = text.lowercased().filter { $0 != ":" && !$0.isWhitespace }
      guard digits.utf8.count == 64, digits.utf8.allSatisfy({ $0 < 0x80 }), digits.allSatisfy(\.isHexDigit)
      else {
        log.error(.notAFingerprint, at: place(of: key), hints: [.fingerprint])
        return nil
      }
      return digits
    }
  }
}

extension Setting {
  /// Who signs for `post`: a name alone, or a name with particulars.
  fileprivate func signer(of post: String, log: inout DiagnosticLog) -> Signer? {
    guard isSection else {
      guard let name = text(log: &log) else { return nil }
      guard !isNull, name.isWritten else {
        log.error(.nameless(post), at: place, hints: [.nameOrRemove])
        return nil
      }
      return Signer(post: post, name: name)
    }
    return section(log: &log) { level, log in
      let genders: [(key: SettingKey, meaning: Gender)] = [
        (SettingKey("man", "رجل"), .masculine), (SettingKey("woman", "امرأة"), .feminine),
      ]
      let key = SettingKey("name", "الاسم")
      let name = level.text(key, log: &log)
      let printed = level.text(SettingKey("printed post", "المنصب كما يطبع"), log: &log)
      let gender = level.choice(SettingKey("gender", "الجنس"), genders, log: &log)
      let certificates = level.fingerprints(SettingKey("certificate", "الشهادة"), log: &log)
      guard let name, name.isWritten else {
        log.error(.nameless(post), at: level.place(of: key), hints: [.nameOrRemove])
        return nil
      }
      return Signer(post: post, printedPost: printed, name: name, gender: gender, certificates: certificates)
    }
  }

  /// Its text as a particular of the office, cleaned and checked as a record's would be.
  fileprivate func value(of part: OfficeProfile.Part, log: inout DiagnosticLog) -> Value? {
    guard let text = text(log: &log), text.isWritten else { return nil }
    if part.isSite, !WebAddress.isSite(text) { log.error(.notASite(text), at: place, hints: [.site]) }
    switch part.type {
    case .phone: return identifier(Identifier.read(text, as: .phone), log: &log)
    case .mobile: return identifier(Identifier.read(text, as: .mobile), log: &log)
    case .email: return identifier(Identifier.read(text, as: .email), log: &log)
    case .reference: return identifier(ReferencePattern.read(text, among: part.patterns), log: &log)
    case .name: return .name(text)
    default: return .text(text)
    }
  }

  private func identifier(_ reading: Reading<Identifier>, log: inout DiagnosticLog) -> Value? {
    for diagnostic in reading.diagnostics { log.append(diagnostic, at: place) }
    return reading.value.map { .identifier($0) }
  }
}

extension String {
  /// Whether it has a character that is seen.
  fileprivate var isWritten: Bool { contains { !$0.isWhitespace } }
}

extension SettingMap {
  fileprivate mutating func nationalAddress(log: inout DiagnosticLog) -> NationalAddress {
    NationalAddress(
      building: text(SettingKey("building", "المبنى"), log: &log),
      street: text(SettingKey("street", "الشارع"), log: &log),
      district: text(SettingKey("district", "الحي"), log: &log),
      city: text(SettingKey("city", "المدينة"), log: &log),
      postcode: text(SettingKey("postcode", "الرمز البريدي"), log: &log),
      additional: text(SettingKey("additional", "الرقم الإضافي"), log: &log),
      unit: text(SettingKey("unit", "الوحدة"), log: &log),
      short: text(SettingKey("short", "العنوان المختصر"), log: &log),
      postBox: text(SettingKey("post-box", "صندوق البريد"), log: &log))
  }
}

extension DiagnosticLog {
  /// Adds what a value's reader said of the setting at `place`.
  mutating func append(_ diagnostic: Diagnostic, at place: SourceLocation) {
    var diagnostic = diagnostic
    diagnostic.location = place
    append(diagnostic)
  }
}

extension Diagnostic.Message {
  fileprivate static func missing(_ key: SettingKey) -> Self {
    Self(
      "themes.office-setting-missing", arabic: "لا بد من ذكر «\(key.arabic)» في ملف الجمعية.",
      english: "The office file must state “\(key.english)”.")
  }
  fileprivate static func nameless(_ post: String) -> Self {
    Self(
      "themes.signer-without-name", arabic: "لم يُكتب اسم من يشغل منصب «\(post)».",
      english: "The name of who holds the post “\(post)” is missing.")
  }
  fileprivate static func notASite(_ text: String) -> Self {
    Self(
      "themes.not-a-site", arabic: "«\u{2068}\(text)\u{2069}» ليس عنوان موقع.",
      english: "“\(text)” isn't a site's address.")
  }
  fileprivate static let notAFingerprint = Self(
    "themes.not-a-fingerprint", arabic: "بصمة الشهادة 64 رقماً ست عشرياً (SHA-256).",
    english: "A certificate's fingerprint has 64 hexadecimal digits (SHA-256).")
}

extension Diagnostic.Hint {
  fileprivate static let nameOrRemove = Self(
    arabic: "اكتبوا الاسم بعد المنصب، أو احذفوا المنصب ما دام شاغراً.",
    english: "Write the name after the post, or remove the post while nobody holds it.")
  fileprivate static let site = Self(
    arabic: "اكتبوه هكذا: www.example.org أو https://example.org",
    english: "Write it like this: www.example.org or https://example.org")
  fileprivate static let fingerprint = Self(
    arabic: "اطبعها بـ openssl x509 -noout -fingerprint -sha256 -in شهادة.pem",
    english: "Print it with openssl x509 -noout -fingerprint -sha256 -in certificate.pem")
}
