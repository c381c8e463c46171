import PDFSyntax

extension RevisionComparison {
  /// The catalog may get a security store; its form is looked at by itself; nothing else changes.
  mutating func compareCatalogs() throws(PDFSyntaxError) {
    guard let root = file.revisions[old.index].trailer["Root"].reference?.number,
      let before = old.objects[root]?.dictionary, let after = new.objects[root]?.dictionary
    else { return forbid(.catalog) }
    // The version only says which standard's features the file may use.
    let own: [PDFName] = ["DSS", "AcroForm", "Extensions", "Metadata", "Version"]
    guard equal(before, after, except: own), after["Version"] == .null || after["Version"].name != nil else {
      return forbid(.catalog)
    }
    compareExtensions(before["Extensions"], after["Extensions"])
    compareStores(before["DSS"], after["DSS"])
    compareForms(before["AcroForm"], after["AcroForm"])
    compareMetadata(before["Metadata"], after["Metadata"])
    explained.insert(root)
  }

  /// The metadata may say anew when, and by which program, the file was saved.
  private mutating func compareMetadata(_ a: PDFObject, _ b: PDFObject) {
    guard a != b || oldValue(a) != newValue(b) else { return }
    let known = oldValue(a).stream
    guard let place = b.reference, isSamePlaceOrNew(a, b), known != nil || a == .null,
      let news = newValue(b).stream, news.dictionary["Type"].name == "Metadata",
      equal(
        known?.dictionary ?? ["Type": .name("Metadata"), "Subtype": .name("XML")], news.dictionary,
        except: ["Length", "Filter", "DecodeParms"]),
      let bytes = try? news.decoded(limit: 4 << 20), let packet = MetadataPacket(bytes)
    else { return forbid(.metadata) }
    var lasting: [String] = []
    if let known {
      guard let bytes = try? known.decoded(limit: 4 << 20), let packet = MetadataPacket(bytes) else {
        return forbid(.metadata)
      }
      lasting = packet.lasting
    }
    guard packet.lasting == lasting else { return forbid(.metadata) }
    explained.insert(place.number)
    if let length = news.dictionary["Length"].reference?.number, old.objects[length] == nil {
      explained.insert(length)
    }
    changes.insert(RevisionChange(kind: .validation))
  }

  /// Developer extensions (7.12) only say which version the file follows; they may be added, not taken away.
  private mutating func compareExtensions(_ a: PDFObject, _ b: PDFObject) {
    guard a != b else { return }
    let (before, after) = (oldValue(a).dictionary ?? [:], newValue(b).dictionary ?? [:])
    let isKept = before.allSatisfy { $0.key == "Type" || after[$0.key] == $0.value }
    var hasReference = false
    newValue(b).forEachReference { _ in hasReference = true }
    guard isKept, !hasReference, b.reference.map({ old.objects[$0.number] == nil }) ?? true else {
      return forbid(.catalog)
    }
    explainNew(below: b)
  }

  /// A security store only grows (ISO 32000-2, 12.8.4.3): what validated a signature must stay.
  private mutating func compareStores(_ a: PDFObject, _ b: PDFObject) {
    guard a != .null || b != .null else { return }
    guard let after = newValue(b).dictionary else { return forbid(.securityStore) }
    let before = oldValue(a).dictionary ?? [:]
    guard
      isSamePlaceOrNew(a, b), equal(before, after, except: ["Type", "Certs", "CRLs", "OCSPs", "VRI"])
    else { return forbid(.securityStore) }
    if let root = file.revisions[old.index].trailer["Root"].reference { storeObjects.insert(root.number) }
    for place in [a, before["VRI"]] { if let place = place.reference { storeObjects.insert(place.number) } }
    var isSound = true
    for key in ["Certs", "CRLs", "OCSPs"] as [PDFName] {
      isSound = streams(before[key], after[key]) && isSound
    }
    isSound = validationInformation(before["VRI"], after["VRI"]) && isSound
    if let place = b.reference?.number { isSound = explainContainer(place) && isSound }
    guard isSound else { return forbid(.securityStore) }
    if before != after || a != b { changes.insert(RevisionChange(kind: .validation)) }
  }

  /// Whether a value stands where it stood, in the dictionary itself, or in an object that is new: an object that was
  /// there for something else must not become part of the store or the form.
  private func isSamePlaceOrNew(_ a: PDFObject, _ b: PDFObject) -> Bool {
    guard let place = b.reference else { return true }
    return a.reference == place || old.objects[place.number] == nil
      || old.objects[place.number] == new.objects[place.number]
  }

  /// Explains a dictionary or array of the store that changed in place, if nothing else uses it.
  private mutating func explainContainer(_ number: Int) -> Bool {
    guard let before = old.objects[number], before != new.objects[number] else {
      explained.insert(number)
      return true
    }
    guard storeObjects.isSuperset(of: old.referrers[number] ?? []), before.stream == nil else { return false }
    explained.insert(number)
    return true
  }

  /// An array of streams: the old ones stay as they are, the new ones are new objects and lead nowhere.
  private mutating func streams(_ a: PDFObject, _ b: PDFObject, mayLose: Bool = false) -> Bool {
    let before = mayLose ? [] : oldValue(a).array ?? []
    guard b != .null || before.isEmpty else { return false }
    guard b != .null else { return true }
    guard isSamePlaceOrNew(a, b), let after = newValue(b).array,
      after.allSatisfy({ newValue($0).stream != nil })
    else { return false }
    guard before.allSatisfy({ item in after.contains { newValue($0) == oldValue(item) } }) else {
      return false
    }
    for item in after {
      guard let number = item.reference?.number, let stream = new.objects[number]?.stream else {
        return false
      }
      if let known = old.objects[number] {
        guard known == .stream(stream) else { return false }
        continue
      }
      guard equal(stream.dictionary, [:], except: ["Length", "Filter", "DecodeParms", "Type"]) else {
        return false
      }
      explained.insert(number)
      if let length = stream.dictionary["Length"].reference?.number, old.objects[length] == nil {
        explained.insert(length)
      }
    }
    return b.reference.map { explainContainer($0.number) } ?? true
  }

  /// VRI: for each signature a dictionary of arrays as above.
  private mutating func validationInformation(_ a: PDFObject, _ b: PDFObject) -> Bool {
    guard a != .null || b != .null else { return true }
    guard isSamePlaceOrNew(a, b), let after = newValue(b).dictionary else { return false }
    let before = oldValue(a).dictionary ?? [:]
    guard before.allSatisfy({ after[$0.key] != .null }) else { return false }
    for entry in after {
      guard let information = newValue(entry.value).dictionary else {
        guard entry.key == "Type" else { return false }
        continue
      }
      guard isSamePlaceOrNew(before[entry.key], entry.value) else { return false }
      let known = oldValue(before[entry.key]).dictionary ?? [:]
      for place in [before[entry.key], known["Cert"], known["CRL"], known["OCSP"]] {
        if let place = place.reference { storeObjects.insert(place.number) }
      }
      // It only says which of the store's streams were used for a signature: it may be written anew.
      guard equal([:], information, except: ["Type", "Cert", "CRL", "OCSP", "TU", "TS"]) else {
        return false
      }
      for key in ["Cert", "CRL", "OCSP"] as [PDFName] {
        guard streams(known[key], information[key], mayLose: true) else { return false }
      }
      if let number = entry.value.reference?.number, !explainContainer(number) { return false }
    }
    return b.reference.map { explainContainer($0.number) } ?? true
  }

  /// The resources from which fields are drawn anew may get more, under other names; none of them changes.
  private mutating func compareResources(_ a: PDFObject, _ b: PDFObject) -> Bool {
    guard a != b || oldValue(a) != newValue(b) else { return true }
    guard a == .null || a.dictionary != nil, isSamePlaceOrNew(a, b), let after = newValue(b).dictionary else {
      return false
    }
    for kind in a.dictionary ?? [:] {
      guard let known = kind.value.dictionary else {
        guard after[kind.key] == kind.value else { return false }
        continue
      }
      guard let more = after[kind.key].dictionary, known.allSatisfy({ more[$0.key] == $0.value }) else {
        return false
      }
    }
    explainNew(below: b)
    return true
  }

  /// A form gets new signature fields at its end, and what fields are drawn from; nothing else.
  private mutating func compareForms(_ a: PDFObject, _ b: PDFObject) {
    guard a != .null || b != .null else { return }
    guard let after = newValue(b).dictionary else { return forbid(.form) }
    let before = oldValue(a).dictionary ?? [:]
    guard a == .null || a.reference == b.reference, isSamePlaceOrNew(a, b),
      equal(before, after, except: ["Fields", "SigFlags", "DR", "DA"]),
      before["DA"] == .null || before["DA"] == after["DA"], compareResources(before["DR"], after["DR"])
    else {
      return forbid(.form)
    }
    let (fields, more) = (oldValue(before["Fields"]).array ?? [], newValue(after["Fields"]).array ?? [])
    guard more.starts(with: fields) else { return forbid(.form) }
    if let number = b.reference?.number { explained.insert(number) }
    if let number = after["Fields"].reference?.number {
      guard before["Fields"].reference?.number == number || old.objects[number] == nil else {
        return forbid(.form)
      }
      explained.insert(number)
    }
  }
}
