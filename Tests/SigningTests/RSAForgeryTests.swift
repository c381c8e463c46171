import Cryptography
import Testing

@testable import Signing

/// With an exponent of 3 a cube root makes a signature for whoever looks at the first bytes of its padding only.
@Suite struct RSAForgeryTests {
  private static let key = bytes(
    "30820120300d06092a864886f70d01010105000382010d00308201080282010100c01b90605f5361b6ac7cb2"
      + "4a502545ac72f74a4b2508413a75cf227bcc110e2c46692661ae7258f106f40e46f92a5811c4dd1314c8131d"
      + "41c94224132d35395469d1da1b3dd165e5d98ce8a4ca2b9bc0cf0d95811550f6d237dae6767bdad3c5cf09b0"
      + "25ee6adede5409c27c3488eb9e3ec01cf87a3dde6c8f9b4256a085ff32a9f1ae7f9b4fd78e97b0a6e04c1d6d"
      + "d13e330acbf196ce8d02732272ab747e46d9d183dfd149372e55648c7450ad4588cc24528475a3af529ddf8c"
      + "9506fc5422790299dab67683fba28f9843063528ae987802ce03ca0a64b5b02cb88b3bfdf42b0bb6e1408dfb"
      + "b262bdc829467fd2425fc07aa8a53c1f99ab20d6410fbdb143020103")
  private static let signature = bytes(
    "385542719f81f4d7b6d67cce421cb358b8b58bba38fdcc6e7f12280e0562e26c86eb03e15d4a8627d40027a3"
      + "c315c7be6733e10643c09db4235fd30c97d1f5450801e51b2cba44a3a5fd94dc57ddcb3dab3ac792734e1e5c"
      + "c1aac152c5860e50c10fafbda0c7b1d4e543ae7306146bef1f2e0b52356c91bb11a08f92e8d36681e4eb8f0a"
      + "ef09cdc5aba91045d9d5ecade761720107718479eb46ca92f4ea62c1465324299543f7f18946aa05acbe94e0"
      + "8f0b280ebf1eeb72b725ab6c49bb7bfd6c8bb1813bd0b4be0db3abc327271189f9e1c92c988642d1d9ce4a7c"
      + "ded57d7ff9dc099cd4a516ff447deba83955647ae9b07d0c5942ec8088e056c0a4e98883")
  /// Cube roots of `00 01 FF 00` and of `00 01 FF…FF 00` (eight), the digest, and whatever follows.
  static let forgeries = [
    bytes(
      "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "00000000000000000000000000000000000000000000000000000000000000000000000000000032c3862484"
        + "5911817bf125c3cf15343cee1389f8cf0221bbaaf97e574a448c24db15d3624a8968bc24f1bb33c67e5c138b"
        + "6e9e675604f32af8aab9c7cf235e11cf0de5d40b99b85baa95173089677a6fe6df01f9f7"),
    bytes(
      "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "00000000000000000000000000000000000000000000000000000000000000000000000000000032cbfd4a7a"
        + "dc7905583d767520f51640759176d37826f2ef63ae3dc7aaf30a0aab1305c81ca95ff3f6957a82ec3c13bab6"
        + "0abed49058edbcb36fe9625c0a40ea6daaa5a4746acf97a063602d40e641cb045f8b75a8"),
  ]

  private static func bytes(_ text: String) -> [UInt8] {
    let digits = Array(text.utf8)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }

  private func verifies(_ signature: [UInt8]) -> Bool {
    SignatureScheme.rsaPKCS1.verifies(
      signature[...], over: Array("khitab".utf8)[...], publicKey: Self.key[...], digest: .sha256)
  }

  @Test func aSignatureWithThisKeyVerifies() { #expect(verifies(Self.signature)) }

  @Test(arguments: forgeries) func aCubeRootDoesNot(_ forgery: [UInt8]) { #expect(!verifies(forgery)) }

  /// Neither does one with a byte more or less, nor the number with the modulus added.
  @Test func aSignatureHasTheModulusLength() {
    #expect(!verifies([0] + Self.signature))
    #expect(!verifies(Array(Self.signature.dropLast())))
    #expect(!verifies([UInt8](repeating: 0, count: 256)))
    #expect(!verifies([UInt8](repeating: 0xFF, count: 256)))
  }
}
