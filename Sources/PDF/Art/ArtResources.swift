/// The pieces of art of a file in the making, each written once however many pages show it.
struct ArtResources {
  private let drawing: ArtDrawing
  private var numbers: [ArtKey: (name: ArtName, number: ObjectNumber)] = [:]

  init(drawing: ArtDrawing) { self.drawing = drawing }

  /// The name of a piece of art in pages' resources, and its object.
  mutating func place(_ art: ArtKey, file: inout ObjectFile) throws(RenderingError)
    -> (name: ArtName, number: ObjectNumber)
  {
    if let known = numbers[art] { return known }
    let number = file.reserve()
    if let plain = PlainArt(art) {
      plain.write(as: number, size: art.size, to: &file)
    } else {
      try drawing.form(of: art).write(as: number, to: &file)
    }
    let place = (name: ArtName(value: numbers.count), number: number)
    numbers[art] = place
    return place
  }
}
