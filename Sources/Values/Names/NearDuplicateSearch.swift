extension NearDuplicate {
  /// Two records of a list that may be of one person.
  public struct Finding: Hashable, Sendable {
    /// The place of the earlier record in the list.
    public var first: Int
    /// The place of the later record.
    public var second: Int
    /// Why they may be of one person.
    public var reason: NearDuplicate
  }

  /// All pairs of a list that may be of one person, in the order of the list.
  ///
  /// Only records that share a trait every reason needs are compared, so that thousands can be searched.
  ///
  /// - Parameters:
  ///   - subjects: the records' persons.
  ///   - limit: with how many of those that share a trait a later record is compared: one name a thousand
  ///     times would be half a million pairs.
  /// - Returns: the pairs, the earlier record of each first.
  public static func all(among subjects: [Subject], limit: Int = .max) -> [Finding] {
    let profiles = subjects.map(Profile.init)
    var buckets: [Trait: [Int]] = [:]
    var pairs: Set<Pair> = []
    for (index, profile) in profiles.enumerated() {
      for trait in traits(of: profile) {
        let earlier = buckets[trait, default: []]
        for other in earlier { pairs.insert(Pair(first: other, second: index)) }
        if earlier.count < limit { buckets[trait, default: []].append(index) }
      }
    }
    return pairs.sorted().compactMap { pair in
      between(profiles[pair.first], profiles[pair.second]).map {
        Finding(first: pair.first, second: pair.second, reason: $0)
      }
    }
  }

  private enum Trait: Hashable {
    case identity(String)
    case name([Unicode.Scalar])
    case ends(ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>)
    case opening(ArraySlice<Unicode.Scalar>)
    case closing(ArraySlice<Unicode.Scalar>)
  }

  private struct Pair: Hashable, Comparable {
    var first: Int
    var second: Int

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// What a record must share with another to be its near duplicate for some reason.
  private static func traits(of profile: Profile) -> Set<Trait> {
    var traits: Set<Trait> = profile.subject.identity.map { [.identity($0)] } ?? []
    let letters = profile.letters
    if letters.isEmpty { return traits }
    traits.insert(.name(letters))
    if let first = profile.words.first, let last = profile.words.last, profile.words.count > 1 {
      traits.insert(.ends(first, last))
    }
    // One edit leaves one half of a name whole; two lengths, because the other name may be a letter longer.
    for length in Set([letters.count / 2 - 1, (letters.count - 1) / 2 - 1]) where letters.count >= 10 {
      traits.insert(.opening(letters.prefix(length)))
      traits.insert(.closing(letters.suffix(length)))
    }
    return traits
  }
}
