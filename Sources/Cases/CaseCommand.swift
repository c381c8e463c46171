public import Values

/// What an office does with a case, with what the act states.
public enum CaseCommand: Hashable, Sendable, Codable {
  /// The request is handed in and entered.
  case submit(channel: CaseChannel)
  /// A document is handed in and matched with its original.
  case addDocument(CaseDocument)
  /// The applicant signed the declaration that the data are right.
  case declare(signer: String)
  /// The receipt notice went out.
  case sendReceipt(CaseLetter)
  /// The letter that names what is missing went out.
  case askForMissing(CaseLetter, deadline: CivilDate)
  /// All that the service asks for is there.
  case confirmComplete
  /// Something isn't clear to the member: to the social research officer.
  case refer(question: String)
  /// The officer's answer.
  case answerReferral(answer: String)
  /// Put on the agenda of a meeting that is held on a day.
  case present(meeting: Int, on: CivilDate, recommendation: String)
  /// The committee accepts.
  case accept(CaseDecision)
  /// The committee accepts on conditions.
  case acceptConditionally(CaseDecision)
  /// The committee refuses.
  case refuse(CaseDecision)
  /// The committee puts it off.
  case postpone(CaseDecision)
  /// The member is told that the study goes on.
  case extend(CaseLetter, reason: String, until: CivilDate)
  /// The decision letter goes out.
  case sendDecision(CaseLetter, early: EarlyReply?)
  /// All conditions are met.
  case confirmConditions
  /// Entered in the register of members or beneficiaries.
  case register(CaseLetter, fileNumber: String)
  /// The order to serve or pay.
  case order(number: String)
  /// The service is handed over.
  case deliver(receiver: String)
  /// The notice of completion with the survey went out.
  case sendSurvey(CaseLetter)
  /// The member appeals against the refusal.
  case appeal(number: String, grounds: String)
  /// The refusal stands.
  case upholdRefusal(CaseLetter, reasons: String)
  /// The case goes to the committee again.
  case reopen(CaseLetter, reasons: String)
  /// The member takes the request back.
  case withdraw(reason: String)
  /// Nothing is left to be done.
  case close

  /// The kind of act, without what it states.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case submit, declare, present, accept, refuse, postpone, extend, register, order, deliver, appeal, reopen
    case withdraw, close, refer
    case addDocument = "add-document"
    case sendReceipt = "send-receipt"
    case askForMissing = "ask-for-missing"
    case confirmComplete = "confirm-complete"
    case answerReferral = "answer-referral"
    case acceptConditionally = "accept-conditionally"
    case sendDecision = "send-decision"
    case confirmConditions = "confirm-conditions"
    case sendSurvey = "send-survey"
    case upholdRefusal = "uphold-refusal"

    /// The act in the words of an office.
    public var arabicName: String {
      switch self {
      case .submit: "استلام الطلب"
      case .addDocument: "تقديم مستند"
      case .declare: "توقيع إقرار صحة البيانات"
      case .sendReceipt: "إشعار الاستلام"
      case .askForMissing: "طلب استكمال النواقص"
      case .confirmComplete: "اكتمال الطلب"
      case .refer: "الإحالة إلى مسؤول البحث الاجتماعي"
      case .answerReferral: "إفادة مسؤول البحث الاجتماعي"
      case .present: "العرض على اللجنة"
      case .accept: "قرار القبول"
      case .acceptConditionally: "قرار القبول المشروط"
      case .refuse: "قرار الاعتذار"
      case .postpone: "قرار التأجيل"
      case .extend: "الإفادة باستمرار الدراسة"
      case .sendDecision: "خطاب القرار"
      case .confirmConditions: "استيفاء الشروط"
      case .register: "اكتمال التسجيل"
      case .order: "أمر تقديم الخدمة"
      case .deliver: "تسليم الخدمة"
      case .sendSurvey: "إشعار الإنجاز والاستبانة"
      case .appeal: "التظلم"
      case .upholdRefusal: "تأييد القرار"
      case .reopen: "قبول التظلم"
      case .withdraw: "الإلغاء بطلب صاحبه"
      case .close: "الإغلاق"
      }
    }
  }

  /// The kind of act.
  public var kind: Kind {
    switch self {
    case .submit: .submit
    case .addDocument: .addDocument
    case .declare: .declare
    case .sendReceipt: .sendReceipt
    case .askForMissing: .askForMissing
    case .confirmComplete: .confirmComplete
    case .refer: .refer
    case .answerReferral: .answerReferral
    case .present: .present
    case .accept: .accept
    case .acceptConditionally: .acceptConditionally
    case .refuse: .refuse
    case .postpone: .postpone
    case .extend: .extend
    case .sendDecision: .sendDecision
    case .confirmConditions: .confirmConditions
    case .register: .register
    case .order: .order
    case .deliver: .deliver
    case .sendSurvey: .sendSurvey
    case .appeal: .appeal
    case .upholdRefusal: .upholdRefusal
    case .reopen: .reopen
    case .withdraw: .withdraw
    case .close: .close
    }
  }

  /// The letter that the act sends, if it sends one.
  public var letter: CaseLetter? {
    switch self {
    case .sendReceipt(let letter), .askForMissing(let letter, _), .extend(let letter, _, _),
      .sendDecision(let letter, _), .register(let letter, _), .sendSurvey(let letter),
      .upholdRefusal(let letter, _), .reopen(let letter, _):
      letter
    default: nil
    }
  }

  /// The same act, with the number that a register gave its letter, its order or its appeal, and with another day of its
  /// letter where one is given.
  public func numbered(_ number: String, on day: CivilDate? = nil) -> CaseCommand {
    func sent(_ letter: CaseLetter) -> CaseLetter { CaseLetter(number: number, day: day ?? letter.day) }
    return switch self {
    case .sendReceipt(let letter): .sendReceipt(sent(letter))
    case .askForMissing(let letter, let deadline): .askForMissing(sent(letter), deadline: deadline)
    case .extend(let letter, let reason, let until): .extend(sent(letter), reason: reason, until: until)
    case .sendDecision(let letter, let early): .sendDecision(sent(letter), early: early)
    case .register(let letter, let fileNumber): .register(sent(letter), fileNumber: fileNumber)
    case .sendSurvey(let letter): .sendSurvey(sent(letter))
    case .upholdRefusal(let letter, let reasons): .upholdRefusal(sent(letter), reasons: reasons)
    case .reopen(let letter, let reasons): .reopen(sent(letter), reasons: reasons)
    case .order: .order(number: number)
    case .appeal(_, let grounds): .appeal(number: number, grounds: grounds)
    default: self
    }
  }
}

/// An act of a case's timeline.
public struct CaseEvent: Hashable, Sendable, Codable {
  /// The day it was done.
  public var day: CivilDate
  /// Who did it.
  public var by: String
  /// What was done.
  public var command: CaseCommand

  /// `command`, done by `by` on `day`.
  public init(day: CivilDate, by: String, command: CaseCommand) {
    self.day = day
    self.by = by
    self.command = command
  }
}
