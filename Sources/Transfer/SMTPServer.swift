/// How a mail server is reached (RFC 5321, 3207, 4954).
public struct SMTPServer: Hashable, Sendable {
  /// How the connection is encrypted.
  public enum Encryption: String, Hashable, Sendable, CaseIterable {
    /// TLS from the first byte (RFC 8314), port 465.
    case implicit
    /// STARTTLS, and nothing is sent where the server doesn't offer it.
    case required
    /// STARTTLS where the server offers it, and in clear where it doesn't; never with a password.
    case opportunistic
  }

  /// Who logs in.
  public struct Credentials: Hashable, Sendable {
    /// The user's name.
    public var user: String
    /// The password.
    public var password: Secret

    /// A user's name and password.
    public init(user: String, password: Secret) {
      self.user = user
      self.password = password
    }
  }

  /// The server's name, which its certificate must bear.
  public var host: String
  /// The port: 465 for implicit TLS, else 587, unless another is said.
  public var port: Int
  /// How the connection is encrypted.
  public var encryption: Encryption
  /// Who logs in, if the server wants to know.
  public var credentials: Credentials?
  /// Whose certificates are trusted.
  public var trust: TrustAnchors
  /// What we call ourselves to the server: a host name of the sender's own domain.
  public var clientName: String
  /// The longest time for making a connection.
  public var connectionTimeout: Duration
  /// The longest time for one reply.
  ///
  /// RFC 5321, 4.5.3.2.6 asks for ten minutes after the end of the message: a server that is only slow would otherwise
  /// deliver what we took for lost.
  public var replyTimeout: Duration

  /// A server; `port` as the encryption has it when nothing is said.
  public init(
    host: String, port: Int? = nil, encryption: Encryption = .required, credentials: Credentials? = nil,
    trust: TrustAnchors = .system, clientName: String = "localhost",
    connectionTimeout: Duration = .seconds(30), replyTimeout: Duration = .seconds(600)
  ) {
    self.host = host
    self.port = port ?? (encryption == .implicit ? 465 : 587)
    self.encryption = encryption
    self.credentials = credentials
    self.trust = trust
    self.clientName = clientName
    self.connectionTimeout = connectionTimeout
    self.replyTimeout = replyTimeout
  }
}
