import Content
import Diagnostics
import Foundation
import PDF
import TestSupport
import Testing

@Suite struct ImageReaderTests {
  @Test(arguments: [
    ("colours.jpg", ImageAsset.Format.jpeg, 36.0, 24.0), ("grey.jpg", .jpeg, 36, 24),
    ("seal.png", .png, 24, 24),
  ])
  func aPictureOfPixelsCounts96OfThemToTheInch(
    name: String, format: ImageAsset.Format, width: Double, height: Double
  ) throws {
    let (asset, log) = try read(fixture(name))
    let image = try #require(asset)
    #expect(image.format == format)
    #expect((image.naturalWidth, image.naturalHeight) == (width, height))
    #expect(log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (#"<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="1in"/>"#, 144.0, 72.0),
    (
      #"<?xml version="1.0"?><!-- <text> --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>"#,
      30, 15
    ),
    (
      #"<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><a href="https://example.org"/></svg>"#,
      72, 36
    ),
    (
      ##"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><use href="#a"/><g fill="url(#b)"/></svg>"##,
      3, 3
    ),
  ])
  func aVectorPictureHasTheSizeItStates(source: String, width: Double, height: Double) throws {
    let (asset, log) = read(Array(source.utf8))
    let image = try #require(asset)
    #expect(image.format == .svg)
    #expect(abs(image.naturalWidth - width) < 0.01 && abs(image.naturalHeight - height) < 0.01)
    #expect(log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("<text>اسم</text>", ["pdf.svg-with-text"]),
    ("<svg:text/>", ["pdf.svg-with-text"]),
    (#"<use xlink:href="other.svg#x"/>"#, ["pdf.svg-with-outside-reference"]),
    (#"<image href='/etc/passwd'/>"#, ["pdf.svg-with-outside-reference", "pdf.svg-drawn-as-pixels"]),
    (
      #"<image href="&#x66;ile:///etc/passwd"/>"#,
      ["pdf.svg-with-outside-reference", "pdf.svg-drawn-as-pixels"]
    ),
    ("<style>@import 'a.css';</style>", ["pdf.svg-with-outside-reference"]),
    (
      "<style><![CDATA[rect { fill: url( 'http://example.org/a') }]]></style>",
      ["pdf.svg-with-outside-reference"]
    ),
    (
      ##"<rect fill="url(http://example.org/#a)"/><text/>"##,
      ["pdf.svg-with-text", "pdf.svg-with-outside-reference"]
    ),
  ])
  func aVectorPictureThatWouldDifferElsewhereIsRefused(inside: String, ids: [String]) {
    let (asset, log) = read(
      Array(#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\#(inside)</svg>"#.utf8))
    #expect(asset == nil)
    #expect(log.diagnostics.map(\.message.id) == ids)
  }

  /// A PNG file's header that states a size; no pixel of it is ever decoded.
  private func header(width: Int, height: Int) -> String {
    func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let bytes = signature + number(13) + Array("IHDR".utf8) + number(width) + number(height)
    return "data:image/png;base64," + Data(bytes + [8, 0, 0, 0, 0, 0, 0, 0, 0]).base64EncodedString()
  }

  @Test func picturesInsideAVectorPictureHaveTheSameLimits() throws {
    func ids(_ addresses: [String]) -> [String] {
      let images = addresses.map { "<image href=\"\($0)\" width=\"9\" height=\"9\"/>" }.joined()
      let (_, log) = read(
        Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\(images)</svg>".utf8))
      return log.diagnostics.map(\.message.id).filter { $0 != "pdf.svg-drawn-as-pixels" }
    }
    #expect(ids([header(width: 20_000, height: 20_000)]) == ["pdf.image-too-many-pixels"])
    #expect(ids([header(width: 100, height: 100)]).isEmpty)
    // Each by itself is small enough.
    #expect(
      ids(Array(repeating: header(width: 5_000, height: 5_000), count: 2)) == ["pdf.image-too-many-pixels"])
    let photograph = try Data(fixture("colours.jpg")).base64EncodedString()
    #expect(
      ids(["data:image/jpeg;base64,\(photograph.prefix(60))&#xA;\n\(photograph.dropFirst(60))"]).isEmpty)
    for address in ["data:image/gif;base64,R0lGODlhAQABAAAAACw=", "data:image/svg+xml,%3Csvg/%3E", "data:,"] {
      #expect(ids([address]) == ["pdf.svg-embedded-format"])
    }
  }

  @Test func entitiesAreRefused() {
    let source = """
      <!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>&b;</desc></svg>
      """
    let (asset, log) = read(Array(source.utf8))
    #expect(asset == nil)
    #expect(log.diagnostics.map(\.message.id) == ["pdf.svg-with-entities"])
  }

  @Test func effectsThatBecomePixelsAreMentioned() throws {
    let (asset, log) = read(
      Array(#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><filter id="f"/></svg>"#.utf8))
    #expect(asset != nil)
    #expect(log.diagnostics.map(\.message.id) == ["pdf.svg-drawn-as-pixels"])
    #expect(!log.hasErrors)
  }

  @Test func aVectorPictureWithoutASizeIsRefused() {
    let (asset, log) = read(Array(#"<svg xmlns="http://www.w3.org/2000/svg"/>"#.utf8))
    #expect(asset == nil)
    #expect(log.diagnostics.map(\.message.id) == ["pdf.svg-without-size"])
  }

  @Test(arguments: ["colours.jpg", "grey.jpg", "seal.png"])
  func aPictureCutOffAnywhereIsDamaged(name: String) throws {
    let whole = try fixture(name)
    for length in stride(from: 12, to: whole.count - 2, by: 37) {
      let (asset, log) = read(Array(whole.prefix(length)))
      #expect(asset == nil, "cut at \(length)")
      #expect(log.diagnostics.map(\.message.id) == ["pdf.image-broken"], "cut at \(length)")
    }
  }

  @Test func aPictureInPrintingInksIsRefused() throws {
    let (asset, log) = try read(fixture("inks.jpg"))
    #expect(asset == nil)
    #expect(log.diagnostics.map(\.message.id) == ["pdf.image-in-printing-inks"])
  }

  @Test(arguments: [(60_000, 60_000), (32_768, 1), (6_000, 6_000)])
  func aPictureThatWouldFillTheMemoryIsNotDecoded(width: UInt32, height: UInt32) throws {
    var bytes = try fixture("seal.png")
    for (offset, number) in [(16, width), (20, height)] {
      for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * byte)) }
    }
    let (asset, log) = read(bytes)
    #expect(asset == nil)
    #expect(log.diagnostics.map(\.message.id) == ["pdf.image-too-many-pixels"])
  }

  @Test(arguments: ["", "GIF89a", "%PDF-1.7", "<html><svg/></html>", "نص", "\u{1F}\u{8B}"])
  func whatIsNoPictureIsNamedSo(_ text: String) {
    let (asset, log) = read(Array(text.utf8))
    #expect(asset == nil)
    #expect(log.diagnostics.map(\.message.id) == ["pdf.image-unknown-format"])
    let mayBecomeSVG = log.diagnostics.first?.hints.first?.english.contains("pdftocairo -svg") == true
    #expect(mayBecomeSVG == text.hasPrefix("%PDF"))
    #expect(log.diagnostics.first?.hints.isEmpty == false)
  }

  @Test func aFileThatIsTooLongIsNotLookedInto() {
    let (asset, log) = read([UInt8](repeating: 0, count: ImageReader.byteLimit + 1))
    #expect(asset == nil)
    #expect(log.diagnostics.map(\.message.id) == ["pdf.image-too-long"])
  }

  private func read(_ bytes: [UInt8]) -> (ImageAsset?, DiagnosticLog) {
    var log = DiagnosticLog()
    let asset = ImageReader.read(bytes, file: "logo", log: &log)
    return (asset, log)
  }

  private func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Repository.file("Tests/PDFTests/Fixtures/\(name)")))
  }
}
