/// The numbers of the objects that frame a file, the same in every one: others refer to them before they are written.
struct FrameNumbers {
  let catalog: ObjectNumber
  let pages: ObjectNumber
  let structure: ObjectNumber
  let parentTree: ObjectNumber
  let fonts: ObjectNumber

  /// Reserves them in a file without objects.
  init(_ file: inout ObjectFile) {
    catalog = file.reserve()
    pages = file.reserve()
    structure = file.reserve()
    parentTree = file.reserve()
    fonts = file.reserve()
  }
}
