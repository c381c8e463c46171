import Cryptography
import PDFSyntax

/// Adds a signature or a document time-stamp behind a file (ISO 32000-1, 12.8; ETSI EN 319 142-1).
///
/// The room for the signature is computed, its place is known from writing, and only that place is filled in after the
/// digest: nothing before the new revision ever changes.
struct SignatureWriter {
  let file: PDFFile
  /// The fields of its form.
  let fields: [FormField]
  let request: SignatureRequest
  /// The subfilter: what stands in Contents.
  let subFilter: PDFName
  /// How many bytes Contents may take.
  let room: Int

  /// The file with a signature behind it.
  /// - Parameter contents: makes the bytes of Contents from what is signed, which stands in two pieces.
  /// - Returns: the file.
  /// - Throws: `SigningError`.
  func write(
    contents: (_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) throws(SigningError) -> [UInt8]
  ) throws(SigningError) -> [UInt8] {
    var update = IncrementalUpdate(of: file)
    let signature = update.newReference()
    let (body, range, room) = try dictionary()
    update.set(signature, toBytes: body)
    do {
      try fill(&update, signature)
    } catch let error as SigningError {
      throw error
    } catch {
      throw .notAPDF(reason: "\(error)")
    }
    let result = update.finish(identifier: identifier(body))
    var bytes = result.bytes
    guard let start = result.contentOffsets[signature] else { throw .roomTooSmall }
    let gap = (start + room.lowerBound)..<(start + room.upperBound)
    let text = "[0 \(gap.lowerBound) \(gap.upperBound) \(bytes.count - gap.upperBound)]"
    let place = start + range.lowerBound
    guard text.utf8.count <= range.count else { throw .roomTooSmall }
    bytes.replaceSubrange(place..<place + text.utf8.count, with: Array(text.utf8))
    let filled = try contents(bytes[..<gap.lowerBound], bytes[gap.upperBound...])
    guard filled.count * 2 <= gap.count - 2 else { throw .roomTooSmall }
    let digits = Array("0123456789abcdef".utf8)
    var position = gap.lowerBound + 1
    for byte in filled {
      bytes[position] = digits[Int(byte >> 4)]
      bytes[position + 1] = digits[Int(byte & 15)]
      position += 2
    }
    return bytes
  }

  /// The signature dictionary with room for ByteRange and Contents, and where in it they are.
  private func dictionary() throws(SigningError) -> (bytes: [UInt8], range: Range<Int>, contents: Range<Int>)
  {
    var entries: PDFDictionary = [
      "Type": .name(subFilter == "ETSI.RFC3161" ? "DocTimeStamp" : "Sig"), "Filter": .name("Adobe.PPKLite"),
      "SubFilter": .name(subFilter),
    ]
    if subFilter != "ETSI.RFC3161" {
      entries["M"] = .string(Array("D:\(request.time.digits)Z".utf8))
      if let name = request.name { entries["Name"] = PDFText.encode(name) }
      if let reason = request.reason { entries["Reason"] = PDFText.encode(reason) }
      if let location = request.location { entries["Location"] = PDFText.encode(location) }
      let references = try transforms()
      if !references.isEmpty { entries["Reference"] = .array(references) }
    }
    var bytes = Array(PDFObject.dictionary(entries).serialized.dropLast(2))
    bytes += Array("/ByteRange ".utf8)
    let range = bytes.count..<bytes.count + 48
    bytes += [UInt8](repeating: 0x20, count: 48)
    bytes += Array("/Contents ".utf8)
    let contents = bytes.count..<bytes.count + room * 2 + 2
    bytes += [0x3C] + [UInt8](repeating: 0x30, count: room * 2) + [0x3E]
    bytes += Array(">>".utf8)
    return (bytes, range, contents)
  }

  /// The references to DocMDP and FieldMDP (12.8.1, table 253).
  private func transforms() throws(SigningError) -> [PDFObject] {
    func reference(_ method: PDFName, _ parameters: PDFDictionary) -> PDFObject {
      var parameters = parameters
      parameters["Type"] = .name("TransformParams")
      parameters["V"] = .name("1.2")
      return .dictionary([
        "Type": .name("SigRef"), "TransformMethod": .name(method), "TransformParams": .dictionary(parameters),
        "Data": file.trailer["Root"],
      ])
    }
    var references: [PDFObject] = []
    if let permission = request.certification {
      var entry = reference("DocMDP", ["P": .integer(permission.rawValue)])
      // DocMDP is about the whole document and points nowhere.
      if case .dictionary(var dictionary) = entry {
        dictionary["Data"] = .null
        entry = .dictionary(dictionary)
      }
      references.append(entry)
    }
    if let lock = try lock() { references.append(reference("FieldMDP", lock.entries)) }
    return references
  }

  /// What the request locks, or else what the field says that signing it locks.
  private func lock() throws(SigningError) -> FieldLock? {
    if let lock = request.lock { return lock }
    do {
      guard let field = fields.first(where: { $0.name == request.field }),
        let lock = try file.value(of: "Lock", in: field.dictionary).dictionary
      else { return nil }
      return FieldLock(lock)
    } catch {
      throw .notAPDF(reason: "\(error)")
    }
  }

  /// The changing half of the file's ID: it depends on what is added, and so on all before through the old half.
  private func identifier(_ body: [UInt8]) -> [UInt8] {
    let old = (try? file.value(of: "ID", in: file.trailer))?.array?.last?.string ?? []
    return Array(SHA256Digest(of: old + body).bytes.prefix(16))
  }

  /// Puts the signature into its field.
  private func fill(_ update: inout IncrementalUpdate, _ signature: PDFReference) throws {
    let field: FormField
    if let found = fields.first(where: { $0.name == request.field }) {
      guard found.type == "Sig" else { throw SigningError.noField(request.field) }
      guard found.dictionary["V"] == .null else { throw SigningError.alreadySigned(field: request.field) }
      field = found
    } else {
      guard request.createsField, try file.value(of: "StructTreeRoot", in: file.catalog()) == .null else {
        throw SigningError.noField(request.field)
      }
      field = try FieldMaker(file: file).make(named: request.field, in: &update)
    }
    var dictionary = field.dictionary
    dictionary["V"] = .reference(signature)
    update.set(field.reference, to: .dictionary(dictionary))
    if let appearance = request.appearance, let widget = field.widgets.first {
      var target = try update.object(widget).dictionary ?? [:]
      var drawing = AppearanceImport(from: appearance)
      let form = try drawing.add(to: &update)
      target["AP"] = .dictionary(["N": .reference(form)])
      update.set(widget, to: .dictionary(target))
    }
    if request.certification != nil, let root = file.trailer["Root"].reference {
      var catalog = try update.object(root).dictionary ?? [:]
      var permissions = try file.value(of: "Perms", in: catalog).dictionary ?? [:]
      permissions["DocMDP"] = .reference(signature)
      catalog["Perms"] = .dictionary(permissions)
      update.set(root, to: .dictionary(catalog))
    }
  }
}
