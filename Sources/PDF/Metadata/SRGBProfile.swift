/// An ICC profile of the sRGB colour space (IEC 61966-2-1), built from the standard's own numbers.
///
/// It is a version 2 display profile (ICC.1:2001-04) of three primaries and one tone curve.
enum SRGBProfile {
  /// The profile's bytes.
  static let bytes: [UInt8] = {
    // The curve is sampled: a version 2 profile can't state the formula itself.
    var curve: [UInt8] = Array("curv".utf8) + [0, 0, 0, 0]
    let samples = 256
    curve.append(u32: samples)
    for sample in 0..<samples {
      let level = Double(sample) / Double(samples - 1)
      curve.append(u16: Int((linear(level) * 65535).rounded()))
    }
    let tags: [(String, [UInt8])] = [
      ("desc", description("sRGB IEC61966-2.1")), ("cprt", text("No copyright")),
      // Adapted to D50 by the Bradford transform, as the profile connection space wants it.
      ("wtpt", xyz(0.9642, 1, 0.8249)), ("rXYZ", xyz(0.43607, 0.22249, 0.01392)),
      ("gXYZ", xyz(0.38515, 0.71687, 0.09708)), ("bXYZ", xyz(0.14307, 0.06061, 0.7141)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    return file(tags)
  }()

  /// The tone curve of IEC 61966-2-1.
  private static func linear(_ level: Double) -> Double {
    if level <= 0.04045 { return level / 12.92 }
    let base = (level + 0.055) / 1.055
    return twelveFifths(base)
  }

  /// `base` to the power of 12/5 = 2.4, without the platform's `pow`, whose last bits differ by machine.
  private static func twelveFifths(_ base: Double) -> Double {
    // Newton's iteration for the root of y^5 = base^12.
    var target = base
    for _ in 1..<12 { target *= base }
    var root = base
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - target) / (5 * fourth)
    }
    return root
  }

  private static func file(_ tags: [(String, [UInt8])]) -> [UInt8] {
    var table: [UInt8] = []
    var matter: [UInt8] = []
    var placeOf: [[UInt8]: Int] = [:]
    let start = 128 + 4 + 12 * tags.count
    table.append(u32: tags.count)
    for (tag, bytes) in tags {
      // The three curves are one.
      let place = placeOf[bytes] ?? matter.count
      if placeOf[bytes] == nil {
        placeOf[bytes] = place
        matter += bytes
        matter.pad()
      }
      table += tag.utf8
      table.append(u32: start + place)
      table.append(u32: bytes.count)
    }
    return header(length: start + matter.count) + table + matter
  }

  private static func header(length: Int) -> [UInt8] {
    var header: [UInt8] = []
    header.append(u32: length)
    header.append(u32: 0)
    header.append(u32: 0x0210_0000)
    header += "mntrRGB XYZ ".utf8
    for part in [2000, 1, 1, 0, 0, 0] { header.append(u16: part) }
    header += "acsp".utf8
    header += [UInt8](repeating: 0, count: 28)
    // The illuminant of the connection space, D50.
    for number in [0xF6D6, 0x10000, 0xD32D] { header.append(u32: number) }
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    var bytes = Array("XYZ ".utf8) + [0, 0, 0, 0]
    for number in [x, y, z] { bytes.append(u32: Int((number * 65536).rounded())) }
    return bytes
  }

  private static func text(_ string: String) -> [UInt8] {
    Array("text".utf8) + [0, 0, 0, 0] + Array(string.utf8) + [0]
  }

  private static func description(_ string: String) -> [UInt8] {
    var bytes = Array("desc".utf8) + [0, 0, 0, 0]
    bytes.append(u32: string.utf8.count + 1)
    bytes += Array(string.utf8) + [0]
    // Neither a Unicode nor a ScriptCode description.
    return bytes + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67)
  }
}
