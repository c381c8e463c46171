public import Content

/// How one letter or form is put on paper, beyond what its template and theme say.
public struct CompositionOptions: Hashable, Sendable {
  /// What a reader checks a document's authenticity by.
  public struct Verification: Hashable, Sendable {
    /// The short code a person can read aloud, as printed.
    public var code: String
    /// What the square code holds: never a name or an identity number.
    public var payload: String

    /// A code with the text of the square code beside it.
    public init(code: String, payload: String) {
      self.code = code
      self.payload = payload
    }
  }

  /// The custom that words for the addressee follow.
  public enum Custom: String, Hashable, Sendable, CaseIterable {
    /// Courtesy, title and prayer.
    case member
    /// Rank and name alone, as official writings between bodies have it.
    case government
  }

  /// The custom that words for the addressee follow.
  public var custom: Custom
  /// How the head of the first page comes onto the paper.
  public var letterhead: LetterheadMode
  /// Whether «مسودة» stands behind the text.
  public var isDraft: Bool
  /// Whether this is the office's own copy, which alone lists copies and initials.
  public var isFileCopy: Bool
  /// The initials of who drafted the letter, which a file copy shows where the record states none.
  public var drafter: String?
  /// The initials of who checked it.
  public var reviewer: String?
  /// Whether a letter has fields to be signed in electronically; a draft, a file copy and a form have none.
  public var hasSignatureFields = true
  /// Whether a key signs it whose signatures count for nothing: «توقيع تجريبي غير معتمد» stands behind the text.
  public var isSignedForTrial = false
  /// A line over the letter that says what kind of copy it is: «بدل فاقد رقم (1)».
  public var banner: [Inline]?
  /// The code printed at the foot; `nil` prints none.
  public var verification: Verification?
  /// The moment of making that the file states, ISO 8601.
  public var created: String

  /// The given options.
  public init(
    custom: Custom = .member, letterhead: LetterheadMode = .drawn, isDraft: Bool = false,
    isFileCopy: Bool = false,
    verification: Verification? = nil, created: String = "2000-01-01T00:00:00Z"
  ) {
    self.custom = custom
    self.letterhead = letterhead
    self.isDraft = isDraft
    self.isFileCopy = isFileCopy
    self.verification = verification
    self.created = created
  }
}
