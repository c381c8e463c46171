public import Content
public import Diagnostics
import Geometry
import Settings
import Templates

/// The look of an association's letters and forms: everything but what a letter says.
public struct Theme: Hashable, Sendable {
  /// The paper.
  var paper: Paper
  /// The areas of text.
  var margins: ThemeMargins
  /// The paragraph styles.
  var styles: StyleSheet
  /// How tables and boxes are drawn.
  var dress: BlockDress
  /// What stands between the text and the notes at a page's foot.
  var footnotes = FootnoteArea()
  /// The head of the first page; `nil` draws none.
  var letterhead: Letterhead?
  /// What stands around a letter's text.
  var letters: LetterSettings
  /// What stands around a form.
  var forms: FormSettings
  /// The square code and what is written by it; `nil` prints none.
  var verification: VerificationSettings?
  /// The words behind a draft.
  var draft: DraftMark
  /// Whether the text of files may hold directional marks, which some readers need.
  var writesDirectionMarks = true

  /// Reads `theme.yaml`, reporting all its mistakes at once; `nil` only if it is no settings file.
  ///
  /// `image` reads the picture at a path beside the file.
  public static func read(
    yaml: String, file: String, image: (String, inout DiagnosticLog) -> ImageAsset?, log: inout DiagnosticLog
  ) -> Theme? {
    withoutActuallyEscaping(image) { image in
      SettingsFile.read(yaml: yaml, file: file, log: &log) { map, log in
        var reader = ThemeReader(image: image)
        return reader.theme(&map, log: &log)
      }
    }
  }

  /// The names of paragraph styles that a template may use, in both languages.
  public var styleNames: Set<String> { Set(styles.styles.keys.map(\.name)) }
}

/// The distances of the text area from the paper's edges, by kind of page.
struct ThemeMargins: Hashable, Sendable {
  /// The first page under a drawn letterhead.
  var drawn = Insets(top: .mm(58), start: .mm(27), bottom: .mm(40), end: .mm(23))
  /// The first page of letterhead paper.
  var preprinted = Insets(top: .mm(55), start: .mm(27), bottom: .mm(40), end: .mm(23))
  /// The first page without any letterhead.
  var bare = Insets(top: .mm(25), start: .mm(27), bottom: .mm(30), end: .mm(23))
  /// Every further page.
  var rest = Insets(top: .mm(32), start: .mm(27), bottom: .mm(28), end: .mm(23))
}

/// The square code and what is written by it.
struct VerificationSettings: Hashable, Sendable {
  /// The side of the code, quiet zone included.
  var side: Points
  /// The words under it.
  var caption: Snippet?
  /// What it is for, in words.
  var words: String
}

/// The words behind a draft.
struct DraftMark: Hashable, Sendable {
  var words = "مسودة"
  var color = Color(red: 0.9, green: 0.9, blue: 0.9)
  var families = ["Amiri"]
}
