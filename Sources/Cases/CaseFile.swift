public import Values

/// Who asks, as the office knows them.
public struct CaseApplicant: Hashable, Sendable, Codable {
  /// The full name.
  public var name: String
  /// The day of birth, where it is known.
  public var birth: CivilDate?
  /// Who acts for the applicant: an agent, or the guardian of a minor.
  public var agent: String?
  /// The deed that lets the agent act: its kind, number and day.
  public var agencyDeed: String?
  /// What else the record says, by field name, as entered: what the case's documents are filled from.
  public var particulars: [String: String]

  /// An applicant.
  public init(
    name: String, birth: CivilDate? = nil, agent: String? = nil, agencyDeed: String? = nil,
    particulars: [String: String] = [:]
  ) {
    self.name = name
    self.birth = birth
    self.agent = agent
    self.agencyDeed = agencyDeed
    self.particulars = particulars
  }

  /// Whether the applicant is under eighteen, by the Gregorian calendar, on `day`.
  public func isMinor(on day: CivilDate) -> Bool {
    birth.map { $0.adding(months: 18 * 12) > day } ?? false
  }
}

/// A member's case (معاملة): who asks for what, and all that was done about it.
///
/// Everything but its opening follows from the timeline; only `performing(_:under:today:log:)` adds to it.
public struct CaseFile: Hashable, Sendable {
  /// The request's number.
  public let number: String
  /// Who asks.
  public let applicant: CaseApplicant
  /// The service, by its name in the catalogue.
  public let service: String
  /// What is asked for, in the applicant's words.
  public let details: String
  /// The amount asked for, in halalas.
  public let amount: Int64?
  /// The day the draft was opened.
  public let opened: CivilDate
  /// How the answer goes out, where the member wishes another channel than the request's own.
  public let replyChannel: CaseChannel?

  /// What was done, in order.
  public private(set) var timeline: [CaseEvent] = []
  /// Where the case stands.
  public private(set) var state: CaseState = .draft
  /// How the request came in.
  public private(set) var channelIn: CaseChannel?
  /// The day it was handed in.
  public private(set) var received: CivilDate?
  /// The day it was complete.
  public private(set) var completed: CivilDate?
  /// The documents handed in, in order; a later one of the same kind replaces an earlier.
  public private(set) var documents: [HandedInDocument] = []
  /// The day the declaration was signed, and by whom.
  public private(set) var declaration: Act?
  /// The receipt notice.
  public private(set) var receiptNotice: CaseLetter?
  /// By when what is missing is to be there.
  public private(set) var completionDeadline: CivilDate?
  /// The questions put to the social research officer.
  public private(set) var referrals: [CaseReferral] = []
  /// The meeting whose agenda it is on.
  public private(set) var meeting: Int?
  /// The day of that meeting.
  public private(set) var meetingDay: CivilDate?
  /// What the officer recommends to the committee.
  public private(set) var recommendation: String?
  /// What the committee decided last.
  public private(set) var decision: CaseDecision?
  /// The letter that told of the decision.
  public private(set) var decisionLetter: CaseLetter?
  /// Who let the decision's letter go out before its day, and why.
  public private(set) var earlyReply: EarlyReply?
  /// Whether the conditions are met.
  public private(set) var areConditionsMet = false
  /// The number in the register of members or beneficiaries, and the day of it.
  public private(set) var registration: Act?
  /// The order to serve.
  public private(set) var serviceOrder: Act?
  /// Who received the service, and the day.
  public private(set) var delivery: Act?
  /// The notice of completion that the survey went with.
  public private(set) var completionNotice: CaseLetter?
  /// The appeal's number and day.
  public private(set) var appeal: Act?
  /// The reply to the appeal.
  public private(set) var appealReply: CaseLetter?

  /// The day of an act, and the number or the name that it states.
  public struct Act: Hashable, Sendable {
    /// The day.
    public var day: CivilDate
    /// The number given, or the name of who signed or received.
    public var mark: String
  }

  /// A draft of a case.
  public init(
    number: String, applicant: CaseApplicant, service: String, details: String, amount: Int64? = nil,
    opened: CivilDate, replyChannel: CaseChannel? = nil
  ) {
    self.number = number
    self.applicant = applicant
    self.service = service
    self.details = details
    self.amount = amount
    self.opened = opened
    self.replyChannel = replyChannel
  }

  /// The channel the member is answered by: the one the request came in by, unless set otherwise.
  public var channelOut: CaseChannel? { replyChannel ?? channelIn }

  /// The day of the last act, or of the opening.
  public var lastDay: CivilDate { timeline.last?.day ?? opened }

  /// The day of the reply that the last letter on an ongoing study gave, if there was one.
  public var promisedReply: CivilDate? {
    timeline.reversed().lazy.compactMap {
      if case .extend(_, _, let until) = $0.command { until } else { nil }
    }.first
  }

  /// The document of a kind that counts: the last one handed in.
  public func document(_ kind: String) -> HandedInDocument? { documents.last { $0.document.kind == kind } }

  /// Writes an act into the file; whether it may be done was asked before.
  mutating func record(_ event: CaseEvent, to next: CaseState) {
    timeline.append(event)
    let day = event.day
    switch event.command {
    case .submit(let channel):
      channelIn = channel
      received = day
    case .addDocument(let document): documents.append(HandedInDocument(document: document, day: day))
    case .declare(let signer): declaration = Act(day: day, mark: signer)
    case .sendReceipt(let letter): receiptNotice = letter
    case .askForMissing(_, let deadline): completionDeadline = deadline
    case .confirmComplete: completed = day
    case .refer(let question):
      referrals.append(CaseReferral(question: question, day: day, referredBy: event.by, from: state))
    case .answerReferral(let answer):
      referrals[referrals.count - 1].answer = answer
      referrals[referrals.count - 1].answered = day
    case .present(let number, let day, let words):
      (meeting, meetingDay, recommendation) = (number, day, words)
    default: recordOutcome(event)
    }
    state = next
  }

  private mutating func recordOutcome(_ event: CaseEvent) {
    let day = event.day
    switch event.command {
    case .accept(let decided), .acceptConditionally(let decided), .postpone(let decided): decision = decided
    case .refuse(let decided): (decision, appeal, appealReply) = (decided, nil, nil)
    case .sendDecision(let letter, let early): (decisionLetter, earlyReply) = (letter, early)
    case .confirmConditions: areConditionsMet = true
    case .register(_, let number): registration = Act(day: day, mark: number)
    case .order(let number): serviceOrder = Act(day: day, mark: number)
    case .deliver(let receiver): delivery = Act(day: day, mark: receiver)
    case .sendSurvey(let letter): completionNotice = letter
    case .appeal(let number, _): (appeal, appealReply) = (Act(day: day, mark: number), nil)
    case .upholdRefusal(let letter, _): appealReply = letter
    case .reopen(let letter, _):
      (appealReply, decision, decisionLetter, earlyReply) = (letter, nil, nil, nil)
      (meeting, meetingDay) = (nil, nil)
    default: break
    }
  }
}
