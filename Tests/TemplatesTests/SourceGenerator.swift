/// Makes template sources from a seed: well-formed ones, and ones with anything anywhere.
struct SourceGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The next number of a fixed sequence (SplitMix64).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  private mutating func one(of choices: [String]) -> String { choices[below(choices.count)] }

  /// A well-formed template with canonical Arabic keywords.
  mutating func template() -> String {
    var blocks: [String] = []
    for _ in 0...below(6) { blocks.append(block(depth: 0)) }
    return "النوع: خطاب\nالعنوان: تجربة\n---\n" + blocks.joined(separator: "\n\n")
  }

  /// A well-formed template that says one thing or another.
  mutating func alternatives() -> String {
    var text = "النوع: خطاب\nالعنوان: تجربة\n---\n{{إذا \(condition())}}\n\(block(depth: 1))\n"
    for _ in 0..<below(2) { text += "{{وإلا إذا \(condition())}}\n\(block(depth: 1))\n" }
    return text + "{{وإلا}}\n\(block(depth: 1))\n{{نهاية إذا}}"
  }

  private mutating func block(depth: Int) -> String {
    let kinds = depth > 3 ? 4 : 11
    switch below(kinds) {
    case 0, 1: return paragraph(depth: depth)
    case 2: return "- " + paragraph(depth: 3)
    case 3: return "# " + one(of: ["عنوان", "بيانات"])
    case 4: return "{{إذا \(condition())}}\n\(block(depth: depth + 1))\n{{وإلا}}\nغير ذلك\n{{نهاية إذا}}"
    case 5: return "{{لكل م من المستندات}}\n- {{م.النوع}} {{التسلسل}}\n{{نهاية لكل}}"
    case 6: return "| أ | ب |\n|---|--- ٢ سم ---|\n| {{الاسم}} | {{دمج: عمود}} {{رقم الطلب}} |"
    case 7: return "{{حقول: عمودان}}\nالاسم: {{الاسم}}\nالهوية: {{رقم الهوية | خانات: ١٠}}\n{{نهاية حقول}}"
    case 8: return "{{صندوق: ارتفاع ٣ سم}}\n\(block(depth: depth + 1))\n{{نهاية صندوق}}"
    case 9:
      return one(of: [
        "{{سطور: ٢}}", "{{خط}}", "{{صفحة جديدة}}", "{{فراغ: ٥ مم}}", "{{توقيع: المدير / العضو}}",
      ])
    default: return "{{اختياري}}\n\(block(depth: depth + 1))\n{{نهاية اختياري}}"
    }
  }

  private mutating func paragraph(depth: Int) -> String {
    var text = "إشارة"
    for _ in 0...below(5) {
      text += one(of: [" ", "، ", "؛ ", " (", ") ", ". "])
      text += inline(depth: depth)
    }
    return text
  }

  private mutating func inline(depth: Int) -> String {
    switch below(depth > 2 ? 6 : 9) {
    case 0: one(of: ["إلى طلبكم", "*تنبيه*", "رقم ٥", "نفيدكم"])
    case 1:
      "{{\(one(of: ["الاسم", "رقم الطلب", "المكرم", "حفظه الله", "لـ: اللجنة", "فراغ مرن", "سطر جديد"]))}}"
    case 2: "{{مبلغ الدعم | \(one(of: ["تفقيط", "أرقام", "تفقيط: بلا إطار، مجرور"]))}}"
    case 3: "{{تاريخ الطلب | \(one(of: ["هجري", "ميلادي: قصير", "تاريخ قصير", "يوم الأسبوع"]))}}"
    case 4: "{{البريد | \(one(of: ["اختياري", "وإلا: لا يوجد"]))}}"
    case 5: "{{مدة المراجعة | عدد: يوم، \(one(of: ["مرفوع", "منصوب", "مجرور"]))}}"
    case 6: "{{إذا \(condition())}}\(paragraph(depth: depth + 1)){{نهاية إذا}}"
    case 7: "*كلمة*{{حاشية}}توضيح {{الاسم}}، و{{إذا \(condition())}}غيره{{نهاية إذا}}{{نهاية حاشية}}"
    default: "{{صيغة: الموقع / الموقعة}}"
    }
  }

  private mutating func condition() -> String {
    one(of: [
      "الصفة = وكيل", "البريد غير موجود", "مستعجل", "مبلغ الدعم أكبر من ٤٠٠٠ و الصفة ليس أصيل",
      "ليس (البريد موجود أو مستعجل)", "مدة المراجعة لا يقل عن ٣",
    ])
  }

  /// A well-formed template with pieces of it put in, left out, doubled or moved.
  mutating func mutated() -> String {
    var scalars = Array(template().unicodeScalars)
    for _ in 0...below(12) {
      let at = below(scalars.count + 1)
      switch below(4) {
      case 0: scalars.insert(contentsOf: noise().unicodeScalars, at: at)
      case 1: scalars.removeSubrange(at..<min(scalars.count, at + below(20)))
      case 2: scalars.insert(contentsOf: Array(scalars[at..<min(scalars.count, at + below(60))]), at: at)
      default: scalars.insert(contentsOf: Array(scalars[at..<min(scalars.count, at + 9)].reversed()), at: at)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Any text at all.
  mutating func anything() -> String {
    var text = ""
    for _ in 0...below(120) { text += noise() }
    return text
  }

  private mutating func noise() -> String {
    one(of: [
      "{{", "}}", "{", "}", "|", "\n", "\n\n", "---\n", "#", "# ", "- ", "١. ", "*", "**", "\\", ":", "،",
      "؛", "/",
      "(", ")", "«", "»", "=", ".", " ", "\u{200F}", "\u{2067}", "\u{2069}", "\u{0640}", "\u{064E}",
      "\u{00A0}",
      "إذا ", "وإلا", "وإلا إذا ", "نهاية إذا", "لكل ", " من ", "نهاية لكل", "حاشية", "نهاية حاشية", "حقول",
      "نهاية حقول",
      "دمج: ٢ صفوف", "٩٩٩٩٩٩",
      "{{إذا مستعجل}}", "{{نهاية إذا}}", "{{لكل م من المستندات}}\n", "{{نهاية لكل}}", "{{اختياري}}",
      "| أ | ب |\n",
      "|---|\n", "{{البريد | اختياري}}", "{{الاسم}}", "{{أدرج: دائرة}}\n", "المستندات", "م.النوع", "😀",
      "e\u{0301}",
    ])
  }
}
