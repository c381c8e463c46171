import Content
public import Diagnostics
import Cryptography
import PDF
public import Records
public import Register
import Themes
public import Values

/// A letter drawn again, beside what its entry says of it.
public struct Reproduction: Hashable, Sendable {
  /// The file before signing, as it is drawn now.
  public let file: [UInt8]
  /// The columns of the entry whose hash isn't the same any more; empty where everything is as it was.
  public let changed: [EntryColumn]
  /// Whether the file has the bytes that were issued.
  public let isSame: Bool
}

extension Issuer {
  /// Draws an issued letter again from its record.
  ///
  /// The bytes are the same, or `log` says exactly which of the things they depend on has changed.
  public func reproduce(
    _ entry: RegisterEntry, from record: ReadRecord, log: inout DiagnosticLog
  ) throws -> Reproduction? {
    var unsigned = dressed(as: entry)
    unsigned.signature = nil
    guard !record.log.hasErrors else {
      log.append(contentsOf: record.log)
      // Composed for what else is wrong with it.
      let stated = record.record.stating(entry.number, at: entry.recordedAt, under: register.numbering)
      _ = unsigned.composer.compose(stated, log: &log)
      return nil
    }
    let letter = try unsigned.drawn(record.record, number: entry.number, at: entry.recordedAt, log: &log)
    guard let letter else {
      log.append(contentsOf: record.log)
      return nil
    }
    var now = unsigned.inputs.facts
    now[.valuesHash] = letter.valuesSHA256
    let changed = EntryColumn.allCases.filter { now[$0] != nil && now[$0] != entry[$0] }
    for column in changed {
      log.warning(.inputChanged(column), hints: [Self.hint(on: column)].compactMap(\.self))
    }
    let isSame = letter.unsignedSHA256 == entry[.unsignedFile]
    if !isSame, changed.isEmpty { log.error(.bytesDiffer(entry.number)) }
    return Reproduction(file: letter.file, changed: changed, isSame: isSame)
  }

  private static func hint(on column: EntryColumn) -> Diagnostic.Hint? {
    switch column {
    case .themeHash: .dressAsBefore
    case .valuesHash: .giveOwnRecord
    default: nil
    }
  }

  /// The issuer that dresses letters as an entry's letter was dressed by who signed it: with the words of a trial or
  /// without, with its data or without.
  ///
  /// The entry's hash of the theme tells which.
  private func dressed(as entry: RegisterEntry) -> Issuer {
    for (isTrial, attaches) in [(false, false), (true, false), (false, true), (true, true)] {
      var press = self
      press.composer.options.isSignedForTrial = isTrial
      press.composer.attachesData = attaches
      press.inputs.theme = LetterInputs.theme(of: press.composer)
      if press.inputs.theme == entry[.themeHash] { return press }
    }
    return self
  }

  /// A copy of an issued letter, and where it is.
  public struct IssuedCopy: Hashable, Sendable {
    /// What the register says of it.
    public let act: RegisterAct
    /// The file's path.
    public let path: String
  }

  /// Makes a copy that says of itself what it is: «بدل فاقد رقم (1)» with the day, or «صورة طبق الأصل» with the name
  /// of who certifies it.
  ///
  /// Number and date are the original's. The copy is drawn from the record, and only if the original can be drawn
  /// from it too, byte for byte.
  public func copy(
    _ kind: RegisterAct.Kind, of number: RegisterNumber, from record: ReadRecord, by name: String,
    approver: String? = nil, at now: Moment, log: inout DiagnosticLog
  ) throws -> IssuedCopy? {
    var staged: [LetterArchive.Staged] = []
    do {
      let copy = try register.recording(at: now, log: &log) { recording, log -> IssuedCopy? in
        try archive.settle(recording)
        guard let entry = try recording.entry(number) else {
          log.error(.noEntry(number.description))
          return nil
        }
        guard try reproduce(entry, from: record, log: &log)?.isSame == true else {
          log.error(.cannotCopy(number))
          return nil
        }
        let count = recording.nextCopy(of: entry, kind)
        var press = dressed(as: entry)
        press.composer.options.banner = banner(kind, count, by: name, on: recording.now.day)
        guard
          let letter = try press.drawn(record.record, number: number, at: entry.recordedAt, log: &log)
        else { return nil }
        let mark = (kind == .replacement ? "R" : "C") + String(count)
        staged.append(try archive.stage(letter.file, sha256: letter.sha256, as: number, copy: mark))
        let act = RegisterAct(kind, by: name, approver: approver, file: letter.sha256)
        return try recording.record(act, on: number, log: &log).map {
          IssuedCopy(act: $0, path: archive.path(of: number, copy: mark))
        }
      }
      if copy == nil { archive.discard(staged) }
      for letter in staged where copy != nil { try archive.keep(letter) }
      return copy
    } catch {
      try? archive.settleAll(in: register, at: now)
      throw error
    }
  }

  /// The line over a copy, in the office's style; the words agree with whoever certifies.
  private func banner(
    _ kind: RegisterAct.Kind, _ count: Int, by name: String, on day: CivilDate
  ) -> [Inline] {
    let style = composer.office.profile?.style ?? HouseStyle()
    let date =
      DatePhrase.digits(day, .ummAlQura, style: style, by: composer.office.calendar)
      ?? DatePhrase.digits(day, .gregorian, style: style, by: composer.office.calendar)
    let digits = TextSpan(date?.digits ?? day.iso, isolation: .leftToRight, isBreakable: false)
    let opening =
      switch kind {
      case .replacement:
        [TextSpan("بدل فاقد رقم (\(Digits.printed(count, style: style.digits))) — حُرر في ")]
      default:
        [
          TextSpan("صورة طبق الأصل — بتصديق "),
          TextSpan(TextCleaning.clean(name, as: .name).value ?? name, isolation: .firstStrong),
          TextSpan("، في "),
        ]
      }
    return (opening + [digits, TextSpan(date?.mark ?? "")]).map(Inline.text)
  }
}

extension Diagnostic.Message {
  fileprivate static func inputChanged(_ column: EntryColumn) -> Self {
    Self(
      "issuing.input-changed", arabic: "تغيّر منذ الإصدار: \(column.arabicTitle)",
      english: "Changed since the letter was issued: \(englishName(of: column)) (\(column.rawValue))")
  }
  private static func englishName(of column: EntryColumn) -> String {
    switch column {
    case .templateHash: "the template"
    case .themeHash: "the theme, or how it dresses the letter"
    case .officeHash: "the office's files"
    case .fontsHash: "the fonts"
    case .program: "the program"
    case .valuesHash: "the record's values"
    default: "another input"
    }
  }
  fileprivate static func bytesDiffer(_ number: RegisterNumber) -> Self {
    Self(
      "issuing.bytes-differ",
      arabic: "لم يخرج الخطاب \u{2066}\(number)\u{2069} كما صدر، مع أن شيئاً مما يُبنى عليه لم يتغير",
      english:
        "The letter \(number) doesn't come out as it was issued, though nothing it is made of has changed")
  }
  fileprivate static func cannotCopy(_ number: RegisterNumber) -> Self {
    Self(
      "issuing.cannot-copy",
      arabic: "لا تُصنع نسخة من \u{2066}\(number)\u{2069} لأن أصله لا يخرج من هذا السجل كما صدر",
      english:
        "No copy of \(number) is made, because its original doesn't come out of this record as it was issued")
  }
}

extension Diagnostic.Hint {
  fileprivate static let dressAsBefore = Self(
    arabic: "اذكر ما صدر به الخطاب من --theme و--letterhead و--custom و--file-copy",
    english: "Give --theme, --letterhead, --custom and --file-copy as the letter was issued with them")
  fileprivate static let giveOwnRecord = Self(
    arabic: "تأكد من رقم السجل في --row ومن الملفات: سجل غيره، أو تغيّر بعد الإصدار",
    english: "Check --row and the files: it is another's record, or was changed since")
}
