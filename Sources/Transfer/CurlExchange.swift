import CCurl

/// What goes out and comes in during one transfer: the object behind libcurl's callbacks.
///
/// libcurl calls it on the thread that performs the transfer and on no other.
final class CurlExchange {
  /// What to send.
  let upload: [UInt8]
  private var sent = 0
  /// What came back, without headers.
  private(set) var body: [UInt8] = []
  /// The most bytes that `body` may have.
  let limit: Int
  /// Whether more than `limit` bytes came.
  private(set) var isOverLimit = false
  /// Told each header line as it comes.
  private let onHeader: (String) -> Void
  /// Told each command, reply and piece of data as it passes, or nothing if nobody asks.
  private let onEvent: ((Event) -> Void)?
  /// Asked once before the first byte is sent; `false` ends the transfer.
  private let mayBegin: () -> Bool

  enum Event {
    case command(String)
    case reply(String)
    case sent(bytes: Int)
  }

  init(
    upload: [UInt8] = [], limit: Int = 1 << 20, onHeader: @escaping (String) -> Void = { _ in },
    onEvent: ((Event) -> Void)? = nil, mayBegin: @escaping () -> Bool = { true }
  ) {
    self.upload = upload
    self.limit = limit
    self.onHeader = onHeader
    self.onEvent = onEvent
    self.mayBegin = mayBegin
  }

  /// Makes this object the one that `handle` calls back.
  func attach(to handle: UnsafeMutableRawPointer, context: UnsafeMutableRawPointer) -> CURLcode {
    let codes = [
      ccurl_set_bytes_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        CurlExchange.at(context).receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
      },
      ccurl_set_bytes_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        CurlExchange.at(context).header(UnsafeRawBufferPointer(start: bytes, count: size * count))
      },
      ccurl_set_bytes_callback(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
        CurlExchange.at(context).give(to: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
      },
      ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context),
      ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context),
      ccurl_set_pointer(handle, CURLOPT_READDATA, context),
      onEvent == nil ? CURLE_OK : attachEvents(to: handle, context: context),
    ]
    return codes.first { $0 != CURLE_OK } ?? CURLE_OK
  }

  private func attachEvents(to handle: UnsafeMutableRawPointer, context: UnsafeMutableRawPointer) -> CURLcode
  {
    let codes = [
      ccurl_set_debug_callback(handle) { _, type, bytes, size, context in
        CurlExchange.at(context).pass(type, UnsafeRawBufferPointer(start: bytes, count: size))
        return 0
      },
      ccurl_set_pointer(handle, CURLOPT_DEBUGDATA, context),
      ccurl_set_long(handle, CURLOPT_VERBOSE, 1),
    ]
    return codes.first { $0 != CURLE_OK } ?? CURLE_OK
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> CurlExchange {
    // `perform` keeps the exchange alive and always sets the context.
    Unmanaged<CurlExchange>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }

  private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= limit else {
      isOverLimit = true
      return 0
    }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  private func header(_ bytes: UnsafeRawBufferPointer) -> Int {
    onHeader(String(decoding: bytes, as: UTF8.self))
    return bytes.count
  }

  private func give(to buffer: UnsafeMutableRawBufferPointer) -> Int {
    if sent == 0, !mayBegin() { return ccurl_read_abort }
    let count = min(buffer.count, upload.count - sent)
    upload[sent..<sent + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
    sent += count
    return count
  }

  private func pass(_ type: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
    switch type {
    case CURLINFO_HEADER_OUT: onEvent?(.command(String(decoding: bytes, as: UTF8.self)))
    case CURLINFO_HEADER_IN: onEvent?(.reply(String(decoding: bytes, as: UTF8.self)))
    case CURLINFO_DATA_OUT: onEvent?(.sent(bytes: bytes.count))
    default: break
    }
  }
}
