import PDFSyntax

/// A PDF file that this module wrote, read back: its lines of text and the files in it.
///
/// Files of other programs give no lines: only text that is written code by code, each with its own place and text,
/// is read.
public struct WrittenFile: Sendable {
  private let file: PDFFile

  /// The file in `bytes`; `nil` where it isn't sound PDF.
  public init?(_ bytes: [UInt8]) {
    guard let file = try? PDFFile(bytes) else { return nil }
    self.file = file
  }

  /// The bytes of the embedded file of a name (ISO 32000-1, 7.11.4); `nil` where there is none that can be read.
  public func attachment(named name: String) -> [UInt8]? {
    do {
      guard let names = try file.value(of: "Names", in: file.catalog()).dictionary,
        let tree = try file.value(of: "EmbeddedFiles", in: names).dictionary,
        let list = try file.value(of: "Names", in: tree).array
      else { return nil }
      for (key, value) in zip(list, list.dropFirst()) where key.string == Array(name.utf8) {
        guard let specification = try file.resolve(value).dictionary,
          let files = try file.value(of: "EF", in: specification).dictionary
        else { continue }
        return try file.value(of: "F", in: files).stream?.decoded()
      }
    } catch {
      return nil
    }
    return nil
  }

  /// Every line of text of every page, in logical order, without spaces.
  public var lines: [String] {
    do {
      guard let pages = try file.value(of: "Pages", in: file.catalog()).dictionary,
        let kids = try file.value(of: "Kids", in: pages).array
      else { return [] }
      return try kids.flatMap { kid -> [String] in
        guard let page = try file.resolve(kid).dictionary,
          let content = try file.value(of: "Contents", in: page).stream,
          let resources = try file.value(of: "Resources", in: page).dictionary,
          let fonts = try file.value(of: "Font", in: resources).dictionary
        else { return [] }
        var texts = CodeTexts(fonts: fonts, file: file)
        return try ShownText(content.decoded()).lines(&texts)
      }
    } catch {
      return []
    }
  }
}
