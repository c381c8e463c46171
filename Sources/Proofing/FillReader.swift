import Geometry

/// Reads the rectangles that a piece of art fills, such as the modules of a square code.
///
/// Other paths are passed over: what is proven of art is the code alone.
struct FillReader {
  /// The rectangles of each filled path, in points from the page's lower left corner.
  private(set) var fills: [[Rect]] = []
  private var axes = Axes()
  private var kept: [Axes] = []
  private var path: [Rect] = []
  private var corners: [Point] = []

  private typealias Name = OperatorScanner.Operator
  private static let (save, restore, move) = (Name("q"), Name("Q"), Name("cm"))
  private static let (rectangle, begin, line, close) = (Name("re"), Name("m"), Name("l"), Name("h"))
  // Lists of few small values: looking through one costs less than hashing.
  private static let fills: [Name] = [
    Name("f"), Name("f*"), Name("F"), Name("B"), Name("B*"), Name("b"), Name("b*"),
  ]
  private static let ends: [Name] = [Name("n"), Name("S"), Name("s")]

  /// Reads a form's stream, whose space is the page's own.
  mutating func read(_ bytes: [UInt8]) {
    var scanner = OperatorScanner(bytes)
    while true {
      _ = scanner.skipLineEnd()
      // Nearly all that a square code is made of.
      if let rectangle = scanner.rectangle() {
        add(rectangle)
        continue
      }
      guard let name = scanner.next() else { break }
      let numbers = scanner.numbers
      switch name {
      case Self.save: kept.append(axes)
      case Self.restore: axes = kept.popLast() ?? axes
      case Self.move: if numbers.count == 6 { axes = axes.moved(by: numbers) }
      case Self.rectangle:
        if numbers.count == 4 {
          add(Rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]))
        }
      case Self.begin:
        endCorners()
        if numbers.count == 2 { corners = [axes.place(numbers[0], numbers[1])] }
      case Self.line: if numbers.count == 2 { corners.append(axes.place(numbers[0], numbers[1])) }
      case Self.close: endCorners()
      default:
        guard Self.fills.contains(name) || Self.ends.contains(name) else { continue }
        endCorners()
        if Self.fills.contains(name), !path.isEmpty { fills.append(path) }
        path = []
      }
    }
  }

  private mutating func add(_ own: Rect) {
    let (corner, size) = (own.origin, own.size)
    path.append(
      Self.box(axes.place(corner.x, corner.y), axes.place(corner.x + size.width, corner.y + size.height)))
  }

  /// Four corners with sides along the axes are a rectangle; anything else isn't looked at.
  private mutating func endCorners() {
    defer { corners = [] }
    if corners.count == 5, corners[4] == corners[0] { corners.removeLast() }
    guard corners.count == 4 else { return }
    let isUpright = (0..<4).allSatisfy { index in
      let (a, b) = (corners[index], corners[(index + 1) % 4])
      return abs(a.x - b.x) < 1e-6 || abs(a.y - b.y) < 1e-6
    }
    if isUpright { path.append(Self.box(corners[0], corners[2])) }
  }

  private static func box(_ a: Point, _ b: Point) -> Rect {
    Rect(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
  }

  /// The current transformation (8.3.4).
  private struct Axes {
    var values: [Double] = [1, 0, 0, 1, 0, 0]

    func place(_ x: Double, _ y: Double) -> Point {
      Point(x: values[0] * x + values[2] * y + values[4], y: values[1] * x + values[3] * y + values[5])
    }

    func moved(by other: OperatorScanner.Numbers) -> Axes {
      func row(_ a: Double, _ b: Double) -> (Double, Double) {
        (a * values[0] + b * values[2], a * values[1] + b * values[3])
      }
      let (first, second) = (row(other[0], other[1]), row(other[2], other[3]))
      let origin = place(other[4], other[5])
      return Axes(values: [first.0, first.1, second.0, second.1, origin.x, origin.y])
    }
  }
}

extension PrintedPage {
  /// Whether some filling drew the square of `side` by `side` `modules`, the dark ones true, row by row from the top.
  ///
  /// A module counts by its middle, which no rounding of its edges reaches.
  public func shows(squareCodeOf side: Int, modules: [Bool]) -> Bool {
    fills.contains { bars in
      guard side > 0, bars.count >= side, let first = bars.first else { return false }
      var (left, right, bottom, top) = (first.minX, first.maxX, first.minY, first.maxY)
      for bar in bars {
        (left, right) = (min(left, bar.minX), max(right, bar.maxX))
        (bottom, top) = (min(bottom, bar.minY), max(top, bar.maxY))
      }
      let module = (right - left) / Double(side)
      guard module > 0, abs((top - bottom) - (right - left)) < module / 4 else { return false }
      var dark = [Bool](repeating: false, count: side * side)
      for bar in bars {
        let columns = Self.middles(bar.minX - left, bar.maxX - left, module, side)
        for row in Self.middles(top - bar.maxY, top - bar.minY, module, side) {
          for column in columns { dark[row * side + column] = true }
        }
      }
      return dark == modules
    }
  }

  /// The modules whose middles lie between two distances from the code's edge.
  private static func middles(_ from: Double, _ to: Double, _ module: Double, _ side: Int) -> Range<Int> {
    let first = max(0, Int((from / module + 0.5).rounded(.down)))
    let end = min(side, Int((to / module + 0.5).rounded(.down)))
    return first..<max(first, end)
  }
}
