public import Values

/// The association's own particulars, as `office.yaml` states them.
///
/// They become fields of the data dictionary, so that a template or theme says «{{اسم الجمعية}}».
public struct OfficeProfile: Hashable, Sendable {
  /// The values of `fields`, by field name.
  public var values: FieldValues
  /// Fields for what the file names itself: committees and departments.
  public var ownFields: [Field]
  /// Who signs, in the order of the file.
  public var signers: [Signer]
  /// How the office writes what grammar leaves open.
  public var style: HouseStyle
  /// The office's own counted nouns.
  public var nouns = NounTable()
  /// The office's own inflected words.
  public var lexicon = Lexicon()
  /// The office's own currencies.
  public var currencies = CurrencyTable()
  /// The Umm al-Qura calendar with the office's corrections.
  public var calendar = UmmAlQura.official
  /// The days on which the office works.
  public var week = WorkingWeek()
  /// When the office answers requests and hears appeals.
  public var replies = ReplySettings()
  /// How the office keeps its registers.
  public var registry = RegistrySettings()
  /// How the head of the page comes onto the paper unless the command says otherwise.
  public var letterhead: LetterheadMode

  /// A profile by its parts.
  public init(
    values: FieldValues = [:], ownFields: [Field] = [], signers: [Signer] = [],
    style: HouseStyle = HouseStyle(), letterhead: LetterheadMode = .drawn
  ) {
    self.values = values
    self.ownFields = ownFields
    self.signers = signers
    self.style = style
    self.letterhead = letterhead
  }

  /// All that the profile adds to the data dictionary, the file's own names last.
  public var fields: [Field] { Self.standardFields + ownFields }

  /// The signer who holds `post`.
  public func signer(of post: String) -> Signer? {
    signers.first { $0.post == post }
      ?? signers.first { Spelling.key($0.post) == Spelling.key(post) }
  }
}

/// When an office answers requests and hears appeals.
public struct ReplySettings: Hashable, Sendable {
  /// The days within which a reply goes out.
  public var window = ReplyWindow()
  /// Who may let a reply go out before its day, by name; nobody unless the office names them.
  public var earlyApprovers: [String] = []
  /// Calendar days from the decision's letter within which an appeal is taken.
  public var appealDays = 30
  /// The days within which an accepted applicant is asked to come.
  public var visitDays = 15

  /// The toolkit's defaults.
  public init() {}
}

extension DataDictionary {
  /// The dictionary with those of `more` whose name it doesn't hold yet.
  public func adding(_ more: [Field]) -> DataDictionary {
    let new = more.filter { field(named: $0.name) == nil }
    return DataDictionary(fields: fields + new)
  }
}
