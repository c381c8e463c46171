/// The words that ordinals are made of.
enum OrdinalWords {
  /// First to tenth without the article, masculine; the defective second as its stem.
  static let stems = ["", "أول", "ثان", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
}
