public import Templates

extension Theme {
  /// Every line of the theme, in the order of its file.
  var snippets: [Snippet] {
    var snippets: [Snippet] = []
    var theme = self
    theme.forEachSnippet { snippets.append($0) }
    return snippets
  }

  /// The same theme, in which lines that state nothing of a record have their words already.
  ///
  /// - Parameter scope: the office's, before any record.
  /// - Returns: a theme for scopes that differ from `scope` in their record alone.
  public func settled(in scope: Scope) -> Theme {
    // A theme's own lines are filled even where a form is printed blank.
    var office = scope.adding(Self.namedFields)
    office.mode = .filled
    var theme = self
    theme.forEachSnippet { $0 = $0.settled(in: office) }
    return theme
  }

  private mutating func forEachSnippet(_ body: (inout Snippet) -> Void) {
    if var head = letterhead {
      for index in head.lines.indices { body(&head.lines[index].text) }
      visit(&head.basmala, body)
      letterhead = head
    }
    letters.forEachSnippet(body)
    forms.forEachSnippet(body)
    if var settings = verification {
      visit(&settings.caption, body)
      verification = settings
    }
  }
}

extension LetterSettings {
  fileprivate mutating func forEachSnippet(_ body: (inout Snippet) -> Void) {
    details.forEachSnippet(body)
    visit(&marks, body)
    member.forEachSnippet(body)
    government.forEachSnippet(body)
    notes.forEachSnippet(body)
    visit(&subject, body)
    visit(&signature.stamp, body)
    visit(&signature.onFileCopy, body)
    visit(&runningHead, body)
    visit(&signature.further, body)
    visit(&signature.electronic, body)
    visit(&signature.sealed, body)
    visit(&foot.lines, body)
  }
}

extension FormSettings {
  fileprivate mutating func forEachSnippet(_ body: (inout Snippet) -> Void) {
    details.forEachSnippet(body)
    visit(&subtitles, body)
    visit(&runningHead, body)
    visit(&foot.lines, body)
  }
}

extension DetailsBlock {
  fileprivate mutating func forEachSnippet(_ body: (inout Snippet) -> Void) {
    for index in rows.indices {
      body(&rows[index].label)
      body(&rows[index].text)
    }
  }
}

extension Wording {
  fileprivate mutating func forEachSnippet(_ body: (inout Snippet) -> Void) {
    visit(&person, body)
    visit(&organisation, body)
    visit(&officer, body)
    visit(&blank, body)
    visit(&greeting, body)
    visit(&closing, body)
  }
}

extension ClosingNotes {
  fileprivate mutating func forEachSnippet(_ body: (inout Snippet) -> Void) {
    visit(&enclosures, body)
    visit(&copies, body)
    visit(&eachCopy, body)
    visit(&initials, body)
  }
}

private func visit(_ snippets: inout [Snippet], _ body: (inout Snippet) -> Void) {
  for index in snippets.indices { body(&snippets[index]) }
}

private func visit(_ snippet: inout Snippet?, _ body: (inout Snippet) -> Void) {
  guard var line = snippet else { return }
  body(&line)
  snippet = line
}
