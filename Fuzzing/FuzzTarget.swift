import Foundation
import PDFSyntax

@testable import Signing

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
typealias Target = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// libFuzzer's loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>, _ target: Target
) -> CInt

/// The program's start, under the name that the package manager gives it; libFuzzer's own main stays out.
@_cdecl("khitab_fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, fuzz)
}

/// Reads one input; libFuzzer keeps those that reach new code.
///
/// `KHITAB_FUZZ_TARGET` says which reader: `pdf`, `der` or `verify`. A trap, a hang or too much memory ends the run; a
/// flaw that is reported is as good as an object.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  target(bytes)
  return 0
}

private let target: @Sendable ([UInt8]) -> Void = {
  switch ProcessInfo.processInfo.environment["KHITAB_FUZZ_TARGET"] {
  case "pdf": return readPDF
  case "der": return readDER
  case "verify": return verify
  default:
    FileHandle.standardError.write(Data("KHITAB_FUZZ_TARGET is pdf, der or verify\n".utf8))
    exit(2)
  }
}()

/// Every object of every revision; a file that is sound must be sound after an update too.
@Sendable private func readPDF(_ bytes: [UInt8]) {
  guard let file = try? PDFFile(bytes) else { return }
  for revision in file.revisions.indices {
    for number in file.objectNumbers() { _ = try? file.object(PDFReference(number), at: revision) }
  }
  guard file.tail.isEmpty, !file.isEncrypted else { return }
  do {
    let again = try PDFFile(IncrementalUpdate(of: file).finish(identifier: [7]).bytes)
    precondition(again.revisions.count == file.revisions.count + 1, "an update adds a revision")
  } catch {
    preconditionFailure("an update of a sound file isn't sound: \(error)")
  }
}

/// Everything that stands in a signature or a security store, and the metadata.
@Sendable private func readDER(_ bytes: [UInt8]) {
  _ = try? Certificate.list(bytes)
  _ = try? SignedData(bytes[...])
  _ = try? TimestampToken(bytes[...])
  _ = try? RevocationList(bytes[...])
  _ = try? OCSPResponse(bytes[...])
  if let found = BER.distinguished(bytes[...]) {
    precondition(found.count <= bytes.count, "BER ends behind its end")
    precondition(BER.distinguished(found.der[...])?.der == found.der, "DER made of BER isn't DER")
  }
  _ = MetadataPacket(bytes)
}

private let verifier = SignatureVerifier(anchors: [], now: PointInTime(secondsSince1970: 1_772_323_200))

/// The whole verdict; nobody is trusted, so nothing can be valid.
@Sendable private func verify(_ bytes: [UInt8]) {
  let report = verifier.verify(bytes)
  precondition(report.verdict != .valid, "a file is valid though nobody is trusted")
}
