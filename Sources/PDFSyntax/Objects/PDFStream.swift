import Deflate

/// A stream (ISO 32000-1, 7.3.8): a dictionary and bytes, as they stand in the file, still under their filters.
public struct PDFStream: Hashable, Sendable {
  /// The stream's dictionary.
  ///
  /// Its `Length` is written from the bytes, whatever stands here.
  public var dictionary: PDFDictionary
  /// The bytes as they stand in the file.
  public var bytes: ArraySlice<UInt8>

  /// A stream.
  public init(_ dictionary: PDFDictionary, bytes: ArraySlice<UInt8>) {
    self.dictionary = dictionary
    self.bytes = bytes
  }

  /// A stream of bytes that own their memory.
  public init(_ dictionary: PDFDictionary, bytes: [UInt8]) {
    self.init(dictionary, bytes: bytes[...])
  }

  /// The bytes with their filters undone: none, or FlateDecode with or without a predictor (7.4.4).
  /// - Parameter limit: the most bytes that may come out.
  /// - Returns: the bytes.
  /// - Throws: `PDFSyntaxError` where the filter is another one, is given by a reference, or the bytes are
  ///   damaged or too many.
  public func decoded(limit: Int = PDFLimits.standard.decodedStream) throws(PDFSyntaxError) -> [UInt8] {
    let filters = try list(of: "Filter")
    let parameters = try list(of: "DecodeParms")
    guard filters.count <= 1 else { throw error(.unsupportedFilter) }
    guard let filter = filters.first else {
      guard bytes.count <= limit else { throw error(.streamTooLarge) }
      return Array(bytes)
    }
    guard filter.name == "FlateDecode", parameters.count <= 1 else { throw error(.unsupportedFilter) }
    let inflated: [UInt8]
    do {
      inflated = try Inflater.inflate(
        bytes, format: .zlib, limit: limit, ratio: PDFLimits.standard.inflationRatio)
    } catch {
      throw self.error(error == .broken ? .brokenStream : .streamTooLarge)
    }
    switch parameters.first ?? .null {
    case .null: return inflated
    case .dictionary(let dictionary):
      guard let predictor = PNGPredictor(dictionary) else { throw error(.unsupportedFilter) }
      guard let result = predictor.undo(inflated) else { throw error(.brokenStream) }
      return result
    default: throw error(.unsupportedFilter)
    }
  }

  private func list(of key: PDFName) throws(PDFSyntaxError) -> [PDFObject] {
    switch dictionary[key] {
    case .null: []
    case .array(let elements): elements
    case .reference: throw error(.unsupportedFilter)
    case let single: [single]
    }
  }

  private func error(_ flaw: PDFSyntaxError.Flaw) -> PDFSyntaxError {
    PDFSyntaxError(flaw, at: bytes.startIndex)
  }
}
