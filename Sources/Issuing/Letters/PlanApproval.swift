public import Register

/// The recorded words for a plan, of a batch or of a single letter: whose they are, when they were given, and for what.
///
/// A word holds for one plan only. The plan is made of hashes of all that its letters come of, so that whatever changes
/// afterwards isn't what was approved.
public struct PlanApproval: Hashable, Sendable {
  /// SHA-256 of the plan, in hexadecimal.
  public let plan: String
  /// Who answers for it: the approver, or else the signer.
  public let approver: RegisteredBatch.Approval
  /// Who checked it, where somebody did.
  public let reviewer: RegisteredBatch.Approval?

  /// The last word of each role; `nil` where nobody has approved the plan.
  public init?(_ batch: RegisteredBatch) {
    func last(_ role: String) -> RegisteredBatch.Approval? { batch.approvals.last { $0.role == role } }
    guard let approver = last("approver") ?? last("signer") else { return nil }
    self.approver = approver
    reviewer = last("reviewer")
    plan = batch.digest
  }
}
