import Diagnostics
import Cryptography
import Layout
import PDF
public import Postal
public import Records
import Themes
import Synchronization

/// Turns a whole set of records into letters, on several workers.
///
/// A letter's bytes depend on its record alone: not on its neighbours, the number of workers or
/// the order they finish in.
public struct RenderRun: Sendable {
  /// Where the letters go.
  public enum Destination: Hashable, Sendable {
    /// A file for each letter, in this folder.
    case folder(String)
    /// One file, the letters in the order of their records.
    case merged(String)
  }

  /// How far a run is.
  public struct Progress: Hashable, Sendable {
    /// The records dealt with.
    public var done: Int
    /// All records.
    public var total: Int
  }

  /// Sets each letter.
  public var composer: LetterComposer
  /// The letters' common name in file names: the template's id.
  public var name: String
  /// Where they go.
  public var destination: Destination
  /// The number of workers, at least 1.
  public var jobs: Int
  /// What a merged file's letters get for the printer.
  public var press: PrintRun
  /// How many letters are dealt with together: the pages of a merged file are drawn, files of their own get their
  /// names, chunk by chunk.
  public var chunk = 256

  /// A run to a destination.
  public init(
    composer: LetterComposer, name: String, destination: Destination, jobs: Int, press: PrintRun = PrintRun()
  ) {
    self.composer = composer
    self.name = name
    self.destination = destination
    self.jobs = max(1, jobs)
    if case .merged = destination {
      // Letters in one file can't be signed one by one.
      self.composer.options.hasSignatureFields = false
      // Pages are drawn while they are still at hand.
      chunk = 16 * self.jobs
    }
    self.press = press
  }

  /// Makes a letter of every record that is without error.
  ///
  /// Cancelling the task ends the run between two letters; every file that is there is whole.
  public func run(
    _ records: [ReadRecord], progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> RenderReport {
    let folder: OutputFolder? =
      if case .folder(let path) = destination { try OutputFolder(path: path) } else { nil }
    // What is written of a chunk that isn't finished is kept as well.
    defer { try? folder?.keep() }
    let counters = Counter()
    let painters = Painters(count: jobs)
    let mergedPainter = PagePainter()
    var drawing: PDFDrawing?
    var report = RenderReport()
    for start in stride(from: 0, to: records.count, by: self.chunk) {
      let chunk = start..<min(start + self.chunk, records.count)
      for outcome in try await outcomes(of: records, in: chunk, into: folder, painters, counters, progress) {
        report.letters.append(outcome.letter)
        guard let pages = outcome.pages else { continue }
        if drawing == nil {
          drawing = PDFDrawing(
            metadata: pages.metadata, profile: .print, stock: try composer.fontStock(),
            painter: mergedPainter)
        }
        try drawing?.add(pages)
      }
      try folder?.keep()
    }
    if case .merged(let path) = destination, let drawing = drawing.take() {
      try OutputFile(path: path).write(drawing.finish().bytes)
      report.mergedFile = path
    }
    return report
  }

  /// What became of the records in `chunk`, in their order.
  private func outcomes(
    of records: [ReadRecord], in chunk: Range<Int>, into folder: OutputFolder?, _ painters: Painters,
    _ counters: Counter,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> [Outcome] {
    let next = Counter()
    let finished = try await withThrowingTaskGroup(of: [(Int, Outcome)].self) { group in
      for worker in 0..<min(jobs, chunk.count) {
        group.addTask {
          try painters.use(worker) { painter in
            var outcomes: [(Int, Outcome)] = []
            while true {
              try Task.checkCancellation()
              let index = chunk.lowerBound + next.count.wrappingAdd(1, ordering: .relaxed).oldValue
              guard index < chunk.upperBound else { return outcomes }
              outcomes.append(
                (index, try letter(of: records[index], number: index + 1, in: folder, with: painter)))
              let done = counters.count.wrappingAdd(1, ordering: .relaxed).newValue
              progress(Progress(done: done, total: records.count))
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return finished.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// A number that several workers count up.
  private final class Counter: Sendable {
    let count = Atomic<Int>(0)
  }

  private struct Outcome: Sendable {
    var letter: RenderReport.Letter
    /// Kept in a merged run only.
    var pages: PagedDocument?
  }

  private func letter(
    of record: ReadRecord, number: Int, in folder: OutputFolder?, with painter: PagePainter
  ) throws -> Outcome {
    var log = record.log
    let place = record.record.location
    // A row that couldn't be read whole is composed all the same: all that is wrong with it is said at once.
    guard let pages = composer.compose(record.record, log: &log), !log.hasErrors else {
      return Outcome(letter: .init(record: place, pages: 0, diagnostics: log.diagnostics))
    }
    var outcome = Outcome(
      letter: .init(record: place, pages: pages.pages.count, diagnostics: log.diagnostics))
    if let folder {
      let drawn = try composer.file(of: pages, record.record, with: painter)
      let file = "\(name)-\(padded(number)).pdf"
      try folder.write(drawn.bytes, for: file)
      outcome.letter.file = file
      outcome.letter.sha256 = drawn.sha256.description
    } else {
      outcome.pages = composer.pages(pages, number: number, for: press, log: &log)
    }
    return outcome
  }

  /// File names sort in the order of the records and say nothing about the person.
  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
