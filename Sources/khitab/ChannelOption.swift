import ArgumentParser

/// The way a letter goes out.
struct ChannelOption: ParsableArguments {
  private static let channels = ["email", "post", "hand", "sms"]

  @Option(
    help: ArgumentHelp(
      say(
        "طريقة الإرسال: email أو post أو hand أو sms؛ وإلا فبحسب ما في السجل.",
        "email, post, hand or sms; by default what the record has an address for."), valueName: "channel"),
    transform: { text in
      guard channels.contains(text) else {
        let names = channels.joined(separator: say("، ", ", "))
        throw ValidationError(say("طريقة الإرسال واحدة من: ", "the channel is one of: ") + names)
      }
      return text
    })
  var channel: String?
}
