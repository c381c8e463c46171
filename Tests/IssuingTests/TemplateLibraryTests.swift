import Diagnostics
import Foundation
import Issuing
import Testing

@Suite struct TemplateLibraryTests {
  /// What is said of a template that includes «ختام», with the given bytes in its file beside the template.
  private func said(of piece: [UInt8]?) throws -> (
    isRead: Bool, ids: [String], places: [Diagnostics.SourceLocation]
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
    // A sound text of the same name is in the library.
    let pieces = folder.appending(path: "library/pieces")
    try FileManager.default.createDirectory(at: pieces, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("والله الموفق.\n".utf8).write(to: pieces.appending(path: "ختام.khitab"))
    if let piece { try Data(piece).write(to: folder.appending(path: "ختام.khitab")) }
    let template = folder.appending(path: "note.khitab")
    try Data("وبعد.\n\n{{أدرج: ختام}}\n".utf8).write(to: template)
    var log = DiagnosticLog()
    let library = TemplateLibrary(folders: [folder.appending(path: "library").path])
    let loaded = try library.template(named: template.path, log: &log)
    return (loaded != nil, log.diagnostics.map(\.message.id), log.diagnostics.compactMap(\.location))
  }

  @Test func aTextBesideTheTemplateIsIncludedOrOneOfTheLibrary() throws {
    for piece in [nil, Array("والسلام.\n".utf8)] {
      let (isRead, ids, _) = try said(of: piece)
      #expect(isRead && ids.isEmpty)
    }
  }

  /// Of a slip the name that is near is said, and not all there are.
  @Test(arguments: [
    ("acceptance-leter", [Diagnostic.Hint.didYouMean("acceptance-letter").english]),
    ("x", ["The templates are: acceptance-letter, membership-card"]),
  ])
  func aNameThatNoTemplateHasGetsTheNearest(name: String, hints: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for id in ["membership-card", "acceptance-letter"] {
      let place = folder.appending(path: id)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data("وبعد.\n".utf8).write(to: place.appending(path: "template.khitab"))
    }
    var log = DiagnosticLog()
    #expect(try TemplateLibrary(folders: [folder.path]).template(named: name, log: &log) == nil)
    #expect(log.diagnostics.map(\.message.id) == ["issuing.no-template"])
    #expect(log.diagnostics.flatMap(\.hints).map(\.english) == hints)
  }

  @Test func aTextThatCannotBeReadIsNotPassedOver() throws {
    // «والسلام» in Windows-1256.
    let (isRead, ids, places) = try said(of: [0xE6, 0xC7, 0xE1, 0xD3, 0xE1, 0xC7, 0xE3, 0x0A])
    #expect(!isRead)
    #expect(ids == ["issuing.not-utf8"])
    #expect(places.first?.file?.hasSuffix("/ختام.khitab") == true, "\(places)")
  }
}
