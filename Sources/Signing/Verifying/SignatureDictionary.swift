import Cryptography
import Diagnostics
import PDFSyntax

/// A signature dictionary as it stands in the file, with the revision it signs.
struct SignatureDictionary: Sendable {
  let field: FormField
  let dictionary: PDFDictionary
  /// The object's number.
  let number: Int
  /// The index of the revision that wrote it, and that it signs.
  let revision: Int
  /// What is signed lies before and behind this range, and ends with the revision.
  let gap: Range<Int>
  /// The end of what is signed.
  let end: Int
  /// The signature: Contents without its padding.
  let contents: ArraySlice<UInt8>
  /// What it says about later changes, and what the certification before it says.
  var restrictions: SignatureRestrictions

  /// Whether it is a document time-stamp.
  var isTimestamp: Bool { dictionary["SubFilter"].name == "ETSI.RFC3161" }

  /// Reads the signature of a field and checks its byte range.
  init(field: FormField, in file: PDFFile) throws(SignatureFlaw) {
    guard let reference = field.value else { throw .init(.signatureNotSeparate) }
    do {
      guard let object = try file.indirectObject(reference.number), object.reference == reference,
        let dictionary = object.object.dictionary
      else { throw SignatureFlaw(.signatureNotSeparate) }
      guard
        let revision = file.revisions.firstIndex(where: { $0.range.contains(object.range.lowerBound) })
      else { throw SignatureFlaw(.signatureNotSeparate) }
      let ranges = try file.valueRanges(of: object)
      self.field = field
      self.dictionary = dictionary
      self.revision = revision
      number = reference.number
      (gap, end) = try Self.byteRange(dictionary, ranges, file, revision)
      contents = try Self.contents(gap, file)
      restrictions = try SignatureRestrictions(dictionary, in: file, at: revision)
    } catch let flaw as SignatureFlaw {
      throw flaw
    } catch {
      throw .init(.signatureMalformed)
    }
    let subFilter = dictionary["SubFilter"].name
    guard ["ETSI.CAdES.detached", "adbe.pkcs7.detached", "ETSI.RFC3161"].contains(subFilter) else {
      throw .init(.unknownSubFilter(subFilter?.description ?? "-"))
    }
    let type = dictionary["Type"].name
    guard type == nil || type == (isTimestamp ? "DocTimeStamp" : "Sig") else {
      throw .init(.signatureMalformed)
    }
  }

  /// `[0 a b c]`: the gap from a to b is exactly the string Contents, and b + c is the end of the revision.
  private static func byteRange(
    _ dictionary: PDFDictionary, _ ranges: [PDFName: Range<Int>], _ file: PDFFile, _ revision: Int
  ) throws(SignatureFlaw) -> (gap: Range<Int>, end: Int) {
    guard let values = dictionary["ByteRange"].array?.map(\.integer), values.count == 4,
      let start = values[0], let before = values[1], let next = values[2], let after = values[3]
    else { throw .init(.byteRangeMissing) }
    guard start == 0, before > 0, after > 0, next > before, next <= file.bytes.count,
      after <= file.bytes.count - next
    else { throw .init(.byteRangeWrong) }
    guard ranges["Contents"] == before..<next else { throw .init(.gapNotContents) }
    let own = file.revisions[revision]
    guard (own.endOfFileMarker...own.range.upperBound).contains(next + after) else {
      throw .init(.rangeNotToRevisionEnd)
    }
    return (before..<next, next + after)
  }

  /// The bytes of Contents without the zeros behind them; nothing but zeros may stand there.
  private static func contents(_ gap: Range<Int>, _ file: PDFFile) throws(SignatureFlaw) -> ArraySlice<UInt8>
  {
    let text = file.bytes[gap]
    guard text.first == 0x3C, text.last == 0x3E, text.count.isMultiple(of: 2), text.count > 6 else {
      throw .init(.contentsMalformed)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var high: UInt8?
    for byte in text.dropFirst().dropLast() {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: throw .init(.contentsMalformed)
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    // The value's own length says where it ends; one that leaves it open ends where its elements do.
    guard bytes.first == 0x30, let length = DERNode.length(bytes[...]) ?? BER.distinguished(bytes[...])?.count
    else { throw .init(.contentsMalformed) }
    guard bytes[length...].allSatisfy({ $0 == 0 }) else { throw .init(.garbageInPadding) }
    return bytes[..<length]
  }

  /// The digest of what is signed.
  func digest(_ algorithm: DigestAlgorithm, in file: PDFFile) -> [UInt8] {
    algorithm.digest(of: file.bytes[..<gap.lowerBound], and: file.bytes[gap.upperBound..<end])
  }
}

/// Why a signature dictionary is worth nothing, whatever stands in it.
struct SignatureFlaw: Error {
  let message: Diagnostic.Message
  init(_ message: Diagnostic.Message) { self.message = message }
}

extension Diagnostic.Message {
  static let signatureNotSeparate = Self(
    "signature.not-an-object", arabic: "التوقيع ليس كائناً مستقلاً في الملف، فلا يُعرف ما يشمله",
    english: "The signature isn't an object of its own in the file, so nobody knows what it covers")
  static let signatureMalformed = Self(
    "signature.malformed", arabic: "بيانات التوقيع تالفة أو مكتوبة على غير وجهها",
    english: "The signature's dictionary is damaged or has wrong entries")
  static let byteRangeMissing = Self(
    "signature.no-byte-range", arabic: "لا يذكر التوقيع أيَّ جزء من الملف وُقّع",
    english: "The signature doesn't say which bytes it signs")
  static let byteRangeWrong = Self(
    "signature.wrong-byte-range", arabic: "ما يذكره التوقيع من مواضع في الملف غير ممكن",
    english: "The places that the signature says it signs are impossible")
  static let gapNotContents = Self(
    "signature.hidden-gap", arabic: "يستثني التوقيع من الملف غيرَ مكانه هو، فيمكن إخفاء محتوى فيه",
    english: "The signature leaves out more than its own place, so content can hide there")
  static let rangeNotToRevisionEnd = Self(
    "signature.not-whole-revision", arabic: "لا يشمل التوقيع نسخة الملف كلها إلى آخرها",
    english: "The signature doesn't cover its revision of the file to the end")
  static let contentsMalformed = Self(
    "signature.contents-malformed", arabic: "قيمة التوقيع فارغة أو تالفة",
    english: "The signature's value is empty or damaged")
  static let garbageInPadding = Self(
    "signature.garbage-in-padding", arabic: "في موضع التوقيع بيانات زائدة لا يشملها التوقيع",
    english: "There are extra bytes behind the signature's value, which nothing covers")

  static func unknownSubFilter(_ name: String) -> Self {
    Self(
      "signature.unknown-kind", arabic: "نوع التوقيع «\(name)» غير معروف هنا، فلا يُتحقق منه",
      english: "Signatures of the kind «\(name)» aren't verified here")
  }
}
