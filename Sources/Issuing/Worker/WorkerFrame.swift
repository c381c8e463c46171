import Cryptography

/// A piece of what a worker writes: a line of ASCII, then as many bytes as the line says, then a line feed.
///
/// The line is `khitab-frame 1 KIND ROW LENGTH SHA256`, parted by single spaces and ended by a line feed; 1 is the
/// format's version. `Docs/Worker.md` is its definition.
public struct WorkerFrame: Hashable, Sendable {
  /// What a frame holds.
  public enum Kind: String, Hashable, Sendable {
    /// A letter's PDF file.
    case letter = "pdf"
    /// Why a row gave no letter, as JSON: an array of diagnostics.
    case refusal
    /// The manifest, as JSON; the last frame, whose row is the number of rows.
    case manifest
  }

  /// What it holds.
  public var kind: Kind
  /// The row, from 1.
  public var row: Int
  /// What it holds.
  public var payload: [UInt8]

  /// A frame.
  public init(_ kind: Kind, row: Int, payload: [UInt8]) {
    self.kind = kind
    self.row = row
    self.payload = payload
  }

  /// The frame as it is written.
  public var bytes: [UInt8] {
    let head = "khitab-frame 1 \(kind.rawValue) \(row) \(payload.count) \(SHA256Digest(of: payload))\n"
    return Array(head.utf8) + payload + [0x0A]
  }
}
