import Content
import Diagnostics
import Geometry
import Testing

@testable import Layout

@Suite struct BarLayoutTests {
  private static let red = Color(red: 1, green: 0, blue: 0)
  private static let blue = Color(red: 0, green: 0, blue: 1)

  private func fills(_ bar: BarBlock) throws -> (rects: [Rect], isRead: [Bool]) {
    let (paged, log) = try Fixture.pages(of: .of([.bar(bar)]))
    #expect(log.diagnostics == [])
    var found: (rects: [Rect], isRead: [Bool]) = ([], [])
    for item in paged.pages[0].items {
      guard case .marked(let mark, let items) = item else { continue }
      for case .fill(let rect, _) in items {
        found.rects.append(rect)
        if case .artifact = mark { found.isRead.append(false) } else { found.isRead.append(true) }
      }
    }
    return found
  }

  @Test func partsStandEndToEndFromTheRight() throws {
    let bar = BarBlock(
      parts: [
        .init(share: 0.5, color: Self.red), .init(share: 0, color: Self.red),
        .init(share: 0.25, color: Self.blue),
      ],
      height: 12, alternativeText: "أ: ٢، ب: ١")
    let (rects, isRead) = try fills(bar)
    #expect(rects.count == 2)
    #expect(isRead == [true, true])
    let (first, second) = (rects[0], rects[1])
    #expect(abs(first.minX - (second.minX + second.size.width)) < 0.001)
    #expect(abs(first.size.width - 2 * second.size.width) < 0.001)
    #expect(rects.allSatisfy { $0.size.height == 12 })
  }

  @Test func aSampleOfAColourIsNotRead() throws {
    let (rects, isRead) = try fills(
      BarBlock(parts: [.init(share: 1, color: Self.red)], height: 9, alternativeText: nil))
    #expect(rects.count == 1)
    #expect(isRead == [false])
  }

  @Test func sharesThatAreTooLargeStayInTheMeasure() throws {
    let (rects, _) = try fills(
      BarBlock(
        parts: [.init(share: 0.8, color: Self.red), .init(share: 0.8, color: Self.blue)], height: 9,
        alternativeText: "أ"))
    #expect(rects.map(\.minX).min() ?? 0 >= 35.99)
  }
}
