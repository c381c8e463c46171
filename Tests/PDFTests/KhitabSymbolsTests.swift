import Foundation
import TestSupport
import Testing

@Suite struct KhitabSymbolsTests {
  /// Debian's interpreter, by its full path: fontTools is installed for that one.
  private let python = "/usr/bin/python3"

  @Test func theFontFileIsWhatItsScriptDraws() throws {
    let script = Process()
    let output = Pipe()
    script.executableURL = URL(filePath: python)
    script.arguments = [Repository.file("Fonts/KhitabSymbols/build.py").path, "--check"]
    script.standardError = output
    try script.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    script.waitUntilExit()
    #expect(script.terminationStatus == 0, "\(said)")
  }
}
