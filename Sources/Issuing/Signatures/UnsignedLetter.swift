public import Diagnostics
public import PDF
public import Values

/// A letter that is drawn and has its number, as it comes to be signed.
public struct UnsignedLetter: Sendable {
  /// The file.
  public let file: DrawnFile
  /// The moment of issuing.
  public let now: Moment
  /// The code for checking, as printed.
  public let code: String
  /// The name of who signs, as the office's file states it.
  public let signer: String?
  /// The signer's post, as printed.
  public let post: String?
}

/// Why a letter can't be signed that others of its run may be; it takes no number.
public struct UnsignableLetter: Error {
  /// What is wrong with it.
  public let log: DiagnosticLog

  /// A letter with something wrong.
  public init(log: DiagnosticLog) { self.log = log }
}
