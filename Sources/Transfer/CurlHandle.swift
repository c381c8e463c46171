import CCurl
import Glibc

/// One libcurl handle with its connections, for one thread at a time.
///
/// Settings last until `reset()`; connections and what was learnt of hosts outlive it.
struct CurlHandle: ~Copyable {
  /// libcurl's own set-up, once in a process.
  private static let isReady: Bool = curl_global_init(ccurl_global_default) == CURLE_OK

  private let handle: UnsafeMutableRawPointer
  private let reason: UnsafeMutablePointer<CChar>

  init() throws(TransferError) {
    guard Self.isReady, let handle = curl_easy_init() else {
      throw .failed(code: Int(CURLE_FAILED_INIT.rawValue), reason: "libcurl can't be started")
    }
    reason = .allocate(capacity: Int(ccurl_error_size))
    reason.initialize(repeating: 0, count: Int(ccurl_error_size))
    self.handle = handle
  }

  deinit {
    curl_easy_cleanup(handle)
    reason.deallocate()
  }

  /// Forgets every setting, but keeps open connections, and sets what holds for each transfer.
  borrowing func reset() throws(TransferError) {
    curl_easy_reset(handle)
    reason[0] = 0
    try check(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, reason))
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_NETRC, 0)
    try set(CURLOPT_SSL_VERIFYPEER, 1)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
  }

  borrowing func set(_ option: CURLoption, _ value: Int) throws(TransferError) {
    try check(ccurl_set_long(handle, option, value))
  }

  borrowing func set(_ option: CURLoption, size value: Int) throws(TransferError) {
    try check(ccurl_set_size(handle, option, Int64(value)))
  }

  borrowing func set(_ option: CURLoption, _ value: String) throws(TransferError) {
    guard !value.utf8.contains(0) else { throw .malformed(reason: "a NUL character in a setting") }
    try check(ccurl_set_string(handle, option, value))
  }

  borrowing func set(_ option: CURLoption, _ duration: Duration) throws(TransferError) {
    try set(option, duration.milliseconds)
  }

  /// Sets the body of a POST, which libcurl copies.
  borrowing func setPostFields(_ body: [UInt8]) throws(TransferError) {
    try set(CURLOPT_POSTFIELDSIZE_LARGE, size: body.count)
    try check(ccurl_set_bytes(handle, CURLOPT_COPYPOSTFIELDS, body))
  }

  /// Trusts the certificates of `trust`.
  borrowing func set(_ trust: TrustAnchors) throws(TransferError) {
    guard case .file(let path) = trust else { return }
    try set(CURLOPT_CAINFO, path)
  }

  /// Does the one transfer that was set, with `lists` for the options that take a list of lines.
  borrowing func perform(
    _ exchange: CurlExchange, lists: [(CURLoption, [String])] = []
  ) throws(TransferError) -> CURLcode {
    var owned: [UnsafeMutablePointer<curl_slist>] = []
    defer { for list in owned { curl_slist_free_all(list) } }
    for (option, lines) in lines(of: lists) {
      var list: UnsafeMutablePointer<curl_slist>?
      for line in lines {
        guard let longer = curl_slist_append(list, line) else {
          curl_slist_free_all(list)
          throw .failed(code: Int(CURLE_OUT_OF_MEMORY.rawValue), reason: "out of memory")
        }
        list = longer
      }
      if let list { owned.append(list) }
      try check(ccurl_set_list(handle, option, list))
    }
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    try check(exchange.attach(to: handle, context: context))
    return withExtendedLifetime(exchange) { curl_easy_perform(handle) }
  }

  private borrowing func lines(of lists: [(CURLoption, [String])]) -> [(CURLoption, [String])] {
    lists.filter { !$0.1.isEmpty }
  }

  /// A number that libcurl learnt in the last transfer.
  borrowing func number(_ field: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(handle, field, &value) == CURLE_OK ? value : 0
  }

  /// Ends the connection of the last transfer without a farewell, for which a silent server would let us wait.
  borrowing func hangUp() {
    var socket: curl_socket_t = -1
    if ccurl_get_socket(handle, &socket) == CURLE_OK, socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
  }

  /// What libcurl says of the last failure, in as much detail as it knows.
  borrowing func reason(of code: CURLcode) -> String {
    let detail = String(cString: reason)
    return detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
  }

  private borrowing func check(_ code: CURLcode) throws(TransferError) {
    guard code != CURLE_OK else { return }
    throw .failed(code: Int(code.rawValue), reason: String(cString: curl_easy_strerror(code)))
  }
}

extension Duration {
  /// Whole milliseconds, at least one, so that no time-out becomes libcurl's «never».
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(clamping: seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
