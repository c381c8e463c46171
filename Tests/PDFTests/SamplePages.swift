import Content
import Diagnostics
import Foundation
import Geometry
import Layout
import PDF
import TestSupport
import Testing

/// Pages made by hand for the tests of this module.
enum SamplePages {
  /// One item of each kind but glyphs, on a page of 200 by 100 points.
  static func everyItem() throws -> Page {
    let blue = try #require(Color(hex: "#3366CC"))
    let red = Color(red: 1, green: 0, blue: 0)
    return Page(
      size: Size(width: 200, height: 100),
      items: [
        .fill(Rect(x: 10, y: 10, width: 30, height: 30), blue),
        .fill(Rect(x: 25, y: 10, width: 15, height: 30), red),
        .fills([Rect(x: 60, y: 10, width: 4, height: 4), Rect(x: 68, y: 10, width: 4, height: 4)], .black),
        .rule(from: Point(x: 60, y: 50.5), to: Point(x: 140, y: 50.5), Stroke(width: 3)),
        .frame(Rect(x: 140, y: 11, width: 40, height: 30), Stroke(width: 2)),
        .image(try image("seal.png"), Rect(x: 10, y: 70, width: 20, height: 20), alternativeText: "ختم"),
        .image(try vectors(), Rect(x: 40, y: 70, width: 20, height: 20), alternativeText: nil),
        .rotated(
          degrees: 45, center: Point(x: 100, y: 80),
          items: [.fill(Rect(x: -5, y: -5, width: 10, height: 10), Color(red: 0, green: 1, blue: 0))]),
      ])
  }

  static func image(_ name: String) throws -> ImageAsset {
    try read(Array(Data(contentsOf: Repository.file("Tests/PDFTests/Fixtures/\(name)"))))
  }

  static func vectors() throws -> ImageAsset {
    try read(
      Array(
        #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>"#
          .utf8))
  }

  private static func read(_ bytes: [UInt8]) throws -> ImageAsset {
    var log = DiagnosticLog()
    return try #require(ImageReader.read(bytes, file: "fixture", log: &log))
  }
}
