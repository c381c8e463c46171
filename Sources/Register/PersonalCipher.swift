import Crypto
import Foundation
import GRDB

/// How what tells of a person stands in the database: as it is, or sealed with AES-256-GCM.
///
/// A sealed value belongs to its row and column; moved elsewhere it can't be opened.
struct PersonalCipher: Sendable {
  /// The key; without one values stand as they are.
  let key: RegisterKey?

  /// A text as the database keeps it.
  func stored(_ text: String?, _ column: String, row: Int) throws -> DatabaseValue {
    guard let text else { return .null }
    return try stored(bytes: Array(text.utf8), plain: text.databaseValue, column, row: row)
  }

  /// Bytes as the database keeps them.
  func stored(_ bytes: [UInt8], _ column: String, row: Int) throws -> DatabaseValue {
    try stored(bytes: bytes, plain: Data(bytes).databaseValue, column, row: row)
  }

  private func stored(
    bytes: [UInt8], plain: DatabaseValue, _ column: String, row: Int
  ) throws -> DatabaseValue {
    guard let key else { return plain }
    let box = try AES.GCM.seal(bytes, using: key.sealing, authenticating: Self.place(column, row))
    return (box.combined ?? Data()).databaseValue
  }

  /// The text that the database keeps so; `nil` for none or one that can't be opened.
  func text(_ value: DatabaseValue, _ column: String, row: Int) -> String? {
    if case .string(let text) = value.storage { return key == nil ? text : nil }
    return opened(value, column, row: row).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The bytes that the database keeps so.
  func bytes(_ value: DatabaseValue, _ column: String, row: Int) -> [UInt8]? {
    guard key == nil else { return opened(value, column, row: row) }
    guard case .blob(let data) = value.storage else { return nil }
    return [UInt8](data)
  }

  private func opened(_ value: DatabaseValue, _ column: String, row: Int) -> [UInt8]? {
    guard let key, case .blob(let data) = value.storage, let box = try? AES.GCM.SealedBox(combined: data),
      let opened = try? AES.GCM.open(box, using: key.sealing, authenticating: Self.place(column, row))
    else { return nil }
    return [UInt8](opened)
  }

  /// What a search looks for in place of `word`: the word, or a hash that only the key's holder can make.
  func token(_ word: String) -> String {
    guard let key else { return word }
    let code = HMAC<SHA256>.authenticationCode(for: Data(word.utf8), using: key.searching)
    return code.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func place(_ column: String, _ row: Int) -> [UInt8] { Array("\(column) \(row)".utf8) }
}
