/// Where included texts come from, and how far including may go.
struct Inclusion {
  /// The deepest that texts may include one another.
  static let depthLimit = 8
  /// The most texts one template may include.
  static let countLimit = 64

  /// The text of a name.
  var source: (String) -> TemplateSource? = { _ in nil }
  /// The names being included around the place being parsed.
  var path: [String] = []
  /// How many texts have been included so far.
  var count = 0
}
