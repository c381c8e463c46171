import Mail
import Testing

@Suite struct ShortMessageTests {
  @Test(arguments: [
    ("", "gsm7", 0, 0, 160), ("hello", "gsm7", 5, 1, 155),
    (String(repeating: "a", count: 160), "gsm7", 160, 1, 0),
    (String(repeating: "a", count: 161), "gsm7", 161, 2, 145), ("[€]", "gsm7", 6, 1, 154),
    // The escape sequence doesn't fit into the first part: it begins the second.
    (String(repeating: "a", count: 152) + "€" + String(repeating: "a", count: 10), "gsm7", 164, 2, 141),
    ("مرحبا", "ucs2", 5, 1, 65), (String(repeating: "م", count: 70), "ucs2", 70, 1, 0),
    (String(repeating: "م", count: 71), "ucs2", 71, 2, 63),
    (String(repeating: "م", count: 134), "ucs2", 134, 2, 0),
    (String(repeating: "م", count: 135), "ucs2", 135, 3, 66), ("تم 👍", "ucs2", 5, 1, 65),
    (String(repeating: "م", count: 66) + "👍" + String(repeating: "م", count: 10), "ucs2", 78, 2, 55),
    ("رقم ١٢", "ucs2", 6, 1, 64), ("ê", "ucs2", 1, 1, 69),
  ]) func partsAreCountedAsNetworksCountThem(
    text: String, alphabet: String, units: Int, parts: Int, room: Int
  ) {
    let count = ShortMessageText(text)
    #expect(count.alphabet.rawValue == alphabet)
    #expect([count.units, count.parts, count.room] == [units, parts, room])
  }

  @Test func aSheetIsCSV() {
    let sheet = ShortMessageSheet(rows: [
      .init(
        mobile: "+966501234567", text: "صدر خطابكم، رقم \"125\"", link: "https://a.example/v/1",
        reference: "1448/125"),
      .init(mobile: "+966501234568", text: "سطر\nوسطر", reference: "1448/126"),
    ])
    let expected = [
      "\u{FEFF}mobile,text,link,ref,alphabet,units,parts",
      "+966501234567,\"صدر خطابكم، رقم \"\"125\"\"\",https://a.example/v/1,1448/125,ucs2,43,1",
      "+966501234568,\"سطر\nوسطر\",,1448/126,ucs2,8,1", "",
    ].joined(separator: "\r\n")
    #expect(sheet.csv == expected)
  }

  @Test(arguments: [
    ("+966501234567", true), ("0501234567", false), ("+0501234567", false), ("+96650123456x", false),
    ("", false),
  ])
  func numbersAreE164(mobile: String, isSound: Bool) {
    #expect(ShortMessageSheet.Row(mobile: mobile, text: "", reference: "").hasSoundNumber == isSound)
  }
}
