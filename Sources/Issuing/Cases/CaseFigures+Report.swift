public import Cases
import Diagnostics
public import Records
public import Values

extension CaseFigures {
  /// The record of the report on a period's cases (`kpi-report`), in the office's digits.
  public func report(
    from first: CivilDate, through last: CivilDate, rules: CaseRules, style: HouseStyle
  ) -> Record {
    func day(_ day: CivilDate) -> Value {
      .date(DateValue(day: day, calendar: .ummAlQura, entered: day.iso))
    }
    return Record(
      values: [
        "بداية المدة": day(first), "نهاية المدة": day(last),
        "المؤشرات": .list(indicators(under: rules, style: style)), "القنوات": .list(channels(style: style)),
        "المعاملات المتأخرة": .list(overdue.map(\.line)),
      ], origins: [:], location: .file("kpi-report"))
  }

  /// A line for each indicator: its value, and its target where the office has one.
  private func indicators(under rules: CaseRules, style: HouseStyle) -> [FieldValues] {
    func written(_ number: Int) -> String { Digits.printed(number, style: style.digits) }
    func indicator(_ name: String, _ value: String, _ target: String? = nil) -> FieldValues {
      var line: FieldValues = ["المؤشر": .text(name), "القيمة": .text(value)]
      line["المستهدف"] = target.map { .text($0) }
      return line
    }
    var lines = [
      indicator("الطلبات الواردة", written(received)),
      indicator("الطلبات التي بُلّغ أصحابها بالقرار", written(answered)),
      indicator("الطلبات المنجزة", written(finished)), indicator("الطلبات المفتوحة", written(open)),
    ]
    if let mean = meanTurnaroundTenths, let median = medianTurnaround {
      let target = rules.window.maxReplyDays.map(written)
      lines += [
        indicator("متوسط أيام الرد", Self.decimal(tenths: mean, style: style), target),
        indicator("وسيط أيام الرد", written(median)),
      ]
    }
    lines += [
      indicator("خطابات صدرت قبل أقل مدة الرد", written(early), written(0)),
      indicator("خطابات صدرت بعد أقصى مدة الرد", written(late), written(0)),
    ]
    return lines
  }

  /// A line for each channel that requests came by.
  private func channels(style: HouseStyle) -> [FieldValues] {
    CaseChannel.allCases.compactMap { channel in
      byChannel[channel].map { figures in
        var line: FieldValues = [
          "القناة": .text(channel.arabicName), "الطلبات": .integer(figures.received),
          "المنجز": .integer(figures.finished),
        ]
        line["متوسط الأيام"] = figures.meanTurnaroundTenths.map {
          .text(Self.decimal(tenths: $0, style: style))
        }
        return line
      }
    }
  }

  private static func decimal(tenths: Int, style: HouseStyle) -> String {
    let whole = Digits.printed(tenths / 10, style: style.digits)
    guard tenths % 10 != 0 else { return whole }
    return whole + Digits.decimalSeparator(style.digits) + Digits.printed(tenths % 10, style: style.digits)
  }
}

extension CaseFigures.Overdue {
  /// Its line in the report.
  fileprivate var line: FieldValues {
    [
      "الرقم": .identifier(Identifier(.reference, stored: number)), "الأيام": .integer(days),
      "الخطوة": .text(state.arabicName),
    ]
  }
}
