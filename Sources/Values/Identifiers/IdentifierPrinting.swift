extension Identifier {
  /// The form to print and read out: grouped as its owner knows it, in European digits.
  ///
  /// It runs left to right, so that the page must isolate it.
  public var printed: String {
    switch kind {
    case .iban: Self.grouped(stored, by: [4])
    case .mobile, .phone: printedPhone
    case .nationalID, .iqama, .email, .postcode, .reference: stored
    }
  }

  /// The form for eyes that need not know it: only the last four characters are shown.
  ///
  /// A short one is hidden whole; of an e-mail address the first letter and the domain are shown.
  public var masked: String {
    if kind == .email, let at = stored.firstIndex(of: "@") {
      return String(stored.prefix(1)) + "***" + stored[at...]
    }
    guard stored.count > 4 else { return String(repeating: "*", count: stored.count) }
    return String(repeating: "*", count: stored.count - 4) + stored.suffix(4)
  }

  private var printedPhone: String {
    guard stored.hasPrefix("+966") else { return stored }
    let national = String(stored.dropFirst(4))
    switch PhoneNumber.service(ofE164: stored) {
    // Numbers of these two services have no meaning outside the country.
    case .unified, .premium: return Self.grouped(national, by: [4, 5])
    case .tollFree: return Self.grouped(national, by: [3, 3, 4])
    case .mobile, .landline, nil: return "+966 " + Self.grouped(national, by: [2, 3, 4])
    }
  }

  /// `text` parted by blanks into groups of the given sizes, the last size repeated.
  private static func grouped(_ text: String, by sizes: [Int]) -> String {
    var groups: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let size = sizes[min(groups.count, sizes.count - 1)]
      groups.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return groups.joined(separator: " ")
  }
}
