/// The words that go with a letter sent by e-mail: what it is, and how it is checked; nothing of what it says.
public struct CoveringNote: Hashable, Sendable {
  /// What the note may name.
  public struct Letter: Hashable, Sendable {
    /// The association's name.
    public var association: String
    /// The letter's number, as it is printed.
    public var number: String
    /// Its date, as it is printed.
    public var date: String
    /// Its verification code, if it has one.
    public var code: String?
    /// Where the code is checked, if anywhere.
    public var verification: String?

    /// A letter.
    public init(
      association: String, number: String, date: String, code: String? = nil, verification: String? = nil
    ) {
      self.association = association
      self.number = number
      self.date = date
      self.code = code
      self.verification = verification
    }
  }

  /// The subject with the letter's own words in it.
  public var subject: String
  /// The paragraphs.
  public var text: String

  /// The note of an office that says nothing else.
  public init(for letter: Letter) {
    func isolated(_ text: String) -> String { "\u{2066}\(text)\u{2069}" }
    subject = "خطاب رقم \(isolated(letter.number)) من \(letter.association)"
    var paragraphs = [
      "السلام عليكم ورحمة الله وبركاته، وبعد:",
      "فنرفق لكم خطاب \(letter.association) رقم \(isolated(letter.number)) وتاريخ \(letter.date).",
    ]
    switch (letter.code, letter.verification) {
    case (let code?, let place?):
      paragraphs.append("وللتحقق من صحة الخطاب استعملوا الرمز \(isolated(code)) في \(isolated(place)).")
    case (let code?, nil):
      paragraphs.append("ورمز التحقق من صحة الخطاب: \(isolated(code)).")
    case (nil, _): break
    }
    paragraphs += [
      "فإن وصلتكم هذه الرسالة خطأً فنرجو إشعارنا بذلك وحذفها.",
      "وتقبلوا تحياتنا،\n\(letter.association)",
    ]
    text = paragraphs.joined(separator: "\n\n")
  }
}
