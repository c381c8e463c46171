import Content
public import Diagnostics
import Geometry
public import Layout

/// Sets addresses on sheets of labels and on envelopes.
public struct AddressPrinter: Sendable {
  private let paginator: Paginator
  private let families: [String]

  /// A printer of addresses in the given font families.
  public init(paginator: Paginator, families: [String] = ["Amiri"]) {
    self.paginator = paginator
    self.families = families
  }

  /// The sizes that are tried, the largest first, until an address fits.
  static let sizes: [Points] = [13, 12, 11, 10, 9, 8]
  private static let padding: Points = .mm(3)

  /// Labels for `addressees`, in their order, the first on the label after `skipping` of a sheet begun before.
  ///
  /// One that can't be posted, or doesn't fit in the smallest size, gives no label, and an error.
  public func labels(
    for addressees: [Addressee], on sheet: LabelSheet, skipping: Int = 0, log: inout DiagnosticLog
  ) -> PagedDocument {
    var pages: [Page] = []
    var index = max(0, skipping) % sheet.count
    var items: [FrameItem] = []
    for addressee in addressees {
      guard let set = set(addressee, in: sheet.label, log: &log) else { continue }
      let place = sheet.place(index)
      items.append(.scaled(factor: 1, origin: Point(x: place.minX, y: place.minY), items: set))
      index += 1
      if index == sheet.count {
        pages.append(Self.page(LabelSheet.paper, items))
        (items, index) = ([], 0)
      }
    }
    if !items.isEmpty { pages.append(Self.page(LabelSheet.paper, items)) }
    return PagedDocument(metadata: Self.metadata("ملصقات العناوين"), pages: pages)
  }

  /// A label for the paper of a letter that came in, on the label after `skipping` of a sheet begun before.
  public func label(
    _ stamp: IncomingStamp, on sheet: LabelSheet, skipping: Int = 0, log: inout DiagnosticLog
  ) -> PagedDocument? {
    guard let set = set(stamp.blocks, in: sheet.label, log: &log) else {
      log.error(.stampTooLong, hints: [.largerLabel])
      return nil
    }
    let place = sheet.place(max(0, skipping) % sheet.count)
    let item = FrameItem.scaled(factor: 1, origin: Point(x: place.minX, y: place.minY), items: set)
    return PagedDocument(
      metadata: Self.metadata("ملصق الوارد"), pages: [Self.page(LabelSheet.paper, [item])])
  }

  /// An envelope for each of `addressees`, in their order.
  public func envelopes(
    for addressees: [Addressee], _ profile: EnvelopeProfile, log: inout DiagnosticLog
  ) -> PagedDocument {
    let area = profile.addressArea
    let place = area.rect(on: profile.size.width)
    let pages = addressees.compactMap { addressee in
      set(addressee, in: Size(width: area.width, height: area.height), log: &log).map { items in
        let origin = Point(x: place.minX - profile.offset.x, y: place.minY + profile.offset.y)
        return Self.page(profile.size, [.scaled(factor: 1, origin: origin, items: items)])
      }
    }
    return PagedDocument(metadata: Self.metadata("مظاريف"), pages: pages)
  }

  /// One address in a space of that size.
  private func set(_ addressee: Addressee, in size: Size, log: inout DiagnosticLog) -> [FrameItem]? {
    let problems = addressee.problems
    guard problems.isEmpty else {
      for problem in problems { log.append(problem) }
      return nil
    }
    if let items = set(addressee.blocks, in: size, log: &log) { return items }
    log.error(.addressTooLong, at: addressee.origin, hints: [.largerLabel])
    return nil
  }

  /// Lines in a space of that size, in the largest type in which they fit; nothing if they don't in the smallest.
  private func set(_ blocks: [Block], in size: Size, log: inout DiagnosticLog) -> [FrameItem]? {
    for fontSize in Self.sizes {
      var own = DiagnosticLog()
      let document = Document(
        metadata: Self.metadata(""), pageSetup: Self.setup(size), styles: styles(fontSize), body: blocks)
      let pages = paginator.paginate(document, log: &own).pages
      guard pages.count == 1, let page = pages.first, !own.hasErrors || fontSize == Self.sizes.last else {
        continue
      }
      log.append(contentsOf: own)
      return page.unmarkedItems
    }
    return nil
  }

  private static func setup(_ size: Size) -> PageSetup {
    let master = PageMaster(margins: Insets(all: padding))
    return PageSetup(size: size, first: master, rest: master)
  }

  private func styles(_ size: Points) -> StyleSheet {
    var line = ParagraphStyle()
    (line.families, line.size, line.leading) = (families, size, 1.4)
    var name = line
    name.isBold = true
    var reference = line
    (reference.size, reference.alignment) = (min(8, size), .end)
    return StyleSheet(
      styles: [.addressName: name, .addressLine: line, .addressReference: reference], fallback: line)
  }

  /// A page to be printed and stuck on or put in: nobody reads it on a screen, so that it has no structure.
  static func page(_ size: Size, _ items: [FrameItem]) -> Page {
    Page(size: size, items: [.marked(.artifact(.layout), items)])
  }

  static func metadata(_ title: String) -> Document.Metadata { Document.Metadata(title: title) }
}

extension Diagnostic.Message {
  fileprivate static let stampTooLong = Self(
    "postal.stamp-too-long", arabic: "ملصق الوارد أطول من أن تسعه المساحة ولو بأصغر خط.",
    english: "The label doesn't fit into its space, even in the smallest type.")
  fileprivate static let addressTooLong = Self(
    "postal.address-too-long", arabic: "العنوان أطول من أن تسعه المساحة ولو بأصغر خط.",
    english: "The address doesn't fit into its space, even in the smallest type.")
}

extension Diagnostic.Hint {
  fileprivate static let largerLabel = Self(
    arabic: "اختاروا ملصقات أكبر، أو اختصروا الاسم أو اسم الشارع.",
    english: "Choose larger labels, or shorten the name or the street's name.")
}
