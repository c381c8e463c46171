import CCurl

/// Deliveries to one mail server, one after the other, over one connection as long as the server keeps it.
///
/// `deliver` says of each recipient what became of the message, and tells «may have been taken on» from «certainly not»:
/// from the moment that the message's end may have left us until the server's reply, the outcome is unknown.
public final class SMTPSession {
  private let server: SMTPServer
  private var handle: CurlHandle
  /// Whether nothing went wrong on the connection.
  ///
  /// libcurl may keep one after a time-out, and a late reply to one message would be taken for the reply to the next.
  private var isSound = true

  /// A session; no connection is made yet.
  ///
  /// - Throws: `TransferError` when the settings contradict each other: a password needs encryption.
  public init(_ server: SMTPServer) throws(TransferError) {
    guard server.credentials == nil || server.encryption != .opportunistic else {
      throw .malformed(
        reason: "a password is sent over an encrypted connection only: ask for TLS or STARTTLS")
    }
    let isName = { (text: String) in
      !text.isEmpty && text.utf8.allSatisfy { Self.nameCharacters.contains($0) }
    }
    guard isName(server.host), isName(server.clientName), (1...65535).contains(server.port) else {
      throw .malformed(reason: "the mail server's name, its port, or our own name")
    }
    self.server = server
    handle = try CurlHandle()
  }

  deinit {
    if !isSound { handle.hangUp() }
  }

  private static let nameCharacters = Set(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_:[]".utf8)

  /// Sends one message, and says what became of it for each recipient, in the order of `delivery.recipients`.
  public func deliver(_ delivery: SMTPDelivery) -> [SMTPOutcome] {
    let transcript = SMTPTranscript(messageSize: delivery.message.count)
    let isInternational = delivery.isInternational
    let exchange = CurlExchange(
      upload: delivery.message, onEvent: transcript.add,
      mayBegin: { !isInternational || transcript.extensions.contains("SMTPUTF8") })
    do {
      if !isSound {
        handle.hangUp()
        handle = try CurlHandle()
        isSound = true
      }
      try set(delivery)
      let recipients = delivery.recipients.map(\.text)
      let code = try handle.perform(exchange, lists: [(CURLOPT_MAIL_RCPT, recipients)])
      isSound = code == CURLE_OK
      return outcomes(of: delivery, transcript: transcript, code: code)
    } catch {
      let failure = SMTPOutcome.Failure(.transfer(error), at: transcript.phase)
      return delivery.recipients.map { _ in .unavailable(failure) }
    }
  }

  private func set(_ delivery: SMTPDelivery) throws(TransferError) {
    try handle.reset()
    let scheme = server.encryption == .implicit ? "smtps" : "smtp"
    try handle.set(CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)/\(server.clientName)")
    try handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    try handle.set(CURLOPT_PROXY, "")
    let level = server.encryption == .opportunistic ? CURLUSESSL_TRY : CURLUSESSL_ALL
    try handle.set(CURLOPT_USE_SSL, Int(level.rawValue))
    try handle.set(server.trust)
    if let credentials = server.credentials {
      try handle.set(CURLOPT_USERNAME, credentials.user)
      try handle.set(CURLOPT_PASSWORD, credentials.password.revealed)
    }
    try handle.set(CURLOPT_CONNECTTIMEOUT_MS, server.connectionTimeout)
    try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, server.replyTimeout.milliseconds / 1000))
    // A connection that carries less than a byte a second for that long is dead.
    try handle.set(CURLOPT_LOW_SPEED_LIMIT, 1)
    try handle.set(CURLOPT_LOW_SPEED_TIME, max(1, server.replyTimeout.milliseconds / 1000))
    try handle.set(CURLOPT_MAIL_FROM, delivery.sender.text)
    try handle.set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1)
    try handle.set(CURLOPT_UPLOAD, 1)
    try handle.set(CURLOPT_INFILESIZE_LARGE, size: delivery.message.count)
  }

  private func outcomes(
    of delivery: SMTPDelivery, transcript: SMTPTranscript, code: CURLcode
  ) -> [SMTPOutcome] {
    let failure = SMTPOutcome.Failure(reason(transcript, code, delivery), at: transcript.phase)
    let whole = outcome(transcript, failure, delivery)
    return delivery.recipients.indices.map { index in
      let replies = transcript.recipientReplies
      guard index < replies.count, let reply = replies[index], reply.code >= 400 else { return whole }
      return reply.isPermanent
        ? .refused(.init(.reply(reply), at: .recipient)) : .deferred(.init(.reply(reply), at: .recipient))
    }
  }

  /// What became of the message for every recipient that wasn't refused by itself.
  private func outcome(
    _ transcript: SMTPTranscript, _ failure: SMTPOutcome.Failure, _ delivery: SMTPDelivery
  ) -> SMTPOutcome {
    if let reply = transcript.endReply {
      if reply.code < 400 { return .accepted(reply) }
      let failure = SMTPOutcome.Failure(.reply(reply), at: .end)
      return reply.isPermanent ? .refused(failure) : .deferred(failure)
    }
    switch (failure.reason, failure.phase) {
    case (_, .end): return .unknown(failure)
    case (.internationalAddressUnsupported, _): return .refused(failure)
    case (.reply(let reply), _) where reply.isTemporary: return .deferred(failure)
    case (.reply, .content): return .refused(failure)
    case (.reply(let reply), .sender) where Self.speaksOfMessage(reply) || delivery.isInternational:
      return .refused(failure)
    case (.reply, _): return .unavailable(failure)
    case (.transfer(let error), _): return error.isTemporary ? .deferred(failure) : .unavailable(failure)
    }
  }

  /// Whether a refusal of MAIL is about this message (its size, its parameters) and not about us.
  private static func speaksOfMessage(_ reply: SMTPReply) -> Bool { [552, 555].contains(reply.code) }

  private func reason(
    _ transcript: SMTPTranscript, _ code: CURLcode, _ delivery: SMTPDelivery
  ) -> SMTPOutcome.Failure.Reason {
    if code == CURLE_ABORTED_BY_CALLBACK { return .internationalAddressUnsupported }
    if let refusal = transcript.refusal { return .reply(refusal) }
    let reason = handle.reason(of: code)
    return .transfer(TransferError(code, reason: reason, host: server.host, trust: server.trust))
  }
}
