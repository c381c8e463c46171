import Diagnostics
import Foundation
import Glibc
public import Register
public import Values

/// The folder of issued letters: one file for each entry, by year and canonical number.
///
/// A file and its entry must both be there or neither. A letter is first written to the folder `.staging`, inside the
/// transaction that makes its entry; after the commit it gets its name. Whoever opens the next transaction settles
/// what a crash left between the two: a staged letter whose entry exists is kept, any other is removed. Since only
/// the holder of the register's lock stages or settles, nobody touches another's letter.
public struct LetterArchive: Hashable, Sendable {
  /// The folder.
  public let folder: String
  /// What the names of files begin with.
  public let prefix: String?

  /// The archive in `folder`.
  public init(folder: String, prefix: String? = nil) {
    self.folder = folder
    self.prefix = prefix
  }

  private var staging: String { folder + "/.staging" }

  /// A letter's file, by the number that its entry has.
  public func path(of number: RegisterNumber, copy: String? = nil) -> String {
    "\(folder)/\(number.year)/\(name(of: number, copy: copy)).pdf"
  }

  /// The file's name without its ending: ASCII, and nothing of a person.
  public func name(of number: RegisterNumber, copy: String? = nil) -> String {
    [prefix, number.description, copy].compactMap(\.self).joined(separator: "-")
  }

  /// A letter that waits for its entry's commit.
  struct Staged: Hashable, Sendable {
    var number: RegisterNumber
    var copy: String?
    var path: String
  }

  /// Writes a letter to the disk, under a name that says which entry it waits for and which file it is.
  ///
  /// Unless it `waits` until the letter is on the disk, ``waitForDisk()`` must come before the commit.
  ///
  /// - Throws: `IssuingError.numberUsed` where a letter has its name already: two letters of one number would be out.
  func stage(
    _ bytes: [UInt8], sha256: String, as number: RegisterNumber, copy: String? = nil, waits: Bool = true
  ) throws(IssuingError) -> Staged {
    let name = self.path(of: number, copy: copy)
    guard !NewFile.exists(name) else { throw .numberUsed(number: number.description, path: name) }
    let mark = copy.map { "+" + $0 } ?? ""
    let path = "\(staging)/\(number)\(mark).\(sha256).pdf"
    try NewFile.write(bytes, to: path, named: path, waits: waits)
    return Staged(number: number, copy: copy, path: path)
  }

  /// Waits until everything written so far is on the disk: once for many letters.
  static func waitForDisk() { sync() }

  /// Gives a letter its name, once its entry is committed.
  func keep(_ staged: Staged) throws(IssuingError) {
    // Another process may have settled it meanwhile; a letter that has its name is never taken away.
    _ = try NewFile.move(staged.path, to: path(of: staged.number, copy: staged.copy))
  }

  /// Removes letters whose transaction wasn't kept.
  func discard(_ staged: [Staged]) {
    for letter in staged { try? FileManager.default.removeItem(atPath: letter.path) }
  }

  /// Settles what a crash left, while `recording` holds the register's lock.
  func settle(_ recording: Recording) throws {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: staging))?.sorted() ?? [] {
      let parts = name.split(separator: ".")
      let marks = parts.first?.split(separator: "+").map(String.init) ?? []
      guard parts.count == 3, parts[2] == "pdf", let number = marks.first.flatMap(RegisterNumber.init) else {
        continue
      }
      let staged = Staged(number: number, copy: marks.dropFirst().first, path: "\(staging)/\(name)")
      let sha256 = String(parts[1])
      let entry = try recording.entry(number)
      let isRecorded =
        staged.copy == nil ? entry?[.file] == sha256 : entry?.acts.contains { $0.file == sha256 } ?? false
      if isRecorded { try keep(staged) } else { discard([staged]) }
    }
  }

  /// Settles what a crash left, if anything is there.
  public func settleAll(in register: Register, at now: Moment) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: staging), !names.isEmpty else {
      return
    }
    var log = DiagnosticLog()
    _ = try register.recording(at: now, log: &log) { recording, _ in try settle(recording) }
  }
}
