import Foundation
import TestSupport

/// A render of the sample office's records.
struct SampleRun {
  var template = "acceptance-letter"
  var sheet = "المقبولة"
  var jobs = 2
  var environment: [String: String] = [:]
  var folder = Repository.root

  static let office = Repository.file("samples").path

  func arguments(output: String) -> [String] {
    [
      "render", "--template", template, "--office", Self.office,
      "--records", Self.office + "/requests.xlsx", "--sheet", sheet, "--members",
      Self.office + "/members.csv",
      "--on", "رقم العضوية", "--lang", "en", "--jobs", String(jobs), "--output", output,
    ]
  }

  func run(output: String, _ further: [String] = []) throws -> Program.Result {
    try Program.run(arguments(output: output) + further, environment: environment, folder: folder)
  }
}
