import Diagnostics
import Values

extension Checker {
  /// Checks that a chart has a list, a label and numbers, all of that list.
  mutating func check(_ chart: ChartNode) {
    guard case .field(let list) = meaning(of: chart.list) else { return }
    guard list.type == .list else {
      log.error(.chartOfNoList(list.name), at: chart.place)
      return
    }
    guard let label = chart.label, (1...ChartColors.limit).contains(chart.amounts.count) else {
      log.error(.chartParts(), at: chart.place)
      return
    }
    let index = FieldIndex(list.fields)
    let known = list.fields.map(\.name)
    for name in [label] + chart.amounts where index[name.lookup] == nil {
      log.error(
        .notInList(name.spelled, list.name), at: chart.place,
        hints: Suggestion.hint(for: name.key, among: known))
    }
    for name in chart.amounts {
      guard let field = index[name.lookup]?.field, field.type != .integer else { continue }
      log.error(.chartOfWords(field.name), at: chart.place)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func chartOfNoList(_ name: String) -> Self {
    Self(
      "templates.chart-of-no-list", arabic: "الرسم لقائمة، و«\(name)» ليس قائمة",
      english: "A chart is of a list, and “\(name)” isn't one")
  }
  fileprivate static func chartParts() -> Self {
    Self(
      "templates.chart-parts",
      arabic: "يُكتب الرسم هكذا: {{رسم: القائمة / حقل التسمية / حقل العدد / …}}، وأعداده خمسة على الأكثر",
      english: "A chart is written {{chart: list / label / number / …}}, with at most five numbers")
  }
  fileprivate static func notInList(_ name: String, _ list: String) -> Self {
    Self(
      "templates.chart-unknown-field", arabic: "لا يوجد حقل باسم «\(name)» في «\(list)»",
      english: "“\(list)” has no field “\(name)”")
  }
  fileprivate static func chartOfWords(_ name: String) -> Self {
    Self(
      "templates.chart-of-words", arabic: "الرسم للأعداد، و«\(name)» ليس عدداً",
      english: "A chart is of whole numbers, and “\(name)” isn't one")
  }
}
