import Templates
import Content
import Geometry

extension Composer {
  /// The flow of a form: its title, the lines under it, and what its template says.
  mutating func formBody() -> [Block] {
    let settings = theme.forms
    var blocks = options.letterhead == .drawn ? [] : detailsInFlow(settings.details)
    let title = Paragraph(style: StyleKey.title.style, headingLevel: 1, [.text(TextSpan(letter.title))])
    blocks.append(.paragraph(title))
    blocks += paragraphs(settings.subtitles, StyleKey.subtitle.style)
    return blocks + theme.dress.dressing(letter.body)
  }
}
