import Values

extension Filter {
  /// The types of fields whose values it can write; `nil` for every type.
  var types: Set<FieldType>? {
    switch self {
    case .hijri, .gregorian, .date, .shortDate, .longDate, .weekday, .asEntered, .earliestReply, .latestReply,
      .after,
      .afterWorkingDays:
      [.date]
    case .inWords: [.money, .integer, .text]
    case .digits: [.money, .integer]
    case .sign, .currency: [.money]
    case .count: [.integer, .list]
    case .ordinal: [.integer]
    case .percent: [.integer, .text]
    case .comb: [.id, .mobile, .phone, .iban, .reference, .integer, .date, .text]
    case .masked: [.id, .mobile, .phone, .email, .iban, .reference]
    case .grouped: [.id, .mobile, .phone, .iban, .integer]
    case .link: [.text, .reference]
    case .number: [.id, .mobile, .phone, .iban, .reference, .integer, .money, .list]
    case .nominative, .accusative, .genitive: [.date, .integer, .list, .money]
    case .text, .optional, .otherwise: nil
    }
  }

  /// The keywords that may follow its colon.
  var options: Set<FilterOption> {
    let cases: Set<FilterOption> = [.nominative, .accusative, .genitive]
    return switch self {
    case .hijri, .gregorian: cases.union([.short])
    case .date, .longDate: cases
    case .inWords: cases.union([.unframed, .masculine, .feminine])
    case .count: cases.union([.words, .digits])
    case .ordinal: cases.union([.masculine, .feminine, .definite, .indefinite, .adverb])
    case .percent: cases.union([.words])
    default: []
    }
  }
}

extension FieldType {
  /// Whether values of the type stand in an order.
  var isOrdered: Bool { [.date, .money, .integer, .list].contains(self) }
}
