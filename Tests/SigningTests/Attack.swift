import PDFSyntax
import TestSupport
import Testing

@testable import Signing

/// A signed letter that somebody bent, and which class of attack it is.
struct Attack: Sendable, CustomTestStringConvertible {
  var group: Int
  var name: String
  var bytes: [UInt8]
  /// What must be said of it: that it is invalid, or where nobody can know, that nobody can.
  var verdict: VerificationReport.Verdict

  var testDescription: String { "\(group) \(name)" }

  init(_ group: Int, _ name: String, _ bytes: [UInt8], verdict: VerificationReport.Verdict = .invalid) {
    (self.group, self.name, self.bytes, self.verdict) = (group, name, bytes, verdict)
  }

  /// A signed file with an update behind it.
  static func updated(
    _ bytes: [UInt8], _ change: (inout IncrementalUpdate) throws -> Void
  ) throws -> [UInt8] {
    var update = IncrementalUpdate(of: try PDFFile(bytes))
    try change(&update)
    return update.finish(identifier: [1, 2, 3]).bytes
  }

  /// A signed file with one object's dictionary changed in an update.
  static func changed(
    _ bytes: [UInt8], _ number: Int, _ change: (inout PDFDictionary) -> Void
  ) throws -> [UInt8] {
    try updated(bytes) { update in
      var dictionary = try update.file.object(PDFReference(number)).dictionary ?? [:]
      change(&dictionary)
      update.set(PDFReference(number), to: .dictionary(dictionary))
    }
  }

  /// A signed file with an update of objects written by hand, its trailer as `trailer` has it.
  static func continued(
    _ bytes: [UInt8], trailer: String = "", free: [Int] = [], _ write: (inout HandmadePDF) -> Void
  ) throws -> [UInt8] {
    let file = try PDFFile(bytes)
    var next = HandmadePDF(
      continuing: bytes, previous: file.revisions[file.lastRevision].startXRef,
      size: file.trailer["Size"].integer ?? 0)
    write(&next)
    next.end(trailer: trailer + identifier(of: file), free: free)
    return next.bytes
  }

  /// The entry of a trailer that says which file it is: one that goes on keeps it.
  static func identifier(of file: PDFFile) -> String {
    "/ID" + String(decoding: file.trailer["ID"].serialized, as: UTF8.self)
  }

  /// A file with some bytes in place of others of the same count.
  static func patched(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    var bytes = bytes
    guard let range = bytes.range(of: old) else { return bytes }
    let padded = Array(new.utf8) + [UInt8](repeating: 0x20, count: max(0, range.count - new.utf8.count))
    bytes.replaceSubrange(range, with: padded)
    return bytes
  }

  /// A file with other bytes at the start or end of its first signature's value.
  static func gapped(_ bytes: [UInt8], _ change: (inout [UInt8], Range<Int>) -> Void) throws -> [UInt8] {
    var bytes = bytes
    let marker = try #require(bytes.range(of: "/Contents <"))
    let end = try #require(bytes[marker.upperBound...].firstIndex(of: 0x3E))
    change(&bytes, marker.upperBound - 1..<end + 1)
    return bytes
  }
}

extension [UInt8] {
  /// Where an ASCII text first stands.
  func range(of text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    for start in 0...(count - wanted.count) where self[start] == wanted[0] {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return start..<start + wanted.count }
    }
    return nil
  }
}
