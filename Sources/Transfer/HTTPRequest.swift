/// One HTTP request (RFC 9110): what is asked, and within which limits.
public struct HTTPRequest: Hashable, Sendable {
  /// What is asked of the resource.
  public enum Method: Hashable, Sendable {
    /// To send it.
    case get
    /// To take this body, of the given media type.
    case post(body: [UInt8], type: String)
  }

  /// A line of the head.
  public struct Header: Hashable, Sendable {
    /// The field's name; case doesn't count.
    public var name: String
    /// The field's value.
    public var value: String

    /// A header line.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The resource: `http` or `https`.
  public var url: String
  /// What is asked of it.
  public var method: Method
  /// Further header lines, such as `Accept`.
  public var headers: [Header]
  /// The longest time for making a connection.
  public var connectionTimeout: Duration
  /// The longest time for one attempt in all.
  public var timeout: Duration
  /// The most bytes the answer may have.
  public var sizeLimit: Int
  /// How often the answer may point elsewhere; 0 gives the pointing answer itself.
  public var redirectLimit: Int

  /// A request; the body of a POST is sent again, as it is, where the answer points elsewhere.
  public init(
    _ url: String, _ method: Method = .get, headers: [Header] = [],
    connectionTimeout: Duration = .seconds(10), timeout: Duration = .seconds(30),
    sizeLimit: Int = 16 << 20, redirectLimit: Int = 0
  ) {
    self.url = url
    self.method = method
    self.headers = headers
    self.connectionTimeout = connectionTimeout
    self.timeout = timeout
    self.sizeLimit = sizeLimit
    self.redirectLimit = redirectLimit
  }
}

/// The answer to an HTTP request.
public struct HTTPResponse: Hashable, Sendable {
  /// The status code; 200 to 299 mean success.
  public var status: Int
  /// The head's lines, in their order.
  public var headers: [HTTPRequest.Header]
  /// The content.
  public var body: [UInt8]

  /// Whether the status means success.
  public var isSuccess: Bool { (200..<300).contains(status) }

  /// The first header of that name, case not counted.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
