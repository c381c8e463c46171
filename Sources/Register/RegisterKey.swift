import Crypto
import Foundation

/// The secret that encrypts what a register tells of persons: 32 bytes, kept apart from the register.
public struct RegisterKey: Sendable {
  let sealing: SymmetricKey
  let searching: SymmetricKey

  /// The key of 32 random bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    let root = SymmetricKey(data: bytes)
    // Two uses, two keys: what a search hash shows must not help against what is sealed.
    func derived(_ use: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: root, info: Data("khitab register \(use)".utf8), outputByteCount: 32)
    }
    sealing = derived("sealing")
    searching = derived("searching")
  }

  /// The key as a file or the environment holds it: 64 hexadecimal digits.
  public init?(hexadecimal text: String) {
    let digits = text.trimmingCharacters(in: .whitespacesAndNewlines).map {
      $0.isASCII ? $0.hexDigitValue : nil
    }
    let values = digits.compactMap(\.self)
    guard digits.count == 64, values.count == 64 else { return nil }
    self.init(bytes: stride(from: 0, to: 64, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) })
  }

  /// A new key in its written form.
  public static func generated() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in
      let byte = UInt8.random(in: 0...255, using: &generator)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
