import Cryptography
import Diagnostics
import Layout
import PDF
import Proofing
import Records
import Templates
import Themes
import Values

/// Makes letters of single rows, keeping nothing between them: an engine of any kind may run as many of these as it
/// likes, on any machine, and the same row gives the same bytes everywhere.
///
/// It numbers nothing and registers nothing.
public struct LetterWorker: Sendable {
  /// Sets the letters.
  public let composer: LetterComposer
  /// Whether the letters need only the fields that their template names.
  private let isPartial: Bool

  /// A worker that makes one template's letters.
  public init(composer: LetterComposer) {
    self.composer = composer
    isPartial = !composer.template.template.speaksToPerson
  }

  /// A row, as it came in.
  public struct Row: Sendable {
    /// Its number, from 1.
    public var number: Int
    /// Its bytes: an object in JSON.
    public var bytes: [UInt8]

    /// A row.
    public init(number: Int, bytes: [UInt8]) {
      self.number = number
      self.bytes = bytes
    }
  }

  /// What became of a row.
  public struct Product: Sendable {
    /// The row's number.
    public var number: Int
    /// The letter, or nothing for a row that was refused.
    public var file: [UInt8]?
    /// What the manifest says of it.
    public var line: WorkerManifest.Line

    /// A row that gave no letter.
    public init(refused number: Int) {
      self.number = number
      line = WorkerManifest.Line(row: number)
    }
  }

  /// Makes the letter of a row, proven as an issued one is.
  ///
  /// - Throws: failures of the machine.
  public func product(of row: Row, with painter: borrowing WorkerPress) throws -> Product {
    let set = RecordSet.read(
      line: row.bytes, number: row.number, named: "-", dictionary: composer.office.records,
      calendar: composer.office.calendar, isPartial: isPartial)
    var log = set.log
    var product = Product(refused: row.number)
    if let read = set.records.first {
      log.append(contentsOf: read.log)
      if let made = try letter(of: read.record, with: painter, log: &log) {
        product.file = made.file
        product.line.pages = made.pages
        product.line.bytes = made.file.count
        product.line.sha256 = SHA256Digest(of: made.file).description
      }
    }
    product.line.diagnostics = log.diagnostics
    return product
  }

  /// The letter of a record, unless `log` has errors of its row or gets some here.
  private func letter(
    of record: Record, with press: borrowing WorkerPress, log: inout DiagnosticLog
  ) throws -> (file: [UInt8], pages: Int)? {
    guard let parts = composer.parts(of: record, log: &log) else { return nil }
    let pages = composer.paginate(parts.document, log: &log)
    guard !log.hasErrors else { return nil }
    let file = try composer.file(of: pages, record, with: press.painter).bytes
    let payload = composer.isBlank ? nil : composer.verification(of: record)?.shown.payload
    LetterProof(document: parts.document, pages: pages, payload: payload).check(
      file, known: press.knownObjects, log: &log)
    return log.hasErrors ? nil : (file, pages.pages.count)
  }
}

/// What one thread of a worker draws with.
public struct WorkerPress: ~Copyable {
  let painter = PagePainter()
  let knownObjects = KnownObjects()

  /// A press with nothing opened yet.
  public init() {}
}
