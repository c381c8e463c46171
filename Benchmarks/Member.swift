/// An invented member and the decision on their request: everything that varies from letter to letter.
struct Member {
  var name: String
  var isFemale: Bool
  var membershipNumber: String
  var nationalID: String
  var city: String
  var mobile: String
  var iban: String
  /// In halalas.
  var amount: Int64
  var requestNumber: String
  var requestType: String
  var requestDate: (year: Int, month: Int, day: Int)
  var decision: String
  var reason: String

  /// `count` members, always the same.
  static func sample(_ count: Int) -> [Member] {
    var generator = SplitMix64(seed: 20_261_123)
    return (0..<count).map { Member(index: $0, &generator) }
  }

  private init(index: Int, _ generator: inout SplitMix64) {
    isFemale = generator.number(in: 0...99) >= 58
    let first = generator.pick(isFemale ? Words.women : Words.men)
    let grandfather = generator.number(in: 0...99) < 35 ? generator.pick(Words.men) + " " : ""
    name =
      "\(first) \(isFemale ? "بنت" : "بن") \(generator.pick(Words.men)) "
      + grandfather + generator.pick(Words.families)
    membershipNumber = "MB-\(100_001 + index)"
    nationalID = generator.pick(["1", "2"]) + generator.digits(9)
    city = generator.pick(Words.cities)
    mobile = "05" + generator.digits(8)
    iban = "SA" + generator.digits(22)
    amount = Int64(generator.number(in: 500...95_000) * 100 + generator.pick([0, 25, 50, 75]))
    requestNumber = String(generator.number(in: 10_000...99_999))
    requestType = generator.pick(Words.requests)
    requestDate = (2026, generator.number(in: 3...10), generator.number(in: 1...28))
    (decision, reason) = generator.pick(Words.decisions)
  }
}

/// What names, places and requests are drawn from.
private enum Words {
  static let men = split(
    """
    محمد أحمد عبدالله عبدالرحمن خالد سعود فهد تركي ناصر ماجد يوسف إبراهيم عمر علي حسن سلطان بندر راشد صالح طلال
    مشعل نايف وليد زياد هشام ياسر أنس معاذ بلال سامي عبدالعزيز فيصل حمد لؤي رائد غسان قاسم مؤيد ثامر ضياء
    """)
  static let women = split(
    """
    نورة سارة فاطمة مريم هند لطيفة منيرة العنود ريم أمل هدى عائشة خديجة أسماء دلال شيخة مها وفاء إيمان ربى غادة
    ضحى شذى بثينة جواهر حصة ظبية طرفة آمنة لمياء
    """)
  static let families = split(
    """
    الحربي القحطاني العتيبي الشهري الزهراني المطيري الدوسري السبيعي العنزي الشمري الغامدي الخالدي البكري النجار
    الصائغ الحداد المالكي الأنصاري العمري الرشيد الفضلي البلوي الجهني الثبيتي الأحمدي الظاهري الغانم السليمان
    """)
  static let cities = [
    "الرياض", "جدة", "مكة المكرمة", "المدينة المنورة", "الدمام", "الطائف", "تبوك", "بريدة", "أبها", "حائل",
    "نجران",
    "جازان", "ينبع", "الخبر", "الأحساء", "عرعر", "سكاكا", "الباحة",
  ]
  static let requests = [
    "طلب إعانة دراسية للأبناء", "طلب مساعدة في إيجار السكن", "طلب قرض حسن لتجهيز مشروع صغير",
    "طلب تغطية تكاليف علاج طبي", "طلب تجديد العضوية السنوية", "طلب دعم تأهيل مهني", "طلب ترميم منزل الأسرة",
    "طلب كفالة طالب جامعي",
  ]
  static let decisions = [
    ("الموافقة على الطلب بكامل مبلغه", "استيفاء جميع الشروط النظامية واكتمال المستندات المطلوبة"),
    ("الموافقة على الطلب بصورة جزئية", "محدودية المخصَّص المعتمد لهذا البند خلال العام الجاري"),
    ("تأجيل البت في الطلب إلى الدورة القادمة", "ورود الطلب بعد انتهاء مدة الاستقبال المعلنة"),
    ("الاعتذار عن قبول الطلب في الوقت الراهن", "عدم انطباق معايير الاستحقاق على الحالة المعروضة"),
    ("إحالة الطلب إلى لجنة البحث الاجتماعي", "الحاجة إلى زيارة ميدانية واستكمال دراسة الحالة"),
  ]

  private static func split(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
