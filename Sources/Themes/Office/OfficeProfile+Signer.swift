public import Diagnostics
public import Templates

extension OfficeProfile {
  /// Reports a post that is to sign and that nobody holds, where the template names it.
  /// - Returns: Whether a template's letters can be signed.
  @discardableResult
  public func checkSigner(of settings: TemplateSettings, log: inout DiagnosticLog) -> Bool {
    guard let post = settings.signer, signer(of: post) == nil else { return true }
    log.error(.unknownSigner(post), at: settings.signerPlace, hints: [.posts(signers.map(\.post))])
    return false
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownSigner(_ post: String) -> Self {
    Self(
      "themes.unknown-signer", arabic: "لا يذكر ملف الجمعية من يشغل منصب «\(post)» ليوقع الخطاب.",
      english: "The office file names nobody who signs as “\(post)”.")
  }
}

extension Diagnostic.Hint {
  fileprivate static func posts(_ posts: [String]) -> Self {
    guard !posts.isEmpty else {
      return Self(
        arabic: "أضيفوا المنصب واسم شاغله تحت «الموقعون» في ملف الجمعية.",
        english: "Add the post and its holder's name under “signers” in the office file.")
    }
    return Self(
      arabic: "أضيفوه تحت «الموقعون»، أو اختاروا في القالب واحداً من: \(posts.joined(separator: "، ")).",
      english: "Add it under “signers”, or let the template name one of: \(posts.joined(separator: ", ")).")
  }
}
