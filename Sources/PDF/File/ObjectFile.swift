import Cryptography

/// The number of an indirect object of a file in the making; its generation is always 0.
struct ObjectNumber: Hashable, Comparable {
  let value: Int

  static func < (a: ObjectNumber, b: ObjectNumber) -> Bool { a.value < b.value }
}

/// A PDF file in the making: objects one after the other, then a cross-reference table (ISO 32000-1, 7.5).
///
/// Numbers may be given out before their objects are written. What the file holds decides its bytes: there
/// is no clock, and its identifier is a digest of what was written.
struct ObjectFile {
  private(set) var output = PDFBytes()
  private var offsets: [Int] = []
  private let beginning: Beginning?
  private let compressor: StreamCompressor

  /// A file without objects.
  init(compressor: StreamCompressor) {
    self.compressor = compressor
    beginning = nil
    output.reserve(1 << 16)
    // The comment of four high bytes tells transfer programs that the file isn't text (7.5.2).
    output.add("%PDF-1.7\n%")
    output.add([0xD8, 0xAE, 0xD8, 0xB7])
    output.add("\n")
  }

  /// A file that begins as another one.
  init(_ beginning: Beginning, compressor: StreamCompressor) {
    self.compressor = compressor
    self.beginning = beginning
    output.reserve(max(1 << 16, 2 * beginning.output.count))
    output.add(beginning.output.bytes)
    offsets = beginning.offsets
  }

  /// What other files begin with, and its digest.
  final class Beginning: Sendable {
    fileprivate let output: PDFBytes
    fileprivate let offsets: [Int]
    fileprivate let digest: GrowingDigest

    /// What was written to `file` so far.
    init(_ file: ObjectFile) {
      output = file.output
      offsets = file.offsets
      var digest = GrowingDigest()
      digest.add(output.bytes[...])
      self.digest = digest
    }
  }

  /// How many numbers were given out.
  var count: Int { offsets.count }

  /// Gives out the next number, for an object that is written later.
  mutating func reserve() -> ObjectNumber {
    offsets.append(0)
    return ObjectNumber(value: offsets.count)
  }

  /// Writes an object under a number that was given out.
  mutating func write(_ number: ObjectNumber, _ body: (inout PDFBytes) -> Void) {
    begin(number)
    body(&output)
    output.add("\nendobj\n")
  }

  /// Writes an object under the next number.
  mutating func write(_ body: (inout PDFBytes) -> Void) -> ObjectNumber {
    let number = reserve()
    write(number, body)
    return number
  }

  /// Writes a stream.
  ///
  /// - Parameters:
  ///   - number: A number that was given out.
  ///   - data: What the stream holds.
  ///   - isCompressed: Whether it is compressed here; metadata stay readable in the file.
  ///   - entries: Adds entries of its dictionary beside `Length` and `Filter`.
  mutating func writeStream(
    _ number: ObjectNumber, _ data: [UInt8], isCompressed: Bool = true, entries: (inout PDFBytes) -> Void
  ) {
    let payload = isCompressed ? compressor.compressed(data) : data
    begin(number)
    output.add("<<")
    entries(&output)
    if isCompressed { output.add("/Filter/FlateDecode") }
    writeStreamEnd(payload)
  }

  /// Writes a stream whose bytes are compressed already; `entries` adds its whole dictionary but `Length`.
  mutating func writeFinishedStream(
    _ number: ObjectNumber, _ payload: [UInt8], entries: (inout PDFBytes) -> Void
  ) {
    begin(number)
    output.add("<<")
    entries(&output)
    writeStreamEnd(payload)
  }

  private mutating func writeStreamEnd(_ payload: [UInt8]) {
    output.add(atMost: SyntaxLine.numberLength + 18) { line in
      line.add("/Length ")
      line.add(payload.count)
      line.add(">>\nstream\n")
    }
    output.add(payload)
    output.add("\nendstream\nendobj\n")
  }

  private mutating func begin(_ number: ObjectNumber) {
    assert(offsets[number.value - 1] == 0, "an object is written once")
    offsets[number.value - 1] = output.count
    output.add(atMost: SyntaxLine.numberLength + 7) { line in
      line.add(number.value)
      line.add(" 0 obj\n")
    }
  }

  /// Ends the file with its cross-reference table and trailer.
  consuming func finish(root: ObjectNumber, info: ObjectNumber) -> DrawnFile {
    var whole = beginning.map { GrowingDigest(copying: $0.digest) } ?? GrowingDigest()
    whole.add(output.bytes[(beginning?.output.count ?? 0)...])
    let digest = Array(whole.digest.bytes.prefix(16))
    let start = output.count
    output.add("xref\n0 ")
    output.add(offsets.count + 1)
    output.add("\n0000000000 65535 f \n")
    let (offsets, entryEnd) = (offsets, Array(" 00000 n \n".utf8))
    output.add(atMost: (10 + entryEnd.count) * offsets.count) { line in
      for offset in offsets {
        assert(offset > 0, "a number that was given out has its object")
        line.add(offset, width: 10)
        line.add(entryEnd)
      }
    }
    output.add("trailer\n<</Size ")
    output.add(offsets.count + 1)
    output.add("/Root ")
    output.add(root)
    output.add("/Info ")
    output.add(info)
    output.add("/ID[")
    output.add(hexadecimalString: digest)
    output.add(hexadecimalString: digest)
    output.add("]>>\nstartxref\n")
    output.add(start)
    output.add("\n%%EOF\n")
    whole.add(output.bytes[start...])
    return DrawnFile(
      bytes: output.bytes, sha256: whole.digest,
      beginning: BeginningDigest(whole, count: output.bytes.count))
  }
}
