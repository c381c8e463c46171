import ArgumentParser

/// The request that an act or a view of `khitab case` is about.
struct RequestNumber: ParsableArguments {
  @Argument(help: ArgumentHelp(say("رقم الطلب.", "The request's number.")))
  var number: String
}
