import TestSupport
import Testing

@testable import Printing

@Suite struct IPPMessageTests {
  private static let message = IPPMessage(
    code: 0x0002, number: 7,
    attributes: [
      .init(group: .operation, name: "attributes-charset", values: [.charset("utf-8")]),
      .init(group: .operation, name: "job-name", values: [.name("خطاب")]),
      .init(group: .job, name: "copies", values: [.integer(-3)]),
      .init(group: .job, name: "sides", values: [.keyword("one-sided"), .keyword("two-sided-long-edge")]),
      .init(group: .printer, name: "accepting", values: [.boolean(true), .other(tag: 0x32, [1, 2])]),
    ], content: Array("%PDF".utf8))

  @Test func whatIsWrittenIsRead() throws {
    #expect(IPPMessage(Self.message.bytes) == Self.message)
    #expect(Array(Self.message.bytes.prefix(9)) == [2, 0, 0, 2, 0, 0, 0, 7, 1])
  }

  @Test func aLongNameIsCutBetweenTwoCharacters() throws {
    var long = Self.message
    long.attributes[1].values = [.name(String(repeating: "خطاب ", count: 100))]
    let read = try #require(IPPMessage(long.bytes))
    let text = try #require(read["job-name"].first?.text)
    #expect(text.utf8.count <= 255 && text.utf8.count > 250 && !text.contains("\u{FFFD}"))
  }

  @Test func bytesOfAnyKindEndTheReading() {
    let sound = Self.message.bytes
    for count in 0..<sound.count - 4 {
      #expect(IPPMessage(Array(sound.prefix(count))) == nil || count >= sound.count - 4)
    }
    var state: UInt64 = 8010
    var readable = 0
    for _ in 0..<5_000 {
      var bytes = sound
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      if let message = IPPMessage(bytes) {
        readable += 1
        #expect(message.attributes.count <= bytes.count)
      }
    }
    #expect(readable > 100)
  }
}
