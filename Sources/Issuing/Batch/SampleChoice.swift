import Records
import Values

/// Chooses the letters that are most likely to come out wrong.
struct SampleChoice {
  let records: [Record]
  let pages: [Int]
  /// The records that get a letter.
  let eligible: [Int]

  /// One letter for every reason that any record gives, the first such record; nothing is the most or the fewest where
  /// all have as many.
  var samples: [BatchPlan.Sample] {
    BatchPlan.Sample.Reason.allCases.compactMap { reason in
      choice(reason).map { BatchPlan.Sample(ordinal: $0 + 1, reason: reason) }
    }
  }

  private func choice(_ reason: BatchPlan.Sample.Reason) -> Int? {
    switch reason {
    case .longestName: largest { name($0)?.count ?? 0 }
    case .woman: eligible.first { records[$0].values.values.contains(.gender(.feminine)) }
    case .latinName: eligible.first { name($0)?.contains { $0.isASCII && $0.isLetter } ?? false }
    case .missingOptional: outstanding { -records[$0].values.count }
    case .mostPages: outstanding { pages[$0] }
    case .notOnePerson:
      eligible.first { index in
        records[index].values.values.contains { value in
          guard case .personKind(let kind) = value else { return false }
          return ![.masculine, .feminine, .unknown].contains(kind)
        }
      }
    }
  }

  private func largest(_ measure: (Int) -> Int) -> Int? {
    var best: (index: Int, measure: Int)?
    for index in eligible {
      let own = measure(index)
      if own > best?.measure ?? .min { best = (index, own) }
    }
    return best?.index
  }

  /// The first of the largest, unless all are as large.
  private func outstanding(_ measure: (Int) -> Int) -> Int? {
    guard let first = eligible.first, eligible.contains(where: { measure($0) != measure(first) }) else {
      return nil
    }
    return largest(measure)
  }

  private func name(_ index: Int) -> String? {
    if case .name(let name)? = records[index].values["الاسم"] { name } else { nil }
  }
}
