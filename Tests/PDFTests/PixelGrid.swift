import Content
import Diagnostics
import Foundation
import Geometry
import Layout
import PDF
import Testing

/// The pixels of a page as poppler shows it: an eye that isn't ours.
struct PixelGrid {
  let width: Int
  let height: Int
  private let samples: [UInt8]

  /// The pixels of the first page of a PDF file, at 72 to the inch.
  init(pdf: [UInt8]) throws {
    let ppm = try Tool.run("/usr/bin/pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-", input: pdf)
    let header = ppm.prefix(32).split(separator: UInt8(ascii: "\n"), maxSplits: 3)
    let numbers = header[1].split(separator: UInt8(ascii: " ")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    try #require(header[0].elementsEqual("P6".utf8) && numbers.count == 2)
    (width, height) = (numbers[0], numbers[1])
    samples = ppm.suffix(width * height * 3)
    try #require(samples.count == width * height * 3)
  }

  /// The pixels of a PNG file, shown on a page of their number.
  init(png: [UInt8]) throws {
    var log = DiagnosticLog()
    let image = try #require(ImageReader.read(png, file: "page", log: &log))
    let (width, height) = (image.naturalWidth / 0.75, image.naturalHeight / 0.75)
    let page = Page(
      size: Size(width: width, height: height),
      items: [.image(image, Rect(x: 0, y: 0, width: width, height: height), alternativeText: nil)])
    try self.init(pdf: PagePainter().pdf([PagedDocument(metadata: .init(title: "a"), pages: [page])]))
  }

  /// The colour at a place, as `0xRRGGBB`.
  subscript(x: Int, y: Int) -> Int {
    let at = (y * width + x) * 3
    return samples[at..<at + 3].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Programs that tests ask for a second opinion.
enum Tool {
  /// What a program writes when fed `input`; a status other than 0 is a failure.
  static func run(_ path: String, _ arguments: String..., input: [UInt8] = []) throws -> [UInt8] {
    let program = Process()
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    program.executableURL = URL(filePath: path)
    program.arguments = arguments
    program.standardInput = standardInput
    program.standardOutput = standardOutput
    try program.run()
    let writer = Thread {
      try? standardInput.fileHandleForWriting.write(contentsOf: input)
      try? standardInput.fileHandleForWriting.close()
    }
    writer.start()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    try #require(program.terminationStatus == 0, "\(path) failed")
    return Array(output)
  }
}
