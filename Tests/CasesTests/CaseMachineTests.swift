import Diagnostics
import Testing
import Values

@testable import Cases

/// Each condition of the table, at the act that it guards.
@Suite struct CaseMachineTests {
  private typealias Act = (Int, CaseCommand)

  private func refusals(
    _ acts: [(Int, CaseCommand)], of file: CaseFile = Fixture.file(), window: ReplyWindow = ReplyWindow(),
    by: String = Fixture.clerk
  ) throws -> [String] {
    let (_, log) = Fixture.perform(acts, on: file, under: try Fixture.rules(window), by: by)
    return log.diagnostics.map(\.message.id)
  }

  @Test func aRequestGoesFromTheDeskToItsSurvey() throws {
    let rest: [(Int, CaseCommand)] = [
      (15, .register(Fixture.letter("1448/321", 15), fileNumber: "م-0002")), (16, .order(number: "1448/د/7")),
      (30, .deliver(receiver: "نورة آل سدرة")), (31, .sendSurvey(Fixture.letter("1448/345", 31))),
      (40, .close),
    ]
    let (file, log) = Fixture.perform(Fixture.told + rest, under: try Fixture.rules())
    #expect(log.diagnostics == [])
    #expect(file.state == .closed)
    #expect(file.channelOut == .site)
    #expect(file.timeline.count == Fixture.told.count + rest.count)
    let blank = Fixture.file()
    #expect(blank.replaying(file.timeline) == file)
  }

  /// Done in the order it is offered, a request gets from the desk to its end.
  @Test func theNextStepLeadsToTheEnd() throws {
    let rules = try Fixture.rules()
    var file = Fixture.file()
    var day = 0
    var steps: [CaseCommand.Kind] = []
    while let step = file.nextStep(under: rules), steps.count < 30 {
      steps.append(step)
      day += 2
      let letter = Fixture.letter("1448/\(day)", day + 20)
      let command: CaseCommand =
        switch step {
        case .submit: .submit(channel: .site)
        case .sendReceipt: .sendReceipt(letter)
        case .askForMissing: .askForMissing(letter, deadline: Fixture.day(90))
        case .addDocument:
          .addDocument(
            try #require(
              [Fixture.identity, Fixture.deed, Fixture.report].first { file.document($0.kind) == nil }))
        case .confirmComplete: .confirmComplete
        case .declare: .declare(signer: "نورة")
        case .present: .present(meeting: 12, on: Fixture.day(day + 20), recommendation: "القبول")
        case .accept: .acceptConditionally(Fixture.decision(day + 20))
        case .sendDecision: .sendDecision(letter, early: nil)
        case .register: .register(letter, fileNumber: "7")
        case .confirmConditions: .confirmConditions
        case .order: .order(number: "7")
        case .deliver: .deliver(receiver: "نورة")
        case .sendSurvey: .sendSurvey(letter)
        default: .close
        }
      let (next, log) = Fixture.perform([(day + 20, command)], on: file, under: rules)
      #expect(log.diagnostics == [])
      file = next
    }
    #expect(file.state == .closed)
    #expect(steps.filter { $0 == .addDocument }.count == 3)
    #expect(Array(steps.suffix(3)) == [.deliver, .sendSurvey, .close])
  }

  @Test func dataMustBeValidOnTheDayTheyAreHandedIn() throws {
    var expired = Fixture.identity
    expired.expires = Fixture.day(-1)
    let handedIn: [(Int, CaseCommand)] = [
      (0, .submit(channel: .phone)), (0, .addDocument(expired)), (0, .addDocument(Fixture.deed)),
      (0, .addDocument(Fixture.report)),
    ]
    #expect(try refusals(handedIn + [(1, .confirmComplete)]) == ["cases.missing"])
    expired.expires = Fixture.day(0)
    let valid: [(Int, CaseCommand)] = handedIn + [(0, .addDocument(expired)), (400, .confirmComplete)]
    // It has long expired when the case is looked at, but it was valid when it was handed in.
    let (file, _) = Fixture.perform(
      Array(valid.dropLast()) + [(90, .confirmComplete)], under: try Fixture.rules())
    #expect(file.state == .complete)
  }

  @Test func aDraftsDocumentsAreMeasuredOnTheDayOfSubmission() throws {
    var short = Fixture.identity
    short.expires = Fixture.day(3)
    let acts: [(Int, CaseCommand)] = [
      (0, .addDocument(short)), (0, .addDocument(Fixture.deed)), (0, .addDocument(Fixture.report)),
      (5, .submit(channel: .letter)), (6, .confirmComplete),
    ]
    #expect(try refusals(acts) == ["cases.missing"])
  }

  @Test func whatIsMissingIsAskedForAndBrought() throws {
    let rules = try Fixture.rules()
    let asked: [(Int, CaseCommand)] = [
      (0, .submit(channel: .site)), (0, .addDocument(Fixture.identity)), (0, .addDocument(Fixture.deed)),
      (2, .askForMissing(Fixture.letter("1448/314", 2), deadline: Fixture.day(20))),
    ]
    let (incomplete, log) = Fixture.perform(asked, under: rules)
    #expect(log.diagnostics == [])
    #expect(incomplete.state == .incomplete)
    let paper = try #require(incomplete.papers(under: rules).first { $0.template == "missing-documents" })
    #expect(
      paper.values["النواقص"]
        == .list([
          [
            "المطلوب": .text("تقرير هندسي"), "السبب": .text("لم يُقدَّم مع الطلب"),
            "طريقة الاستكمال": .text("تقرير من مكتب هندسي مرخص"),
          ]
        ]))
    let (complete, _) = Fixture.perform(
      [(9, .addDocument(Fixture.report)), (9, .confirmComplete)], on: incomplete, under: rules)
    #expect(complete.state == .complete)
    #expect(complete.completed == Fixture.day(9))
    #expect(
      try refusals(asked + [(9, .addDocument(Fixture.report)), (9, asked[3].1)]).contains(
        "cases.nothing-missing"))
  }

  @Test func nothingReachesTheCommitteeWithoutASignedDeclaration() throws {
    let undeclared = Fixture.presented.filter { $0.1.kind != .declare }
    #expect(try refusals(undeclared) == ["cases.not-declared"])
    let held = CaseCommand.present(meeting: 12, on: Fixture.day(9), recommendation: "القبول")
    #expect(try refusals(Array(Fixture.presented.dropLast()) + [(10, held)]) == ["cases.meeting-past"])
    let unreceipted = Fixture.presented.filter { $0.1.kind != .sendReceipt }
    #expect(try refusals(unreceipted) == ["cases.no-receipt"])
  }

  @Test func noDecisionLetterGoesOutBeforeTwoWeeks() throws {
    func send(_ offset: Int, _ early: EarlyReply? = nil) -> [(Int, CaseCommand)] {
      Fixture.accepted + [(offset, .sendDecision(Fixture.letter("1448/320", offset), early: early))]
    }
    #expect(try refusals(send(13)) == ["cases.too-early"])
    #expect(try refusals(send(14)) == [])
    let stranger = EarlyReply(approver: "غيره", reason: "ضرورة")
    #expect(try refusals(send(13, stranger)) == ["cases.not-an-approver"])
    let silent = EarlyReply(approver: Fixture.director, reason: " ")
    #expect(try refusals(send(13, silent)) == ["cases.override-without-reason"])
    let stated = EarlyReply(approver: Fixture.director, reason: "حالة عاجلة: خطر سقوط السقف.")
    let (file, _) = Fixture.perform(send(13, stated), under: try Fixture.rules())
    #expect(file.earlyReply == stated)
    let printed = file.papers(under: try Fixture.rules()).flatMap { $0.values.values }
    #expect(!"\(printed)".contains("خطر سقوط"))
  }

  /// Where the days count from completeness, the decision's letter goes out one day later, since the case was complete a
  /// day after its receipt; and the receipt notice, which names the day, not before it.
  @Test func theDaysMayCountFromCompleteness() throws {
    let window = ReplyWindow(clockStartsAt: .completeness)
    let early = Array(Fixture.presented.prefix(6))
    #expect(try refusals(early, window: window) == ["cases.clock-stands"])
    let received = Fixture.perform(Array(early.dropLast()), under: try Fixture.rules(window)).file
    #expect(received.nextStep(under: try Fixture.rules(window)) == .confirmComplete)
    #expect(received.nextStep(under: try Fixture.rules()) == .sendReceipt)
    var acts = Fixture.accepted
    acts.remove(at: 5)
    acts.insert((1, .sendReceipt(Fixture.letter("1448/311", 1))), at: 6)
    func send(_ offset: Int) -> [(Int, CaseCommand)] {
      acts + [(offset, .sendDecision(Fixture.letter("1448/320", offset), early: nil))]
    }
    #expect(try refusals(send(14), window: window) == ["cases.too-early"])
    #expect(try refusals(send(15), window: window) == [])
  }

  @Test func anOfficeSaysHowLongToComeAfterAcceptance() throws {
    var rules = try Fixture.rules()
    rules.visitDays = 30
    let paper = try #require(Fixture.perform(Fixture.told, under: rules).file.papers(under: rules).first)
    #expect(paper.template == "acceptance-letter" && paper.values["مدة المراجعة"] == .integer(30))
  }

  @Test(arguments: [
    (1, "يوم واحد", "1 day "), (2, "يومان", "2 days"), (10, "عشرة أيام", "10 days"),
    (14, "أربعة عشر يوماً", "14 days"),
  ])
  func aLetterThatIsEarlySaysTheOfficesOwnDays(days: Int, arabic: String, english: String) throws {
    let window = ReplyWindow(minReplyDays: 20 + days)
    var message = Diagnostic.Message.tooEarly(Fixture.day(days), days: days)
    #expect(message.arabic.contains("وهي \(arabic)،") && message.english.contains(english))
    let send = Fixture.accepted + [(12, CaseCommand.sendDecision(Fixture.letter("1448/320", 12), early: nil))]
    message = try #require(
      Fixture.perform(send, under: try Fixture.rules(window)).log.diagnostics.first?.message)
    #expect(message == .tooEarly(Fixture.day(20 + days), days: 20 + days))
  }

  @Test func whatIsDoneOnceIsNotPossibleTwice() throws {
    let rules = try Fixture.rules()
    for (count, act, isPossible) in [(5, CaseCommand.Kind.sendReceipt, true), (6, .sendReceipt, false)] {
      let (file, _) = Fixture.perform(Array(Fixture.presented.prefix(count)), under: rules)
      #expect(file.possibleActs.contains(act) == isPossible)
      #expect(file.possibleActs.contains(.withdraw))
    }
    let told = Fixture.accepted + [(20, .sendDecision(Fixture.letter("1448/320", 20), early: nil))]
    #expect(Fixture.perform(Fixture.accepted, under: rules).file.possibleActs.contains(.sendDecision))
    #expect(!Fixture.perform(told, under: rules).file.possibleActs.contains(.sendDecision))
  }

  @Test func aCaseThatHasEndedGrowsNoOlder() throws {
    let (open, _) = Fixture.perform(Array(Fixture.presented.prefix(1)), under: try Fixture.rules())
    #expect(open.age(on: Fixture.day(30)) == 30)
    let acts = Array(Fixture.presented.prefix(1)) + [(4, .withdraw(reason: "بطلبه"))]
    #expect(Fixture.perform(acts, under: try Fixture.rules()).file.age(on: Fixture.day(30)) == 4)
    #expect(Fixture.file().age(on: Fixture.day(30)) == nil)
  }

  @Test func aReferralNeitherStartsNorMovesTheDays() throws {
    let rules = try Fixture.rules()
    let (asked, _) = Fixture.perform([(0, .refer(question: "ما شروط الترميم؟"))], under: rules)
    #expect(asked.state == .referred)
    #expect(rules.earliestReply(to: asked) == nil)
    let (answered, _) = Fixture.perform(
      [(3, .answerReferral(answer: "أن يكون المسكن ملكاً.")), (5, .submit(channel: .interview))], on: asked,
      under: rules)
    #expect(answered.state == .received)
    #expect(rules.earliestReply(to: answered) == Fixture.day(19))
    let again: [(Int, CaseCommand)] = [(6, .refer(question: "هل يلزم تقرير؟"))]
    let (waiting, _) = Fixture.perform(again, on: answered, under: rules)
    #expect(rules.earliestReply(to: waiting) == Fixture.day(19))
    let (_, log) = Fixture.perform([(7, .confirmComplete)], on: waiting, under: rules)
    #expect(log.diagnostics.map(\.message.id) == ["cases.not-here"])
  }

  @Test func theDecisionKeepsToTheCatalogue() throws {
    func decide(_ command: CaseCommand) throws -> [String] {
      try refusals(Fixture.presented + [(11, command)])
    }
    #expect(try decide(.accept(Fixture.decision(11, amount: 2_000_001))).contains("cases.over-ceiling"))
    #expect(try decide(.accept(Fixture.decision(11, amount: 1_000_001))) == ["cases.not-approved"])
    #expect(try decide(.accept(Fixture.decision(11, amount: 1_000_001, approver: "المدير التنفيذي"))) == [])
    var bare = Fixture.decision(11)
    bare.reasons = []
    #expect(try decide(.refuse(bare)) == ["cases.no-reasons"])
    bare.conditions = ["  "]
    #expect(try decide(.acceptConditionally(bare)) == ["cases.no-conditions"])
    bare.meeting = 13
    #expect(try decide(.accept(bare)) == ["cases.other-meeting"])
    #expect(try decide(.accept(Fixture.decision(10))) == ["cases.decision-day"])
  }

  @Test func aServiceFollowsTheLetterTheRegistrationAndTheConditions() throws {
    #expect(
      try refusals(Fixture.accepted + [(14, .order(number: "7"))]) == ["cases.untold", "cases.unregistered"])
    let conditional: [(Int, CaseCommand)] =
      Fixture.presented + [
        (11, .acceptConditionally(Fixture.decision(11))),
        (14, .sendDecision(Fixture.letter("1448/320", 14), early: nil)),
        (15, .register(Fixture.letter("1448/321", 15), fileNumber: "م-0002")),
      ]
    #expect(try refusals(conditional + [(16, .order(number: "7"))]) == ["cases.conditions-open"])
    #expect(try refusals(conditional + [(20, .confirmConditions), (21, .order(number: "7"))]) == [])
  }

  @Test func anAppealIsHeardInTimeAndByAnother() throws {
    let appeal = CaseCommand.appeal(number: "1448/ت/9", grounds: "قُيّد طلبي قبل استيفاء المخصص.")
    #expect(try refusals(Fixture.refused + [(45, appeal)]) == ["cases.appeal-late"])
    #expect(try refusals(Fixture.refused + [(20, .close)]) == ["cases.appeal-open"])
    #expect(try refusals(Fixture.refused + [(45, .close)]) == [])
    let heard: [(Int, CaseCommand)] =
      Fixture.refused + [
        (20, appeal), (30, .upholdRefusal(Fixture.letter("1448/340", 30), reasons: "لم يتبين خلافه.")),
      ]
    #expect(try refusals(heard) == [])
    #expect(try refusals(heard, by: "رئيس لجنة البحث") == ["cases.same-judge"])
    #expect(try refusals(heard + [(31, appeal)]) == ["cases.appealed-before"])
    let (reopened, _) = Fixture.perform(
      Fixture.refused + [
        (20, appeal), (30, .reopen(Fixture.letter("1448/340", 30), reasons: "تبيّن سبق القيد.")),
      ],
      under: try Fixture.rules())
    #expect(reopened.state == .complete)
    #expect(reopened.decision == nil)
  }

  @Test func aMinorsGuardianHandsTheRequestIn() throws {
    var minor = CaseApplicant(name: "تركي آل سدرة", birth: Fixture.start.adding(months: -15 * 12))
    let submit: [(Int, CaseCommand)] = [(0, .submit(channel: .interview))]
    #expect(try refusals(submit, of: Fixture.file(minor)) == ["cases.minor-alone"])
    minor.agent = "عبدالله آل سدرة"
    #expect(try refusals(submit, of: Fixture.file(minor)) == ["cases.minor-alone"])
    minor.agencyDeed = "صك ولاية رقم 4410"
    #expect(try refusals(submit, of: Fixture.file(minor)) == [])
    var agent = CaseApplicant(name: "فاطمة النخيلي", agent: "علي النخيلي")
    #expect(try refusals(submit, of: Fixture.file(agent)) == ["cases.agent-without-deed"])
    agent.agencyDeed = "وكالة رقم 77"
    #expect(try refusals(submit, of: Fixture.file(agent)) == [])
  }

  @Test func copiesNeedALegalBasis() throws {
    var copied = Fixture.identity
    copied.keeping = .copied(basis: "")
    #expect(try refusals([(0, .addDocument(copied))]) == ["cases.copy-without-basis"])
    copied.keeping = .copied(basis: "تعليمات مكافحة غسل الأموال")
    #expect(try refusals([(0, .addDocument(copied))]) == [])
  }

  @Test func actsFollowOneAnotherInTime() throws {
    #expect(
      try refusals([(5, .submit(channel: .site)), (4, .addDocument(Fixture.deed))]) == ["cases.out-of-order"])
    #expect(try refusals([(500, .submit(channel: .site))]) == ["cases.day-to-come"])
    #expect(try refusals([(0, .submit(channel: .site))], by: " ") == ["cases.nobody"])
  }

  @Test(arguments: CaseState.allCases) func everyRefusalOfAStateNamesWhatIsPossible(state: CaseState) {
    let possible = CaseRules.commands(from: state)
    #expect(possible.isEmpty == state.isFinal)
    #expect(Set(possible).count == possible.count)
  }
}
