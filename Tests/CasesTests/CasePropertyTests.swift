import Diagnostics
import TestSupport
import Testing
import Values

@testable import Cases

/// Random acts, good and bad, in any order: no case ever stands where its conditions don't hold.
@Suite struct CasePropertyTests {
  private func document(_ g: inout SeededGenerator) -> CaseDocument {
    let kind = g.pick(["هوية وطنية", "صك ملكية", "تقرير هندسي"])
    let isOld = Int.random(in: 0..<9, using: &g) == 0
    return CaseDocument(
      kind: kind, issued: Fixture.day(isOld ? -400 : -20), expires: Fixture.day(isOld ? 1 : 700),
      isMatching: Int.random(in: 0..<12, using: &g) > 0,
      keeping: Bool.random(using: &g) ? .sighted : .copied(basis: Bool.random(using: &g) ? "نظام" : ""))
  }

  private func command(_ g: inout SeededGenerator, day: CivilDate, in state: CaseState) -> CaseCommand {
    // Mostly what the state allows, so that the walks go far; whether the conditions hold is left to chance.
    let isAllowed = Int.random(in: 0..<6, using: &g) > 0
    let kinds = isAllowed ? CaseRules.commands(from: state) : CaseCommand.Kind.allCases
    let word = Int.random(in: 0..<12, using: &g) == 0 ? " " : "بيان"
    let letter = CaseLetter(
      number: word, day: Int.random(in: 0..<12, using: &g) == 0 ? day.adding(days: 1) : day)
    let decision = CaseDecision(
      number: word, meeting: Int.random(in: 1...2, using: &g), day: day,
      amount: g.pick([nil, 100_000, 1_500_000, 9_000_000]),
      reasons: Bool.random(using: &g) ? ["سبب"] : [], conditions: Bool.random(using: &g) ? ["شرط"] : [],
      deadline: day.adding(days: Int.random(in: -1...30, using: &g)),
      approver: Bool.random(using: &g) ? "المدير التنفيذي" : nil, decidedBy: "رئيس لجنة البحث")
    let early: EarlyReply? = g.pick([
      nil, EarlyReply(approver: Fixture.director, reason: word),
      EarlyReply(approver: "غيره", reason: "سبب"),
    ])
    let until = day.adding(days: Int.random(in: -2...20, using: &g))
    switch g.pick(kinds) {
    case .submit: return .submit(channel: g.pick(CaseChannel.allCases))
    case .addDocument: return .addDocument(document(&g))
    case .declare: return .declare(signer: word)
    case .sendReceipt: return .sendReceipt(letter)
    case .askForMissing: return .askForMissing(letter, deadline: until)
    case .confirmComplete: return .confirmComplete
    case .refer: return .refer(question: word)
    case .answerReferral: return .answerReferral(answer: word)
    case .present:
      return .present(
        meeting: Int.random(in: 1...2, using: &g), on: day.adding(days: Int.random(in: -1...9, using: &g)),
        recommendation: word)
    case .accept: return .accept(decision)
    case .acceptConditionally: return .acceptConditionally(decision)
    case .refuse: return .refuse(decision)
    case .postpone: return .postpone(decision)
    case .extend: return .extend(letter, reason: word, until: until)
    case .sendDecision: return .sendDecision(letter, early: early)
    case .confirmConditions: return .confirmConditions
    case .register: return .register(letter, fileNumber: word)
    case .order: return .order(number: word)
    case .deliver: return .deliver(receiver: word)
    case .sendSurvey: return .sendSurvey(letter)
    case .appeal: return .appeal(number: word, grounds: word)
    case .upholdRefusal: return .upholdRefusal(letter, reasons: word)
    case .reopen: return .reopen(letter, reasons: word)
    case .withdraw: return .withdraw(reason: word)
    case .close: return .close
    }
  }

  @Test(arguments: UInt64(1)...24) func noSequenceReachesAStateWhoseConditionIsFalse(seed: UInt64) throws {
    let rules = try Fixture.rules()
    var g = SeededGenerator(seed: seed)
    var reached: Set<CaseState> = []
    for _ in 0..<40 {
      var file = Fixture.file()
      var day = Fixture.start
      for _ in 0..<250 where !file.state.isFinal {
        if Int.random(in: 0..<2, using: &g) == 0 { day = day.adding(days: Int.random(in: 0...4, using: &g)) }
        // Withdrawal would end most walks early.
        let command = command(&g, day: day, in: file.state)
        if command.kind == .withdraw, Int.random(in: 0..<40, using: &g) > 0 { continue }
        let by = Bool.random(using: &g) ? Fixture.clerk : "رئيس لجنة البحث"
        var log = DiagnosticLog()
        let event = CaseEvent(day: day, by: by, command: command)
        guard
          let next = file.performing(
            event, under: rules, today: Fixture.start.adding(days: 2000), log: &log)
        else {
          #expect(log.hasErrors, "a refusal has its reason")
          continue
        }
        #expect(log.diagnostics == [])
        file = next
        reached.insert(file.state)
        expectInvariants(of: file, rules)
      }
      #expect(Fixture.file().replaying(file.timeline) == file)
    }
    #expect(
      reached.isSuperset(of: [.accepted, .refused, .inService, .served, .closed, .appealed]),
      "the walks have to go far: \(reached)")
  }

  /// What has to be so in each state, said without the guards: from the timeline alone.
  private func expectInvariants(of file: CaseFile, _ rules: CaseRules) {
    let kinds = file.timeline.map(\.command.kind)
    let beyondCommittee: Set<CaseState> = [
      .presented, .accepted, .acceptedConditionally, .refused, .postponed, .appealed, .inService, .served,
      .closed,
    ]
    if file.state != .draft, file.state != .withdrawn, file.state != .referred {
      #expect(kinds.contains(.submit))
    }
    if beyondCommittee.contains(file.state) {
      #expect(kinds.contains(.declare) && kinds.contains(.sendReceipt) && kinds.contains(.confirmComplete))
      for kind in ["هوية وطنية", "صك ملكية", "تقرير هندسي"] {
        let last = file.timeline.last { event in
          if case .addDocument(let document) = event.command { document.kind == kind } else { false }
        }
        guard case .addDocument(let document)? = last?.command, let handedIn = last?.day else {
          Issue.record("\(kind) is missing in \(file.state)")
          continue
        }
        let day = max(handedIn, file.received ?? handedIn)
        #expect(document.isMatching)
        #expect(document.expires.map { $0 >= day } ?? true)
        #expect(document.keeping != .copied(basis: ""))
      }
    }
    for event in file.timeline {
      guard case .sendDecision(let letter, let early) = event.command else { continue }
      let isInTime = file.received.map { $0.days(to: letter.day) >= 14 } == true
      #expect(isInTime || early?.approver == Fixture.director && early?.reason == "بيان")
    }
    if [.inService, .served].contains(file.state) {
      #expect(kinds.contains(.sendDecision) && kinds.contains(.register) && kinds.contains(.order))
      #expect(file.decision?.amount ?? 0 <= 2_000_000)
      if kinds.contains(.acceptConditionally),
        kinds.last(where: { [.accept, .acceptConditionally].contains($0) }) == .acceptConditionally
      {
        #expect(kinds.contains(.confirmConditions))
      }
    }
    if file.state == .closed { #expect(kinds.contains(.sendSurvey) || kinds.contains(.refuse)) }
    #expect(zip(file.timeline, file.timeline.dropFirst()).allSatisfy { $0.day <= $1.day })
  }
}
