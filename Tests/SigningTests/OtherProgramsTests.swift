import Foundation
import PDFSyntax
import Testing

@testable import Signing

/// What other programs say about our signatures.
@Suite struct OtherProgramsTests {
  @Test(arguments: SignatureLevel.allCases) func popplerAcceptsEveryLevel(_ level: SignatureLevel) throws {
    let fixture = try SigningFixture.shared.get()
    let report = try output(
      "pdfsig", ["-nocert"], file: try fixture.signed(level, fields: ["Sig1", "Sig2"]), named: "letter.pdf")
    #expect(report.split(separator: "Signature is Valid.").count == 3, "\(report)")
    #expect(report.contains("ETSI.CAdES.detached"))
  }

  @Test(arguments: [SignatureLevel.bB, .bT]) func opensslVerifiesTheSignature(_ level: SignatureLevel) throws
  {
    let fixture = try SigningFixture.shared.get()
    let bytes = try fixture.signed(level)
    let file = try PDFFile(bytes)
    let field = try #require(try FormField.all(in: file).first { $0.name == "Sig1" })
    let signature = try SignatureDictionary(field: field, in: file)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    try Data(signature.contents).write(to: folder.appending(path: "signature"))
    try Data(bytes[..<signature.gap.lowerBound] + bytes[signature.gap.upperBound..<signature.end])
      .write(to: folder.appending(path: "content"))
    try Data(fixture.authority.root.pem.utf8).write(to: folder.appending(path: "root.pem"))
    let report = try output(
      "openssl",
      [
        "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", path("signature"), "-content",
        path("content"), "-CAfile", path("root.pem"), "-purpose", "any", "-attime",
        String(SigningFixture.day.secondsSince1970), "-out", path("out"),
      ])
    #expect(report.contains("Verification successful"), "\(report)")
  }

  /// What a program prints; `file` goes to it under a name.
  private func output(
    _ program: String, _ arguments: [String], file: [UInt8]? = nil, named name: String? = nil
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    if let file, let name {
      let url = folder.appending(path: name)
      try Data(file).write(to: url)
      process.arguments?.append(url.path)
    }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
