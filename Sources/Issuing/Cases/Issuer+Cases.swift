import Diagnostics
import Records
import Register

extension Issuer {
  /// An order with its letter's place: a letter that is an act of a case is based on that case's request, unless it is
  /// said what it relates to.
  func placed(
    _ order: IssueOrder, of record: Record
  ) throws -> (order: IssueOrder, request: RegisterNumber?) {
    let request = try cases?.request(of: record)
    var order = order
    if order.relation == nil { order.relation = request.map { .init(.basedOn, to: $0) } }
    return (order, request)
  }

  /// Enters a drawn letter, and in its case the act that it is; `nil` with the reasons in `log` where the case doesn't
  /// allow it.
  func entered(
    _ letter: DrawnLetter, as order: IssueOrder, actOf request: RegisterNumber?, in recording: Recording,
    log: inout DiagnosticLog
  ) throws -> IssuedLetter? {
    guard let cases, let request else {
      return try recorded(letter, as: order, in: recording, log: &log)
    }
    let act = try cases.act(of: letter, for: request, by: order.preparer, in: recording, log: &log)
    guard let act, let issued = try recorded(letter, as: order, in: recording, log: &log) else { return nil }
    try cases.keep(act, sentAs: letter.number, in: recording)
    return issued
  }
}
