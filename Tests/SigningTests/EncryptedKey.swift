import Cryptography
import Foundation
import Testing

@testable import Signing

extension SigningIdentity {
  /// The key as PKCS#8 in PEM under a passphrase, as `openssl` writes it: the files that offices have are not ours.
  func encryptedPEM(passphrase: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "key.p12")
    let bytes = try key.pkcs12(
      certificates: certificate.der, name: "test", passphrase: Array(passphrase.utf8))
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "pkcs12", "-in", file.path, "-nocerts", "-passin", "pass:" + passphrase, "-passout",
      "pass:" + passphrase,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let pem = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && !pem.isEmpty, "openssl pkcs12")
    return pem
  }
}
