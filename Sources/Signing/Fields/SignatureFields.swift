import PDFSyntax

/// The signature fields of a file, in the order of its form.
public struct SignatureFields: Hashable, Sendable {
  /// One of them.
  public struct Field: Hashable, Sendable {
    /// Its fully qualified name.
    public var name: String
    /// Whether it is signed or stamped.
    public var isSigned: Bool
    /// How large it shows, in points; both are 0 where it doesn't show.
    public var width: Double
    /// How high.
    public var height: Double
  }

  /// What the names of fields begin with that are meant for document time-stamps.
  public static let timestampPrefix = "Timestamp"

  /// The fields.
  public let fields: [Field]

  /// The fields of a file.
  /// - Throws: `SigningError` where it isn't sound PDF.
  public init(of bytes: [UInt8]) throws(SigningError) {
    let file = try DocumentSigner.open(bytes)
    do {
      fields = try FormField.all(in: file).filter { $0.type == "Sig" }.map { field in
        let widget = try field.widgets.first.flatMap { try file.object($0).dictionary } ?? [:]
        let sides = try (file.value(of: "Rect", in: widget).array ?? []).map {
          try file.resolve($0).number ?? 0
        }
        return Field(
          name: field.name, isSigned: field.dictionary["V"] != .null,
          width: sides.count == 4 ? abs(sides[2] - sides[0]) : 0,
          height: sides.count == 4 ? abs(sides[3] - sides[1]) : 0)
      }
    } catch {
      throw .notAPDF(reason: "\(error)")
    }
  }

  /// The field of a name.
  public subscript(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The first field for a signature that nobody has signed.
  public var nextSignature: Field? {
    fields.first { !$0.isSigned && !$0.name.hasPrefix(Self.timestampPrefix) }
  }

  /// The first field for a document time-stamp that holds none.
  public var nextTimestamp: Field? {
    fields.first { !$0.isSigned && $0.name.hasPrefix(Self.timestampPrefix) }
  }
}
