import Content

/// Writes what a file says of itself: catalog, metadata, output intent, information (ISO 32000-1, 7.7.2).
struct CatalogWriter {
  var metadata: Document.Metadata
  var profile: Profile
  var pages: ObjectNumber
  var structure: ObjectNumber
  var outline: ObjectNumber?
  var pageCount: Int
  var attachments: [Attachment]
  var form: FormWriter

  /// Writes the catalog under `number` and all that it needs; returns the information dictionary.
  func write(as number: ObjectNumber, to file: inout ObjectFile) -> ObjectNumber {
    let packet = file.reserve()
    file.writeStream(packet, XMPPacket.bytes(metadata, profile: profile), isCompressed: false) {
      $0.add("/Type/Metadata/Subtype/XML")
    }
    let intent = writeOutputIntent(to: &file)
    let date = DocumentDate(metadata.created).pdf
    let files = attachments.sorted { $0.name < $1.name }.map {
      (name: $0.name, number: $0.write(modified: date, to: &file))
    }
    file.write(number) {
      $0.add("<</Type/Catalog/Pages ")
      $0.add(pages)
      $0.add("/Lang")
      $0.add(text: metadata.language)
      $0.add("/MarkInfo<</Marked true>>/StructTreeRoot ")
      $0.add(structure)
      $0.add("/Metadata ")
      $0.add(packet)
      $0.add("/OutputIntents[")
      $0.add(intent)
      $0.add("]/ViewerPreferences<</DisplayDocTitle true>>")
      if let outline {
        $0.add("/PageMode/UseOutlines/Outlines ")
        $0.add(outline)
      }
      add(files, to: &$0)
      form.addEntry(to: &$0)
      if pageCount > 1 { $0.add("/PageLabels<</Nums[0<</S/D>>]>>") }
      $0.add(">>")
    }
    return writeInformation(date, to: &file)
  }

  private func add(_ files: [(name: String, number: ObjectNumber)], to output: inout PDFBytes) {
    guard !files.isEmpty else { return }
    output.add("/AF[")
    for file in files {
      output.add(file.number)
      output.add(" ")
    }
    output.add("]/Names<</EmbeddedFiles<</Names[")
    for file in files {
      output.add(text: file.name)
      output.add(file.number)
      output.add(" ")
    }
    output.add("]>>>>")
  }

  private func writeOutputIntent(to file: inout ObjectFile) -> ObjectNumber {
    let profile = file.reserve()
    file.writeStream(profile, SRGBProfile.bytes) { $0.add("/N 3") }
    return file.write {
      $0.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)")
      $0.add("/DestOutputProfile ")
      $0.add(profile)
      $0.add(">>")
    }
  }

  /// The information dictionary says the same as XMP: some readers show nothing else.
  private func writeInformation(_ date: String, to file: inout ObjectFile) -> ObjectNumber {
    file.write {
      $0.add("<<")
      for (key, text) in [
        ("/Title ", metadata.title), ("/Author ", metadata.author), ("/Subject ", metadata.subject),
        ("/Creator ", XMPPacket.tool), ("/Producer ", XMPPacket.tool), ("/CreationDate ", date),
        ("/ModDate ", date),
      ] as [(StaticString, String)] where !text.isEmpty {
        $0.add(key)
        $0.add(text: text)
      }
      $0.add(">>")
    }
  }
}
