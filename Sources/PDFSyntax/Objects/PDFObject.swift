/// An object of a PDF file (ISO 32000-1, 7.3).
public enum PDFObject: Hashable, Sendable {
  /// The null object; a missing entry of a dictionary reads as this too.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number without a point.
  case integer(Int)
  /// A number with a point.
  case real(Double)
  /// A name.
  case name(PDFName)
  /// A string's bytes, whether it was written in parentheses or in hexadecimal.
  case string([UInt8])
  /// A row of objects.
  case array([PDFObject])
  /// Objects by name.
  case dictionary(PDFDictionary)
  /// A dictionary with bytes; only an indirect object may be one.
  ///
  /// Boxed, so that numbers, which are many, stay small and take no memory of their own.
  indirect case stream(PDFStream)
  /// A reference to an indirect object.
  case reference(PDFReference)
}

extension PDFObject {
  /// A reference to the object with this number, generation 0.
  public static func reference(_ number: Int) -> PDFObject { .reference(PDFReference(number)) }

  /// Whether it is the null object.
  var isNull: Bool { if case .null = self { true } else { false } }

  /// The integer, if it is one.
  public var integer: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The number, integer or real.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// The name, if it is one.
  public var name: PDFName? {
    if case .name(let value) = self { value } else { nil }
  }

  /// The string's bytes, if it is one.
  public var string: [UInt8]? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The array's objects, if it is one.
  public var array: [PDFObject]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The dictionary, if it is one.
  ///
  /// A stream isn't: ask for `stream`.
  public var dictionary: PDFDictionary? {
    if case .dictionary(let value) = self { value } else { nil }
  }

  /// The stream, if it is one.
  public var stream: PDFStream? {
    if case .stream(let value) = self { value } else { nil }
  }

  /// The reference, if it is one.
  public var reference: PDFReference? {
    if case .reference(let value) = self { value } else { nil }
  }

  /// The object with every reference in it, at any depth, replaced by what `change` makes of it.
  ///
  /// Copying objects from one file to another numbers them anew with this.
  public func mapReferences(_ change: (PDFReference) -> PDFObject) -> PDFObject {
    switch self {
    case .reference(let reference): change(reference)
    case .array(let elements): .array(elements.map { $0.mapReferences(change) })
    case .dictionary(let dictionary): .dictionary(dictionary.mapValues { $0.mapReferences(change) })
    case .stream(let stream):
      .stream(
        PDFStream(stream.dictionary.mapValues { $0.mapReferences(change) }, bytes: stream.bytes))
    default: self
    }
  }

  /// Calls `body` with every reference in the object, at any depth.
  public func forEachReference(_ body: (PDFReference) -> Void) {
    switch self {
    case .reference(let reference): body(reference)
    case .array(let elements): for element in elements { element.forEachReference(body) }
    case .dictionary(let dictionary): for entry in dictionary { entry.value.forEachReference(body) }
    case .stream(let stream): for entry in stream.dictionary { entry.value.forEachReference(body) }
    default: break
    }
  }
}
