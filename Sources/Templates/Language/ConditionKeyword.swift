/// The words of a condition.
enum ConditionKeyword: Keyword {
  case isTrue, equal, notEqual, greater, less, atLeast, atMost, exists, isMissing, not, and, or

  static let table = KeywordTable<ConditionKeyword>()

  var spelling: Spelling {
    switch self {
    case .isTrue: Spelling("صحيح", "is true", ("صحيحة", "are true"))
    case .equal: Spelling("يساوي", "is", ("تساوي", "equals"))
    case .notEqual: Spelling("لا يساوي", "is not", ("لا تساوي", "does not equal"), ("≠", "≠"))
    case .greater:
      Spelling(
        "أكبر من", "greater than", ("أكثر من", "more than"), ("يزيد على", "is above"), ("تزيد على", "exceeds")
      )
    case .less:
      Spelling(
        "أصغر من", "less than", ("أقل من", "fewer than"), ("يقل عن", "is below"), ("تقل عن", "falls below"))
    case .atLeast: Spelling("لا يقل عن", "at least", ("لا تقل عن", "no less than"))
    case .atMost: Spelling("لا يزيد على", "at most", ("لا تزيد على", "no more than"))
    case .exists: Spelling("موجود", "exists", ("موجودة", "exist"), ("موجوداً", "is present"))
    case .isMissing:
      Spelling(
        "غير موجود", "is missing", ("غير موجودة", "are missing"), ("ليس موجوداً", "is absent"),
        ("ليست موجودة", "are absent"))
    case .not: Spelling("ليس", "not", ("ليست", "are not"))
    case .and: Spelling("و", "and")
    case .or: Spelling("أو", "or")
    }
  }
}

/// The words that part a loop's name from its list.
enum LoopKeyword: Keyword {
  case from

  static let table = KeywordTable<LoopKeyword>()

  var spelling: Spelling { Spelling("من", "in", ("في", "within")) }
}
