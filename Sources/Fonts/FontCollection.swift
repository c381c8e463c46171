public import Diagnostics
import Cryptography
import Synchronization

/// The locked fonts: the same files, in the same order, on every machine.
///
/// Fontconfig only finds the files; which face sets which character is decided here, by the order
/// the caller asks for and then the order of `fonts.lock`.
public final class FontCollection: Sendable {
  /// Every line of the lock, and what was found of it.
  public let faces: [LockedFace]
  private let fonts: [Style: Font]
  private let order: [String]
  private let chains = Mutex(Chains())

  private struct Chains {
    var all: [ChainKey: FontChain] = [:]
    /// The one asked for last, and mostly again.
    var last: (key: ChainKey, chain: FontChain)?
  }

  private struct Style: Hashable {
    var family: String
    var isBold: Bool
  }
  private struct ChainKey: Hashable {
    var families: [String]
    var isBold: Bool
  }

  /// Opens the fonts that `folder` locks, from its `fonts.conf` and `fonts.lock`.
  /// - Throws: When either file can't be used; a font that is missing or differs is logged.
  public init(folder: String, log: inout DiagnosticLog) throws(FontError) {
    let found = try FontConfiguration(path: folder + "/fonts.conf").files()
    var faces = try Self.lockedFaces(folder + "/fonts.lock")
    var fonts: [Style: Font] = [:]
    for at in faces.indices {
      let face = faces[at]
      let file = found.first {
        $0.family == face.family && $0.isBold == face.isBold && $0.path.hasSuffix("/" + face.file)
      }
      guard let file else {
        log.error(.missingFont(face), at: .file(folder + "/fonts.lock"), hints: [.install(face)])
        continue
      }
      fonts[Style(family: face.family, isBold: face.isBold)] = try Font(
        path: file.path, index: file.index, family: face.family, isBold: face.isBold)
      let isLocked = FileBytes.read(file.path).map { SHA256Digest(of: $0).description } == face.digest
      faces[at].path = file.path
      faces[at].state = isLocked ? .matches : .differs
      if !isLocked { log.warning(.differentFont(face), at: .file(file.path), hints: [.install(face)]) }
    }
    self.faces = faces
    self.fonts = fonts
    order = faces.reduce(into: []) { if !$0.contains($1.family) { $0.append($1.family) } }
  }

  private static func lockedFaces(_ path: String) throws(FontError) -> [LockedFace] {
    guard let bytes = FileBytes.read(path) else { throw .lockUnreadable(path: path) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let faces = lines.filter { !$0.hasPrefix("#") }.map(LockedFace.init(line:))
    let read = faces.compactMap(\.self)
    guard !read.isEmpty, read.count == faces.count else { throw .lockUnreadable(path: path) }
    return read
  }

  /// The face of exactly this family and weight.
  public func font(family: String, isBold: Bool) -> Font? {
    fonts[Style(family: family, isBold: isBold)]
  }

  /// The faces to try for text that asks for `families`, in order: those, then the locked ones.
  ///
  /// A family without a bold face is tried in its regular one.
  public func chain(families: [String], isBold: Bool) -> FontChain {
    let key = ChainKey(families: families, isBold: isBold)
    return chains.withLock { chains in
      if let last = chains.last, last.key == key { return last.chain }
      if let chain = chains.all[key] {
        chains.last = (key, chain)
        return chain
      }
      let all = families + order.filter { !families.contains($0) }
      let chain = FontChain(
        all.compactMap { family in
          font(family: family, isBold: isBold) ?? font(family: family, isBold: !isBold)
        })
      chains.all[key] = chain
      return chain
    }
  }

  /// Whether a face of the collection has glyphs for a character with all its marks.
  public func covers(_ character: Character) -> Bool {
    let chain = chain(families: [], isBold: false)
    let units = Array(String(character).utf16)
    return chain.fonts.indices.contains { chain.covers(units, in: 0..<units.count, font: $0) }
  }
}

extension Diagnostic.Message {
  fileprivate static func missingFont(_ face: LockedFace) -> Self {
    Self(
      "fonts.missing-font", arabic: "الخط «\(face.family)» غير موجود على هذا الجهاز: الملف \(face.file)",
      english: "the font \"\(face.family)\" is not on this machine: file \(face.file)")
  }

  fileprivate static func differentFont(_ face: LockedFace) -> Self {
    Self(
      "fonts.different-font",
      arabic: "ملف الخط «\(face.family)» ليس النسخة المعتمدة، وقد يختلف شكل الخطاب عما روجع",
      english: "the file of the font \"\(face.family)\" is not the locked one: letters may look different")
  }
}

extension Diagnostic.Hint {
  fileprivate static func install(_ face: LockedFace) -> Self {
    guard let package = face.package else {
      return Self(
        arabic: "أعد الملف \(face.file) من مستودع المشروع",
        english: "restore \(face.file) from the repository")
    }
    let version = face.version.map { " (\($0))" } ?? ""
    return Self(
      arabic: "ثبّت الحزمة \(package)\(version): ‏apt-get install \(package)",
      english: "install the package \(package)\(version): apt-get install \(package)")
  }
}
