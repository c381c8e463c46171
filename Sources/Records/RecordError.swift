/// A failure of the machine while reading records; mistakes in a file are diagnostics instead.
public enum RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file isn't there.
  case noSuchFile(path: String)
  /// The system doesn't let the file be read, or it is a folder.
  case unreadable(path: String)

  /// The failure in English, and what to do.
  public var description: String {
    switch self {
    case .noSuchFile(let path):
      "there is no file of records \(path); check its name and folder"
    case .unreadable(let path):
      "the file of records \(path) can't be read; check that it is a file and that you may read it"
    }
  }

  /// The failure in Arabic, and what to do.
  public var arabicDescription: String {
    switch self {
    case .noSuchFile(let path):
      "لا يوجد ملف السجلات «\u{2068}\(path)\u{2069}»؛ تأكد من اسمه ومجلده"
    case .unreadable(let path):
      "لا تُتاح قراءة ملف السجلات «\u{2068}\(path)\u{2069}»؛ تأكد أنه ملف لا مجلد وأن لك صلاحية قراءته"
    }
  }
}
