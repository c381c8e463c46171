import Diagnostics

/// What cleaning did to a text, one case for each kind of change.
enum CleaningChange: Hashable, CaseIterable {
  case directionMarks, invisibles, presentationForms, stretching, persianLetters, finalPersianYeh
  case hyphens, emoji, blanks, composed, reversed

  /// The change as its user reads it.
  var diagnostic: Diagnostic {
    switch self {
    case .directionMarks: Diagnostic(.note, .directionMarks)
    case .invisibles: Diagnostic(.note, .invisibles)
    case .presentationForms: Diagnostic(.note, .presentationForms)
    case .stretching: Diagnostic(.note, .stretching)
    case .persianLetters: Diagnostic(.note, .persianLetters)
    case .finalPersianYeh: Diagnostic(.warning, .finalPersianYeh, hints: [.checkFinalYeh])
    case .hyphens: Diagnostic(.note, .hyphens)
    case .emoji: Diagnostic(.note, .emoji)
    case .blanks: Diagnostic(.note, .blanks)
    case .composed: Diagnostic(.note, .composed)
    case .reversed: Diagnostic(.warning, .reversed, hints: [.typeAgain])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static var directionMarks: Self {
    Self(
      "values.cleaned-direction-marks", arabic: "حُذفت علامات خفية لاتجاه الكتابة.",
      english: "Invisible direction marks were removed.")
  }

  fileprivate static var invisibles: Self {
    Self(
      "values.cleaned-invisibles", arabic: "حُذفت محارف خفية لا معنى لها.",
      english: "Invisible characters without a meaning were removed.")
  }

  fileprivate static var presentationForms: Self {
    Self(
      "values.cleaned-presentation-forms", arabic: "أُبدلت أشكال الحروف المفردة بالحروف نفسها.",
      english: "Presentation forms were replaced by the letters they stand for.")
  }

  fileprivate static var stretching: Self {
    Self("values.cleaned-tatweel", arabic: "حُذف التطويل (ـ).", english: "Tatweel was removed.")
  }

  fileprivate static var persianLetters: Self {
    Self(
      "values.cleaned-persian-letters", arabic: "أُبدلت حروف فارسية بما يقابلها من الحروف العربية.",
      english: "Persian letters were replaced by their Arabic counterparts.")
  }

  fileprivate static var finalPersianYeh: Self {
    Self(
      "values.cleaned-final-yeh",
      arabic: "أُبدلت الياء الفارسية في آخر كلمة بياء عربية، وربما أُريد بها ألف مقصورة.",
      english:
        "A Persian yeh at the end of a word was replaced by an Arabic one; alef maqsura may have been meant.")
  }

  fileprivate static var hyphens: Self {
    Self(
      "values.cleaned-hyphens", arabic: "أُبدلت الشرطة غير الفاصلة بشرطة معتادة.",
      english: "Non-breaking hyphens were replaced by ordinary ones.")
  }

  fileprivate static var emoji: Self {
    Self("values.cleaned-emoji", arabic: "حُذفت رموز تعبيرية.", english: "Emoji were removed.")
  }

  fileprivate static var blanks: Self {
    Self(
      "values.cleaned-blanks", arabic: "حُذفت مسافات زائدة أو أُبدلت بمسافة معتادة.",
      english: "Superfluous or unusual blanks were removed or replaced by ordinary ones.")
  }

  fileprivate static var composed: Self {
    Self(
      "values.cleaned-composition", arabic: "جُمعت الحروف مع علاماتها في صورتها الموحدة.",
      english: "Letters and their marks were joined in their standard form (NFC).")
  }

  fileprivate static var reversed: Self {
    Self(
      "values.text-reversed",
      arabic: "يبدو أن النص مكتوب معكوس الترتيب، كما يحدث عند النسخ من ملفات PDF قديمة.",
      english: "The text seems to stand in reversed order, as when copied from an old PDF.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var checkFinalYeh: Self {
    Self(
      arabic: "قارن الاسم بما في الهوية: «علي» أم «على».",
      english: "Compare the name with the identity card: final yeh or alef maqsura.")
  }

  fileprivate static var typeAgain: Self {
    Self(arabic: "اكتب النص من جديد بدلاً من نسخه.", english: "Type the text again instead of copying it.")
  }
}
