import Foundation
public import Transfer

/// A printer that speaks the Internet Printing Protocol (RFC 8011): any of the last years, and CUPS for all others.
public struct Printer: Sendable {
  private let url: String
  private let uri: String
  private let client: HTTPClient
  private let timeout: Duration
  private let patience: RetryPolicy
  private let wait: @Sendable (Duration) -> Void

  /// How a document is printed.
  public struct Settings: Hashable, Sendable {
    /// Which sides of a sheet are printed on.
    public enum Sides: String, Hashable, Sendable, CaseIterable {
      /// The front alone.
      case one = "one-sided"
      /// Both, turned about the long edge, as letters are.
      case twoLongEdge = "two-sided-long-edge"
    }

    /// Which sides of a sheet are printed on.
    public var sides: Sides
    /// How many copies there are.
    public var copies: Int
    /// The paper as PWG 5101.1 names it: `iso_a4_210x297mm`.
    public var media: String
    /// The job's name, which anybody at the printer may read: no person's.
    public var jobName: String

    /// Settings.
    public init(
      sides: Sides = .one, copies: Int = 1, media: String = "iso_a4_210x297mm", jobName: String = "khitab"
    ) {
      self.sides = sides
      self.copies = copies
      self.media = media
      self.jobName = jobName
    }
  }

  /// The printer at `ipp://host[:port]/path` or `ipps://…`, port 631 unless another is said.
  ///
  /// A printer that is busy, and so has taken nothing, is asked again as often as `patience` says.
  public init(
    _ address: String, trust: TrustAnchors = .system, timeout: Duration = .seconds(120),
    patience: RetryPolicy = RetryPolicy(attempts: 6, firstDelay: .seconds(1), factor: 2),
    wait: (@Sendable (Duration) -> Void)? = nil
  ) throws(PrinterError) {
    guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
      ["ipp", "ipps"].contains(scheme), let host = parts.host, !host.isEmpty, parts.user == nil,
      parts.query == nil, (1...65_535).contains(parts.port ?? 631)
    else { throw .malformedAddress(address) }
    let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    let path = parts.percentEncodedPath.isEmpty ? "/ipp/print" : parts.percentEncodedPath
    url = "\(scheme == "ipp" ? "http" : "https")://\(bracketed):\(parts.port ?? 631)\(path)"
    uri = "\(scheme)://\(bracketed):\(parts.port ?? 631)\(path)"
    // A job that was sent once isn't sent again by itself: it would be printed twice.
    client = HTTPClient(trust: trust, retries: .never)
    self.timeout = timeout
    self.patience = patience
    self.wait = wait ?? { Thread.sleep(forTimeInterval: $0 / .seconds(1)) }
  }

  /// What the printer says of itself.
  public struct Description: Hashable, Sendable {
    /// Its make and model.
    public var model: String
    /// The media types it prints.
    public var formats: [String]
    /// The sides it prints on.
    public var sides: [String]
    /// Whether it takes jobs.
    public var takesJobs: Bool
    /// What keeps it from printing: `media-empty`, `toner-low`; empty if nothing does.
    public var reasons: [String]
  }

  /// Asks the printer what it is.
  public func describe() throws(PrinterError) -> Description {
    let answer = try exchange(.getPrinterAttributes, isJob: false)
    let texts = { (name: String) in answer[name].compactMap(\.text) }
    guard !texts("document-format-supported").isEmpty else { throw .notAPrinter }
    return Description(
      model: texts("printer-make-and-model").first ?? "", formats: texts("document-format-supported"),
      sides: texts("sides-supported"),
      takesJobs: answer["printer-is-accepting-jobs"].first != .boolean(false),
      reasons: texts("printer-state-reasons").filter { $0 != "none" })
  }

  /// Sends a PDF to be printed, once.
  ///
  /// - Returns: the job's number at the printer.
  /// - Throws: `PrinterError`; only `.unknown` leaves open whether it is printed.
  public func print(_ pdf: [UInt8], _ settings: Settings = Settings()) throws(PrinterError) -> Int {
    let printer = try describe()
    for format in ["application/pdf"] where !printer.formats.contains(format) {
      throw .unsupported(attribute: "document-format", asked: format)
    }
    guard settings.sides == .one || printer.sides.contains(settings.sides.rawValue) else {
      throw .unsupported(attribute: "sides", asked: settings.sides.rawValue)
    }
    let answer = try submit(pdf, settings)
    guard case .integer(let number)? = answer["job-id"].first else { throw .notAPrinter }
    return Int(number)
  }

  /// Status `server-error-busy` (RFC 8011, B.1.5.8).
  private static let busy = 0x0507

  private func submit(_ pdf: [UInt8], _ settings: Settings) throws(PrinterError) -> IPPMessage {
    var failures = 0
    while true {
      do throws(PrinterError) {
        return try exchange(
          .printJob,
          operation: [
            ("job-name", .name(settings.jobName)), ("document-format", .mimeType("application/pdf")),
          ],
          job: [
            ("copies", .integer(Int32(clamping: max(1, settings.copies)))),
            ("sides", .keyword(settings.sides.rawValue)), ("media", .keyword(settings.media)),
          ], content: pdf, isJob: true)
      } catch {
        failures += 1
        guard case .refused(Self.busy, _) = error, let delay = patience.delay(afterFailures: failures) else {
          throw error
        }
        wait(delay)
      }
    }
  }

  private func exchange(
    _ operation: IPPMessage.Operation, operation own: [(String, IPPMessage.Value)] = [],
    job: [(String, IPPMessage.Value)] = [], content: [UInt8] = [], isJob: Bool
  ) throws(PrinterError) -> IPPMessage {
    let first: [(String, IPPMessage.Value)] = [
      ("attributes-charset", .charset("utf-8")), ("attributes-natural-language", .language("en")),
      ("printer-uri", .uri(uri)), ("requesting-user-name", .name("khitab")),
    ]
    let attributes =
      (first + own).map { IPPMessage.Attribute(group: .operation, name: $0.0, values: [$0.1]) }
      + job.map { IPPMessage.Attribute(group: .job, name: $0.0, values: [$0.1]) }
    let request = IPPMessage(code: operation.rawValue, number: 1, attributes: attributes, content: content)
    let response: HTTPResponse
    do {
      response = try client.send(
        HTTPRequest(
          url, .post(body: request.bytes, type: "application/ipp"), timeout: timeout, sizeLimit: 1 << 20))
    } catch {
      throw isJob && error.mayHaveArrived ? .unknown(error) : .unreachable(error)
    }
    guard response.isSuccess, let answer = IPPMessage(response.body) else { throw .notAPrinter }
    guard answer.code < 0x0100 else {
      let reason = answer["status-message"].first?.text ?? ""
      throw .refused(status: Int(answer.code), reason: String(reason.prefix(300)))
    }
    return answer
  }
}

extension TransferError {
  /// Whether what was sent may have arrived all the same.
  fileprivate var mayHaveArrived: Bool {
    switch self {
    case .connection, .timedOut, .tooLarge, .failed: true
    case .malformed, .unresolved, .encryption, .certificate, .trustUnreadable, .tooManyRedirects,
      .loginRefused:
      false
    }
  }
}
