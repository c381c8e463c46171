import Content
import Fonts

/// The fonts and pictures a painter has opened.
final class DrawingResources {
  private var faces: [Font: CairoFace] = [:]
  private var pictures: [PictureKey: (asset: ImageAsset, picture: Picture)] = [:]

  /// More than a theme and its letters use; beyond it all are let go, so that a run of letters with a
  /// picture each doesn't fill the memory.
  private static let pictureLimit = 16

  /// The face to draw `font`'s glyphs with.
  func face(of font: Font) throws(RenderingError) -> CairoFace {
    if let face = faces[font] { return face }
    let face = try CairoFace(font)
    faces[font] = face
    return face
  }

  /// The picture in `asset`, decoded.
  func picture(of asset: ImageAsset) throws(RenderingError) -> Picture {
    let key = PictureKey(asset)
    if let known = pictures[key] { return known.picture }
    let picture = try Picture(asset)
    if pictures.count == Self.pictureLimit { pictures.removeAll() }
    pictures[key] = (asset, picture)
    return picture
  }
}

/// Names a picture by where its bytes are in memory, which costs nothing however large it is.
///
/// Whoever keeps a key keeps the asset too, so that no other bytes can come to the same place.
private struct PictureKey: Hashable {
  private let address: UnsafeRawPointer?
  private let count: Int

  init(_ asset: ImageAsset) {
    address = asset.bytes.withUnsafeBytes(\.baseAddress)
    count = asset.bytes.count
  }
}
