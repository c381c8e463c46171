public import Content
public import Geometry
public import Diagnostics
public import Templates
public import Values

/// What stands in a signature field once it is signed.
public struct SignatureAppearance: Hashable, Sendable {
  /// Who signs: a person's name, or the association's for its seal.
  public var name: String
  /// The signer's post.
  public var post: String?
  /// The day of signing.
  public var day: CivilDate
  /// The letter's code for checking, as printed.
  public var code: String?
  /// A picture of a signature or stamp: decoration, which proves nothing.
  public var picture: ImageAsset?
  /// Whether the signature is a trial that counts for nothing; «توقيع تجريبي غير معتمد» stands behind the words.
  public var isTrial: Bool
  /// Whether it is a body's seal, and no person's signature.
  public var isSeal: Bool

  /// An appearance of somebody's signature on a day.
  public init(
    name: String, post: String? = nil, day: CivilDate, code: String? = nil, picture: ImageAsset? = nil,
    isTrial: Bool = false, isSeal: Bool = false
  ) {
    self.name = name
    self.post = post
    self.day = day
    self.code = code
    self.picture = picture
    self.isTrial = isTrial
    self.isSeal = isSeal
  }

  /// The words behind a trial signature, and behind the pages of a letter that is signed for trial.
  public static let trialWords = "توقيع تجريبي غير معتمد"
}

extension Theme {
  /// The words in a signature field, as large as `size` of type, on a page as large as the field.
  ///
  /// - Parameters:
  ///   - appearance: what is stated.
  ///   - area: the field's size.
  ///   - size: the size of the type.
  ///   - scope: the office's ways of writing.
  ///   - log: takes what was wrong.
  /// - Returns: the page, or `nil` if a line of the theme has no value.
  public func document(
    of appearance: SignatureAppearance, area: Size, size: Points, scope: Scope, log: inout DiagnosticLog
  ) -> Document? {
    var values = scope.values
    values[Self.signatory.name] = .text(appearance.name)
    values[Self.signatoryPost.name] = appearance.post.map { .text($0) }
    values[Self.signingDate.name] = .date(
      DateValue(day: appearance.day, calendar: .ummAlQura, entered: appearance.day.iso))
    values[Self.code.name] = appearance.code.map { .identifier(Identifier(.reference, stored: $0)) }
    var stated = scope.adding(Self.namedFields)
    stated.values = values
    stated.mode = .filled
    var blocks: [Block] = []
    for line in appearance.isSeal ? letters.signature.sealed : letters.signature.electronic {
      guard let words = line.evaluate(stated, log: &log) else { return nil }
      if words.contains(where: \.isVisible) { blocks.append(.paragraph(Paragraph(words))) }
    }
    return Document(
      metadata: Document.Metadata(title: ""),
      pageSetup: pageSetup(area: area, isTrial: appearance.isTrial),
      styles: StyleSheet(fallback: style(size: size, isAlone: appearance.picture == nil)),
      body: [box(around: beside(appearance.picture, blocks, area: area), area: area)])
  }

  private func pageSetup(area: Size, isTrial: Bool) -> PageSetup {
    let master = PageMaster(margins: Insets(all: 0))
    let watermark = Watermark(
      text: SignatureAppearance.trialWords, color: Color(red: 0.96, green: 0.78, blue: 0.78),
      families: draft.families)
    return PageSetup(size: area, first: master, rest: master, watermark: isTrial ? watermark : nil)
  }

  /// The words stand in the middle like post and name around them; beside a picture, at the right.
  private func style(size: Points, isAlone: Bool) -> ParagraphStyle {
    var style = ParagraphStyle()
    style.families = styles[StyleKey.signature.style].families
    style.size = size
    style.leading = 1.45
    style.alignment = isAlone ? .center : .start
    return style
  }

  /// The words with a picture at their left, as high as the field.
  private func beside(_ picture: ImageAsset?, _ blocks: [Block], area: Size) -> [Block] {
    guard let picture, picture.naturalWidth > 0, picture.naturalHeight > 0 else { return blocks }
    let height = area.height - 2 * Self.padding - 2
    let width = min(height * picture.naturalWidth / picture.naturalHeight, area.width * 0.4)
    let image = ImageBlock(asset: picture, width: width, alignment: .end, alternativeText: nil)
    return [
      .columns(
        ColumnsBlock(
          columns: [
            ColumnsBlock.Column(width: .fraction(1), verticalAlignment: .middle, blocks: blocks),
            ColumnsBlock.Column(width: .fixed(width), verticalAlignment: .middle, blocks: [.image(image)]),
          ], gap: 4))
    ]
  }

  private static let padding: Points = 3

  private func box(around blocks: [Block], area: Size) -> Block {
    let border = Stroke(width: 0.5, color: Color(red: 0.45, green: 0.45, blue: 0.45))
    return .box(
      BoxBlock(padding: Insets(all: Self.padding), border: border, minimumHeight: area.height, blocks: blocks)
    )
  }
}
