public import Diagnostics

/// What a worker did with each row: its last frame.
public struct WorkerManifest: Sendable, Encodable {
  /// One row's fate.
  public struct Line: Sendable, Encodable {
    /// The row's number, from 1.
    public var row: Int
    /// The number of pages; nothing for a row that was refused.
    public var pages: Int?
    /// The size of the letter's file.
    public var bytes: Int?
    /// SHA-256 of the letter's file, in hexadecimal.
    public var sha256: String?
    /// What was wrong or put right in the row and its letter.
    public var diagnostics: [Diagnostic] = []
  }

  /// The program and its version.
  public let program: String
  /// The hashes of what the letters depend on besides their rows, as the register names them.
  public let inputs: [String: String]
  /// The rows, in their order.
  public var letters: [Line] = []

  /// An empty manifest of letters that depend on `inputs`.
  public init(inputs: LetterInputs) {
    program = LetterInputs.program
    self.inputs = inputs.byColumn
  }

  /// The rows that gave no letter.
  public var refused: Int { letters.count { $0.sha256 == nil } }
}
