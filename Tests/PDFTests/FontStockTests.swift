import Content
import Cryptography
import Layout
import PDFSyntax
import TestSupport
import Testing
import Text

@testable import PDF

/// Fonts that are written once for all letters of a template.
@Suite struct FontStockTests {
  private static let specimen = "نفيدكم بأنه ورد إلينا طلبكم رقم وقد تقرر قبوله"
  private static let letters = [
    "نفيدكم بأنه ورد إلينا طلبكم رقم ٩٨١٦٦ وقد تقرر قبوله",
    "نفيدكم يا ضحى بأنه ورد إلينا طلبكم رقم SA03 وقد تقرَّر قبوله بشكر",
  ]

  private let shaper: ParagraphShaper

  init() throws { shaper = try TextPages.shaper() }

  private func document(_ text: String) throws -> PagedDocument {
    PagedDocument(metadata: .init(title: "خطاب"), pages: [try TextPages.page(text, shaper: shaper)])
  }

  private func stock() throws -> FontStock { try FontStock(specimen: document(Self.specimen)) }

  private func text(_ file: [UInt8]) throws -> [UInt8] {
    try Tool.run("/usr/bin/pdftotext", "-q", "-", "-", input: file)
  }

  @Test(arguments: letters) func aLetterLooksAndReadsTheSame(_ letter: String) throws {
    let document = try document(letter)
    let alone = try PagePainter().pdf([document])
    let stocked = try PagePainter().pdf([document], stock: stock())
    #expect(try text(stocked) == text(alone))
    let (meant, drawn) = (try PixelGrid(pdf: alone), try PixelGrid(pdf: stocked))
    var inked = 0
    for y in 0..<meant.height {
      for x in 0..<meant.width {
        #expect(meant[x, y] == drawn[x, y])
        if meant[x, y] != 0xFFFFFF { inked += 1 }
      }
    }
    #expect(inked > 500)
  }

  @Test func whatAFileSharesComesFirstAndItsOwnFontsHoldTheRest() throws {
    let stock = try stock()
    let files = try Self.letters.map { try PagePainter().pdf([document($0)], stock: stock) }
    let shared = zip(files[0], files[1]).prefix { $0 == $1 }.count
    #expect(shared > 4_000)
    for file in files {
      let parsed = try PDFFile(file)
      let fonts = try parsed.object(PDFReference(stock.numbers.fonts.value)).dictionary
      #expect(fonts?.keys == ["F0", "F1"])
      var widths: [Int] = []
      for font in fonts ?? [:] {
        let font = try parsed.resolve(font.value).dictionary ?? [:]
        let descendant = try parsed.resolve(font["DescendantFonts"].array?.first ?? .null).dictionary
        widths.append(descendant?["W"].array?.last?.array?.count ?? 0)
      }
      #expect(widths[0] > 30)
      // Letters, digits and marks of names and numbers, and no letter of the specimen's.
      #expect((1...20).contains(widths[1]))
    }
  }

  @Test func aLetterThatSaysNothingElseHasNoFontOfItsOwn() throws {
    let stock = try stock()
    let file = try PDFFile(PagePainter().pdf([document(Self.specimen)], stock: stock))
    #expect(try file.object(PDFReference(stock.numbers.fonts.value)).dictionary?.keys == ["F0"])
  }

  @Test func theDigestIsOfTheWholeFile() throws {
    let stock = try stock()
    for letter in Self.letters {
      let file = try PagePainter().file([document(letter)], stock: stock)
      #expect(file.sha256 == SHA256Digest(of: file.bytes))
    }
  }

  @Test func aSpecimenMakesTheSameStockAgain() throws {
    let document = try document(Self.letters[0])
    let painter = PagePainter()
    let first = try painter.pdf([document], stock: stock())
    #expect(try painter.pdf([document], stock: stock()) == first)
    #expect(try PagePainter().pdf([document], stock: stock()) == first)
  }
}
