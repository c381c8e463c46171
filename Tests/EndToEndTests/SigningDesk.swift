import Foundation
import Testing

/// A test authority in a folder of its own, and the letters that are signed with its keys.
final class SigningDesk {
  static let secret = ["KHITAB_TRIAL": "كلمة سر"]
  let folder = try? TemporaryFolder()

  /// An authority with keys of a kind.
  init(kind: String = "p-256", start: String? = nil) throws {
    let made = try run(
      ["key", "new-test", trial, "--kind", kind] + (start.map { ["--start", $0] } ?? []))
    #expect(made.code == 0, "\(made.errors)")
  }

  func path(_ name: String) -> String { folder?.url.appending(path: name).path ?? name }
  var trial: String { path("trial") }
  var root: String { path("trial/root.pem") }

  /// Runs `khitab` with the authority's passphrase.
  func run(_ arguments: [String]) throws -> Program.Result {
    let needsKey = ["sign", "key", "issue", "batch"].contains(arguments[0])
    let further = needsKey ? ["--passphrase", "env:KHITAB_TRIAL"] : []
    return try Program.run(
      arguments + further + ["--lang", "en", "--quiet"], environment: Self.secret,
      folder: folder?.url ?? URL(filePath: "/tmp"))
  }

  /// A letter of a template's example, by its path.
  func letter(_ template: String = "acceptance-letter", _ further: [String] = []) throws -> String {
    let file = path(template + ".pdf")
    let result = try Program.run(
      [
        "preview", "--template", template, "--office", "samples", "--output", file, "--quiet", "--lang", "en",
      ] + further)
    #expect(result.code == 0, "\(result.errors)")
    return file
  }

  /// Signs a file, and gives the signed one's path.
  func sign(_ file: String, _ further: [String] = []) throws -> (path: String, result: Program.Result) {
    let signed = file.replacing(".pdf", with: "-signed.pdf")
    return (
      signed,
      try run(["sign", file, "-o", signed, "--key", trial + "/signer.p12", "--trial", trial] + further)
    )
  }

  struct Report: Decodable {
    struct Signature: Decodable {
      var field: String
      var kind: String
      var verdict: String
      var level: String?
    }

    var verdict: String
    var signatures: [Signature]
  }

  /// What `khitab verify` says of a file.
  func report(_ file: String) throws -> Report {
    let result = try run(["verify", file, "--trust", root, "--format", "json"])
    return try #require(try JSONDecoder().decode([Report].self, from: Data(result.output.utf8)).first)
  }
}
