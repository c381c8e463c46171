public import PDFSyntax

/// Why a finished file can't be read back.
public enum ProofError: Error, Hashable, CustomStringConvertible {
  /// It isn't a sound PDF file.
  case syntax(PDFSyntaxError)
  /// It holds something that our letters never hold, so that what it shows isn't known.
  case unexpected(String)

  /// The reason in English, for people who know the format.
  public var description: String {
    switch self {
    case .syntax(let error): "\(error)"
    case .unexpected(let what): what
    }
  }

  /// Runs `body`, a flaw of syntax becoming one of the proof.
  static func reading<Result>(
    _ body: () throws(PDFSyntaxError) -> Result
  ) throws(ProofError) -> Result {
    do { return try body() } catch { throw .syntax(error) }
  }
}
