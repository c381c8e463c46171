import PDFSyntax

extension RevisionComparison {
  /// Fields may be signed or filled in; new ones may only be signature fields.
  mutating func compareFields() throws(PDFSyntaxError) {
    let before = try FormField.all(in: file, at: old.index)
    let after = try FormField.all(in: file, at: new.index)
    let names = Set(after.map(\.name))
    // Two fields of one name share a value by the standard: one could stand for the other.
    guard names.count == after.count || Set(before.map(\.name)).count != before.count else {
      return forbid(.form)
    }
    let known = Dictionary(before.map { ($0.reference, $0) }) { first, _ in first }
    for field in after {
      if let known = known[field.reference] {
        guard known.name == field.name, known.type == field.type, known.widgets == field.widgets else {
          forbid(.field(known.name))
          continue
        }
        compare(known, field)
      } else {
        addField(field)
      }
    }
    comparePages(newFields: after.filter { known[$0.reference] == nil })
  }

  private mutating func compare(_ known: FormField, _ field: FormField) {
    let isSignature = field.type == "Sig"
    let (a, b) = (known.dictionary, field.dictionary)
    let places = Set([field.reference] + field.widgets).map(\.number)
    guard
      places.contains(where: { old.objects[$0] != new.objects[$0] }) || oldValue(a["V"]) != newValue(b["V"])
    else {
      return
    }
    if isSignature {
      // A signed field never changes again, and signing takes a new object.
      guard a["V"] == .null, let value = b["V"].reference?.number, old.objects[value] == nil,
        let dictionary = new.objects[value]?.dictionary, dictionary["ByteRange"] != .null
      else { return forbid(a["V"] == .null ? .field(field.name) : .signature) }
      explained.insert(value)
      explainNew(below: dictionary["Reference"])
      explainNew(below: dictionary["Prop_Build"])
      let isTimestamp = dictionary["SubFilter"].name == "ETSI.RFC3161"
      // Every signature allows time-stamps, and anybody can have one: they must not draw anything.
      if isTimestamp, field.widgets.contains(where: { isRedrawn($0.number) }) { return forbid(.appearance) }
      changes.insert(RevisionChange(kind: isTimestamp ? .validation : .signing(field: field.name)))
    } else {
      // What a field shows changes with its value, and a field that nobody may fill in keeps it.
      guard oldValue(a["V"]) != newValue(b["V"]), !known.isReadOnly else { return forbid(.field(field.name)) }
      changes.insert(RevisionChange(kind: .formFilling(field: field.name)))
    }
    let valueKeys: [PDFName] = isSignature ? ["V"] : ["V", "I", "RV"]
    for number in places.sorted() {
      guard let before = old.objects[number]?.dictionary, let after = new.objects[number]?.dictionary else {
        forbid(.field(field.name))
        continue
      }
      var keys: [PDFName] = number == field.reference.number ? valueKeys : []
      if field.widgets.contains(where: { $0.number == number }) {
        keys += isSignature ? ["AP", "M"] : ["AP", "AS", "M"]
      }
      guard equal(before, after, except: keys) else {
        forbid(.field(field.name))
        continue
      }
      explained.insert(number)
      // An appearance is a new object: changing an old one in place changes what others signed.
      explainNew(below: after["AP"])
      if !isSignature { explainNew(below: after["V"]) }
    }
  }

  private mutating func addField(_ field: FormField) {
    let numbers = Set([field.reference] + field.widgets).map(\.number)
    guard field.type == "Sig", numbers.allSatisfy({ old.objects[$0] == nil }) else {
      return forbid(.field(field.name))
    }
    for number in numbers {
      guard let dictionary = new.objects[number]?.dictionary,
        dictionary.keys.allSatisfy(Self.signatureFieldKeys.contains)
      else { return forbid(.field(field.name)) }
      explained.insert(number)
      explainNew(below: dictionary["AP"])
      explainNew(below: dictionary["Lock"])
      explainNew(below: dictionary["SV"])
    }
    let shows = field.widgets.contains { new.objects[$0.number]?.dictionary.map(isVisible) ?? false }
    // A field that somebody adds later can cover what was signed; who signs in it answers for that.
    if shows, field.value == nil { return forbid(.field(field.name)) }
    if let value = field.value?.number {
      guard old.objects[value] == nil, let dictionary = new.objects[value]?.dictionary else {
        return forbid(.signature)
      }
      explained.insert(value)
      explainNew(below: dictionary["Reference"])
      explainNew(below: dictionary["Prop_Build"])
      if dictionary["SubFilter"].name == "ETSI.RFC3161" {
        if shows { return forbid(.appearance) }
        changes.insert(RevisionChange(kind: .validation))
        return
      }
      changes.insert(RevisionChange(kind: .signing(field: field.name)))
    }
    changes.insert(
      RevisionChange(kind: shows ? .newShownSignature(field.name) : .newSignatureField(field.name)))
  }

  /// What a new signature field may have: nothing that acts.
  private static let signatureFieldKeys: Set<PDFName> = [
    "Type", "Subtype", "FT", "T", "TU", "TM", "Ff", "F", "Rect", "P", "V", "AP", "Lock", "SV", "Parent",
    "Kids",
    "M", "NM", "MK", "DA", "Q", "DR", "StructParent",
  ]

  /// Whether a widget that shows has another appearance than before.
  private func isRedrawn(_ number: Int) -> Bool {
    guard let before = old.objects[number]?.dictionary, let after = new.objects[number]?.dictionary else {
      return true
    }
    return before["AP"] != after["AP"] && isVisible(after)
  }

  /// Whether a widget shows, on the screen or on paper: its rectangle has a size and it isn't hidden (12.5.3).
  private func isVisible(_ widget: PDFDictionary) -> Bool {
    // NoView (bit 6) hides from the screen alone.
    guard widget["F"].integer.map({ $0 & 2 == 0 }) ?? true else { return false }
    guard let numbers = newValue(widget["Rect"]).array?.map({ newValue($0).number }), numbers.count == 4,
      let left = numbers[0], let bottom = numbers[1], let right = numbers[2], let top = numbers[3]
    else { return true }
    return left != right || bottom != top
  }

  /// A page may get the widgets of new fields and, as far as a certification allows it, annotations.
  private mutating func comparePages(newFields: [FormField]) {
    let widgets = Set(newFields.flatMap(\.widgets).map(\.number))
    for (number, object) in old.objects {
      guard let before = object.dictionary, before["Type"].name == "Page",
        let after = new.objects[number]?.dictionary
      else { continue }
      let (items, more) = (oldValue(before["Annots"]).array ?? [], newValue(after["Annots"]).array ?? [])
      guard before != after || items != more else { continue }
      guard equal(before, after, except: ["Annots"]), more.starts(with: items) else {
        forbid(.page)
        continue
      }
      explained.insert(number)
      if let place = after["Annots"].reference?.number {
        guard before["Annots"].reference?.number == place || old.objects[place] == nil else {
          forbid(.page)
          continue
        }
        if old.objects[place] == nil || old.referrers[place] == [number] { explained.insert(place) }
      }
      for item in more.dropFirst(items.count) {
        guard let place = item.reference?.number, old.objects[place] == nil,
          let dictionary = new.objects[place]?.dictionary
        else {
          forbid(.annotation)
          continue
        }
        if widgets.contains(place) { continue }
        guard let kind = AnnotationKind(dictionary) else {
          forbid(.annotation)
          continue
        }
        explainNew(below: item)
        changes.insert(RevisionChange(kind: kind == .comment ? .annotation : .drawing))
      }
    }
  }
}
