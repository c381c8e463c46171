import CFontconfig
import Glibc

/// A Fontconfig configuration of our own: it reads one file and nothing of the machine's.
struct FontConfiguration: ~Copyable {
  /// What Fontconfig says of one file.
  struct File {
    var path: String
    var index: Int
    var family: String
    var isBold: Bool
  }

  private let handle: OpaquePointer

  init(path: String) throws(FontError) {
    // Fontconfig looks for a relative name in the machine's own folders.
    guard let absolute = realpath(path, nil) else { throw .configurationUnreadable(path: path) }
    defer { free(absolute) }
    guard let handle = FcConfigCreate() else { throw .configurationUnreadable(path: path) }
    let isRead =
      FcConfigParseAndLoad(handle, String(cString: absolute), FcTrue) == FcTrue
      && FcConfigBuildFonts(handle) == FcTrue
    guard isRead else {
      FcConfigDestroy(handle)
      throw .configurationUnreadable(path: path)
    }
    self.handle = handle
  }

  deinit { FcConfigDestroy(handle) }

  /// Every file the configuration lets through.
  borrowing func files() -> [File] {
    guard let set = FcConfigGetFonts(handle, FcSetSystem), let fonts = set.pointee.fonts else { return [] }
    return (0..<Int(set.pointee.nfont)).compactMap { at in fonts[at].flatMap(Self.file(of:)) }
  }

  private static func file(of pattern: OpaquePointer) -> File? {
    var path: UnsafeMutablePointer<FcChar8>?
    var family: UnsafeMutablePointer<FcChar8>?
    var (index, weight): (Int32, Int32) = (0, 0)
    guard FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path,
      FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch, let family
    else { return nil }
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight)
    return File(
      path: String(cString: path), index: Int(index), family: String(cString: family),
      isBold: weight >= FC_WEIGHT_DEMIBOLD)
  }
}
