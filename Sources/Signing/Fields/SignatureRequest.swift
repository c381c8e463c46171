public import Cryptography
public import PDFSyntax

/// What is to be signed, and what the signature says.
public struct SignatureRequest: Sendable {
  /// The signature field's fully qualified name.
  public var field: String
  /// When the signer says it was signed: the dictionary's `M`.
  public var time: PointInTime
  /// The signer's name.
  public var name: String?
  /// Why it is signed.
  public var reason: String?
  /// Where it is signed.
  public var location: String?
  /// What a certification allows after it; `nil` makes an approval signature.
  public var certification: DocumentPermission?
  /// Which fields it locks, in place of what its own field says.
  public var lock: FieldLock?
  /// What the signature looks like: a file of one page as large as the field's rectangle.
  public var appearance: PDFFile?
  /// Whether the file was drawn in this run, so that it can't hold scripts, launches and hidden layers; any other
  /// file is searched for them.
  public var isJustDrawn = false
  /// The digest of what the file begins with, if whoever drew it has one: it is gone on with.
  public var beginning: BeginningDigest?
  /// Whether a field that isn't there is made, invisible, on the first page.
  ///
  /// A tagged file must have it already.
  public var createsField = false

  /// A signature in a field at a time.
  public init(field: String, time: PointInTime) {
    self.field = field
    self.time = time
  }
}

/// The levels of PAdES baseline signatures (ETSI EN 319 142-1, 6).
public enum SignatureLevel: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Signed.
  case bB = "B-B"
  /// Signed, and an authority says when.
  case bT = "B-T"
  /// And everything to validate it is in the file.
  case bLT = "B-LT"
  /// And a time-stamp over all of it, which can be renewed.
  case bLTA = "B-LTA"

  /// The lower level comes first.
  public static func < (a: SignatureLevel, b: SignatureLevel) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
