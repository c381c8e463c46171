/// A file that rides along in a PDF file (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
public struct Attachment: Hashable, Sendable {
  /// Its name: ASCII, without folders.
  public var name: String
  /// What it is, in words.
  public var description: String
  /// Its media type: `application/json`.
  public var mediaType: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// A file by its name and bytes.
  public init(name: String, description: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.description = description
    self.mediaType = mediaType
    self.bytes = bytes
  }

  /// Writes the file and returns its specification; it holds the data that the document was made from.
  func write(modified date: String, to file: inout ObjectFile) -> ObjectNumber {
    let (stream, specification) = (file.reserve(), file.reserve())
    file.writeStream(stream, bytes) {
      $0.add("/Type/EmbeddedFile/Subtype/")
      // The solidus of a media type is written as a number in a name (7.3.5).
      $0.add(utf8: mediaType.split(separator: "/").joined(separator: "#2F"))
      $0.add("/Params<</Size ")
      $0.add(bytes.count)
      $0.add("/ModDate")
      $0.add(text: date)
      $0.add(">>")
    }
    file.write(specification) {
      $0.add("<</Type/Filespec/AFRelationship/Data/F")
      $0.add(text: name)
      $0.add("/UF")
      $0.add(text: name)
      $0.add("/Desc")
      $0.add(text: description)
      $0.add("/EF<</F ")
      $0.add(stream)
      $0.add("/UF ")
      $0.add(stream)
      $0.add(">>>>")
    }
    return specification
  }
}
