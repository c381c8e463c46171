import Templates
import Content
import Geometry

extension Composer {
  /// The flow of a form: its title, the lines under it, and what its template says.
  mutating func formBody() -> [Block] {
    let settings = theme.forms
    var blocks = detailsInFlow(settings.details) + banner()
    let title = Paragraph(style: StyleKey.title.style, headingLevel: 1, [.text(TextSpan(letter.title))])
    blocks.append(.paragraph(title))
    blocks += paragraphs(settings.subtitles, StyleKey.subtitle.style)
    return blocks + theme.dress.dressing(signedInCompany(letter.body))
  }

  /// A form that ends in signatures keeps them on the page of what is signed.
  private func signedInCompany(_ blocks: [Block]) -> [Block] {
    guard case .group(.together, let signatures)? = blocks.last else { return blocks }
    return blocks.dropLast() + [.group(.withPreceding, signatures)]
  }
}
