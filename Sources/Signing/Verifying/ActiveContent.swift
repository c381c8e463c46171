import Diagnostics
import PDFSyntax

/// What lets a file show something else than what was signed without a change to it: scripts, layers, and forms that are
/// drawn by rules of their own.
struct ActiveContent {
  /// A doubt for each kind.
  private(set) var findings: [VerificationReport.Finding] = []

  /// Looks through all objects of a revision.
  init(in state: RevisionState, of file: PDFFile) throws(PDFSyntaxError) {
    let catalog = try file.catalog(at: state.index)
    if catalog["OCProperties"] != .null { findings.append(.doubt(.layers)) }
    if let form = state.value(catalog["AcroForm"]).dictionary, form["XFA"] != .null {
      findings.append(.doubt(.dynamicForm))
    }
    if state.objects.values.contains(where: { Self.hasScript($0) }) {
      findings.append(.doubt(.scripts))
    }
  }

  private static func hasScript(_ object: PDFObject) -> Bool {
    switch object {
    case .dictionary(let dictionary):
      dictionary["S"].name == "JavaScript" || dictionary["JS"] != .null
        || dictionary.contains { hasScript($0.value) }
    case .array(let elements): elements.contains { hasScript($0) }
    case .stream(let stream): hasScript(.dictionary(stream.dictionary))
    default: false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let layers = Self(
    "file.layers", arabic: "في الملف طبقات تظهر وتختفي، فقد يراه قارئان على وجهين",
    english: "The file has layers that come and go, so two readers may see different things")
  fileprivate static let dynamicForm = Self(
    "file.dynamic-form", arabic: "في الملف نموذج XFA يرسمه كل برنامج على طريقته",
    english: "The file has an XFA form, which every program draws in its own way")
  fileprivate static let scripts = Self(
    "file.scripts", arabic: "في الملف برمجيات قد تغيّر ما يظهر عند فتحه",
    english: "The file has scripts that may change what it shows when it is opened")
}
