/// What a file claims to conform to, and is made to.
public enum Profile: String, Hashable, Sendable, CaseIterable {
  /// PDF/A-3a and PDF/UA-1: a letter that goes out.
  case official
  /// PDF/A-2u: a file for the archive.
  case archive
  /// PDF/A-3a and PDF/UA-1, many letters with a bookmark each: a print run.
  case print

  /// The part of ISO 19005 and its conformance level.
  var pdfA: (part: Int, level: String) {
    switch self {
    case .official, .print: (3, "A")
    case .archive: (2, "U")
    }
  }

  /// Whether it claims ISO 14289-1.
  var claimsUniversalAccess: Bool { self != .archive }
}
