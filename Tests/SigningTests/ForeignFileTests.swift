import Foundation
import TestSupport
import Testing

@testable import Signing

/// Files that other programs signed: what is sound is accepted, and what may be known of it is said.
@Suite struct ForeignFileTests {
  /// A file, what it is worth, and the levels of its signatures; a time-stamp over the document has none.
  struct File: Sendable, CustomTestStringConvertible {
    var path: String
    var verdict = VerificationReport.Verdict.valid
    var levels: [SignatureLevel?]

    var testDescription: String { path }

    init(_ path: String, _ levels: SignatureLevel?..., verdict: VerificationReport.Verdict = .valid) {
      (self.path, self.levels, self.verdict) = (path, levels, verdict)
    }
  }

  static let files = [
    File("pyhanko/table-T", .bT, verdict: .indeterminate), File("pyhanko/table-LTA", .bLTA, nil),
    File("pyhanko/streams-two", .bLTA, .bLTA, nil), File("pyhanko/table-renewed-twice", .bLTA, nil, nil, nil),
    File("pyhanko/streams-renewed", .bLTA, nil, nil),
    File("pyhanko/table-certified-filled", .bLTA, nil, .bLT),
    File("pyhanko/streams-filled-between", .bLT, .bLT), File("pyhanko/table-look", .bLT),
    File("pyhanko/streams-plain-cms", nil), File("pyhanko/table-new-hidden-fields", .bLTA, .bLTA, nil),
    File("pyhanko/streams-new-shown-fields", .bLT, .bLT), File("pyhanko/rsa-pss", .bLT),
    File("pyhanko/p384-sha512", .bLT), File("pyhanko/three", .bLTA, .bLTA, .bLTA, nil),
    File("pyhanko/hybrid-two", .bLTA, .bLTA, nil), File("pyhanko/locked", .bLT, .bLT),
    // A certification says where signatures go: nobody adds another place that shows.
    File("pyhanko/bad-certified-new-shown", .bLT, .bLT, verdict: .invalid),
    File("others/it-cades", .bB, verdict: .indeterminate), File("others/it-streams-cms-crl", nil),
    File("others/it-rewritten", nil), File("others/it-two", nil, nil), File("others/it-two-shown", nil, nil),
    File("others/it-hidden", .bB), File("others/nss-base-Sig1", nil, verdict: .indeterminate),
    // Two programs, one behind the other: iText and pyHanko, pyHanko and iText, khitab and iText.
    File("mixed/it-ph-new", nil, .bLTA, nil), File("mixed/ph-it-new", .bLT, nil),
    File("mixed/ours-it", .bLT, .bB),
    File("others/nss-base-Sig1-etsi", nil, verdict: .indeterminate),
  ]

  private static let folder = Repository.file("Tests/SigningTests/Fixtures")

  private func report(_ path: String, _ bytes: [UInt8]? = nil) throws -> VerificationReport {
    let url = Self.folder.appending(path: path + ".pdf")
    let beside = url.deletingLastPathComponent()
    let time = try #require(
      Int64(
        String(contentsOf: beside.appending(path: "time"), encoding: .utf8).trimmingCharacters(
          in: .whitespacesAndNewlines)))
    let anchors = try Certificate.read(file: [UInt8](Data(contentsOf: beside.appending(path: "root.pem"))))
    let verifier = SignatureVerifier(anchors: anchors, now: PointInTime(secondsSince1970: time))
    return verifier.verify(try bytes ?? [UInt8](Data(contentsOf: url)))
  }

  @Test(arguments: files) func aFileIsWorthWhatItIs(_ file: File) throws {
    let report = try report(file.path)
    #expect(report.verdict == file.verdict, "\(report)")
    #expect(report.signatures.count == file.levels.count)
    if file.verdict != .invalid { #expect(report.signatures.map(\.level) == file.levels, "\(report)") }
    let failures = (report.findings + report.signatures.flatMap(\.findings)).filter { $0.weight == .failure }
    #expect(failures.isEmpty == (file.verdict != .invalid), "\(failures)")
  }

  /// One byte of what each covers changed: invalid, every one.
  @Test(arguments: files) func aBentFileIsInvalid(_ file: File) throws {
    let url = Self.folder.appending(path: file.path + ".pdf")
    var bytes = [UInt8](try Data(contentsOf: url))
    // A letter of the page's media box, in every one of these files before the first signature.
    let place = try #require(bytes.range(of: "/MediaBox")).upperBound
    let digit = try #require(bytes[place...].firstIndex { (0x35...0x39).contains($0) })
    bytes[digit] = 0x34
    #expect(try report(file.path, bytes).verdict == .invalid)
  }
}
