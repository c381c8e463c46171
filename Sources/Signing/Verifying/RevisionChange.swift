import Diagnostics
import PDFSyntax

/// One thing that a revision changed, and how far a signature before it must allow that.
struct RevisionChange: Hashable, Sendable {
  /// What kind of change it is.
  enum Kind: Hashable, Sendable {
    /// Data for validation, or a document time-stamp: every signature allows it.
    case validation
    /// A signature field was signed: the field's name.
    case signing(field: String)
    /// An invisible signature field was added.
    case newSignatureField(String)
    /// A signature field that shows was added and signed at once.
    case newShownSignature(String)
    /// A field of the form was filled in: its name.
    case formFilling(field: String)
    /// A comment was added.
    case annotation
    /// An annotation was added that draws what it likes.
    case drawing
    /// Nothing allows it: what it touches.
    case forbidden(ChangedObject)
  }

  var kind: Kind

  /// Whether a signature with these restrictions allows it.
  func isAllowed(by restrictions: SignatureRestrictions) -> Bool {
    let permission = restrictions.permission
    switch kind {
    case .validation: return true
    case .signing(let field):
      return permission != .noChanges && !(restrictions.lock?.locks(field) ?? false)
    case .newSignatureField: return permission != .noChanges
    // Where somebody certified, the places for signatures are those that were there.
    case .newShownSignature: return permission == nil
    // Without a certification nobody said that the form may still be filled in.
    case .formFilling(let field):
      return (permission ?? .noChanges) >= .formFilling && !(restrictions.lock?.locks(field) ?? false)
    case .annotation, .drawing: return permission == .annotations
    case .forbidden: return false
    }
  }
}

/// What an object of a file is, in words for a clerk.
enum ChangedObject: Hashable, Sendable {
  case pageContent, page, pageTree, catalog, font, appearance, annotation, field(String), metadata, signature
  case securityStore, form, structure, danglingReference, hiddenBytes, other(Int)

  var arabic: String {
    switch self {
    case .pageContent: "محتوى صفحة"
    case .page: "صفحة"
    case .pageTree: "ترتيب الصفحات أو عددها"
    case .catalog: "فهرس الملف"
    case .font: "خط من خطوط الملف"
    case .appearance: "صورة مرسومة في الصفحة أو شكل توقيع"
    case .annotation: "تعليق أو عنصر فوق الصفحة"
    case .field(let name): "الحقل «\(name)»"
    case .metadata: "البيانات الوصفية"
    case .signature: "توقيع سابق"
    case .securityStore: "بيانات التحقق المحفوظة"
    case .form: "النموذج"
    case .structure: "بنية النص"
    case .danglingReference: "عنصر كان موضعه فارغاً عند التوقيع"
    case .hiddenBytes: "بيانات مخفية لا يدل عليها فهرس الملف"
    case .other(let number): "كائن من الملف (رقم \(number))"
    }
  }

  var english: String {
    switch self {
    case .pageContent: "a page's content"
    case .page: "a page"
    case .pageTree: "the order or number of pages"
    case .catalog: "the file's catalog"
    case .font: "one of the file's fonts"
    case .appearance: "a picture on the page or the look of a signature"
    case .annotation: "a comment or an object over the page"
    case .field(let name): "the field «\(name)»"
    case .metadata: "the metadata"
    case .signature: "an earlier signature"
    case .securityStore: "the validation data in the file"
    case .form: "the form"
    case .structure: "the structure of the text"
    case .danglingReference: "something whose place was empty when it was signed"
    case .hiddenBytes: "bytes that no cross-reference names"
    case .other(let number): "an object of the file (number \(number))"
    }
  }
}
