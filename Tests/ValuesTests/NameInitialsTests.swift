import Testing
import Values

@Suite struct NameInitialsTests {
  @Test(arguments: [
    ("عبير الروضي", "ع.ر"), ("د. ناصر بن سعد الشيحي", "ن.ش"), ("عبد الله بن صالح آل سدرة", "ع.س"),
    ("منيرة", "م"),
    ("Mohammed Ali Khan", "M.K"), ("م. ", ""), ("", ""), ("هيا بنت فهد آل علي", "ه.ع"),
  ])
  func aPersonsInitialsAreOfTheFirstAndLastName(name: String, initials: String) {
    #expect(NameInitials.of(name) == initials)
  }
}
