/// The form that `--format json` prints: the same facts as the sentences, under stable keys.
extension Diagnostic: Encodable {
  private enum Key: String, CodingKey {
    case severity, id, arabic, english, location, hints
  }

  /// Writes severity, id, both sentences, place and hints.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(severity.rawValue, forKey: .severity)
    try container.encode(message.id, forKey: .id)
    try container.encode(message.arabic, forKey: .arabic)
    try container.encode(message.english, forKey: .english)
    try container.encodeIfPresent(location, forKey: .location)
    if !hints.isEmpty { try container.encode(hints, forKey: .hints) }
  }
}

extension Diagnostic.Hint: Encodable {
  private enum Key: String, CodingKey {
    case arabic, english, location
  }

  /// Writes both sentences, and the place where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(arabic, forKey: .arabic)
    try container.encode(english, forKey: .english)
    try container.encodeIfPresent(location, forKey: .location)
  }
}

extension SourceLocation: Encodable {
  private enum Key: String, CodingKey {
    case file, line, column, phrase, sheet, row, setting, page
  }

  /// Writes the parts that the kind of place has.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(file, forKey: .file)
    switch self {
    case .file: break
    case .text(_, let line, let column, let phrase):
      try container.encode(line, forKey: .line)
      try container.encode(column, forKey: .column)
      try container.encode(phrase, forKey: .phrase)
    case .cell(_, let sheet, let row, let column):
      try container.encodeIfPresent(sheet, forKey: .sheet)
      try container.encode(row, forKey: .row)
      try container.encodeIfPresent(column, forKey: .column)
    case .setting(_, let path): try container.encode(path, forKey: .setting)
    case .page(let number): try container.encode(number, forKey: .page)
    }
  }
}
