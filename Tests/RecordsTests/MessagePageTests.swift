import Foundation
import TestSupport
import Testing

@Suite struct MessagePageTests {
  /// The message ids that a text names.
  private func ids(in text: String) -> Set<String> {
    Set(text.matches(of: /records\.[a-z]+(-[a-z]+)*/).map { String($0.output.0) })
  }

  @Test func thePageExplainsEveryMessageAndNoOther() throws {
    let page = try String(contentsOf: Repository.file("Docs/Records.md"), encoding: .utf8)
    let folder = Repository.file("Sources/Records")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var raised: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      raised.formUnion(source.matches(of: /"(records\.[a-z]+(-[a-z]+)*)"/).map { String($0.output.1) })
    }
    #expect(raised.count > 90)
    #expect(ids(in: page) == raised)
  }
}
