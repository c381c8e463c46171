import PDFSyntax

/// The document security store: what validates a file's signatures long after (ISO 32000-2, 12.8.4.3).
struct SecurityStore: Sendable {
  var certificates: [[UInt8]] = []
  var lists: [[UInt8]] = []
  var answers: [[UInt8]] = []

  private static let keys: [PDFName] = ["Certs", "CRLs", "OCSPs"]

  /// An empty store.
  init() {}

  /// The store of a revision; `nil` where there is none.
  init?(of file: PDFFile, at revision: Int) throws(PDFSyntaxError) {
    guard let store = try file.value(of: "DSS", in: file.catalog(at: revision), at: revision).dictionary
    else {
      return nil
    }
    var lists: [[[UInt8]]] = []
    for key in Self.keys {
      var found: [[UInt8]] = []
      for item in try file.value(of: key, in: store, at: revision).array ?? [] {
        guard let stream = try file.resolve(item, at: revision).stream else {
          throw PDFSyntaxError(.wrongType, at: 0)
        }
        found.append(try stream.decoded(limit: DERNode.limit))
      }
      lists.append(found)
    }
    (certificates, self.lists, answers) = (lists[0], lists[1], lists[2])
  }

  /// What the store knows about revocation; what can't be read is of no use.
  var evidence: RevocationEvidence {
    RevocationEvidence(
      certificates: certificates.compactMap { try? Certificate(der: $0[...]) },
      lists: lists.compactMap { try? RevocationList($0[...]) },
      answers: answers.compactMap { try? OCSPResponse($0[...]) })
  }

  /// The file with a store behind it that holds the old one's content and this one's.
  func added(to bytes: [UInt8]) throws(SigningError) -> [UInt8] {
    let file = try DocumentSigner.open(bytes)
    do {
      guard let root = file.trailer["Root"].reference, var catalog = try file.object(root).dictionary else {
        throw SigningError.notAPDF(reason: "no catalog")
      }
      var update = IncrementalUpdate(of: file)
      var store = try file.value(of: "DSS", in: catalog).dictionary ?? ["Type": .name("DSS")]
      let old = try SecurityStore(of: file, at: file.lastRevision) ?? SecurityStore()
      let pairs = [(certificates, old.certificates), (lists, old.lists), (answers, old.answers)]
      var hasNews = false
      for (key, (new, known)) in zip(Self.keys, pairs) {
        var items = try file.value(of: key, in: store).array ?? []
        var seen = Set(known)
        for bytes in new where seen.insert(bytes).inserted {
          items.append(.reference(update.add(.stream(PDFStream([:], bytes: bytes)))))
          hasNews = true
        }
        if !items.isEmpty { store[key] = .array(items) }
      }
      guard hasNews else { return bytes }
      if let place = catalog["DSS"].reference {
        update.set(place, to: .dictionary(store))
      } else {
        catalog["DSS"] = .reference(update.add(.dictionary(store)))
        update.set(root, to: .dictionary(catalog))
      }
      let identifier = (try file.value(of: "ID", in: file.trailer)).array?.last?.string ?? []
      return update.finish(identifier: Self.identifier(after: identifier, certificates + lists + answers))
        .bytes
    } catch let error as SigningError {
      throw error
    } catch {
      throw .notAPDF(reason: "\(error)")
    }
  }
}
