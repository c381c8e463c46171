import Templates

extension Theme {
  /// Every line of the theme, in the order of its file.
  var snippets: [Snippet] {
    let head = (letterhead?.lines.map(\.text) ?? []) + [letterhead?.basmala].compactMap { $0 }
    let caption = [verification?.caption].compactMap { $0 }
    return head + letters.snippets + forms.snippets + caption
  }
}

extension LetterSettings {
  fileprivate var snippets: [Snippet] {
    let single = [subject, signature.stamp, signature.onFileCopy, runningHead].compactMap { $0 }
    return details.snippets + marks + member.snippets + government.snippets + notes.snippets + single
      + signature.further + signature.electronic + signature.sealed
      + foot.lines
  }
}

extension FormSettings {
  fileprivate var snippets: [Snippet] {
    details.snippets + subtitles + [runningHead].compactMap { $0 } + foot.lines
  }
}

extension DetailsBlock {
  fileprivate var snippets: [Snippet] { rows.flatMap { [$0.label, $0.text] } }
}

extension Wording {
  fileprivate var snippets: [Snippet] {
    person + organisation + officer + blank + [greeting, closing].compactMap { $0 }
  }
}

extension ClosingNotes {
  fileprivate var snippets: [Snippet] { [enclosures, copies, eachCopy, initials].compactMap { $0 } }
}
