import Diagnostics
import Issuing
import Records
import Testing
import Values

@Suite struct RecordSelectionTests {
  private func record(_ values: [String: Value]) -> Record {
    Record(values: values, origins: [:], location: .file("records.csv"))
  }

  @Test(arguments: [
    (["القرار": Value.choice("قبول")], true), (["القرار": .choice("اعتذار")], false),
    (["القرار": .text("قبول")], true), (["العدد": .integer(3)], true),
  ])
  func takesTheRecordsWhoseFieldHasTheValue(values: [String: Value], isTaken: Bool) {
    let selection = RecordSelection(wanted: ["القرار": "قبول"])
    #expect(selection.contains(record(values)) == isTaken)
  }

  @Test func comparesIdentifiersInTheirStoredForm() {
    let selection = RecordSelection(wanted: ["الجوال": "+966501234567"])
    let mobile = Value.identifier(Identifier(.mobile, stored: "+966501234567"))
    #expect(selection.contains(record(["الجوال": mobile])))
  }
}
