import Records
import Values

/// Chooses the letters that are most likely to come out wrong.
struct SampleChoice {
  let records: [Record]
  let pages: [Int]
  /// The records that get a letter.
  let eligible: [Int]

  /// One letter for every reason that any record gives, the first such record.
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
    case .missingOptional: largest { -records[$0].values.count }
    case .mostPages: largest { pages[$0] }
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

  private func name(_ index: Int) -> String? {
    if case .name(let name)? = records[index].values["الاسم"] { name } else { nil }
  }
}
