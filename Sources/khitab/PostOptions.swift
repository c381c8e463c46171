import ArgumentParser
import Diagnostics
import Issuing
import Values

/// Which fields say whom a record is posted to.
struct PostOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "حقل اسم المرسل إليه؛ وإلا فالحقل «الاسم».",
        "The field with the addressee's name; «الاسم» by default."), valueName: "field"))
  var nameField: String?

  @Option(
    help: ArgumentHelp(
      say(
        "حقل العنوان الوطني؛ وإلا فهو الذي نوعه عنوان وطني.",
        "The field with the national address; the one of that type by default."), valueName: "field"))
  var addressField: String?

  /// The list of those who are posted to, or nothing with the reasons in `log`.
  func list(
    _ dictionary: DataDictionary, file: String, reference: String? = nil, log: inout DiagnosticLog
  ) -> PostList? {
    PostList(
      name: nameField, address: addressField, reference: reference, dictionary: dictionary, file: file,
      log: &log)
  }
}
