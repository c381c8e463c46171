import Diagnostics
import Foundation
public import Records
public import Register
public import Values

/// A report of the office's own doings as the record that a report's template is filled from.
///
/// It is read like any other record, so that a dictionary that lacks a field says so.
public struct OfficeReport: Sendable {
  /// The record in JSON.
  let line: [UInt8]

  init(_ values: [String: Any]) throws {
    line = [UInt8](try JSONSerialization.data(withJSONObject: values, options: [.sortedKeys]))
  }

  /// The record, read by the office's dictionary.
  public func record(by office: Office) -> RecordSet {
    RecordSet.read(
      line: line, number: 1, named: "register", dictionary: office.records, calendar: office.calendar,
      isPartial: true)
  }
}

extension OfficeReport {
  /// The printed register of a period: the template `outgoing-register` or `incoming-register`.
  ///
  /// - Parameters:
  ///   - series: `outgoing` or `incoming`.
  ///   - entries: the entries, oldest first.
  ///   - days: the period.
  ///   - day: the day it is printed.
  ///   - isMasked: whether names are cut to their first word.
  /// - Returns: the report.
  /// - Throws: failures of the JSON encoder.
  public static func register(
    _ series: Series, _ entries: [RegisterEntry], days: ClosedRange<CivilDate>, printedOn day: CivilDate,
    isMasked: Bool
  ) throws -> OfficeReport {
    let list = entries.map { entry in
      let shown = (isMasked ? entry.maskedParticulars : entry.particulars) ?? [:]
      return series == .incoming ? incoming(entry, shown) : outgoing(entry, shown)
    }
    return try OfficeReport([
      "بداية المدة": days.lowerBound.iso, "نهاية المدة": days.upperBound.iso,
      "تاريخ الخطاب": day.iso,
      series == .incoming ? "قيود الوارد" : "قيود الصادر": list,
    ])
  }

  private static func name(_ shown: [PersonalColumn: String]) -> String { shown[.name] ?? "أُتلف" }

  private static func outgoing(_ entry: RegisterEntry, _ shown: [PersonalColumn: String]) -> [String: Any] {
    var row: [String: Any] = [
      "الرقم": entry.printed, "التاريخ": entry.day.iso, "المرسل إليه": name(shown),
      "الموضوع": shown[.subject] ?? entry[.document] ?? "—", "الحالة": entry.stateName,
    ]
    if let count = entry[.enclosureCount].flatMap({ Int($0) }), count > 0 { row["المرفقات"] = count }
    row["طريقة الإرسال"] = entry[.channel].map(EntryColumn.channel.arabic)
    return row
  }

  private static func incoming(_ entry: RegisterEntry, _ shown: [PersonalColumn: String]) -> [String: Any] {
    var row: [String: Any] = [
      "الرقم": entry.printed, "التاريخ": entry.day.iso, "المرسل": name(shown),
      "الموضوع": shown[.subject] ?? "—",
    ]
    row["رقم خطاب المرسل"] = entry[.senderNumber]
    row["المحال إليه"] = entry.acts.last { $0.kind == .referral }?.reason ?? entry[.referredTo]
    row["رقم الرد"] = entry.acts.last { $0.kind == .reply }?.related
    return row
  }

  /// The slip for a letter that is handed over (سند تسليم خطاب): the template `hand-delivery`.
  ///
  /// - Parameters:
  ///   - entry: the letter's entry.
  ///   - day: the day the slip is made.
  /// - Returns: the report.
  /// - Throws: failures of the JSON encoder.
  public static func handDelivery(_ entry: RegisterEntry, on day: CivilDate) throws -> OfficeReport {
    var values: [String: Any] = [
      "الاسم": name(entry.particulars ?? [:]), "رقم الخطاب المسلم": entry.printed,
      "تاريخ الخطاب المسلم": entry.day.iso, "تاريخ الخطاب": day.iso,
    ]
    if let count = entry[.enclosureCount].flatMap({ Int($0) }), count > 0 { values["عدد المرفقات"] = count }
    return try OfficeReport(values)
  }

  /// What was sent of a batch, and what failed: the template `batch-report`.
  ///
  /// - Parameters:
  ///   - batch: the batch's name.
  ///   - created: when it was planned.
  ///   - template: the name of its letters.
  ///   - fates: its letters, in the order of the records.
  ///   - day: the report's day.
  /// - Returns: the report.
  /// - Throws: failures of the JSON encoder.
  public static func batch(
    _ batch: String, created: Moment, template: String, fates: [BatchFate], day: CivilDate
  ) throws -> OfficeReport {
    let issued = fates.filter { $0.number != nil }
    let channels = Set(issued.compactMap(\.channel)).sorted()
    let results = channels.map { channel in
      let own = issued.filter { $0.channel == channel }
      func count(_ states: OutboxItem.State...) -> Int {
        own.count { $0.state.map(states.contains) ?? false }
      }
      return [
        "القناة": EntryColumn.channel.arabic(channel), "المرسل": count(.sent),
        "المسلم": own.count { $0.isDelivered }, "المتعذر": count(.failed, .cancelled),
        "المنتظر": count(.queued, .sending, .unknown),
      ] as [String: Any]
    }
    let failed = issued.filter { $0.state == .failed }.map { fate in
      let reason = fate.reason.map { DeliveryWords.arabic($0, channel: fate.channel ?? "") }
      return ["الرقم": fate.printed ?? "", "السبب": reason ?? "—"]
    }
    return try OfficeReport([
      "رقم الدفعة": batch, "تاريخ الدفعة": created.day.iso, "تاريخ الخطاب": day.iso, "اسم القالب": template,
      "عدد الخطابات": issued.count, "نتائج الإرسال": results, "الخطابات المتعذرة": failed,
    ])
  }
}

extension OfficeReport {
  /// The record of a destruction (محضر إتلاف): the template `destruction-record`.
  ///
  /// It names who carried it out and who approved it, and nobody whom the documents spoke of.
  ///
  /// - Parameters:
  ///   - list: what was destroyed.
  ///   - acts: the acts of it, in the list's order: who carried it out, who approved it, and when.
  /// - Returns: the report.
  /// - Throws: failures of the JSON encoder.
  public static func destruction(
    _ list: Destruction, acts: [RegisterAct]
  ) throws -> OfficeReport {
    let rows = zip(list.items, acts).map { item, act in
      [
        "السجل": item.entry.number.series.arabicName, "الرقم": item.entry.printed,
        "التاريخ": item.entry.day.iso, "الفئة": item.rule.documents, "السند": item.rule.basis,
        "انتهاء المدة": item.end.iso, "الحلقة": act.position,
      ] as [String: Any]
    }
    return try OfficeReport([
      "تاريخ الخطاب": acts.first?.day.iso ?? "", "بصمة القائمة": list.digest, "القيود المتلفة": rows,
      "المنفذ للإتلاف": acts.first?.by ?? "", "المعتمد للإتلاف": acts.first?.approver ?? "",
    ])
  }
}

extension OfficeReport {
  /// The record of an entry's voiding (محضر إلغاء): the template `void-record`.
  ///
  /// - Parameters:
  ///   - entry: the entry.
  ///   - act: what was entered of it: why, when, and who approved it.
  /// - Returns: the report.
  /// - Throws: failures of the JSON encoder.
  public static func voiding(of entry: RegisterEntry, _ act: RegisterAct) throws -> OfficeReport {
    try OfficeReport([
      "تاريخ الخطاب": act.day.iso, "رقم القيد الملغى": entry.printed, "تاريخ القيد الملغى": entry.day.iso,
      "موضوع الخطاب": entry.particulars?[.subject] ?? entry[.document] ?? "—",
      "سبب الإلغاء": act.reason ?? "", "المعتمد للإلغاء": act.approver ?? "",
    ])
  }
}
