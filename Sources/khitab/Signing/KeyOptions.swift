import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Signing
import Transfer

/// Where the signer's key is, and what opens it.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "المفتاح: ملف ‎.p12 أو ‎.pem، أو عنوان pkcs11: لجهاز.",
        "The key: a .p12 or .pem file, or a pkcs11: URI of a token.")))
  var key: String

  @Option(
    help: ArgumentHelp(
      say("ملف شهادات المفتاح ومُصدِريه (PEM).", "The certificates of the key and of its issuers (PEM).")))
  var certificates: String?

  @Option(
    help: ArgumentHelp(
      say(
        "مصدر كلمة السر: env:الاسم أو fd:الرقم؛ وإلا سُئلت عنها.",
        "Where the passphrase is: env:NAME or fd:NUMBER; else it is asked for.")))
  var passphrase: String?

  @Flag(help: ArgumentHelp(say("توقيع RSA-PSS بمفتاح RSA.", "Sign with RSA-PSS where the key is RSA.")))
  var pss = false

  mutating func validate() throws {
    if let passphrase { try Self.check(passphrase) }
  }

  /// Refuses what doesn't say where a passphrase is.
  static func check(_ source: String) throws {
    guard SecretSource(source) != nil else {
      throw ValidationError(
        say("كلمة السر: env:الاسم أو fd:الرقم", "the passphrase is env:NAME or fd:NUMBER"))
    }
  }

  /// The identity that `secret` opens.
  func identity(secret: [UInt8]) throws -> SigningIdentity {
    try Self.identity(key: key, certificates: certificates, usesPSS: pss, secret: secret)
  }

  static func identity(
    key: String, certificates: String?, usesPSS pss: Bool, secret: [UInt8]
  ) throws -> SigningIdentity {
    let certificates = try certificates.map { try Certificate.read(file: InputFile.bytes($0)) } ?? []
    if key.hasPrefix("pkcs11:") {
      return try SigningIdentity(token: key, pin: secret, certificates: certificates, usesPSS: pss)
    }
    let bytes = try InputFile.bytes(key)
    guard bytes.starts(with: Array("-----BEGIN".utf8)) else {
      return try SigningIdentity(
        pkcs12: bytes, passphrase: secret, certificates: certificates, usesPSS: pss)
    }
    return try SigningIdentity(pem: bytes, passphrase: secret, certificates: certificates, usesPSS: pss)
  }

  /// The passphrase's bytes from where the options say, or from the terminal without an echo.
  func secret(prompt: String) throws -> [UInt8] {
    try Self.secret(from: passphrase, prompt: prompt)
  }

  static func secret(from source: String?, prompt: String) throws -> [UInt8] {
    if let source {
      guard let secret = SecretSource(source)?.read() else {
        Interface.report(
          say("خطأ: لا توجد كلمة سر في \(source)", "error: there is no passphrase in \(source)"))
        throw Outcome.errors
      }
      return Array(secret.revealed.utf8)
    }
    guard let secret = TerminalPrompt.ask(prompt) else {
      Interface.report(
        say("خطأ: كلمة السر تلزم؛ استعمل --passphrase", "error: a passphrase is needed; use --passphrase"))
      throw Outcome.errors
    }
    return secret
  }
}
