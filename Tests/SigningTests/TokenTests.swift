import Cryptography
import Foundation
import Testing

@testable import Signing

/// A key that never leaves its PKCS#11 token signs like any other.
@Suite(.serialized) struct TokenTests {
  @Test func aTokenSigns() throws {
    let fixture = try SigningFixture.shared.get()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tokens"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let settings = folder.appending(path: "softhsm2.conf")
    try Data("directories.tokendir = \(folder.path)/tokens\nobjectstore.backend = file\n".utf8).write(
      to: settings)
    setenv("SOFTHSM2_CONF", settings.path, 1)
    let key = folder.appending(path: "key.pem")
    try Data(try fixture.signer.encryptedPEM(passphrase: "secret")).write(to: key)
    try run(["--init-token", "--free", "--label", "khitab", "--pin", "1234", "--so-pin", "5678"])
    try run([
      "--import", key.path, "--file-pin", "secret", "--token", "khitab", "--label", "signer", "--id", "A1",
      "--pin", "1234",
    ])
    let certificates = [fixture.signer.certificate] + fixture.signer.chain
    let uri = "pkcs11:token=khitab;object=signer;type=private"
    let identity = try SigningIdentity(token: uri, pin: Array("1234".utf8), certificates: certificates)
    let bytes = try DocumentSigner(identity: identity, timestampAuthority: fixture.clock())
      .sign(SigningFixture.letter, fixture.request())
    #expect(fixture.verifier().verify(bytes).signatures.first?.level == .bT)
    #expect(throws: SigningError.self) {
      try SigningIdentity(token: "pkcs11:token=khitab;object=nobody;type=private", pin: Array("1234".utf8))
    }
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/softhsm2-util")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "softhsm2-util \(arguments[0])")
  }
}
