import Content
import Diagnostics
import Foundation
import Issuing
import Layout
import PDF
import Proofing
import Records
import Text
import Values

/// A loop under a name that a profiler can begin to count at.
enum Profiled {
  @inline(never)
  static func run(_ count: Int, _ body: (Int) throws -> Void) rethrows {
    for number in 0..<count { try body(number) }
  }
}

/// Measures what a letter costs, stage by stage; `Benchmarks/README.md` says how to read the table.
@main
struct Benchmark {
  private static let rounds = 5
  private static let members = Member.sample(1000)

  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      let count = arguments.last.flatMap(Int.init)
      switch arguments.first {
      case "layout": try layOut(letters: count ?? 1000)
      case "draw": try draw(letters: count ?? 1000)
      case "office": try layOutOffice(letters: count ?? 1000)
      case "register":
        let isEncrypted = arguments.contains("encrypted")
        exit(try RegisterBenchmark.run(entries: count ?? 1_000_000, isEncrypted: isEncrypted) ? 0 : 1)
      case "issuing": exit(try IssuingBenchmark.run(letters: max(count ?? 20_480, 128)) ? 0 : 1)
      case "signing": exit(try runSigning(letters: max(count ?? 10_000, 2000)) ? 0 : 1)
      default: exit(try run(letters: max(count ?? 10_000, 2000)) ? 0 : 1)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(3)
    }
  }

  /// Measures everything and says whether the limits hold.
  private static func run(letters: Int) throws -> Bool {
    print("stage                     µs CPU   × reference")
    let values = valueStages()
    let press = try LetterPress()
    let stages = try letterStages(press)
    let office = try officeStages()
    for stage in values + office + stages { show(stage) }
    let cost = Dictionary(uniqueKeysWithValues: stages.map { ($0.name, $0.microseconds) })
    let share = (cost["layout, warm"] ?? 0) / (cost["drawing by Cairo"] ?? 1)
    print(String(format: "\nlayout, warm, is %.1f %% of drawing by Cairo (limit 10 %%)", share * 100))
    let proof = office.first { $0.name == "proof of a file" }?.microseconds ?? .infinity
    print(String(format: "the proof of a file takes %.2f ms (limit 1 ms)", proof / 1000))
    let sample = Member.sample(letters)
    let flat = try memoryIsFlat(letters: letters) { try press.print(sample[$0], number: $0).count }
    return flat && share < 0.1 && proof < 1000
  }

  /// Lays out warm letters and nothing else, for a profiler.
  private static func layOut(letters: Int) throws {
    let press = try LetterPress()
    let documents = members.prefix(200).enumerated().map { LetterDocument.make(for: $1, number: $0) }
    for document in documents { keep(try press.layOut(document)) }
    try Profiled.run(letters) { keep(try press.layOut(documents[$0 % documents.count])) }
  }

  /// Writes files of letters laid out before and nothing else, for a profiler.
  private static func draw(letters: Int) throws {
    let press = try LetterPress()
    let pages = try members.prefix(200).enumerated().map {
      try press.layOut(LetterDocument.make(for: $1, number: $0))
    }
    try Profiled.run(letters) { keep(try press.painter.pdf([pages[$0 % pages.count]])) }
  }

  /// Makes pages of the samples' records and nothing else, for a profiler.
  private static func layOutOffice(letters: Int) throws {
    let office = try OfficeLetters()
    for number in office.records.indices { keep(try office.layOut(number)) }
    try Profiled.run(letters) { keep(try office.layOut($0)) }
  }

  /// Measures signing beside drawing, signs `letters` letters, and says whether the limits hold.
  private static func runSigning(letters: Int) throws -> Bool {
    let office = try OfficeLetters()
    let signer = try LetterSigner(drawing: office.drawing)
    let painter = PagePainter()
    let pages = try office.records.indices.map { try office.layOut($0) }
    let files = try pages.map { try painter.pdf([$0]) }
    let stages = [
      try Measurement("drawing", rounds: rounds, count: 100) {
        keep(try painter.pdf([pages[$0 % pages.count]]))
      },
      try Measurement("signing, P-256 B-B", rounds: rounds, count: 200) {
        keep(try signer.sign(files[$0 % files.count], .invisible, with: painter))
      },
      try Measurement("and showing who", rounds: rounds, count: 100) {
        keep(try signer.sign(files[$0 % files.count], .visible, with: painter))
      },
    ]
    print("stage                     µs CPU   × reference")
    for stage in stages { show(stage) }
    let flat = try memoryIsFlat(letters: letters) { index in
      try signer.sign(try painter.pdf([office.layOut(index)]), .visible, with: painter).count
    }
    print(String(format: "signing takes %.0f µs (limit 400 µs)", stages[1].microseconds))
    return flat && stages[1].microseconds < 400
  }

  private static func show(_ stage: Measurement) {
    let name = stage.name.padding(toLength: 22, withPad: " ", startingAt: 0)
    print(name, String(format: "%9.2f %13.4f", stage.microseconds, stage.references))
  }

  private static func officeStages() throws -> [Measurement] {
    let office = try OfficeLetters()
    for number in office.records.indices { keep(try office.layOut(number)) }
    let count = try office.readRecords().records.count
    let painter = PagePainter()
    let letters = try (0..<40).map { try office.numbered($0, with: painter) }
    let known = KnownObjects()
    return [
      try Measurement("proof of a file", rounds: rounds, count: 100) { number in
        let letter = letters[number % letters.count]
        var log = DiagnosticLog()
        LetterProof(document: letter.document, pages: letter.pages, payload: nil).check(
          letter.file, known: known, log: &log)
        guard !log.hasErrors else { throw LetterPress.Failure(log: log) }
      },
      try Measurement("records, read", rounds: rounds, count: 5, batch: count) { _ in
        keep(try office.readRecords())
      },
      try Measurement("record to document", rounds: rounds, count: 200) { keep(try office.compose($0)) },
      try Measurement("record to pages", rounds: rounds, count: 200) { keep(try office.layOut($0)) },
    ]
  }

  private static func valueStages() -> [Measurement] {
    let style = HouseStyle()
    return [
      Measurement("amount in words", rounds: rounds, count: 1000) {
        keep(AmountInWords.words(Money(minorUnits: members[$0 % members.count].amount), style: style))
      },
      Measurement("date phrase", rounds: rounds, count: 1000) {
        let date = members[$0 % members.count].requestDate
        keep(
          DatePhrase.words(CivilDate(year: date.year, month: date.month, day: date.day), .long, style: style))
      },
    ]
  }

  private static func letterStages(_ press: LetterPress) throws -> [Measurement] {
    let documents = members.prefix(200).enumerated().map { LetterDocument.make(for: $1, number: $0) }
    let pages = try documents.map { try press.layOut($0) }
    let reference = CairoReference()
    return [
      try Measurement("layout, cold", rounds: rounds, count: 20) {
        let cold = try LetterPress()
        keep(try cold.layOut(documents[$0]))
      },
      try Measurement("shaping, warm", rounds: rounds, count: 200) { try press.shape(documents[$0]) },
      try Measurement("layout, warm", rounds: rounds, count: 200) { keep(try press.layOut(documents[$0])) },
      try Measurement("drawing by Cairo", rounds: rounds, count: 100) {
        keep(try reference.pdf(pages[$0]))
      },
      try Measurement("drawing", rounds: rounds, count: 100) { keep(try press.painter.pdf([pages[$0]])) },
      try Measurement("drawing, merged", rounds: rounds, count: 1, batch: pages.count) { _ in
        keep(try press.painter.pdf(pages))
      },
      try Measurement("whole letter", rounds: rounds, count: 100) {
        keep(try press.print(members[$0], number: $0))
      },
    ]
  }

  /// Makes `letters` letters and compares the peak of memory a tenth of the way with that at the end.
  ///
  /// `letter` makes one and gives its length.
  private static func memoryIsFlat(letters: Int, _ letter: (Int) throws -> Int) throws -> Bool {
    var early = 0.0
    var bytes = 0
    for index in 0..<letters {
      bytes += try letter(index)
      if index == letters / 10 { early = CPUClock.peakMegabytes }
    }
    let late = CPUClock.peakMegabytes
    print(
      String(
        format:
          "peak memory: %.0f MB after %d letters, %.0f MB after %d (limit 8 MB more); %d bytes a letter",
        early, letters / 10, late, letters, bytes / letters))
    return late - early <= 8
  }
}
