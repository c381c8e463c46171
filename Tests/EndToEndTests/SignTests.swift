import Foundation
import Testing

/// `khitab sign` and `khitab verify` on the letters that `khitab` makes.
@Suite struct SignTests {
  @Test func aLetterIsSignedByItsSignerThenSealed() throws {
    let desk = try SigningDesk()
    let letter = try desk.letter()
    let once = try desk.sign(letter, ["--level", "B-LTA", "--certify", "form-filling"])
    #expect(once.result.code == 0, "\(once.result.errors)")
    let twice = try desk.sign(once.path, ["--level", "B-LTA"])
    #expect(twice.result.code == 0, "\(twice.result.errors)")
    let bytes = try Data(contentsOf: URL(filePath: twice.path))
    #expect(bytes.starts(with: try Data(contentsOf: URL(filePath: letter))), "only appended to")
    let report = try desk.report(twice.path)
    #expect(report.signatures.map(\.field) == ["Signature1", "Timestamp1", "Signature2", "Timestamp2"])
    #expect(report.signatures.compactMap(\.level) == ["B-LTA", "B-LTA"])
    #expect(report.verdict == "valid")
    let third = try desk.sign(twice.path)
    #expect(third.result.code == 1 && third.result.errors.contains("[signing."), "\(third.result.errors)")
  }

  @Test(arguments: [("data-declaration", ["--blank"]), ("acceptance-letter", ["--draft"])])
  func whatIsntAFinishedLetterHasNoField(_ template: String, _ options: [String]) throws {
    let desk = try SigningDesk()
    let refused = try desk.sign(try desk.letter(template, options))
    #expect(refused.result.code == 1)
    #expect(refused.result.errors.contains("[signing.no-field]"), "\(refused.result.errors)")
    #expect(refused.result.errors.contains("make it anew with render or issue"), "\(refused.result.errors)")
    #expect(!FileManager.default.fileExists(atPath: refused.path))
  }
}
