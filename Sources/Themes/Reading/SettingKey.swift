/// The name of a setting, in both languages that a settings file may be written in.
struct SettingKey: Hashable, Sendable {
  /// The English name, lower case.
  let english: String
  /// The Arabic name.
  let arabic: String

  /// A setting called `english` or `arabic`.
  init(_ english: String, _ arabic: String) {
    self.english = english
    self.arabic = arabic
  }

  /// Whether a file's word means this setting: case, tashkeel and tatweel don't count.
  func matches(_ word: String) -> Bool {
    let folded = Self.folded(word)
    return folded == Self.folded(english) || folded == Self.folded(arabic)
  }

  /// `word` without what writers leave out or add at will.
  static func folded(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x0640, 0x064B...0x0652, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      case 0x005F, 0x002D, 0x00A0: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The number of single-character edits between two folded words.
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(folded(a)), Array(folded(b)))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
