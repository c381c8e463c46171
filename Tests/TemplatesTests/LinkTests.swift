import Content
import Diagnostics
import Templates
import Testing
import Values

/// Text that leads somewhere.
@Suite struct LinkTests {
  @Test(arguments: [
    ("www.example.org", "https://www.example.org"), ("example.org/a?b=1#c", "https://example.org/a?b=1#c"),
    ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
    ("http://example.org:8080", "http://example.org:8080"),
    ("example.org/نموذج", "https://example.org/%D9%86%D9%85%D9%88%D8%B0%D8%AC"),
    ("info@example.org", "mailto:info@example.org"), ("mailto:a.b+c@Example.org", "mailto:a.b+c@example.org"),
    ("a&b=c@example.org", "mailto:a%26b%3Dc@example.org"),
  ])
  func anAddressAsPeopleWriteItIsATarget(address: String, uri: String) {
    #expect(LinkTarget(address)?.uri == uri)
  }

  /// Neither scripts, files and programs nor addresses that only look like another host's.
  @Test(arguments: [
    "", "نص", "example", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://",
    "https:///a",
    "https://user@example.org/", "https://bank.example@evil.example/", "example.org/a b", "example.org/a\nb",
    "exa\u{202E}mple.org", "-a.example", "a..example", "127.0.0.1", "example.org:", "example.org:123456",
    "a@b@c.example",
    "@example.org", "a@example", "مثال.السعودية", String(repeating: "a", count: 2001) + ".example",
  ])
  func nothingElseIs(address: String) {
    #expect(LinkTarget(address) == nil)
  }

  private func links(_ source: String, _ changes: [String: Value?] = [:]) throws -> [String] {
    var log = DiagnosticLog()
    let template = try #require(Template.parse(TemplateSource(file: "t.khitab", text: source), log: &log))
    let letter = try #require(template.evaluate(Fixture.scope(changes), log: &log))
    try #require(log.diagnostics.isEmpty)
    return letter.body.flatMap { block -> [String] in
      guard case .paragraph(let paragraph) = block else { return [] }
      return paragraph.inlines.compactMap {
        guard case .text(let span) = $0, let link = span.link else { return nil }
        return "\(span.text) → \(link.uri)"
      }
    }
  }

  @Test func theTagTheFilterAndEMailAddressesLead() throws {
    let mail = Value.identifier(Identifier(.email, stored: "sara@example.org"))
    #expect(try links("{{رابط: www.example.org/a}}") == ["www.example.org/a → https://www.example.org/a"])
    #expect(
      try links("{{link: https://example.org/?q=1/2}}") == [
        "https://example.org/?q=1/2 → https://example.org/?q=1/2"
      ])
    #expect(try links("أ {{البريد}} ب", ["البريد": mail]) == ["sara@example.org → mailto:sara@example.org"])
    #expect(try links("{{البريد | مقنع}}", ["البريد": mail]) == [], "what is masked leads nowhere")
    #expect(
      try links("{{اللجنة | رابط}}", ["اللجنة": .text("example.org")]) == [
        "example.org → https://example.org"
      ])
    #expect(
      try links("{{اللجنة}}", ["اللجنة": .text("example.org")]) == [],
      "a value leads only where a template says so")
    #expect(try links("{{اللجنة | رابط}}", ["اللجنة": .text("javascript:x")]) == [], "and never to a program")
  }
}
