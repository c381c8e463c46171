import Foundation
import TestSupport
import Testing

/// The rules of the house that no compiler checks.
@Suite struct ArchitectureTests {
  /// The one module that may import each C library.
  static let owners = [
    "CCairo": "PDF", "CCurl": "Transfer", "CDeflate": "Deflate", "CFontconfig": "Fonts", "CFreeType": "PDF",
    "CHarfBuzz": "Fonts",
    "CICU": "Text", "COpenSSL": "Cryptography",
    "CQRencode": "Verification", "CRSVG": "PDF", "CTurboJPEG": "PDF",
    "CXLSXWriter": "Spreadsheets", "CZlib": "Deflate",
  ]

  @Test func everyCLibraryIsImportedByItsOwnerAlone() throws {
    let pattern = #/^\s*(?:public |package |internal )?import (C[A-Z]\w*)/#
    var importers: [String: Set<String>] = [:]
    for file in try SourceTree.files(in: "Sources", extensions: ["swift"]) {
      for line in file.lines {
        guard let name = line.firstMatch(of: pattern)?.1 else { continue }
        importers[String(name), default: []].insert(file.module)
      }
    }
    #expect(importers == Self.owners.mapValues { [$0] })
  }

  @Test func onlyOwnersOfCLibrariesDoWithoutStrictMemorySafety() throws {
    let manifest = try String(contentsOf: Repository.file("Package.swift"), encoding: .utf8)
    let target = #/name: "(\w+)"[^()]*?(?:\([^()]*\)[^()]*?)*swiftSettings: (safe|owner)\)/#
    let settings = manifest.matches(of: target).map { (String($0.1), String($0.2)) }
    let ownerModules = Set(settings.filter { $0.1 == "owner" }.map(\.0))
    #expect(settings.count >= 14)
    #expect(ownerModules == Set(Self.owners.values))
  }

  @Test func everyModuleDeclaresWhatItImportsAndNoMore() throws {
    let manifest = try String(contentsOf: Repository.file("Package.swift"), encoding: .utf8)
    let target = #/arget\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/#
    var declared: [String: Set<String>] = [:]
    for match in manifest.matches(of: target) {
      let names = (match.2 ?? "").matches(of: #/(package: )?"([\w.-]+)"/#).filter { $0.1 == nil }
      declared[String(match.1)] = Set(names.map { String($0.2) })
    }
    let ours = Set(declared.keys).union(declared.values.joined())
    let pattern = #/^\s*(?:@\w+ |public |package |internal )*import (?:\w+ )?(\w+)$/#
    var imported: [String: Set<String>] = [:]
    for file in try SourceTree.files(in: "Sources", extensions: ["swift"]) {
      let names = file.lines.compactMap { $0.firstMatch(of: pattern).map { String($0.1) } }
      imported[file.module, default: []].formUnion(names)
    }
    #expect(imported.count >= 25)
    for (module, names) in imported {
      #expect(names.intersection(ours).subtracting([module]) == declared[module], "\(module)")
    }
  }

  @Test func theTableOfModulesNamesEveryModule() throws {
    let page = try String(contentsOf: Repository.file("ARCHITECTURE.md"), encoding: .utf8)
    let table = try #require(page.firstMatch(of: #/## Modules\n(?<rows>(?s:.*?))\n## /#)).rows
    let named = Set(table.matches(of: #/\n\| (\w+) \|/#).map { String($0.1) }).subtracting(["module"])
    let modules = Set(try SourceTree.files(in: "Sources", extensions: ["swift"]).map(\.module))
    #expect(named == modules)
  }

  @Test func everyMessageIDIsDeclaredOnce() throws {
    let pattern = #/"([a-z][a-z0-9-]*\.[a-z0-9.-]+)"\s*,\s*arabic:/#
    var places: [String: [String]] = [:]
    for file in try SourceTree.files(in: "Sources", extensions: ["swift"]) {
      for match in file.text.matches(of: pattern) { places[String(match.1), default: []].append(file.path) }
    }
    #expect(places.count > 20)
    #expect(places.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test func noSourceFileIsLongerThan400Lines() throws {
    let files =
      try SourceTree.files(in: "Sources", extensions: ["swift", "c", "h"])
      + SourceTree.files(in: "Tests", extensions: ["swift"])
    #expect(files.filter { $0.lines.count > 400 }.map { "\($0.path): \($0.lines.count)" }.isEmpty)
  }

  @Test func nothingInSourcesGivesUpOrPostpones() throws {
    let banned = #/\bfatalError\(|\btry!|\bTODO\b|\bFIXME\b|\bHACK\b|not implemented/#
    let found = try SourceTree.files(in: "Sources", extensions: ["swift", "c", "h"]).flatMap { file in
      file.lines.enumerated().filter { $0.element.contains(banned) }.map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(found.isEmpty)
  }

  @Test func lowFloorsDoWithoutFoundation() throws {
    let low: Set = ["Content", "Diagnostics", "Geometry", "Layout", "Templates", "Text"]
    let found = try SourceTree.files(in: "Sources", extensions: ["swift"])
      .filter { low.contains($0.module) && $0.lines.contains { $0.hasSuffix("import Foundation") } }
    #expect(found.map(\.path).isEmpty)
  }

  @Test func everyGoldenIsNamedByATest() throws {
    let goldens = try SourceTree.files(in: "Tests", extensions: ["expected"])
    let tests = try SourceTree.files(in: "Tests", extensions: ["swift"])
    let dead = goldens.filter { golden in
      let stem = (golden.path as NSString).lastPathComponent.replacing(".expected", with: "")
      return !tests.contains { $0.module == golden.module && $0.text.contains("\"\(stem)") }
    }
    #expect(dead.map(\.path).isEmpty)
  }

  @Test func everyTemplateHasATextAndAnExample() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.file("Templates").path)
      .filter { $0 != "theme" && !$0.hasSuffix(".md") && !$0.hasPrefix(".") }
    #expect(folders.count >= 5)
    for folder in folders {
      for file in ["template.khitab", "example.json"] {
        #expect(FileManager.default.fileExists(atPath: Repository.file("Templates/\(folder)/\(file)").path))
      }
    }
  }

  @Test func everyScriptIsExecutableAndStopsAtItsFirstFailure() throws {
    let scripts = try FileManager.default.contentsOfDirectory(
      at: Repository.file("Scripts"), includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { !$0.hasDirectoryPath && $0.pathExtension.isEmpty }.map(\.lastPathComponent)
    #expect(scripts.contains("demo") && scripts.contains("test"))
    for script in scripts {
      let url = Repository.file("Scripts/\(script)")
      #expect(FileManager.default.isExecutableFile(atPath: url.path), "\(script)")
      #expect(try String(contentsOf: url, encoding: .utf8).contains("set -euo pipefail"), "\(script)")
    }
  }
}
