public import Diagnostics
public import Postal
public import Records
public import Values

/// Whom a set of records is posted to.
public struct PostList: Sendable {
  /// The field that holds the addressee's name.
  public var nameField: String
  /// The field that holds the national address.
  public var addressField: String
  /// The field that holds a number to print small below the address, such as the letter's.
  public var referenceField: String?

  /// A list by the names or English names of its fields, or nothing with the reasons in `log`.
  ///
  /// Fields that aren't said are those that the dictionary calls «الاسم» and «العنوان الوطني», else `name` and
  /// `address`, else the first of their types.
  public init?(
    name: String?, address: String?, reference: String? = nil, dictionary: DataDictionary, file: String,
    log: inout DiagnosticLog
  ) {
    func field(_ said: String?, or usual: [String], of type: FieldType) -> Field? {
      if let said { return dictionary.field(named: said) }
      return usual.lazy.compactMap(dictionary.field(named:)).first
        ?? dictionary.fields.first { $0.type == type }
    }
    let nameField = field(name, or: ["الاسم", "name"], of: .name)
    let addressField = field(address, or: ["العنوان الوطني", "address"], of: .address)
    let referenceField = reference.flatMap(dictionary.field(named:))
    var wanted = [(nameField, name ?? "الاسم"), (addressField, address ?? "العنوان الوطني")]
    if let reference { wanted.append((referenceField, reference)) }
    for (field, wanted) in wanted where field == nil {
      log.error(.noSuchField(wanted), at: .file(file), hints: [.nameAField])
    }
    guard let nameField, let addressField else { return nil }
    guard addressField.type == .address else {
      log.error(.notAnAddress(addressField.name), at: .file(file), hints: [.nameAField])
      return nil
    }
    if let reference {
      guard let referenceField else { return nil }
      // What anybody can read on an envelope tells nothing of the person.
      guard referenceField.type == .reference else {
        log.error(.notAReference(reference), at: .file(file), hints: [.nameANumber])
        return nil
      }
      self.referenceField = referenceField.name
    }
    self.nameField = nameField.name
    self.addressField = addressField.name
  }

  /// The addressees of `records`, sorted by postcode and then city; what has no address is reported.
  public func addressees(of records: [ReadRecord], log: inout DiagnosticLog) -> [Addressee] {
    var found: [Addressee] = []
    for record in records {
      // A birth date that can't be read keeps no label back: only what the label bears counts.
      let place = record.record.origins[addressField] ?? record.record.location
      guard let name = record.record.values[nameField]?.words else {
        log.append(contentsOf: record.log)
        if record.record.doubts[nameField] == nil { log.error(.noName, at: record.record.location) }
        continue
      }
      guard case .address(let address)? = record.record.values[addressField] else {
        log.append(contentsOf: record.log)
        if record.record.doubts[addressField] == nil {
          log.error(.noAddress, at: place, hints: [.otherChannel])
        }
        continue
      }
      var addressee = Addressee(name: name, address: address, origin: place)
      if let referenceField, case .identifier(let number)? = record.record.values[referenceField] {
        addressee.reference = number.printed
      }
      found.append(addressee)
    }
    return Self.sorted(found) { $0 }
  }

  /// Records in the order of the post: by postcode and then city, those without an address last.
  public func sorted(_ records: [ReadRecord]) -> [ReadRecord] {
    Self.sorted(records) { record in
      guard case .address(let address)? = record.record.values[addressField] else {
        return Addressee(name: "", address: NationalAddress())
      }
      return Addressee(name: "", address: address)
    }
  }

  /// Sorted so that what is equal for the post keeps its order.
  private static func sorted<Item>(_ items: [Item], by addressee: (Item) -> Addressee) -> [Item] {
    items.enumerated().map { (index: $0, item: $1, place: addressee($1).placeInPost) }
      .sorted { ($0.place, $0.index) < ($1.place, $1.index) }
      .map(\.item)
  }
}

extension Value {
  /// The words of a value that is some.
  fileprivate var words: String? {
    switch self {
    case .text(let text), .name(let text), .choice(let text): text
    case .paragraph, .identifier, .address, .date, .money, .integer, .boolean, .gender, .personKind, .list:
      nil
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noSuchField(_ name: String) -> Self {
    Self(
      "issuing.post-no-field", arabic: "ليس في قاموس البيانات حقل اسمه «\(name)».",
      english: "The data dictionary has no field called “\(name)”.")
  }
  fileprivate static func notAnAddress(_ name: String) -> Self {
    Self(
      "issuing.post-not-address", arabic: "الحقل «\(name)» ليس نوعه عنواناً وطنياً.",
      english: "The field “\(name)” isn't of the type national address.")
  }
  fileprivate static func notAReference(_ name: String) -> Self {
    Self(
      "issuing.post-not-reference", arabic: "الحقل «\(name)» ليس نوعه مرجعاً.",
      english: "The field “\(name)” isn't of the type reference.")
  }
  fileprivate static let noName = Self(
    "issuing.post-no-name", arabic: "لا اسم في هذا السجل يُكتب على البريد.",
    english: "This record states no name to write on the post.")
  fileprivate static let noAddress = Self(
    "issuing.post-no-address", arabic: "لا عنوان وطنياً في هذا السجل.",
    english: "This record states no national address.")
}

extension Diagnostic.Hint {
  fileprivate static let nameAField = Self(
    arabic: "اذكروا الحقلين في --name-field و--address-field كما في fields.yaml.",
    english: "Name the fields with --name-field and --address-field as fields.yaml has them.")
  fileprivate static let nameANumber = Self(
    arabic: "اذكروا في --reference-field حقل رقم الخطاب أو الطلب.",
    english: "Name the field of the letter's or request's number with --reference-field.")
  fileprivate static let otherChannel = Self(
    arabic: "أضيفوا العنوان، أو سلّموا الخطاب باليد أو أرسلوه بالبريد الإلكتروني.",
    english: "Add the address, or deliver the letter by hand or e-mail.")
}
