import PDFSyntax

/// What a certification allows after it (DocMDP, ISO 32000-1, 12.8.2.2).
public enum DocumentPermission: Int, Hashable, Sendable, Comparable {
  /// Nothing but what keeps the signature verifiable: validation data and document time-stamps.
  case noChanges = 1
  /// Filling in forms, and signing.
  case formFilling = 2
  /// Annotations too.
  case annotations = 3

  /// The stricter comes first.
  public static func < (a: DocumentPermission, b: DocumentPermission) -> Bool { a.rawValue < b.rawValue }
}

/// Which fields a signature locks (FieldMDP and Lock, ISO 32000-1, 12.8.2.4 and table 233).
public enum FieldLock: Hashable, Sendable {
  /// Every field.
  case all
  /// The named fields, and those below them.
  case include([String])
  /// Every field but the named ones.
  case exclude([String])

  /// Whether it locks a field.
  public func locks(_ name: String) -> Bool {
    func isNamed(_ names: [String]) -> Bool { names.contains { name == $0 || name.hasPrefix($0 + ".") } }
    switch self {
    case .all: return true
    case .include(let names): return isNamed(names)
    case .exclude(let names): return !isNamed(names)
    }
  }

  /// The lock of a dictionary with `Action` and `Fields`; `nil` where it isn't one.
  init?(_ dictionary: PDFDictionary) {
    let names = (dictionary["Fields"].array ?? []).compactMap { $0.string.map(PDFText.decode) }
    switch dictionary["Action"].name {
    case "All": self = .all
    case "Include": self = .include(names)
    case "Exclude": self = .exclude(names)
    default: return nil
    }
  }

  /// The entries `Action` and `Fields`.
  var entries: PDFDictionary {
    switch self {
    case .all: ["Action": .name("All")]
    case .include(let names): ["Action": .name("Include"), "Fields": .array(names.map(PDFText.encode))]
    case .exclude(let names): ["Action": .name("Exclude"), "Fields": .array(names.map(PDFText.encode))]
    }
  }
}

/// What a signature dictionary says about later changes.
struct SignatureRestrictions: Sendable {
  var permission: DocumentPermission?
  var lock: FieldLock?

  /// The restrictions of a signature dictionary's `Reference`.
  /// - Throws: `PDFSyntaxError` where they can't be read: then nobody knows what is allowed.
  init(_ signature: PDFDictionary, in file: PDFFile, at revision: Int) throws(PDFSyntaxError) {
    let malformed = PDFSyntaxError(.wrongType, at: 0)
    let references = try file.value(of: "Reference", in: signature, at: revision)
    guard references != .null else { return }
    guard let list = references.array, list.count <= 16 else { throw malformed }
    for item in list {
      guard let entry = try file.resolve(item, at: revision).dictionary else { throw malformed }
      let parameters = try file.value(of: "TransformParams", in: entry, at: revision).dictionary ?? [:]
      switch entry["TransformMethod"].name {
      case "DocMDP":
        let level = parameters["P"] == .null ? 2 : parameters["P"].integer
        guard permission == nil, let level, let permission = DocumentPermission(rawValue: level) else {
          throw malformed
        }
        self.permission = permission
      case "FieldMDP":
        guard lock == nil, let lock = FieldLock(parameters) else { throw malformed }
        self.lock = lock
        // ISO 32000-2 lets a lock carry a permission for the whole document.
        if let level = parameters["P"].integer.flatMap(DocumentPermission.init) {
          permission = permission ?? level
        }
      default: throw malformed
      }
    }
  }
}
