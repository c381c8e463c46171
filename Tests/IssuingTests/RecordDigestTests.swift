import Cryptography
import Diagnostics
import Records
import Testing
import Values

@testable import Issuing

@Suite struct RecordDigestTests {
  private static func record(_ rows: [FieldValues]) -> Record {
    Record(values: ["الاسم": .name("نورة"), "البنود": .list(rows)], origins: [:], location: .file("r.csv"))
  }

  /// Whatever order the fields of each row are stated in, they are digested in that of their names.
  @Test func rowsAreDigestedInTheOrderOfTheirFieldsNames() {
    let rows: [FieldValues] = [
      ["البيان": .text("رسم"), "الحالة": .choice("معتمد")],
      ["الحالة": .choice("مسدَّد"), "البيان": .text("تبرع")],
      ["الحالة": .choice("معتمد")], ["الحالة": .choice("معتمد"), "البيان": .text("منحة")],
      ["الحالة": .choice("معتمد"), "البيان": .text("قرض")],
    ]
    let digested = """
      الاسم\u{1}نورة\u{2}البنود\u{1}\u{4}البيان\u{1}رسم\u{2}الحالة\u{1}معتمد\u{2}\u{4}البيان\u{1}تبرع\u{2}الحالة\u{1}مسدَّد\u{2}\
      \u{4}الحالة\u{1}معتمد\u{2}\u{4}البيان\u{1}منحة\u{2}الحالة\u{1}معتمد\u{2}\u{4}البيان\u{1}قرض\u{2}الحالة\u{1}معتمد\u{2}\u{2}
      """
    #expect(
      RecordDigest(of: Self.record(rows)).hexadecimal == SHA256Digest(of: Array(digested.utf8)).description)
  }

  @Test func anAddressIsDigestedWithItsBoxIfItHasOne() {
    func digested(_ postBox: String?) -> String {
      let address = NationalAddress(city: "الرياض", postcode: "11564", postBox: postBox)
      return RecordDigest(
        of: Record(values: ["العنوان": .address(address)], origins: [:], location: .file("r.csv"))
      ).hexadecimal
    }
    let parts = "\u{3}\u{3}\u{3}الرياض\u{3}11564\u{3}\u{3}\u{3}"
    for (box, text) in [(nil, parts), ("7", parts + "\u{3}7")] {
      #expect(digested(box) == SHA256Digest(of: Array("العنوان\u{1}\(text)\u{2}".utf8)).description)
    }
  }

  @Test func whatIsSaidOfOneFieldIsNotThatOfAnother() {
    let one: [FieldValues] = [["البيان": .text("أ"), "الحالة": .text("ب")]]
    let other: [FieldValues] = [["البيان": .text("ب"), "الحالة": .text("أ")]]
    #expect(
      RecordDigest(of: Self.record(one)).hexadecimal != RecordDigest(of: Self.record(other)).hexadecimal)
  }
}
