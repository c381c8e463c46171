/// A JSON value with its members in the file's order and its numbers as the file writes them (RFC 8259).
enum JSONValue: Hashable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One name and value of an object.
  struct Member: Hashable {
    var name: String
    var value: JSONValue
  }
}
