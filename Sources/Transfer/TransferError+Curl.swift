import CCurl

extension TransferError {
  /// The failure behind a code of libcurl's.
  init(
    _ code: CURLcode, reason: String, host: String, trust: TrustAnchors, request: HTTPRequest? = nil
  ) {
    self =
      switch code {
      case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_FUNCTION_ARGUMENT:
        .malformed(reason: reason)
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
        .unresolved(host: host, reason: reason)
      case CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE,
        CURLE_HTTP2, CURLE_HTTP2_STREAM:
        .connection(reason: reason)
      case CURLE_OPERATION_TIMEDOUT:
        .timedOut(reason: reason)
      case CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED, CURLE_SSL_CIPHER:
        .encryption(reason: reason)
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
        .certificate(reason: reason)
      case CURLE_SSL_CACERT_BADFILE:
        if case .file(let path) = trust { .trustUnreadable(path: path) } else { .certificate(reason: reason) }
      case CURLE_FILESIZE_EXCEEDED:
        .tooLarge(limit: request?.sizeLimit ?? 0)
      case CURLE_TOO_MANY_REDIRECTS:
        .tooManyRedirects(limit: request?.redirectLimit ?? 0)
      case CURLE_LOGIN_DENIED:
        .loginRefused(reason: reason)
      default:
        .failed(code: Int(code.rawValue), reason: reason)
      }
  }
}
