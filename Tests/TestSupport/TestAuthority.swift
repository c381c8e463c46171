import Foundation

/// A certificate authority of the tests with one server certificate, made afresh by `openssl`.
public final class TestAuthority: Sendable {
  /// The authority's certificate, PEM.
  public let authority: String
  /// A certificate for `127.0.0.1` and `localhost`, PEM.
  public let certificate: String
  /// Its key, PEM.
  public let key: String
  private let folder: URL

  /// Makes both; the server's certificate is for `names`, and valid now unless it is to be `expired`.
  public init(names: String = "IP:127.0.0.1,DNS:localhost", expired: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "khitab-ca-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    (authority, certificate, key) = (
      folder.appending(path: "ca.pem").path, folder.appending(path: "server.pem").path,
      folder.appending(path: "server.key").path
    )
    let request = folder.appending(path: "server.csr").path
    let caKey = folder.appending(path: "ca.key").path
    let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    try Self.openssl(
      ["req", "-x509", "-subj", "/CN=Test authority", "-days", "3", "-keyout", caKey, "-out", authority]
        + newKey)
    try Self.openssl(["req", "-new", "-subj", "/CN=test", "-keyout", key, "-out", request] + newKey)
    try """
    [ca]
    default_ca = test
    [test]
    database = \(folder.path)/index
    new_certs_dir = \(folder.path)
    serial = \(folder.path)/serial
    default_md = sha256
    policy = any
    x509_extensions = server
    [any]
    commonName = supplied
    [server]
    subjectAltName = \(names)

    """.write(to: folder.appending(path: "ca.conf"), atomically: true, encoding: .utf8)
    try "".write(to: folder.appending(path: "index"), atomically: true, encoding: .utf8)
    try "01\n".write(to: folder.appending(path: "serial"), atomically: true, encoding: .utf8)
    let dates =
      expired ? ["-startdate", "20200101000000Z", "-enddate", "20200201000000Z"] : ["-days", "2"]
    try Self.openssl(
      [
        "ca", "-batch", "-notext", "-config", folder.appending(path: "ca.conf").path, "-cert",
        authority, "-keyfile", caKey, "-in", request, "-out", certificate,
      ] + dates)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ServerError(reason: "openssl \(arguments[0]) fails")
    }
  }
}
