import Text

/// The values of records that were met more than once, and their forms.
///
/// Most values are met once, so that keeping them all would cost memory and push out what returns.
struct KnownValues {
  /// What is known of a value that was met.
  struct Meeting {
    /// Its paragraph, if it was kept.
    var kept: KeptParagraph?
    /// Its form, if it has one that was kept.
    var form: DigitForm?
    /// Whether it was met before, so that its paragraph ought to be kept.
    var returns = false
    /// The same of its form.
    var formReturns = false
  }

  private var paragraphs = KeptParagraphs<LoneValue.Key, KeptParagraph>(limit: 512)
  /// The forms; `nil` for one that has digits which can't be exchanged.
  private var forms = KeptParagraphs<LoneValue.Key, DigitForm?>(limit: 64)
  /// What was met, by the lowest bits of its digest: a later value takes an earlier one's place.
  private var met = [Int](repeating: 0, count: 2048)

  /// Meets a value.
  mutating func meet(_ value: LoneValue) -> Meeting {
    var meeting = Meeting()
    meeting.kept = paragraphs.kept(value.key)
    guard meeting.kept == nil else { return meeting }
    meeting.returns = wasMet(value.key)
    guard let key = value.form else { return meeting }
    if let form = forms.kept(key) {
      meeting.form = form
    } else {
      meeting.formReturns = wasMet(key)
    }
    return meeting
  }

  private mutating func wasMet(_ key: LoneValue.Key) -> Bool {
    let place = key.digest & (met.count - 1)
    if met[place] == key.digest { return true }
    met[place] = key.digest
    return false
  }

  /// Keeps a value's paragraph.
  mutating func keep(_ paragraph: KeptParagraph, as key: LoneValue.Key) {
    paragraphs.keep(paragraph, as: key)
  }

  /// Keeps a form, or that there is none.
  mutating func keep(_ form: DigitForm?, as key: LoneValue.Key) { forms.keep(form, as: key) }
}
