import Foundation
import Printing
import TestSupport
import Testing
import Transfer

@Suite struct PrinterTests {
  static let pdf = Array("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)

  private func failure(_ work: () throws(PrinterError) -> Void) -> PrinterError? {
    do throws(PrinterError) { try work() } catch { return error }
    return nil
  }

  @Test func aDocumentIsPrintedOnce() throws {
    let server = try TestServer("printer", ["-2"], takesFolder: true)
    let printer = try Printer("ipp://127.0.0.1:\(server.port)/ipp/print")
    let description = try printer.describe()
    #expect(description.formats.contains("application/pdf") && description.takesJobs)
    #expect(description.sides.contains("two-sided-long-edge"))
    let first = try printer.print(Self.pdf, .init(sides: .twoLongEdge, copies: 2, jobName: "khitab-1448-12"))
    let second = try printer.print(Self.pdf)
    #expect(first > 0 && second > first)
    let spool = server.folder.appending(path: "spool")
    var names: [String] = []
    // The printer stores the document after it has answered.
    for _ in 0..<100 where names.count < 2 {
      names = try FileManager.default.contentsOfDirectory(atPath: spool.path).filter { $0.hasSuffix(".pdf") }
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(names.count == 2 && names.contains { $0.contains("khitab-1448-12") })
    for name in names {
      #expect([UInt8](try Data(contentsOf: spool.appending(path: name))) == Self.pdf)
    }
  }

  @Test func aPrinterThatDoesNotPrintOnBothSidesIsNotAskedTo() throws {
    let server = try TestServer("printer", [], takesFolder: true)
    let printer = try Printer("ipp://localhost:\(server.port)")
    let error = failure { () throws(PrinterError) in
      _ = try printer.print(Self.pdf, .init(sides: .twoLongEdge))
    }
    #expect(error == .unsupported(attribute: "sides", asked: "two-sided-long-edge"))
  }

  @Test func aPrinterOutOfReachPrintsNothing() throws {
    let printer = try Printer("ipp://127.0.0.1:1/ipp/print")
    guard case .unreachable? = failure({ () throws(PrinterError) in _ = try printer.print(Self.pdf) }) else {
      Issue.record("reached"); return
    }
    let web = try TestServer.web()
    let other = try Printer("ipp://127.0.0.1:\(web.port)/bytes/100")
    #expect(failure { () throws(PrinterError) in _ = try other.print(Self.pdf) } == .notAPrinter)
  }

  @Test(arguments: [
    "", "printer", "http://host/", "ipp://", "ipp://user:secret@host/", "ipp:///path", "file:///dev/lp0",
    "ipp://host:0/path", "ipp://host:65536/path",
  ])
  func otherAddressesAreRefused(address: String) {
    #expect(failure { () throws(PrinterError) in _ = try Printer(address) } == .malformedAddress(address))
  }
}
