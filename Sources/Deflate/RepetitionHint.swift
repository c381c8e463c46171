/// A place in bytes that is likely to go on as an earlier one did.
public struct RepetitionHint: Hashable, Sendable {
  private let place: Int32
  private let other: Int32

  /// Where it is.
  public var position: Int { Int(place) }
  /// The earlier place.
  public var earlier: Int { Int(other) }

  /// A place that repeats an earlier one, both below 2 GiB.
  public init(position: Int, repeats earlier: Int) {
    (place, other) = (Int32(position), Int32(earlier))
  }
}
