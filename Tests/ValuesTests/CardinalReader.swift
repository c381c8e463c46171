/// Reads a number's words back: the check on `Cardinal` that shares none of its rules.
enum CardinalReader {
  private static let values: [String: Int64] = {
    var values: [String: Int64] = ["صفر": 0, "عشر": 10, "عشرة": 10]
    let units: [[String]] = [
      ["واحد", "واحدة", "أحد", "إحدى"],
      ["اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي"],
      ["ثلاثة", "ثلاث"], ["أربعة", "أربع"], ["خمسة", "خمس"], ["ستة", "ست"], ["سبعة", "سبع"],
      ["ثمانية", "ثماني", "ثمان", "ثمانيا"], ["تسعة", "تسع"],
    ]
    for (index, words) in units.enumerated() {
      for word in words { values[word] = Int64(index + 1) }
    }
    values["واحدا"] = 1
    values["صفرا"] = 0
    let stems = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
    for (index, stem) in stems.enumerated() {
      for ending in ["ون", "ين"] { values[stem + ending] = Int64(index + 2) * 10 }
      for hundred in ["مائة", "مئة"] where index > 0 { values[stem + hundred] = Int64(index + 2) * 100 }
    }
    for stem in ["مائ", "مئ"] {
      values[stem + "ة"] = 100
      for ending in ["تان", "تين", "تا", "تي"] { values[stem + ending] = 200 }
    }
    return values
  }()

  private static let scales: [(singular: String, plural: String, value: Int64)] = [
    ("ألف", "آلاف", 1000), ("مليون", "ملايين", 1_000_000), ("مليار", "مليارات", 1_000_000_000),
    ("بليون", "بلايين", 1_000_000_000), ("تريليون", "تريليونات", 1_000_000_000_000),
  ]

  /// The number that the words say, or `nil` when a word isn't known.
  static func number(_ words: String) -> Int64? {
    let plain = String(
      words.unicodeScalars.filter { !(0x064B...0x0652).contains($0.value) }.map(Character.init))
    var (total, group) = (Int64(0), Int64(0))
    for word in plain.split(separator: " ").map(String.init) {
      let meanings = [word, word.hasPrefix("و") ? String(word.dropFirst()) : word]
      if let value = meanings.lazy.compactMap({ values[$0] }).first {
        group += value
      } else if let (count, value) = meanings.lazy.compactMap(scale).first {
        total += (count ?? max(group, 1)) * value
        group = 0
      } else {
        return nil
      }
    }
    return total + group
  }

  private static func scale(_ word: String) -> (count: Int64?, value: Int64)? {
    for scale in scales {
      if [scale.singular, scale.singular + "ا", scale.plural].contains(word) { return (nil, scale.value) }
      if ["ان", "ين", "ي"].contains(where: { scale.singular + $0 == word }) { return (2, scale.value) }
    }
    return nil
  }
}
