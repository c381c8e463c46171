import Diagnostics
import Issuing
import Records
import Testing
import Values

@Suite struct RecordSelectionTests {
  private func record(_ values: FieldValues) -> Record {
    Record(values: values, origins: [:], location: .file("records.csv"))
  }

  @Test(
    arguments: [
      (["القرار": .choice("قبول")], true), (["القرار": .choice("اعتذار")], false),
      (["القرار": .text("قبول")], true), (["العدد": .integer(3)], true),
    ] as [(FieldValues, Bool)])
  func takesTheRecordsWhoseFieldHasTheValue(values: FieldValues, isTaken: Bool) {
    let selection = RecordSelection(wanted: ["القرار": "قبول"])
    #expect(selection.contains(record(values)) == isTaken)
  }

  @Test func comparesIdentifiersInTheirStoredForm() {
    let selection = RecordSelection(wanted: ["الجوال": "+966501234567"])
    let mobile = Value.identifier(Identifier(.mobile, stored: "+966501234567"))
    #expect(selection.contains(record(["الجوال": mobile])))
  }
}
