public import Cases
import Diagnostics
public import Records
public import Values

extension CaseFigures {
  /// The record of the report on a period's cases (`kpi-report`), in the office's digits.
  public func report(
    from first: CivilDate, through last: CivilDate, rules: CaseRules, style: HouseStyle
  ) -> Record {
    func written(_ number: Int) -> String { Digits.printed(number, style: style.digits) }
    func decimal(tenths: Int) -> String {
      let tenth = tenths % 10 == 0 ? "" : Digits.decimalSeparator(style.digits) + written(tenths % 10)
      return written(tenths / 10) + tenth
    }
    func day(_ day: CivilDate) -> Value {
      .date(DateValue(day: day, calendar: .ummAlQura, entered: day.iso))
    }
    func indicator(_ name: String, _ value: String, _ target: String? = nil) -> FieldValues {
      var line: FieldValues = ["المؤشر": .text(name), "القيمة": .text(value)]
      line["المستهدف"] = target.map { .text($0) }
      return line
    }
    var indicators = [
      indicator("الطلبات الواردة", written(received)),
      indicator("الطلبات التي بُلّغ أصحابها بالقرار", written(answered)),
      indicator("الطلبات المنجزة", written(finished)), indicator("الطلبات المفتوحة", written(open)),
    ]
    if let mean = meanTurnaroundTenths, let median = medianTurnaround {
      indicators += [
        indicator("متوسط أيام الرد", decimal(tenths: mean), rules.window.maxReplyDays.map(written)),
        indicator("وسيط أيام الرد", written(median)),
      ]
    }
    indicators += [
      indicator("خطابات صدرت قبل أقل مدة الرد", written(early), written(0)),
      indicator("خطابات صدرت بعد أقصى مدة الرد", written(late), written(0)),
    ]
    let channels = CaseChannel.allCases.compactMap { channel -> FieldValues? in
      byChannel[channel].map { figures in
        var line: FieldValues = [
          "القناة": .text(channel.arabicName), "الطلبات": .integer(figures.received),
          "المنجز": .integer(figures.finished),
        ]
        line["متوسط الأيام"] = figures.meanTurnaroundTenths.map { .text(decimal(tenths: $0)) }
        return line
      }
    }
    let waiting = overdue.map { file -> FieldValues in
      [
        "الرقم": .identifier(Identifier(.reference, stored: file.number)), "الأيام": .integer(file.days),
        "الخطوة": .text(file.state.arabicName),
      ]
    }
    return Record(
      values: [
        "بداية المدة": day(first), "نهاية المدة": day(last), "المؤشرات": .list(indicators),
        "القنوات": .list(channels), "المعاملات المتأخرة": .list(waiting),
      ], origins: [:], location: .file("kpi-report"))
  }
}
