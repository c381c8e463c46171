public import Cases
public import Records
import Values

extension CaseApplicant {
  /// The applicant that a record tells of: name, day of birth, and every other particular as it would be entered.
  public init(record: Record) {
    var particulars: [String: String] = [:]
    var (name, birth): (String, CivilDate?) = ("", nil)
    for (field, value) in record.values {
      switch (field, value) {
      case ("الاسم", .name(let text)): name = text
      case ("تاريخ الميلاد", .date(let date)):
        birth = date.day
        particulars[field] = date.entered
      default: particulars[field] = value.entered
      }
    }
    self.init(name: name, birth: birth, particulars: particulars)
  }
}
