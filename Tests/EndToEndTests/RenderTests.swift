import Foundation
import TestSupport
import Testing

/// `khitab render` on the sample records, as an office runs it.
@Suite struct RenderTests {
  @Test func goodRecordsGiveLettersAndBadOnesAreReported() throws {
    let folder = try TemporaryFolder()
    let report = folder.url.appending(path: "report.json").path
    let result = try SampleRun().run(output: folder.url.path + "/out", ["--report", report])
    #expect(result.code == 1, "the sample records hold mistakes on purpose: \(result.errors.suffix(2000))")
    let letters = try folder.contents(of: "out")
    #expect(letters.count >= 10)
    for (name, bytes) in letters {
      #expect(name.wholeMatch(of: #/acceptance-letter-\d{4}\.pdf/#) != nil, "\(name)")
      #expect(bytes.starts(with: Data("%PDF-".utf8)) && bytes.suffix(7).contains(Data("%%EOF".utf8)))
    }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: report))) as? [String: Any])
    let rows = try #require(json["letters"] as? [[String: Any]])
    #expect(rows.count { ($0["pages"] as? Int ?? 0) > 0 } == letters.count)
    for row in rows where row["file"] == nil {
      let diagnostics = row["diagnostics"] as? [[String: Any]] ?? []
      #expect(diagnostics.contains { $0["severity"] as? String == "error" })
    }
  }

  @Test func whatIsWrongWithEveryLetterIsSaidOnce() throws {
    let folder = try TemporaryFolder()
    let theme = folder.url.appending(path: "theme")
    try FileManager.default.copyItem(at: Repository.file("Templates/theme"), to: theme)
    let file = theme.appending(path: "theme.yaml")
    let yaml = try String(contentsOf: file, encoding: .utf8)
    let lower = yaml.replacing("البعد عن الأعلى: 8\n", with: "البعد عن الأعلى: 30\n")
    try #require(lower != yaml)
    try lower.write(to: file, atomically: true, encoding: .utf8)
    let report = folder.url.appending(path: "report.json")
    let result = try SampleRun().run(
      output: folder.url.path + "/out", ["--theme", theme.path, "--report", report.path])
    #expect(result.errors.ranges(of: "[layout.furniture-over-text]").count == 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: report)) as? [String: Any])
    // Those that become no letter, for a value that can't be read, are laid out too.
    let met = try #require(json["letters"] as? [[String: Any]]).filter { row in
      (row["diagnostics"] as? [[String: Any]] ?? []).contains {
        $0["id"] as? String == "layout.furniture-over-text"
      }
    }
    let letters = try folder.contents(of: "out").count
    #expect(letters > 1 && met.count { $0["file"] != nil } == letters)
    #expect(result.errors.contains("met \(met.count) times"), "\(result.errors)")
  }

  @Test func bytesDependOnNothingButTheInput() throws {
    let folder = try TemporaryFolder()
    var elsewhere = SampleRun(jobs: 2, environment: ["TZ": "Pacific/Auckland", "LC_ALL": "ar_SA.UTF-8"])
    elsewhere.folder = folder.url
    _ = try SampleRun(jobs: 1).run(output: folder.url.path + "/a")
    _ = try elsewhere.run(output: folder.url.path + "/b")
    let (first, second) = (try folder.contents(of: "a"), try folder.contents(of: "b"))
    #expect(!first.isEmpty)
    #expect(first == second)
  }

  @Test func aMergedRunHoldsEveryLetterInOrder() throws {
    let folder = try TemporaryFolder()
    _ = try SampleRun().run(output: folder.url.path + "/out")
    let merged = folder.url.appending(path: "all.pdf").path
    _ = try SampleRun().run(output: merged)
    let single = try folder.contents(of: "out").keys.sorted().map {
      try pages(folder.url.path + "/out/" + $0)
    }
    #expect(try pages(merged) == single.reduce(0, +))
  }

  @Test func anInterruptedRunLeavesWholeFilesOnly() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.path + "/out"
    let process = Program.start(
      Program.path, SampleRun(template: "service-request", sheet: "الواردة", jobs: 2).arguments(output: out))
    process.standardError = FileHandle.nullDevice
    try process.run()
    while try !FileManager.default.fileExists(atPath: out) || folder.contents(of: "out").isEmpty {
      guard process.isRunning else { break }
      usleep(2000)
    }
    process.interrupt()
    process.waitUntilExit()
    let files = try folder.contents(of: "out")
    #expect(!files.isEmpty)
    for (name, bytes) in files {
      #expect(name.hasSuffix(".pdf"), "\(name)")
      #expect(bytes.suffix(7).contains(Data("%%EOF".utf8)), "\(name)")
    }
  }

  private func pages(_ path: String) throws -> Int {
    let found = try Program.run(URL(filePath: "/usr/bin/pdfinfo"), [path]).output
    return Int(try #require(found.firstMatch(of: #/Pages:\s+(\d+)/#)).1) ?? 0
  }
}

extension Data {
  fileprivate func contains(_ part: Data) -> Bool { range(of: part) != nil }
}
