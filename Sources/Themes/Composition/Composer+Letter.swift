import Content
import Diagnostics
import Geometry
import Templates
import Values

extension Composer {
  /// The flow of a letter, from the addressee to the last note.
  mutating func letterBody() -> [Block] {
    let settings = theme.letters
    var blocks = detailsInFlow(settings.details)
    blocks += paragraphs(settings.marks, StyleKey.mark.style) + banner()
    blocks += title()
    blocks += addressee()
    if let subject = subject() { blocks.append(subject) }
    blocks += line(letter.greeting, wording.greeting, StyleKey.greeting.style)
    blocks += theme.dress.dressing(letter.body)
    return blocks + ending()
  }

  /// What a copy says it is, on a letter or a form.
  func banner() -> [Block] {
    options.banner.map { [.paragraph(Paragraph(style: StyleKey.mark.style, $0))] } ?? []
  }

  private var wording: Wording {
    options.custom == .member ? theme.letters.member : theme.letters.government
  }

  /// The name of a memo, a circular, minutes, a certificate or a report; a letter has a subject instead.
  private func title() -> [Block] {
    guard letter.kind != .letter, !letter.title.isEmpty else { return [] }
    return [
      .paragraph(
        Paragraph(style: StyleKey.title.style, headingLevel: 1, [.text(TextSpan(letter.title))]))
    ]
  }

  private mutating func addressee() -> [Block] {
    let style = StyleKey.addressee.style
    switch letter.addressee {
    case .none: return []
    case .line(let words):
      if let signer = office?.signer(of: plainText(words)), !wording.officer.isEmpty {
        return officer(signer, style)
      }
      return [.paragraph(Paragraph(style: style, words))]
    case .person:
      // Persons and bodies are addressed in lines of their own.
      if scope.mayBeAnybody { return [] }
      let isBody = scope.personKind == .organisation
      let lines = isBody ? wording.organisation : wording.person
      guard isBlank else { return paragraphs(lines, style) }
      return placesToWrite(isBody || wording.blank.isEmpty ? lines : wording.blank, style)
    }
  }

  /// Lines that speak to who holds a post of the office, by the post: its words agree with that person, not the record's.
  private mutating func officer(_ signer: Signer, _ style: StyleName) -> [Block] {
    var (values, doubts) = (scope.values, scope.doubts)
    for field in scope.dictionary.fields where field.type == .gender || field.type == .personKind {
      values[field.name] = nil
      doubts[field.name] = nil
    }
    values[Theme.addresseePost.name] = .text(signer.printedPost)
    values[Theme.gender.name] = signer.grammaticalGender.map { .gender($0) }
    let own = scope.stating(
      values, origins: scope.origins, itemOrigins: scope.itemOrigins, doubts: doubts, record: scope.record)
    return wording.officer.compactMap { line in
      guard let inlines = line.evaluate(own, log: &log) else {
        isComplete = false
        return nil
      }
      return .paragraph(Paragraph(style: style, inlines))
    }
  }

  /// Lines that speak to somebody whose name will be written in.
  private mutating func placesToWrite(_ lines: [Snippet], _ style: StyleName) -> [Block] {
    var blank = scope
    blank.mode = .blank
    return lines.compactMap { line in
      line.evaluate(blank, log: &log).map { .paragraph(Paragraph(style: style, $0)) }
    }
  }

  /// A greeting or closing: the template's, or the theme's where somebody is addressed.
  private mutating func line(_ line: Letter.Line, _ themed: Snippet?, _ style: StyleName) -> [Block] {
    switch line {
    case .none: return []
    case .words(let words): return [.paragraph(Paragraph(style: style, words))]
    case .asThemed:
      if letter.addressee == .none { return [] }
      return paragraph(themed, style).map { [$0] } ?? []
    }
  }

  private mutating func subject() -> Block? {
    guard let subject = letter.subject, subject.contains(where: \.isVisible) else { return nil }
    let label = inlines(theme.letters.subject)
    let space = label.isEmpty ? [] : [Inline.text(TextSpan(" "))]
    let inlines = label + space + subject
    return .paragraph(Paragraph(style: StyleKey.subject.style, headingLevel: 1, inlines))
  }

  /// The closing words and the signature: never alone on a page.
  private mutating func ending() -> [Block] {
    var blocks = line(letter.closing, wording.closing, StyleKey.closing.style)
    let notes = notes()
    if let post = letter.signer {
      if blocks.isEmpty { blocks.append(.space(.mm(6))) }
      blocks.append(signature(of: post, beside: notes))
    } else if !notes.isEmpty {
      blocks += [.space(.mm(4))] + notes
    }
    return blocks.isEmpty ? [] : [.group(.withPreceding, blocks)]
  }

  /// Post over name at the left; the notes stand at the right of it, level with its foot.
  private mutating func signature(of post: String, beside notes: [Block]) -> Block {
    let settings = theme.letters.signature
    let signer = office?.signer(of: post)
    if let office, !office.checkSigner(of: letter.settings, log: &log) { isComplete = false }
    let style = StyleKey.signature.style
    var blocks: [Block] = [
      .paragraph(Paragraph(style: style, [.text(TextSpan(signer?.printedPost ?? post))]))
    ]
    blocks += signingSpace(of: signer?.printedPost ?? post)
    if let name = signer?.name {
      let span = TextSpan(name, isolation: .firstStrong)
      blocks.append(.paragraph(Paragraph(style: style, [.text(span)])))
    }
    let stamp = paragraph(settings.stamp, StyleKey.stamp.style).map { [$0] } ?? []
    return .columns(
      ColumnsBlock(columns: [
        ColumnsBlock.Column(width: .fraction(1), verticalAlignment: .bottom, blocks: seal() + stamp + notes),
        ColumnsBlock.Column(width: .fixed(settings.width), blocks: blocks),
      ]))
  }

  /// Room for the seal that shows, where the theme has any.
  private mutating func seal() -> [Block] {
    let settings = theme.letters.signature
    guard let space = settings.sealSpace, let line = settings.further.first else { return [] }
    let purpose = plainText(inlines(line))
    guard !purpose.isEmpty else { return [] }
    let fields = hasSignatureFields ? [SignatureField(name: "Signature2", purpose: purpose)] : []
    return [.signing(SigningBlock(height: space, fields: fields)), .space(4)]
  }

  /// Whether the letter can be signed electronically.
  private var hasSignatureFields: Bool {
    options.hasSignatureFields && !options.isDraft && !options.isFileCopy && !isBlank
  }

  /// Room for the pen and for electronic signatures; on the file copy, the words that the original is signed.
  private mutating func signingSpace(of post: String) -> [Block] {
    let space = theme.letters.signature.space
    let words = theme.letters.signature.onFileCopy
    guard options.isFileCopy, let words = paragraph(words, StyleKey.signature.style) else {
      return [.signing(SigningBlock(height: space, fields: signatureFields(of: post)))]
    }
    return [.space(space / 4), words, .space(space / 4)]
  }

  /// The fields of the signer's signature, of the theme's further ones, and of archive time-stamps.
  ///
  /// They must all be there before the first signature: a tagged file can't get a field later without a change
  /// to its structure, which the earlier signatures would forbid.
  private mutating func signatureFields(of post: String) -> [SignatureField] {
    guard hasSignatureFields else { return [] }
    var purposes = ["توقيع \(post)"]
    for line in theme.letters.signature.further { purposes.append(plainText(inlines(line))) }
    let signatures = purposes.filter { !$0.isEmpty }.enumerated().map {
      SignatureField(name: "Signature\($0 + 1)", purpose: $1)
    }
    let shown = theme.letters.signature.sealSpace == nil ? nil : "Signature2"
    let timestamps = (1...3).map { SignatureField(name: "Timestamp\($0)", purpose: "ختم وقت للحفظ \($0)") }
    return signatures.filter { $0.name != shown } + timestamps
  }

  /// Enclosures; on the file copy also copies and initials.
  private mutating func notes() -> [Block] {
    let settings = theme.letters.notes
    var blocks = list(letter.enclosures, after: settings.enclosures, each: nil)
    if options.isFileCopy {
      blocks += list(letter.copies, after: settings.copies, each: settings.eachCopy)
      if let initials = paragraph(settings.initials, StyleKey.notes.style) { blocks.append(initials) }
    }
    return blocks
  }

  private mutating func list(_ items: [[Inline]], after words: Snippet?, each suffix: Snippet?) -> [Block] {
    guard !items.isEmpty else { return [] }
    let style = StyleKey.notes.style
    let suffix = inlines(suffix)
    var blocks: [Block] = []
    let head = inlines(words, style: InlineStyle(isBold: true))
    if !head.isEmpty { blocks.append(.paragraph(Paragraph(style: style, head))) }
    let tail = suffix.isEmpty ? [] : [Inline.text(TextSpan("، "))] + suffix
    let listed = items.map { [Block.paragraph(Paragraph(style: style, $0 + tail))] }
    return blocks + [.list(ListBlock(marker: .hyphen, items: listed))]
  }
}
