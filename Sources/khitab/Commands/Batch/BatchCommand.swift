import ArgumentParser

/// `khitab batch`: letters for many members, planned, approved, issued and reported.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: say(
      "دفعات الخطابات: بحث فتخطيط فاعتماد فإصدار فتقرير.",
      "Batches of letters: find, plan, approve, run, report."),
    subcommands: [FindMembers.self, PlanBatch.self, ApprovePlan.self, RunBatch.self, ReportBatch.self])
}
