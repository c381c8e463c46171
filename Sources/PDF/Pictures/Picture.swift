import Content

/// A decoded picture, ready to be drawn many times.
enum Picture {
  /// PNG or JPEG.
  case pixels(PixelImage)
  /// SVG.
  case vectors(SVGDrawing)

  init(_ asset: ImageAsset) throws(RenderingError) {
    switch asset.format {
    case .png: self = .pixels(try PixelImage(png: asset.bytes))
    case .jpeg: self = .pixels(try PixelImage(jpeg: asset.bytes))
    case .svg: self = .vectors(try SVGDrawing(asset.bytes))
    }
  }
}
