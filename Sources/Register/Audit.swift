import Foundation
import GRDB

/// What an audit of the register found: every link of the ledger is computed anew and compared.
public struct Audit: Hashable, Sendable {
  /// Something that isn't as it was recorded.
  public enum Finding: Hashable, Sendable {
    /// What a row says was changed after it was recorded.
    case changed(position: Int, reference: String?)
    /// A row that was recorded is gone.
    case missing(position: Int, reference: String?)
    /// What was recorded at one place of the ledger now stands at another.
    case swapped(position: Int, reference: String?, with: Int)
    /// What tells of a person was changed, or can't be opened.
    case particularsChanged(position: Int, reference: String?)
    /// What tells of a person is gone, and no destruction is recorded.
    case particularsMissing(position: Int, reference: String?)
    /// A series lacks a number below its last.
    case gap(RegisterNumber)
    /// The last number of a series is said to be another than that of its last entry.
    case lastNumber(RegisterNumber)
    /// A row that no link of the ledger knows.
    case unlinked(position: Int, reference: String?)
    /// The ledger doesn't hold the link that was noted down elsewhere.
    case headDiffers(position: Int)
  }

  /// A link of the ledger, to be noted down elsewhere: who cuts off the end or forges the whole chain can't
  /// make it again.
  public struct Head: Hashable, Sendable, CustomStringConvertible {
    /// The link's place.
    public var position: Int
    /// Its hash, in hexadecimal.
    public var hash: String

    /// A link by its parts.
    public init(position: Int, hash: String) {
      self.position = position
      self.hash = hash
    }

    /// A link as `description` writes it.
    public init?(_ text: String) {
      let parts = text.split(separator: ":")
      guard parts.count == 2, let position = Int(parts[0]), parts[1].count == 64 else { return nil }
      self.init(position: position, hash: parts[1].lowercased())
    }

    /// The form to note down: `125:9f86d0…`.
    public var description: String { "\(position):\(hash)" }
  }

  /// How many links were examined.
  public internal(set) var links = 0
  /// The last link.
  public internal(set) var head = Head(position: 0, hash: String(repeating: "0", count: 64))
  /// What was found, in order of place.
  public internal(set) var findings: [Finding] = []
}

extension Register {
  /// Computes every link of the ledger anew.
  ///
  /// - Parameter noted: the last link of an earlier audit, kept elsewhere.
  /// - Returns: what isn't as it was recorded.
  /// - Throws: `RegisterError` for the database's failures.
  public func audit(noted: Audit.Head? = nil) throws(RegisterError) -> Audit {
    try reading { database in
      var auditor = Auditor(database: database, cipher: cipher, noted: noted)
      try auditor.walk()
      return auditor.audit
    }
  }
}
