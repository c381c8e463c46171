import Content
import Diagnostics
import Geometry

/// A tag, read: its keyword and what it carries.
struct Tag {
  /// What a tag carries.
  enum Payload {
    case nothing
    case condition(Condition)
    case loop(variable: FieldName, list: FieldName, blankTurns: Int)
    case field(FieldTag)
    case forms(FormsTag)
    case name(FieldName)
    case number(Int)
    case length(Points)
    case span(columns: Int, rows: Int)
    case text(String)
    case link(String, LinkTarget)
    case parts([String])
    case symbol(SymbolName)
    /// What could not be read; reported when parsed.
    case unreadable
  }

  /// The keyword; `nil` for a field.
  let keyword: TagKeyword?
  let payload: Payload
  let place: SourceLocation
}
