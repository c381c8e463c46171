import ArgumentParser
import Diagnostics
import Issuing
import Values

/// Which fields say whom a record is posted to.
struct PostOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("حقل اسم المرسل إليه.", "The field with the addressee's name."), valueName: "field"))
  var nameField = "name"

  @Option(
    help: ArgumentHelp(
      say("حقل العنوان الوطني.", "The field with the national address."), valueName: "field"))
  var addressField = "address"

  /// The list of those who are posted to, or nothing with the reasons in `log`.
  func list(
    _ dictionary: DataDictionary, file: String, reference: String? = nil, log: inout DiagnosticLog
  ) -> PostList? {
    PostList(
      name: nameField, address: addressField, reference: reference, dictionary: dictionary, file: file,
      log: &log)
  }
}
