import Diagnostics
import Values

/// The sentences that explain why an act is refused, one for each condition.
extension Diagnostic.Message {
  static func notOffered(_ service: String) -> Self {
    Self(
      "cases.not-offered", arabic: "ليست «\(service)» من خدمات دليل الدعم.",
      english: "“\(service)” isn't a service of the catalogue.")
  }
  static let notWorded = Self(
    "cases.not-worded", arabic: "لا يُستلم الطلب قبل كتابة اسم صاحبه وما يطلبه.",
    english: "A request isn't received before it says who asks, and for what.")
  static let minorAlone = Self(
    "cases.minor-alone",
    arabic: "صاحب الطلب دون الثامنة عشرة؛ فيقدمه عنه وليه، ويُذكر اسمه وصك ولايته.",
    english: "The applicant is under eighteen: a guardian hands the request in, with name and deed.")
  static let agentWithoutDeed = Self(
    "cases.agent-without-deed", arabic: "ذُكر نائب عن صاحب الطلب ولم يُذكر سند نيابته.",
    english: "Somebody acts for the applicant, but the deed that allows it isn't stated.")
  static func copyWithoutBasis(_ kind: String) -> Self {
    Self(
      "cases.copy-without-basis",
      arabic: "لا تُحفظ نسخة من «\(kind)» بلا سند نظامي؛ يكفي الاطلاع على الأصل.",
      english: "A copy of “\(kind)” isn't kept without its legal basis; seeing the original is enough.")
  }
  static let notSigned = Self(
    "cases.not-signed", arabic: "لم يُذكر اسم من وقّع.", english: "The name of who signed is missing.")
  static func saidBefore(_ letter: CaseLetter) -> Self {
    Self(
      "cases.said-before", arabic: "صدر هذا الخطاب من قبل برقم \(letter.number) في \(letter.day.iso).",
      english: "This letter went out before, as \(letter.number) of \(letter.day.iso).")
  }
  static let unnumbered = Self(
    "cases.unnumbered", arabic: "لم يأخذ الخطاب رقماً من سجل الصادر.",
    english: "The letter has no number of the outgoing register.")
  static let letterDay = Self(
    "cases.letter-day", arabic: "تاريخ الخطاب غير يوم إصداره.",
    english: "The letter's date isn't the day it goes out.")
  static func notExplained(_ kind: CaseCommand.Kind) -> Self {
    Self(
      "cases.not-explained", arabic: "«\(kind.arabicName)» لا يكون بلا بيان سببه أو نصه.",
      english: "“\(kind.rawValue)” needs its reason or its words.")
  }
  static let nothingMissing = Self(
    "cases.nothing-missing", arabic: "لا ينقص الطلبَ شيء مما تشترطه الخدمة.",
    english: "The request lacks nothing that the service asks for.")
  static func missing(_ shortages: [CaseShortage]) -> Self {
    let arabic = shortages.map { "\($0.requirement.kind) (\($0.arabicReason))" }.joined(separator: "، ")
    let english = shortages.map { "\($0.requirement.kind) (\($0.englishReason))" }.joined(separator: ", ")
    return Self(
      "cases.missing", arabic: "الطلب غير مكتمل: \(arabic).",
      english: "The request isn't complete: \(english).")
  }
  static let deadlinePast = Self(
    "cases.deadline-past", arabic: "الموعد المذكور ليس بعد هذا اليوم.",
    english: "The deadline isn't after this day.")
  static let notDeclared = Self(
    "cases.not-declared", arabic: "لا يُعرض الطلب على اللجنة قبل توقيع صاحبه إقرار صحة البيانات.",
    english: "A case doesn't go to the committee before its declaration is signed.")
  static let noReceipt = Self(
    "cases.no-receipt", arabic: "لا يُعرض الطلب على اللجنة قبل إشعار صاحبه باستلامه وموعد الرد عليه.",
    english: "A case doesn't go to the committee before its member has the receipt notice.")
  static func meetingPast(_ day: CivilDate) -> Self {
    Self(
      "cases.meeting-past", arabic: "انعقد الاجتماع في \(day.iso)، فلا يُعرض عليه الطلب الآن.",
      english: "The meeting was held on \(day.iso): the case can't be put before it now.")
  }
  static func otherMeeting(_ stated: Int, _ meeting: Int) -> Self {
    Self(
      "cases.other-meeting", arabic: "القرار من الاجتماع \(stated)، والطلب معروض على الاجتماع \(meeting).",
      english: "The decision is of meeting \(stated), but the case is before meeting \(meeting).")
  }
  static let decisionDay = Self(
    "cases.decision-day", arabic: "يُقيد القرار برقمه في يوم الاجتماع.",
    english: "A decision is entered with its number, on the day of its meeting.")
  static func overCeiling(_ ceiling: Int64) -> Self {
    Self(
      "cases.over-ceiling", arabic: "المبلغ أكثر من سقف الخدمة: \(riyals(ceiling)) ريال.",
      english: "The amount is above the service's ceiling of SAR \(riyals(ceiling)).")
  }
  static func notApproved(_ limit: Int64, _ approver: String) -> Self {
    Self(
      "cases.not-approved",
      arabic: "ما زاد على \(riyals(limit)) ريال يعتمده \(approver)، ولم يُذكر اعتماده.",
      english: "Amounts above SAR \(riyals(limit)) need the approval of “\(approver)”.")
  }
  static let noConditions = Self(
    "cases.no-conditions", arabic: "القبول المشروط لا يكون بلا شروط ومهلة لاستيفائها.",
    english: "A conditional acceptance states its conditions and a deadline for them.")
  static let noReasons = Self(
    "cases.no-reasons", arabic: "لا يُعتذر عن طلب بلا ذكر الأسباب.",
    english: "A request isn't refused without its reasons.")
  static let clockStands = Self(
    "cases.clock-stands", arabic: "لم تبدأ مدة الرد؛ فالطلب لم يكتمل.",
    english: "The days of the reply haven't begun: the request isn't complete.")
  static func tooEarly(_ day: CivilDate, days: Int) -> Self {
    let counted = NounTable.standard.noun("يوم").flatMap {
      $0.phrase(Int64(days), in: .nominative, style: HouseStyle())
    }
    return Self(
      "cases.too-early",
      arabic:
        "لا يمكن إصدار خطاب القرار قبل \(day.iso)؛ لأن أقل مدة للرد، وهي \(counted ?? "\(days)")، لم تنته.",
      english:
        "The decision letter can't go out before \(day.iso): the minimum of \(days) \(days == 1 ? "day" : "days") isn't over."
    )
  }
  static func notAnApprover(_ name: String) -> Self {
    Self(
      "cases.not-an-approver", arabic: "ليس «\(name)» ممن لهم السماح بالرد قبل موعده.",
      english: "“\(name)” isn't among those who may let a reply go out before its day.")
  }
  static let overrideWithoutReason = Self(
    "cases.override-without-reason", arabic: "لا يُسمح بالرد قبل موعده بلا سبب مكتوب.",
    english: "A reply doesn't go out before its day without a written reason.")
  static let untold = Self(
    "cases.untold", arabic: "لم يصدر خطاب القرار إلى صاحب الطلب.",
    english: "The member hasn't been told of the decision.")
  static func registered(_ number: String) -> Self {
    Self(
      "cases.registered", arabic: "سُجل الطلب من قبل برقم الملف \(number).",
      english: "The case is registered already, as file \(number).")
  }
  static let unregistered = Self(
    "cases.unregistered", arabic: "لا تُقدَّم الخدمة قبل اكتمال التسجيل برقم ملف.",
    english: "A service isn't ordered before registration with a file number.")
  static let conditionsOpen = Self(
    "cases.conditions-open", arabic: "لم تُستوفَ شروط القبول.",
    english: "The conditions of the acceptance aren't met.")
  static let noSurvey = Self(
    "cases.no-survey", arabic: "لا تُغلق المعاملة قبل إشعار صاحبها بالإنجاز وإرسال الاستبانة.",
    english: "A case isn't closed before the notice of completion and the survey went out.")
  static let appealedBefore = Self(
    "cases.appealed-before", arabic: "نُظر في التظلم من هذا القرار من قبل.",
    english: "An appeal against this decision was heard already.")
  static func appealLate(_ last: CivilDate) -> Self {
    Self(
      "cases.appeal-late", arabic: "انتهت مدة التظلم في \(last.iso).",
      english: "The time of appeal ended on \(last.iso).")
  }
  static let sameJudge = Self(
    "cases.same-judge", arabic: "ينظر في التظلم غيرُ من أصدر القرار.",
    english: "An appeal is heard by another than who decided.")
  static func appealOpen(_ last: CivilDate) -> Self {
    Self(
      "cases.appeal-open", arabic: "لا تُغلق المعاملة قبل انتهاء مدة التظلم في \(last.iso).",
      english: "The case isn't closed while an appeal is possible, until \(last.iso).")
  }

  private static func riyals(_ halalas: Int64) -> String {
    let (riyals, rest) = (halalas / 100, halalas % 100)
    return rest == 0 ? "\(riyals)" : "\(riyals).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension CaseShortage {
  fileprivate var englishReason: String {
    switch cause {
    case .absent: "not handed in"
    case .mismatched: "doesn't match the request"
    case .expired(let day): "expired on \(day.iso), before it was handed in"
    case .undated: "its validity doesn't show"
    case .old(let days): "issued more than \(days) days before"
    }
  }
}
