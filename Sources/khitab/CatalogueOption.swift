import ArgumentParser

/// Where the catalogue of services is that cases are worked by.
struct CatalogueOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "دليل الدعم؛ وإلا فالملف catalogue.yaml في مجلد المكتب.",
        "The catalogue of services; catalogue.yaml in the office's folder by default."), valueName: "file"))
  var catalogue: String?
}
