/// The pieces of art of a file in the making, each written once however many pages show it.
struct ArtResources {
  /// A piece of art in pages' resources: its name there, and its object.
  typealias Place = (name: ArtName, number: ObjectNumber)

  private let drawing: ArtDrawing
  private var plain: [PlainArt: Place] = [:]
  private var forms: [ObjectIdentifier: (form: ImportedForm, place: Place)] = [:]

  init(drawing: ArtDrawing) { self.drawing = drawing }

  /// The place of a piece of art, which is written now if the file doesn't hold it.
  mutating func place(_ art: ArtKey, file: inout ObjectFile) throws(RenderingError) -> Place {
    if let plain = PlainArt(art) {
      if let known = self.plain[plain] { return known }
      let place = place(in: &file)
      plain.write(as: place.number, to: &file)
      self.plain[plain] = place
      return place
    }
    let form = try drawing.form(of: art)
    if let known = forms[ObjectIdentifier(form)] { return known.place }
    let place = place(in: &file)
    form.write(as: place.number, to: &file)
    // As long as the form is kept, no other can have its identity.
    forms[ObjectIdentifier(form)] = (form, place)
    return place
  }

  private func place(in file: inout ObjectFile) -> Place {
    (name: ArtName(value: plain.count + forms.count), number: file.reserve())
  }
}
