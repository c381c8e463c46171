import CCairo

/// Collects what a Cairo surface writes.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// The closure argument of `write`; it doesn't keep the sink alive.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Appends a block; made for Cairo's stream functions, with a sink's `closure`.
  static let write: cairo_write_func_t = { closure, block, length in
    guard let closure, let block else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: block, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
