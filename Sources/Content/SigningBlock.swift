public import Geometry

/// A place where the finished file can be signed electronically: a signature field (ISO 32000-1, 12.7.4.5).
public struct SignatureField: Hashable, Sendable {
  /// Its name: no two fields of a file share one, and there is no full stop in it.
  public var name: String
  /// What it is for, in words, for those who can't see it (ISO 14289-1, 7.18.1).
  public var purpose: String

  /// A field by its name.
  public init(name: String, purpose: String) {
    self.name = name
    self.purpose = purpose
  }
}

/// Room to sign in: for the pen on paper, and for the signature fields of the file.
public struct SigningBlock: Hashable, Sendable {
  /// How high the room is.
  public var height: Points
  /// The fields; the first takes the room, and those after it don't show.
  public var fields: [SignatureField]

  /// Room of a height, with the fields that stand there.
  public init(height: Points, fields: [SignatureField] = []) {
    self.height = height
    self.fields = fields
  }
}
