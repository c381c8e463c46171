import Content
import Geometry
import Templates

extension Composer {
  /// The pages: first with letterhead and code, further ones with a running head.
  mutating func pageSetup() -> PageSetup {
    let isForm = letter.kind == .form
    let foot = isForm ? theme.forms.foot : theme.letters.foot
    let details = isForm ? theme.forms.details : theme.letters.details
    var first = PageMaster(margins: firstMargins)
    if options.letterhead == .drawn, let head = theme.letterhead {
      first.furniture.append(furniture(head, details))
      first.ground = head.stationery
    }
    if let details = detailsOnPaper(details) { first.furniture.append(details) }
    if options.letterhead != .preprinted || options.verification != nil {
      first.furniture.append(furniture(foot, hasCode: true))
    }
    var rest = PageMaster(margins: theme.margins.rest)
    if options.letterhead == .drawn { rest.ground = theme.letterhead?.furtherStationery }
    if let head = runningHead(isForm) { rest.furniture.append(head) }
    // A letter's further pages are thin: the running head has their number, and the way to reach the association
    // stands on the first.
    if isForm { rest.furniture.append(furniture(foot, hasCode: false)) }
    var setup = PageSetup(paper: theme.paper, first: first, rest: rest, watermark: watermark)
    setup.footnotes = theme.footnotes
    return setup
  }

  /// The words behind what must not pass for a finished letter.
  private var watermark: Watermark? {
    let words =
      options.isDraft ? theme.draft.words : options.isSignedForTrial ? SignatureAppearance.trialWords : nil
    return words.map { Watermark(text: $0, color: theme.draft.color, families: theme.draft.families) }
  }

  private var firstMargins: Insets {
    switch options.letterhead {
    case .drawn: theme.letterhead == nil ? theme.margins.bare : theme.margins.drawn
    case .preprinted: theme.margins.preprinted
    case .none: theme.margins.bare
    }
  }

  // MARK: Head

  private mutating func furniture(_ head: Letterhead, _ details: DetailsBlock) -> Furniture {
    var blocks: [Block] = []
    if let basmala = paragraph(head.basmala, StyleKey.basmala.style) { blocks.append(basmala) }
    var names: [Block] = []
    for line in head.lines {
      if let block = paragraph(line.text, line.style) { names.append(block) }
    }
    let nameColumn = ColumnsBlock.Column(width: .fraction(1), verticalAlignment: .middle, blocks: names)
    let logoColumn = ColumnsBlock.Column(
      width: .fixed(.mm(34)), verticalAlignment: .middle, blocks: logo(head.logo))
    let detailColumn = ColumnsBlock.Column(
      width: .fraction(1), verticalAlignment: .middle, blocks: detailsBlock(details))
    let isAtLeft = details.side == .end
    blocks.append(
      .columns(
        ColumnsBlock(
          columns: isAtLeft
            ? [nameColumn, logoColumn, detailColumn] : [detailColumn, logoColumn, nameColumn])))
    for (index, rule) in head.rules.enumerated() {
      blocks.append(.space(index == 0 ? .mm(3) : head.ruleGap))
      blocks.append(.rule(rule))
    }
    return Furniture(anchor: .top(distance: head.top), start: head.side, end: head.side, blocks: blocks)
  }

  private func logo(_ logo: Letterhead.Logo?) -> [Block] {
    guard let logo else { return [] }
    return [
      .image(
        ImageBlock(
          asset: logo.asset, height: logo.height, alignment: .center, alternativeText: logo.words))
    ]
  }

  private mutating func runningHead(_ isForm: Bool) -> Furniture? {
    let line = isForm ? theme.forms.runningHead : theme.letters.runningHead
    guard let head = paragraph(line, StyleKey.runningHead.style) else { return nil }
    var blocks = [head]
    if let rule = theme.letters.runningRule { blocks += [.space(3), .rule(rule)] }
    let margins = theme.margins.rest
    return Furniture(
      anchor: .top(distance: .mm(14)), start: margins.start, end: margins.end, blocks: blocks)
  }

  // MARK: Foot

  private mutating func furniture(_ foot: PageFoot, hasCode: Bool) -> Furniture {
    let code = hasCode ? code() : []
    let isDrawn = !hasCode || options.letterhead != .preprinted
    var lines = isDrawn ? paragraphs(foot.lines, StyleKey.foot.style) : []
    if let rule = foot.rule, isDrawn { lines = [.rule(rule), .space(4)] + lines }
    var blocks = lines
    if !code.isEmpty, let settings = theme.verification {
      let text = ColumnsBlock.Column(
        width: .fraction(1), verticalAlignment: .bottom, blocks: lines, isRead: true)
      // The widest code, of twelve W's, is wider than the square above it.
      let mark = ColumnsBlock.Column(
        width: .fixed(settings.side + .mm(8)), verticalAlignment: .bottom, blocks: code, isRead: true)
      blocks = [.columns(ColumnsBlock(columns: [text, mark], gap: 10))]
    }
    return Furniture(
      anchor: .bottom(distance: foot.bottom), start: foot.side, end: foot.side, blocks: blocks,
      // Where to reach the association is read once; on further pages it only returns.
      isRead: hasCode)
  }

  private mutating func code() -> [Block] {
    guard let verification = options.verification, let settings = theme.verification else { return [] }
    let qr = QRBlock(
      payload: verification.payload, side: settings.side, alignment: .center, alternativeText: settings.words)
    return [.qr(qr)] + paragraphs([settings.caption].compactMap { $0 }, StyleKey.code.style)
  }
}
