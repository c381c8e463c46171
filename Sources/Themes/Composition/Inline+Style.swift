import Content

extension Inline {
  /// The same piece with `style` wherever its own says nothing.
  func adding(_ style: InlineStyle) -> Inline {
    switch self {
    case .text(var span):
      span.style = span.style.over(style)
      return .text(span)
    case .pageNumber(let own, let digits): return .pageNumber(own.over(style), digits: digits)
    case .pageCount(let own, let digits): return .pageCount(own.over(style), digits: digits)
    case .lineBreak, .flexibleSpace, .dottedFill, .writingSpace, .footnote: return self
    }
  }

  /// Whether a reader would see anything of it.
  var isVisible: Bool {
    switch self {
    case .text(let span): !span.text.isWhiteSpace
    case .pageNumber, .pageCount, .dottedFill, .writingSpace, .footnote: true
    case .lineBreak, .flexibleSpace: false
    }
  }
}

extension InlineStyle {
  /// This style, and `other` where this one says nothing.
  fileprivate func over(_ other: InlineStyle) -> InlineStyle {
    InlineStyle(
      isBold: isBold ?? other.isBold, color: color ?? other.color, scale: scale ?? other.scale,
      family: family ?? other.family)
  }
}
