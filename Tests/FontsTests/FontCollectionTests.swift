import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Fonts

@Suite struct FontCollectionTests {
  static let folder = Repository.file("Fonts").path(percentEncoded: false)

  @Test func everyLockedFileIsOnThisMachine() throws {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Self.folder, log: &log)
    #expect(log.diagnostics.isEmpty)
    #expect(fonts.faces.count >= 12)
    #expect(fonts.faces.allSatisfy { $0.state == .matches })
  }

  @Test func boldAndRegularAreTwoFaces() throws {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Self.folder, log: &log)
    let (regular, bold) = (
      fonts.font(family: "Amiri", isBold: false), fonts.font(family: "Amiri", isBold: true)
    )
    #expect(regular?.path.hasSuffix("Amiri-Regular.ttf") == true)
    #expect(bold?.path.hasSuffix("Amiri-Bold.ttf") == true)
  }

  @Test(arguments: [("م", "Noto Naskh Arabic"), ("A", "Amiri"), ("/", "Amiri"), ("Ж", "Noto Sans")])
  func aClusterIsSetInTheFirstFaceThatHasIt(_ cluster: String, family: String) throws {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Self.folder, log: &log)
    let chain = fonts.chain(families: ["Noto Naskh Arabic"], isBold: false)
    let units = Array(cluster.utf16)
    let index = try #require(chain.fonts.indices.first { chain.covers(units, in: 0..<units.count, font: $0) })
    #expect(chain.fonts[index].family == family)
  }
}
