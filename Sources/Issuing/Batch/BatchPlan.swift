import Cryptography
import Foundation
import Register

/// A batch before it runs, or a single letter or an act of a case that is prepared for approval: which members get a
/// letter, which can't and why, and which letters to look at first.
///
/// It holds no values of the records, only hashes of them: a record that changes after the plan was approved
/// gives no letter under it.
public struct BatchPlan: Hashable, Sendable, Codable {
  /// One record's place in the batch.
  public struct Member: Hashable, Sendable, Codable {
    /// Which record of the file it is, from 1.
    public var ordinal: Int
    /// What stands for the member.
    public var mark: String
    /// SHA-256 of the record's values.
    public var values: String
    /// The ids of what stands against a letter; empty for a member who gets one.
    public var refusals: [String]
    /// The ids of what a person should look at.
    public var warnings: [String]

    /// Whether the member gets a letter.
    public var isEligible: Bool { refusals.isEmpty }
  }

  /// A letter to look at before approving, and why this one.
  public struct Sample: Hashable, Sendable, Codable {
    /// Which record of the file it is, from 1.
    public var ordinal: Int
    /// Why.
    public var reason: Reason

    /// What makes a letter worth a look.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
      /// The longest name.
      case longestName = "longest-name"
      /// A woman.
      case woman
      /// A name in Latin letters.
      case latinName = "latin-name"
      /// The fewest values.
      case missingOptional = "missing-optional"
      /// The most pages.
      case mostPages = "most-pages"
      /// Several people, or a body.
      case notOnePerson = "not-one-person"

      /// The reason in Arabic.
      public var arabicName: String {
        switch self {
        case .longestName: "أطول اسم"
        case .woman: "امرأة"
        case .latinName: "اسم بحروف لاتينية"
        case .missingOptional: "أقل السجلات بيانات"
        case .mostPages: "أكثر الخطابات صفحات"
        case .notOnePerson: "جماعة أو جهة"
        }
      }
    }
  }

  /// The template, as it was asked for.
  public var template: String
  /// Where the records come from: the options that name them.
  public var records: [String]
  /// Whose letters they are and how they are dressed: the options that say it.
  public var office: [String]
  /// Whether what letters state rides along in them; `nil` leaves it to the office.
  public var attachesData: Bool?
  /// The way the letters go out; `nil` chooses for each.
  public var channel: String?
  /// Who prepared it.
  public var preparer: String
  /// The day that a single letter was prepared on, ISO 8601: the same letter may be written again another day.
  public var prepared: String?
  /// Which preparation of the same it is, from 2, where the ones before were withdrawn, or issued and voided.
  public var round: Int?
  /// How a single letter relates to an earlier entry.
  public var relation: IssueOrder.Relation.Kind?
  /// The canonical number of that entry.
  public var related: String?
  /// The case and the place in it that a prepared act of a case is for; its papers are the members then.
  public var caseAct: String?
  /// The hashes of what the letters depend on besides the records.
  public var inputs: [String: String]
  /// The records, in their order.
  public var members: [Member]
  /// The letters to look at.
  public var samples: [Sample]

  /// The plan as text: the same plan gives the same text.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The plan that `text` holds.
  public init(text: String) throws {
    self = try JSONDecoder().decode(BatchPlan.self, from: Data(text.utf8))
  }

  init(
    template: String, records: [String], office: [String], channel: String?, preparer: String,
    inputs: [String: String], members: [Member], samples: [Sample]
  ) {
    self.template = template
    self.records = records
    self.office = office
    self.channel = channel
    self.preparer = preparer
    self.inputs = inputs
    self.members = members
    self.samples = samples
  }

  /// The batch's name: the template's and the plan's first eight digits, so that the same plan is the same batch.
  public func id(named name: String) throws -> String {
    "\(name)-\(SHA256Digest(of: Array(try text().utf8)).description.prefix(8))"
  }
}

extension LetterInputs {
  /// The hashes by the names of the register's columns.
  public var byColumn: [String: String] {
    Dictionary(facts.map { ($0.key.rawValue, $0.value) }) { $1 }
  }
}
