import Geometry
import Layout

/// The links from the places of a document's notes to the notes: written when all its pages are, since a note may
/// begin on a later page than its place (ISO 32000-1, 12.3.2.2 and 12.5.6.5).
struct FootnoteLinks {
  /// A link that is placed.
  struct Link {
    var number: ObjectNumber
    /// The note it leads to.
    var note: Int
    /// What it is, for who can't see it (ISO 14289-1, 7.18.5).
    var words: String
    /// Where it lies, in the page's own coordinates.
    var box: Rect
    var page: ObjectNumber
    /// Its key in the parent tree.
    var key: Int
  }

  /// The notes by the elements that their numbers are content of.
  private var notes: [StructureTree.ElementID: Int] = [:]
  /// Where each note begins: its page, and how far above the page's bottom its first line reaches.
  private var places: [Int: (page: ObjectNumber, top: Points)] = [:]
  private var links: [Link] = []

  init(_ tree: StructureTree) {
    // Elements are large: those that are no notes aren't copied.
    for index in tree.elements.indices where tree.elements[index].role == .note {
      let element = tree.elements[index]
      guard let number = element.noteNumber, let label = element.children.first else { continue }
      notes[label] = number
    }
  }

  /// Notes which notes begin on a page.
  mutating func add(_ scan: PageScan, page: ObjectNumber, height: Points) {
    guard !notes.isEmpty else { return }
    for case .text(.element(let id), let lines) in scan.pieces {
      guard let note = notes[id], places[note] == nil, let line = lines.first else { continue }
      places[note] = (page, height - line.box.minY)
    }
  }

  /// Adds a link.
  mutating func add(_ link: Link) { links.append(link) }

  /// Writes the links.
  func write(to file: inout ObjectFile) {
    for link in links {
      file.write(link.number) {
        $0.addLinkEntries(box: link.box, page: link.page, key: link.key, words: link.words)
        if let place = places[link.note] {
          $0.add("/Dest[")
          $0.add(place.page)
          $0.add("/XYZ null ")
          $0.add(place.top)
          $0.add(" null]")
        }
        $0.add(">>")
      }
    }
  }
}
