import Content
public import Diagnostics
public import Values

/// Whom a piece of post is for.
public struct Addressee: Hashable, Sendable {
  /// The name as it is printed, with its title.
  public var name: String
  /// Where the post goes.
  public var address: NationalAddress
  /// The letter's reference, in small print; no name and nothing of what the letter says.
  public var reference: String?
  /// Where the address was read.
  public var origin: SourceLocation?

  /// An addressee.
  public init(
    name: String, address: NationalAddress, reference: String? = nil, origin: SourceLocation? = nil
  ) {
    self.name = name
    self.address = address
    self.reference = reference
    self.origin = origin
  }

  /// What is wrong with the address; without building number or box, postcode and city nothing is posted.
  public var problems: [Diagnostic] {
    var found = address.problems.filter { $0.severity == .error }
    if !address.isComplete {
      found.append(Diagnostic(.error, .addressNotPostable, hints: [.completeAddress]))
    }
    return found.map { Diagnostic($0.severity, $0.message, at: origin, hints: $0.hints) }
  }

  /// The name and the address below it, a part to a line, as the national address is laid out.
  var blocks: [Block] {
    var blocks: [Block] = [
      .paragraph(Paragraph(style: .addressName, [.text(TextSpan(name, isolation: .firstStrong))]))
    ]
    for line in address.lines {
      blocks.append(.paragraph(Paragraph(style: .addressLine, Self.spans(of: line))))
    }
    if let reference {
      let span = TextSpan(reference, isolation: .leftToRight, isBreakable: false)
      blocks.append(.paragraph(Paragraph(style: .addressReference, [.text(span)])))
    }
    return blocks
  }

  /// Numbers and the short address run left to right and are never broken.
  private static func spans(of line: String) -> [Inline] {
    line.split(separator: " ").enumerated().flatMap { index, word in
      let isCode = word.utf8.allSatisfy { $0 < 0x80 }
      let span =
        isCode ? TextSpan(String(word), isolation: .leftToRight, isBreakable: false) : TextSpan(String(word))
      return (index == 0 ? [] : [.text(TextSpan(" "))]) + [Inline.text(span)]
    }
  }

  /// Where the piece stands in a run that is sorted for the post: by postcode, then by city.
  public struct PlaceInPost: Hashable, Comparable, Sendable {
    let postcode: String
    let city: String

    /// Whether `a` is delivered before `b`.
    public static func < (a: PlaceInPost, b: PlaceInPost) -> Bool {
      (a.postcode, a.city) < (b.postcode, b.city)
    }
  }

  /// Where the piece stands in a run that is sorted for the post.
  public var placeInPost: PlaceInPost {
    // What has no postcode comes last.
    PlaceInPost(
      postcode: address.postcode ?? "\u{FFFF}", city: NameForm.collationKey(address.city ?? ""))
  }
}

extension StyleName {
  static let addressName: StyleName = "address-name"
  static let addressLine: StyleName = "address-line"
  static let addressReference: StyleName = "address-reference"
}

extension Diagnostic.Message {
  fileprivate static let addressNotPostable = Self(
    "postal.address-incomplete",
    arabic: "لا يُرسل بالبريد: العنوان الوطني ينقصه رقم المبنى (أو صندوق البريد) أو الرمز البريدي أو المدينة.",
    english: "It can't be posted: the national address lacks its building number (or box), postcode or city.")
}

extension Diagnostic.Hint {
  fileprivate static let completeAddress = Self(
    arabic: "أكملوا العنوان الوطني، أو سلّموا الخطاب باليد أو أرسلوه بالبريد الإلكتروني.",
    english: "Complete the national address, or deliver the letter by hand or e-mail.")
}
