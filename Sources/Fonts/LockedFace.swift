/// One line of `fonts.lock`, and what the machine has of it.
public struct LockedFace: Hashable, Sendable {
  /// What was found where the lock's file should be.
  public enum State: Hashable, Sendable {
    /// The very file the lock names.
    case matches
    /// A file of the right name whose bytes differ: letters may come out with other widths.
    case differs
    /// No such file.
    case missing
  }

  /// The family.
  public var family: String
  /// Whether it is the family's bold face.
  public var isBold: Bool
  /// The file's name, without folders.
  public var file: String
  /// The Debian package that brings it; `nil` for the project's own.
  public var package: String?
  /// The package's version when the lock was written.
  public var version: String?
  /// SHA-256 of the file, as 64 hexadecimal digits.
  public var digest: String
  /// What was found.
  public var state: State = .missing
  /// The file that was found.
  public var path: String?

  /// Reads a line of the lock: six fields parted by `|`.
  init?(line: Substring) {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
    guard fields.count == 6, fields[1] == "regular" || fields[1] == "bold", fields[5].utf8.count == 64
    else { return nil }
    family = fields[0]
    isBold = fields[1] == "bold"
    file = fields[2].split(separator: "/").last.map(String.init) ?? fields[2]
    package = fields[3] == "-" ? nil : fields[3]
    version = fields[4] == "-" ? nil : fields[4]
    digest = fields[5]
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first == " " { field.removeFirst() }
    while field.last == " " { field.removeLast() }
    return String(field)
  }
}
