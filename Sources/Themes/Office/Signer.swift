public import Values

/// A person who signs for the office, by the post.
public struct Signer: Hashable, Sendable {
  /// The post, as templates name it: «المدير التنفيذي».
  public var post: String
  /// The post as it stands over the signature; differs from `post` for a woman or a deputy.
  public var printedPost: String
  /// The name under the signature.
  public var name: String
  /// The signer's gender, where it is stated.
  public var gender: Gender?
  /// SHA-256 of the certificates that the signer signs with, in small hexadecimal digits; empty where the office doesn't
  /// say.
  public var certificates: [String]

  /// The gender that words about the post agree with: the signer's, or that of the post where it prints as it is named.
  var grammaticalGender: Gender? { gender ?? (printedPost == post ? .masculine : nil) }

  /// A signer of the given post.
  public init(
    post: String, printedPost: String? = nil, name: String, gender: Gender? = nil, certificates: [String] = []
  ) {
    self.post = post
    self.printedPost = printedPost ?? post
    self.name = name
    self.gender = gender
    self.certificates = certificates
  }

  /// Whether a name is this person's, past the ways people vary its spelling.
  public func isNamed(_ other: String) -> Bool { Spelling.key(name) == Spelling.key(other) }
}
