/// The words of a condition.
enum ConditionKeyword: Keyword {
  case isTrue, equal, notEqual, greater, less, atLeast, atMost, exists, isMissing, not, and, or

  static let table = KeywordTable<ConditionKeyword>()

  var spelling: Spelling {
    switch self {
    case .isTrue: Spelling("صحيح", "is true", "صحيحة")
    case .equal: Spelling("يساوي", "is", "تساوي", "هو", "هي")
    case .notEqual: Spelling("لا يساوي", "is not", "لا تساوي", "≠")
    case .greater: Spelling("أكبر من", "greater than", "أكثر من", "يزيد على", "تزيد على")
    case .less: Spelling("أصغر من", "less than", "أقل من", "يقل عن", "تقل عن")
    case .atLeast: Spelling("لا يقل عن", "at least", "لا تقل عن")
    case .atMost: Spelling("لا يزيد على", "at most", "لا تزيد على", "لا يزيد عن", "لا تزيد عن")
    case .exists: Spelling("موجود", "exists", "موجودة", "موجوداً", "موجودًا")
    case .isMissing: Spelling("غير موجود", "is missing", "غير موجودة", "ليس موجوداً", "ليست موجودة")
    case .not: Spelling("ليس", "not", "ليست")
    case .and: Spelling("و", "and")
    case .or: Spelling("أو", "or")
    }
  }
}

/// The words that part a loop's name from its list.
enum LoopKeyword: Keyword {
  case from

  static let table = KeywordTable<LoopKeyword>()

  var spelling: Spelling { Spelling("من", "in", "في") }
}
