import Testing

@testable import Values

@Suite struct NameFormTests {
  @Test(arguments: [
    ("\u{200F}محمد\u{200F}", "محمد"), ("\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}", "محمد"), ("محمـــد", "محمد"),
    ("مُحَمَّد", "محمد"), ("عل\u{6CC}", "علي"), ("على", "علي"), ("كريم", "كريم"), ("\u{6A9}ر\u{6CC}م", "كريم"),
    ("أحمد", "احمد"), ("احمد", "احمد"), ("آحمد", "احمد"), ("فاطمة", "فاطمه"), ("فاطمه", "فاطمه"),
    ("عبد الله", "عبدالله"), ("عبدالله", "عبدالله"), ("عبد\u{A0}الله", "عبدالله"), ("آل سعود", "السعود"),
    ("ال سعود", "السعود"), ("السعود", "السعود"), ("رؤى", "روي"), ("فائزة", "فايزه"), ("هناء", "هنا"),
    ("نورة بنت عبدالرحمن بن صالح آل فلان", "نوره بنت عبدالرحمن بن صالح الفلان"),
    ("Mohammed  Ali KHAN", "mohammed ali khan"), ("ملف ١٢", "ملف 12"), ("Al-Ghamdi, O.", "al ghamdi o"),
    ("", ""),
  ])
  func foldsForSearch(_ name: String, _ key: String) {
    #expect(NameForm.searchKey(name) == key)
    #expect(NameForm.searchKey(key) == key)
  }

  @Test func looseKeyDropsBinAndBint() {
    #expect(
      NameForm.looseSearchKey("نورة بنت عبدالرحمن بن صالح آل فلان") == "نوره عبدالرحمن صالح الفلان")
    #expect(NameForm.looseSearchKey("صالح ابن عبد العزيز") == NameForm.looseSearchKey("صالح بن عبدالعزيز"))
  }

  @Test func sortsAsAnArabicListDoes() {
    let sorted = [
      "أحمد", "احمد سالم", "آل فلان", "إلهام", "الياس سعد", "بدر", "التميمي", "خالد", "الغامدي", "فاطمة",
      "فاطمه الزهراني",
      "يوسف",
      "Ali", "Zaid",
    ]
    #expect(sorted.reversed().sorted { NameForm.collationKey($0) < NameForm.collationKey($1) } == sorted)
  }

  @Test(arguments: [
    ("عبد الله بن صالح آل فلان", "عبد\u{A0}الله بن\u{A0}صالح آل\u{A0}فلان"), ("أم كلثوم", "أم\u{A0}كلثوم"),
    ("نورة بنت أبو بكر", "نورة بنت\u{A0}أبو\u{A0}بكر"), ("عبدالله سعد", "عبدالله سعد"), ("بن", "بن"),
    ("", ""),
    ("Mohammed Ali Khan", "Mohammed Ali Khan"),
  ])
  func keepsLeadingWordsWithTheirNames(_ name: String, _ printed: String) {
    #expect(NameForm.printed(name) == printed)
  }
}

@Suite struct NearDuplicateTests {
  private func reasonFor(_ a: NearDuplicate.Subject, _ b: NearDuplicate.Subject) -> NearDuplicate? {
    NearDuplicate.between(.init(a), .init(b))
  }

  @Test(arguments: [
    ("عبد الله صالح", "عبدالله صالح", NearDuplicate.sameSearchKey),
    ("فاطمة علي", "فاطمه على", .sameSearchKey),
    ("صالح بن عبدالله", "صالح عبدالله", .sameLooseKey),
    ("د. محمد علي", "محمد علي", .sameButForTitle), ("الأستاذة نورة بنت علي", "نوره علي", .sameButForTitle),
    ("م. محمد أحمد الغامدي", "محمد الغامدي", .shorterForm), ("Dr. Ali Khan", "ali khan", .sameButForTitle),
    ("الشيخ", "الشيخ", .sameName), ("عبدالله الشيخ", "عبدالله", nil),
    ("محمد أحمد سعيد الغامدي", "محمد الغامدي", .shorterForm),
    ("عبدالرحمن الزهراني", "عبدالرحمن الزهرني", .oneLetterApart),
    ("عبدالرحمن الزهراني", "عبدالرحمن الزهارني", .oneLetterApart), ("سعد علي", "سعيد علي", nil),
    ("محمد الغامدي", "أحمد الزهراني", nil), ("", "", nil),
  ])
  func comparesNames(_ a: String, _ b: String, _ reason: NearDuplicate?) {
    #expect(reasonFor(.init(name: a), .init(name: b)) == reason)
    #expect(reasonFor(.init(name: b), .init(name: a)) == reason)
  }

  @Test func numbersWeighMoreThanNames() {
    let one = NearDuplicate.Subject(name: "علي صالح", identity: "1000000008", mobile: "+966501234567")
    var other = one
    #expect(reasonFor(one, other) == .sameIdentity)
    other.identity = "2000000006"
    #expect(reasonFor(one, other) == nil)
    other.identity = nil
    #expect(reasonFor(one, other) == .sameNameAndMobile)
    other.name = "نورة صالح"
    #expect(reasonFor(one, other) == nil)
  }

  @Test func findsAllPairsOfAList() {
    let names = [
      "عبد الله صالح الغامدي", "سعد علي", "عبدالله بن صالح الغامدي", "عبدالرحمن الزهراني", "عبدالله الغامدي",
      "عبدالرحمن الزهرني", "سعد على", "Khan", "",
    ]
    let findings = NearDuplicate.all(among: names.map { NearDuplicate.Subject(name: $0) })
    let expected: [(Int, Int, NearDuplicate)] = [
      (0, 2, .sameLooseKey), (0, 4, .shorterForm), (1, 6, .sameSearchKey), (2, 4, .shorterForm),
      (3, 5, .oneLetterApart),
    ]
    #expect(findings == expected.map { NearDuplicate.Finding(first: $0.0, second: $0.1, reason: $0.2) })
  }

  @Test func missesNoPairThatComparingEachWithEachFinds() {
    // Every name that is one letter from a long one, at every place.
    let name = Array("عبدالرحمن الزهراني")
    var names = [String(name)]
    for index in name.indices {
      var changed = name
      changed[index] = "ق"
      names.append(String(changed))
      changed.remove(at: index)
      names.append(String(changed))
      changed = name
      changed.insert("ق", at: index)
      names.append(String(changed))
      if index > 0 {
        changed = name
        changed.swapAt(index, index - 1)
        names.append(String(changed))
      }
    }
    let subjects = names.map { NearDuplicate.Subject(name: $0) }
    var expected: [NearDuplicate.Finding] = []
    for (index, first) in subjects.enumerated() {
      for other in subjects.indices.dropFirst(index + 1) {
        guard let reason = reasonFor(first, subjects[other]) else { continue }
        expected.append(NearDuplicate.Finding(first: index, second: other, reason: reason))
      }
    }
    #expect(expected.count > names.count)
    #expect(NearDuplicate.all(among: subjects) == expected)
  }
}
