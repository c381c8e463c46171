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

  /// A signer of the given post.
  public init(post: String, printedPost: String? = nil, name: String, gender: Gender? = nil) {
    self.post = post
    self.printedPost = printedPost ?? post
    self.name = name
    self.gender = gender
  }
}
