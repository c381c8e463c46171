import ArgumentParser
import Diagnostics
import Fonts
import Issuing

/// `khitab fonts`: what is locked, and what was found.
struct Fonts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يعرض الخطوط المثبّتة وما وُجد منها.", "List the locked fonts and what was found."))

  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    var log = DiagnosticLog()
    let collection = try FontCollection(folder: try Installation.find().fonts, log: &log)
    switch interface.format {
    case .json: print(try interface.json(collection.faces.map(Row.init)))
    case .text: for face in collection.faces { print(Row(face).line) }
    }
    if interface.format == .text { try interface.print(log.diagnostics) }
    if log.hasErrors { throw Outcome.errors }
  }

  private struct Row: Encodable {
    var family: String
    var weight: String
    var package: String?
    var version: String?
    var sha256: String
    var state: String

    init(_ face: LockedFace) {
      family = face.family
      weight = face.isBold ? "bold" : "regular"
      package = face.package
      version = face.version
      sha256 = face.digest
      state = "\(face.state)"
    }

    var line: String {
      [family, weight, package ?? "-", version ?? "-", String(sha256.prefix(12)), state].joined(
        separator: "\t")
    }
  }
}
