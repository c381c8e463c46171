/// Looks for words in the texts of pages, each word first after the one before it: values mostly stand in the order in
/// which they are asked for.
struct WordSearch {
  private let texts: [[Unicode.Scalar]]
  private var (page, place) = (0, 0)

  init(_ texts: [[Unicode.Scalar]]) { self.texts = texts }

  /// Whether a word stands somewhere, its characters side by side; no word stands everywhere.
  mutating func finds(_ word: [Unicode.Scalar]) -> Bool {
    guard !word.isEmpty else { return true }
    for turn in 0..<texts.count {
      let index = (page + turn) % texts.count
      if let found = Self.place(of: word, in: texts[index], from: turn == 0 ? place : 0) {
        (page, place) = (index, found + word.count)
        return true
      }
    }
    guard page < texts.count, let found = Self.place(of: word, in: texts[page], from: 0) else { return false }
    place = found + word.count
    return true
  }

  private static func place(of word: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
    let (count, first) = (word.count, word[0])
    var place = start
    while place + count <= text.count {
      if text[place] == first {
        var length = 1
        while length < count, text[place + length] == word[length] { length += 1 }
        if length == count { return place }
      }
      place += 1
    }
    return nil
  }
}
