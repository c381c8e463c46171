extension Int {
  /// The number with an English noun in the form that it asks for: `1 page`, `2 pages`.
  ///
  /// - Parameters:
  ///   - one: the noun of one.
  ///   - many: the noun of several; `one` with an s unless it is said.
  /// - Returns: the number and the noun.
  public func english(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
