import Content

/// Takes out of a paragraph what an optional value that is missing leaves without sense.
///
/// What goes is the smallest that still reads: the bracket around the value; else the clause between two
/// commas, with one of them; else the sentence. A label before a colon goes with the last of what it announces, or with
/// its own value alone where the clause after it has a label too. What a flexible space parts stands apart like two
/// lines.
enum Clause {
  /// The atoms without the clauses of missing values.
  static func removingMissing(from atoms: [Atom]) -> [Atom] {
    // Where nothing is missing, nobody asks where clauses end.
    guard atoms.contains(where: \.isMissing) else { return atoms }
    let atoms = ClauseScanner.cut(atoms)
    var kept: [Atom] = []
    var index = 0
    while index < atoms.count {
      guard atoms[index] == .missing else {
        kept.append(atoms[index])
        index += 1
        continue
      }
      let (left, right) = extent(after: kept, until: index + 1, of: atoms)
      kept.removeSubrange(left...)
      index = right
    }
    return tidied(kept)
  }

  private enum Edge {
    case end
    case mark(Atom.Mark)
  }

  /// From where of the kept atoms, and up to where of the rest, a missing value takes its surroundings along.
  private static func extent(
    after kept: [Atom], until next: Int, of atoms: [Atom]
  ) -> (left: Int, right: Int) {
    var left = leftEdge(before: kept.count, of: kept, passingColons: false)
    let right = rightEdge(from: next, of: atoms)
    if case .mark(.colon) = left.edge {
      if case .mark(.comma) = right.edge,
        !isLabelled(from: right.index + 1, of: atoms) || !isBare(kept[(left.index + 1)...])
      {
        return (left.index + 1, right.index + 1)
      }
      left = leftEdge(before: left.index, of: kept, passingColons: true)
    }
    return switch (left.edge, right.edge) {
    case (.mark(.open), .mark(.close)): (left.index, right.index + 1)
    case (.mark(.comma), _): (left.index, right.index)
    case (_, .mark(.comma)): (left.index + 1, right.index + 1)
    case (.mark(.open), _): (left.index + 1, right.index)
    case (_, .mark(.stop)): (left.index + 1, right.index + 1)
    default: (left.index + 1, right.index)
    }
  }

  /// Whether the clause that begins at `index` has a label: a colon after words, before any value.
  private static func isLabelled(from index: Int, of atoms: [Atom]) -> Bool {
    for atom in atoms[index...] {
      switch atom {
      case .words: continue
      case .mark(.colon, _, _, _): return true
      default: return false
      }
    }
    return false
  }

  /// Whether nothing is said: the value would follow its label at once.
  private static func isBare(_ atoms: ArraySlice<Atom>) -> Bool {
    atoms.allSatisfy { atom in
      guard case .words(let text, _, _) = atom else { return false }
      return text.allSatisfy(\.isWhitespace)
    }
  }

  private static func leftEdge(
    before index: Int, of atoms: [Atom], passingColons: Bool
  ) -> (index: Int, edge: Edge) {
    var (closed, parts) = (0, 0)
    for at in stride(from: index - 1, through: 0, by: -1) {
      switch atoms[at] {
      case .partEnds: parts += 1
      case .partBegins:
        if parts == 0 { return (at, .end) }
        parts -= 1
      case _ where parts > 0: break
      case .inline(.lineBreak), .inline(.flexibleSpace), .paragraphBreak:
        if closed == 0 { return (at, .end) }
      case .mark(.close, _, _, _): closed += 1
      case .mark(.open, _, _, _):
        if closed == 0 { return (at, .mark(.open)) }
        closed -= 1
      case .mark(let mark, _, _, _) where closed == 0:
        if mark != .colon || !passingColons { return (at, .mark(mark)) }
      default: break
      }
    }
    return (-1, .end)
  }

  private static func rightEdge(from index: Int, of atoms: [Atom]) -> (index: Int, edge: Edge) {
    var (opened, parts) = (0, 0)
    for at in atoms.indices.dropFirst(index) {
      switch atoms[at] {
      case .partBegins: parts += 1
      case .partEnds:
        if parts == 0 { return (at, .end) }
        parts -= 1
      case _ where parts > 0: break
      case .inline(.lineBreak), .inline(.flexibleSpace), .paragraphBreak:
        if opened == 0 { return (at, .end) }
      case .mark(.open, _, _, _): opened += 1
      case .mark(.close, _, _, _):
        if opened == 0 { return (at, .mark(.close)) }
        opened -= 1
      case .mark(let mark, _, _, _) where opened == 0 && mark != .colon:
        return (at, .mark(mark))
      default: break
      }
    }
    return (atoms.count, .end)
  }

  /// The atoms with single spaces, none at the ends and none before a mark that follows its word.
  private static func tidied(_ atoms: [Atom]) -> [Atom] {
    var result: [Atom] = []
    var endsInSpace = true
    for atom in atoms {
      switch atom {
      case .words(let words, let style, let place):
        var text = words[...]
        if endsInSpace { text = text.drop { $0 == " " } }
        guard !text.isEmpty else { continue }
        result.append(.words(String(text), style, place))
        endsInSpace = text.last == " "
      case .mark(let mark, _, _, _):
        if mark != .open { trimEnd(of: &result) }
        result.append(atom)
        endsInSpace = mark == .open
      case .partBegins, .partEnds:
        result.append(atom)
      case .inline(.lineBreak), .inline(.flexibleSpace):
        result.append(atom)
        endsInSpace = true
      default:
        result.append(atom)
        endsInSpace = false
      }
    }
    trimEnd(of: &result)
    return result
  }

  private static func trimEnd(of atoms: inout [Atom]) {
    guard let last = atoms.lastIndex(where: { $0 != .partBegins && $0 != .partEnds }),
      case .words(var text, let style, let place) = atoms[last]
    else { return }
    while text.last == " " { text.removeLast() }
    if text.isEmpty { atoms.remove(at: last) } else { atoms[last] = .words(text, style, place) }
  }
}
