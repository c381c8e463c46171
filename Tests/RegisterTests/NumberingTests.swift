import Diagnostics
import Dispatch
import Register
import Testing
import Values

@Suite struct RegisterNumberingTests {
  @Test func numbersOfASeriesRunFromOneWithoutAGap() throws {
    let office = try TemporaryRegister()
    var request = EntryDraft.letter()
    request.series = .requests
    let entries = try office.add([.letter(), request, .letter(), request, .letter()])
    #expect(
      entries.map(\.number.description) == [
        "OUT-1447-000001", "REQ-1447-000001", "OUT-1447-000002", "REQ-1447-000002", "OUT-1447-000003",
      ])
    #expect(entries.map(\.printed) == ["1447/1", "1447/1", "1447/2", "1447/2", "1447/3"])
    #expect(entries.map(\.position) == [1, 2, 3, 4, 5])
  }

  /// Somebody has made it larger by hand: no number can follow it.
  @Test(arguments: [
    "UPDATE series SET last = 9223372036854775807",
    "UPDATE ledger SET position = 9223372036854775807 WHERE position = 2",
  ])
  func nothingIsNumberedBehindANumberThatNobodyGave(sql: String) throws {
    let office = try TemporaryRegister()
    try office.add([.letter(), .letter()])
    try office.tamper(sql)
    #expect {
      try office.add([.letter()])
    } throws: { error in
      if case RegisterError.damaged? = error as? RegisterError { true } else { false }
    }
  }

  /// The year turns on 1 Muharram (1448 begins on 16 June 2026), or on 1 January.
  @Test(arguments: [
    (CalendarOfRecord.ummAlQura, "2026-06-15T20:59:59Z", "OUT-1447-000001"),
    (.ummAlQura, "2026-06-15T21:00:00Z", "OUT-1448-000001"),
    (.gregorian, "2026-12-31T20:59:59Z", "OUT-2026-000001"),
    (.gregorian, "2026-12-31T21:00:00Z", "OUT-2027-000001"),
  ])
  func theYearIsThatOfTheDayInSaudiArabia(calendar: CalendarOfRecord, moment: String, number: String) throws {
    let office = try TemporaryRegister(numbering: Numbering(calendar: calendar))
    office.now = try #require(Moment(iso: moment))
    office.now.seconds -= 60
    #expect(try office.add([.letter()])[0].number.description == number)
  }

  /// Muharram 1449, which begins on 6 June 2027, is announced for the day before.
  @Test func theYearTurnsByTheOfficesCalendarAndEntriesKeepTheirDay() throws {
    var log = DiagnosticLog()
    let calendar = UmmAlQura.official.applying(
      overrides: "1449-01 2027-06-05", file: "calendar.txt", log: &log)
    #expect(log.diagnostics.isEmpty)
    let office = try TemporaryRegister(numbering: Numbering(ummAlQura: calendar))
    office.now = try #require(Moment(iso: "2027-06-05T09:00:00Z"))
    let entry = try office.add([.letter()])[0]
    #expect(entry.number.description == "OUT-1449-000001" && entry.hijri?.numeric == "1449-01-01")
    // By the official calendar it is the last day of 1448: the entry says what was said then.
    let register = try Register.open(path: office.path)
    #expect(try register.entries(named: "1449/1").first?.hijri?.numeric == "1449-01-01")
    #expect(try register.audit().findings.isEmpty)
    try office.tamper("UPDATE entries SET hijri = '1448-12-30'")
    #expect(try register.audit().findings == [.changed(position: 1, reference: "OUT-1449-000001")])
  }

  @Test func aNumberThatWasNotRecordedIsGivenAgain() throws {
    struct Stop: Error {}
    let office = try TemporaryRegister()
    try office.add([.letter()])
    var log = DiagnosticLog()
    let now = Moment(seconds: office.now.seconds + 60)
    #expect(throws: Stop.self) {
      try office.register.recording(at: now, log: &log) { recording, _ -> RegisterEntry? in
        try recording.record(.letter())
        throw Stop()
      }
    }
    let refused = try office.register.recording(at: now, log: &log) { recording, _ -> RegisterEntry? in
      try recording.record(.letter())
      return nil
    }
    #expect(refused == nil)
    #expect(try office.add([.letter()])[0].number.number == 2)
    #expect(try office.register.audit().findings.isEmpty)
  }

  @Test func severalConnectionsNeverGiveANumberTwice() throws {
    let office = try TemporaryRegister()
    let others = try (0..<4).map { _ in try office.another() }
    let now = office.now
    DispatchQueue.concurrentPerform(iterations: 4) { index in
      for _ in 0..<10 {
        var log = DiagnosticLog()
        _ = try? others[index].recording(at: now, log: &log) { recording, _ in try recording.record(.letter())
        }
      }
    }
    var numbers: [Int] = []
    try office.register.walk { numbers.append($0.number.number) }
    #expect(numbers == Array(1...40))
    #expect(try office.register.audit().findings.isEmpty)
  }

  @Test func aClockSetBackGivesNoNumber() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    var log = DiagnosticLog()
    let earlier = Moment(seconds: office.now.seconds - 3600)
    let entry = try office.register.recording(at: earlier, log: &log) { recording, _ in
      try recording.record(.letter())
    }
    #expect(entry == nil)
    #expect(log.diagnostics.map(\.message.id) == ["register.clock-set-back"])
    // Two machines' clocks may differ by seconds: the order of entries is kept, and nothing refused.
    var second = DiagnosticLog()
    let close = try office.register.recording(at: Moment(seconds: office.now.seconds - 30), log: &second) {
      recording, _ in try recording.record(.letter())
    }
    #expect(close?.recordedAt == office.now && second.diagnostics.isEmpty)
  }

  @Test func aRegisterThatIsHeldIsWaitedForAndThenSaidToBeBusy() throws {
    let office = try TemporaryRegister()
    let second = try Register.open(path: office.path, patience: 0.1)
    var log = DiagnosticLog()
    _ = try office.register.recording(at: office.now, log: &log) { recording, _ in
      var other = DiagnosticLog()
      #expect(throws: RegisterError.busy(path: office.path)) {
        try second.recording(at: office.now, log: &other) { recording, _ in try recording.record(.letter()) }
      }
      return try recording.record(.letter())
    }
    #expect(try second.search(Register.Query()).map(\.number.number) == [1])
  }

  @Test(arguments: [
    ("{year}/{number}", "1448/125"), ("{السنة}/{الرقم}", "1448/125"), ("{number:5}/ص/{year}", "00125/ص/1448"),
    ("{number}-{year}", "125-1448"),
  ])
  func numbersPrintAsTheOfficeWritesThem(pattern: String, printed: String) throws {
    #expect(try #require(NumberPattern(pattern)).printed(year: 1448, number: 125) == printed)
  }

  @Test(arguments: [
    "{number}", "{year}", "{year}{number}", "{year} / {number}", "{x}/{number}", "{number", "",
    "{number:0}/{year}",
  ])
  func patternsThatCannotTellNumbersApartAreRefused(pattern: String) {
    #expect(NumberPattern(pattern) == nil)
  }
}
