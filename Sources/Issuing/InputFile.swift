import Foundation

/// Reading a whole file, with the failure in our own terms.
public enum InputFile {
  /// The largest file that is read whole: no office's settings, template or picture comes near it.
  public static let sizeLimit = 64 << 20

  /// The bytes of the file at `path`.
  public static func bytes(_ path: String) throws(IssuingError) -> [UInt8] {
    do {
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      guard size <= sizeLimit else {
        throw IssuingError.unreadable(path: path, reason: "larger than \(sizeLimit >> 20) MiB")
      }
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch let error as IssuingError {
      throw error
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// The file's text; bytes that aren't UTF-8 are an error, not replaced in silence.
  public static func text(_ path: String) throws(IssuingError) -> String {
    let bytes = try bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(path: path, reason: "not UTF-8")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
