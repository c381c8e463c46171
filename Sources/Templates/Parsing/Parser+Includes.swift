import Diagnostics

extension Parser {
  /// Reads the text that a tag includes, in its place.
  mutating func included(_ name: FieldName, _ range: Range<Int>) -> BlockNode {
    if inclusion.path.contains(name.key) {
      error(.includesItself(name.spelled), range)
      return .error(name.place, [])
    }
    guard inclusion.path.count < Inclusion.depthLimit, inclusion.count < Inclusion.countLimit else {
      error(.tooManyIncludes(), range)
      return .error(name.place, [])
    }
    guard let text = inclusion.source(name.spelled) else {
      error(.unknownInclude(name.spelled), range)
      return .error(name.place, [])
    }
    guard text.text.utf8.count <= Template.sizeLimit else {
      error(.includeTooLong(name.spelled), range)
      return .error(name.place, [])
    }
    var inner = Parser(SourceText(text), inclusion: inclusion)
    inner.inclusion.path.append(name.key)
    inner.inclusion.count += 1
    inner.depth = depth + openBlocks.count
    let blocks = inner.includedBody()
    log.append(contentsOf: inner.log)
    inclusion.count = inner.inclusion.count
    return .included(blocks)
  }

  /// The body of an included text; a header would say of the whole letter what only its own template may say.
  private mutating func includedBody() -> [BlockNode] {
    let (header, body) = parts()
    if !header.isEmpty, let first = header.first { error(.headerInInclude(), first) }
    return self.body(body)
  }
}

extension Diagnostic.Message {
  fileprivate static func includesItself(_ name: String) -> Self {
    Self(
      "templates.includes-itself", arabic: "النص «\(name)» يُدرج نفسه",
      english: "The text “\(name)” includes itself")
  }
  fileprivate static func tooManyIncludes() -> Self {
    Self(
      "templates.too-many-includes", arabic: "النصوص المدرجة أكثر أو أعمق مما يُقبل",
      english: "Too many texts are included, or too deeply")
  }
  fileprivate static func unknownInclude(_ name: String) -> Self {
    Self(
      "templates.unknown-include", arabic: "لا يوجد نص باسم «\(name)» ليُدرج",
      english: "There is no text called “\(name)” to include")
  }
  fileprivate static func includeTooLong(_ name: String) -> Self {
    let limit = Template.sizeLimit / 1024
    return Self(
      "templates.include-too-long", arabic: "النص المدرج «\(name)» أطول من الحد المقبول (\(limit) كيلوبايت)",
      english: "The included text “\(name)” is longer than the limit (\(limit) KB)")
  }
  fileprivate static func headerInInclude() -> Self {
    Self(
      "templates.header-in-include", arabic: "النص المدرج لا تكون له إعدادات قبل «---»",
      english: "An included text has no settings before ---")
  }
}
