import Deflate
public import Content
import Fonts
import Geometry
public import Layout

/// A PDF file in the making: documents are added one after the other, and only what the file holds is kept.
///
/// Text is written as codes of font programs built for the file, art is drawn by Cairo, structure and metadata
/// are written here. It has one owner and ends with ``finish()``. What it writes depends on its documents alone.
public struct PDFDrawing: ~Copyable {
  private let profile: Profile
  private let metadata: Document.Metadata
  private var file: ObjectFile
  private var fonts: FontResources
  private var art: ArtResources
  private let textLayer: TextLayer
  private let room: ContentRoom
  private let numbers: FrameNumbers
  private var pages: [ObjectNumber] = []
  private var parentTree = PDFBytes()
  private var roots: [ObjectNumber] = []
  private var outline = Outline()
  private var attachments: [Attachment] = []
  private var form = FormWriter()
  /// The structure elements that have an identifier, in the order of their identifiers.
  private var identified: [(identifier: String, element: ObjectNumber)] = []
  /// The next key of the parent tree: pages and annotations share its numbers.
  private var parentKey = 0

  /// An empty file that says of itself what `metadata` says and conforms to `profile`.
  ///
  /// It begins with the fonts of `stock`; fonts of its own hold what those lack.
  public init(
    metadata: Document.Metadata, profile: Profile = .official, stock: FontStock? = nil, painter: PagePainter
  ) {
    self.profile = profile
    self.metadata = metadata
    if let stock {
      file = ObjectFile(stock.beginning, compressor: painter.compressor)
      numbers = stock.numbers
    } else {
      file = ObjectFile(compressor: painter.compressor)
      numbers = FrameNumbers(&file)
    }
    fonts = FontResources(stock: stock, faces: painter.outlines)
    textLayer = TextLayer(
      faces: painter.outlines, known: painter.lines, options: .init(of: metadata))
    art = ArtResources(drawing: painter.art)
    room = painter.room
  }

  /// Adds all pages of `document`.
  public mutating func add(_ document: PagedDocument) throws(RenderingError) {
    var structure = StructureWriter(document.structure, root: numbers.structure, file: &file)
    roots.append(structure.root)
    if let first = document.pages.first {
      // All letters of a run have one title; the subject tells them apart.
      let words = [document.metadata.title, document.metadata.subject].filter { !$0.isEmpty }
      outline.add(
        words.joined(separator: " — "), page: ObjectNumber(value: file.count + 1), height: first.size.height)
    }
    var notes = FootnoteLinks(document.structure)
    for page in document.pages { try add(page, to: &structure, &notes) }
    notes.write(to: &file)
    structure.write(to: &file)
    identified += structure.identified
  }

  /// Attaches a file; profiles of PDF/A-3 alone may hold one of any kind.
  public mutating func attach(_ attachment: Attachment) {
    precondition(profile.pdfA.part == 3, "PDF/A-2 holds no files but PDF/A")
    attachments.append(attachment)
  }

  private mutating func add(
    _ page: Page, to structure: inout StructureWriter, _ notes: inout FootnoteLinks
  ) throws(RenderingError) {
    let (number, contents) = (file.reserve(), file.reserve())
    var stream = ContentStream(height: page.size.height, room: room)
    var shown: [(name: ArtName, number: ObjectNumber)] = []
    let scan = PageScan(page, of: structure.tree)
    for piece in scan.pieces {
      switch piece {
      case .text(let mark, let lines):
        try add(lines, mark, structure, to: &stream)
      case .figure(let element, let items):
        let place = try art.place(ArtKey(size: page.size, items: items), file: &file)
        shown.append(place)
        stream.begin(.element(element), tag: structure.tag(of: .element(element)))
        stream.show(place.name)
        stream.end()
        if let box = Rect.around(items.compactMap(\.box)) {
          structure.place(element, in: box.upright(onPageOf: page.size.height))
        }
      case .art(let items):
        let place = try art.place(ArtKey(size: page.size, items: items), file: &file)
        shown.append(place)
        stream.begin(.artifact(.layout), tag: "Artifact")
        stream.show(place.name)
        stream.end()
      }
    }
    let elements = stream.elements
    for (identifier, element) in elements.enumerated() {
      structure.add(element, page: number, identifier: identifier)
    }
    file.writeFinishedStream(contents, stream.compressed()) { $0.add("/Filter/FlateDecode") }
    let annotations = annotations(of: scan, on: number, height: page.size.height, &structure)
    write(page, number, contents, shown, annotations)
    notes.add(scan, page: number, height: page.size.height)
    remember(elements.map(structure.number(of:)), annotations, &notes)
    pages.append(number)
  }

  private mutating func annotations(
    of scan: PageScan, on page: ObjectNumber, height: Points, _ structure: inout StructureWriter
  ) -> PageAnnotations {
    var annotations = PageAnnotations(page: page, height: height)
    for placed in scan.annotations {
      let number = file.reserve()
      annotations.add(placed, number: number, element: structure.number(of: placed.element))
      structure.add(placed.element, page: page, annotation: number)
    }
    return annotations
  }

  /// Adds lines of one mark; the text of a link in them stands under the link's own.
  private mutating func add(
    _ lines: [PageScan.PlacedLine], _ mark: ContentMark, _ structure: StructureWriter,
    to stream: inout ContentStream
  ) throws(RenderingError) {
    var link: Int?
    stream.beginText(mark, tag: structure.tag(of: mark))
    for placed in lines {
      let line = try textLayer.codes(of: placed.line)
      let places = try fonts.places(of: line, file: &file)
      var run = -1
      for (index, code) in line.codes.enumerated() {
        if code.run != run {
          run = code.run
          if line.measures[run].link != link {
            link = line.measures[run].link
            let own = structure.mark(of: link, in: mark)
            stream.endText()
            stream.beginText(own, tag: structure.tag(of: own))
          }
        }
        let point = Point(
          x: placed.origin.x + placed.scale * code.x, y: placed.origin.y - placed.scale * code.y)
        stream.show(
          code, color: line.measures[run].color, as: places[index].code, font: places[index].font,
          size: placed.scale * code.size, at: point)
      }
    }
    stream.endText()
  }

  private mutating func write(
    _ page: Page, _ number: ObjectNumber, _ contents: ObjectNumber,
    _ shown: [(name: ArtName, number: ObjectNumber)], _ annotations: PageAnnotations
  ) {
    let (parent, fonts, key) = (numbers.pages, numbers.fonts, parentKey)
    file.write(number) {
      $0.add("<</Type/Page/Parent ")
      $0.add(parent)
      $0.add("/MediaBox[0 0 ")
      $0.add(page.size.width)
      $0.add(" ")
      $0.add(page.size.height)
      $0.add("]/Tabs/S/StructParents ")
      $0.add(key)
      annotations.addEntry(to: &$0)
      $0.add("/Contents ")
      $0.add(contents)
      $0.add("/Resources<</Font ")
      $0.add(fonts)
      if !shown.isEmpty {
        $0.add("/XObject<<")
        for art in shown {
          $0.add("/A")
          $0.add(art.name.value)
          $0.add(" ")
          $0.add(art.number)
        }
        $0.add(">>")
      }
      $0.add(">>>>")
    }
  }

  /// Adds a page's marked content and its annotations, which it writes, to the parent tree (14.7.4.4).
  private mutating func remember(
    _ elements: [ObjectNumber], _ annotations: PageAnnotations, _ notes: inout FootnoteLinks
  ) {
    parentTree.add(parentKey)
    parentTree.add("[")
    for element in elements {
      parentTree.add(element)
      parentTree.add(" ")
    }
    parentTree.add("]")
    parentKey += 1
    annotations.write(key: parentKey, form: &form, notes: &notes, to: &file)
    for element in annotations.elements {
      parentTree.add(parentKey)
      parentTree.add(" ")
      parentTree.add(element)
      parentTree.add(" ")
      parentKey += 1
    }
  }

  /// The finished file.
  public consuming func finish() -> DrawnFile {
    fonts.write(dictionary: numbers.fonts, to: &file)
    writePageTree()
    writeStructureRoot()
    let bookmarks = profile == .print ? outline.write(to: &file) : nil
    let catalog = CatalogWriter(
      metadata: metadata, profile: profile, pages: numbers.pages, structure: numbers.structure,
      outline: bookmarks, pageCount: pages.count, attachments: attachments, form: form)
    let description = catalog.write(as: numbers.catalog, to: &file)
    return file.finish(root: numbers.catalog, info: description)
  }

  private mutating func writePageTree() {
    let pages = pages
    file.write(numbers.pages) {
      $0.add("<</Type/Pages/Count ")
      $0.add(pages.count)
      $0.add("/Kids[")
      for page in pages {
        $0.add(page)
        $0.add(" ")
      }
      $0.add("]>>")
    }
  }

  private mutating func writeStructureRoot() {
    let (roots, tree, next, marks, identified) = (
      roots, numbers.parentTree, parentKey, parentTree, identified
    )
    file.write(numbers.structure) {
      $0.add("<</Type/StructTreeRoot/K[")
      for root in roots {
        $0.add(root)
        $0.add(" ")
      }
      $0.add("]/ParentTree ")
      $0.add(tree)
      $0.add("/ParentTreeNextKey ")
      $0.add(next)
      if !identified.isEmpty {
        $0.add("/IDTree<</Names[")
        for entry in identified {
          $0.add(text: entry.identifier)
          $0.add(entry.element)
          $0.add(" ")
        }
        $0.add("]>>")
      }
      $0.add(">>")
    }
    file.write(numbers.parentTree) {
      $0.add("<</Nums[")
      $0.add(marks.bytes)
      $0.add("]>>")
    }
  }
}

extension Rect {
  /// The same rectangle in a page's coordinates, whose y grows upwards.
  func upright(onPageOf height: Points) -> Rect {
    Rect(x: minX, y: height - maxY, width: size.width, height: size.height)
  }
}
