import Foundation

/// Where bounces arrive: a maildir, or a file of messages one after the other (mbox, RFC 4155).
public struct ReportBox: Sendable {
  private let path: String

  /// The box at `path`.
  public init(path: String) { self.path = path }

  /// What the box holds.
  public struct Contents: Hashable, Sendable {
    /// The reports, each with the name of its file, or its number in the file.
    public var reports: [Found] = []
    /// How many other messages there are: answers from people, and bounces that no program can read.
    public var others = 0

    /// A report and where it is.
    public struct Found: Hashable, Sendable {
      /// The file's name in a maildir, or `#12` in an mbox.
      public var place: String
      /// The report.
      public var report: DeliveryReport
    }
  }

  /// What is at the path can be read, and is neither a maildir nor a file of messages.
  public struct NotABox: Error {}

  /// Reads all of it, and changes nothing; a file may also be one report as a mail program saves it.
  ///
  /// - Throws: `NotABox`, or why the box can't be read; a single message that can't is counted among the others.
  public func contents() throws -> Contents {
    var contents = Contents()
    let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    guard type == .typeDirectory else {
      guard try Mbox.isOne(path) else {
        contents.add(try Self.message(path), at: "#1")
        guard contents.others == 0 else { throw NotABox() }
        return contents
      }
      var number = 0
      try Mbox.forEachMessage(of: path) { message in
        number += 1
        contents.add(message, at: "#\(number)")
      }
      return contents
    }
    let folders = ["new", "cur"].filter { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
    guard !folders.isEmpty else { throw NotABox() }
    for folder in folders {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
      for name in names.sorted() where !name.hasPrefix(".") {
        let place = URL(filePath: "\(path)/\(folder)/\(name)").resolvingSymlinksInPath().path
        let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
        // Opening a pipe would wait for whoever writes into it.
        let file = type == .typeRegular ? FileHandle(forReadingAtPath: place) : nil
        let bytes = try? file?.read(upToCount: MailLimits.messageSize)
        try? file?.close()
        contents.add([UInt8](bytes ?? Data()), at: name)
      }
    }
    return contents
  }

  private static func message(_ path: String) throws -> [UInt8] {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    return [UInt8](try file.read(upToCount: MailLimits.messageSize) ?? Data())
  }
}

extension ReportBox.Contents {
  fileprivate mutating func add(_ message: [UInt8], at place: String) {
    if let report = DeliveryReport(message: message) {
      reports.append(Found(place: place, report: report))
    } else {
      others += 1
    }
  }
}

/// A file of messages, each after a line that begins with `From `.
enum Mbox {
  private static let mark = Array("From ".utf8)

  /// Whether a file is empty or begins as a file of messages does; lines that are empty may stand before the first.
  static func isOne(_ path: String) throws -> Bool {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    let start = try file.read(upToCount: 1024) ?? Data()
    let text = start.drop { $0 == 0x0A || $0 == 0x0D }
    return text.isEmpty || text.starts(with: mark)
  }

  /// Gives each message, up to the size that is looked at, without ever holding more of the file.
  static func forEachMessage(of path: String, _ body: ([UInt8]) -> Void) throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    var splitter = Splitter()
    while let chunk = try file.read(upToCount: 1 << 16), !chunk.isEmpty {
      for byte in chunk {
        if let message = splitter.add(byte) { body(message) }
      }
    }
    if let message = splitter.end() { body(message) }
  }

  /// Cuts the bytes of the file into messages.
  struct Splitter {
    private var message: [UInt8] = []
    private var line: [UInt8] = []
    private var isInside = false
    private var isAfterBlank = true

    /// Takes one byte, and gives the message that it ends.
    mutating func add(_ byte: UInt8) -> [UInt8]? {
      if line.count < MailLimits.fieldSize || byte == 0x0A { line.append(byte) }
      return byte == 0x0A ? endLine() : nil
    }

    /// Gives the last message.
    mutating func end() -> [UInt8]? {
      let before = line.isEmpty ? nil : endLine()
      return before ?? (isInside ? message : nil)
    }

    private mutating func endLine() -> [UInt8]? {
      defer { line = [] }
      if isAfterBlank, line.starts(with: Mbox.mark) {
        defer { (message, isInside, isAfterBlank) = ([], true, false) }
        return isInside ? message : nil
      }
      isAfterBlank = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      // `>From ` was written for `From ` (mboxrd).
      let quotes = line.prefix { $0 == 0x3E }.count
      let isQuoted = quotes > 0 && line.dropFirst(quotes).starts(with: Mbox.mark)
      if message.count < MailLimits.messageSize { message += isQuoted ? line.dropFirst() : line[...] }
      return nil
    }
  }
}
