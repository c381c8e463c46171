/// A label of an internationalised domain name, as name servers count its length.
enum DomainLabel {
  /// The octets of the label's ASCII form: its own, or those of `xn--` and its Punycode (RFC 5890 2.3.2.1, RFC 3492).
  ///
  /// A label has 63 of them at most, so that one of forty Arabic letters may do where its 80 octets of UTF-8 would not.
  static func octets(of label: some StringProtocol) -> Int {
    let points = label.unicodeScalars.map { Int($0.value) }
    let basic = points.count { $0 < 0x80 }
    if basic == points.count { return basic }
    return 4 + basic + (basic > 0 ? 1 : 0) + extendedDigits(points, basic: basic)
  }

  /// The number of digits that Punycode tells the characters beyond ASCII and their places in.
  private static func extendedDigits(_ points: [Int], basic: Int) -> Int {
    var (digits, done, bias, delta, next) = (0, basic, 72, 0, 0x80)
    while done < points.count {
      let smallest = points.filter { $0 >= next }.min() ?? next
      delta += (smallest - next) * (done + 1)
      next = smallest
      for point in points {
        if point < next { delta += 1 }
        guard point == next else { continue }
        digits += count(ofDigitsIn: delta, bias: bias)
        bias = adapted(delta, count: done + 1, isFirst: done == basic)
        delta = 0
        done += 1
      }
      delta += 1
      next += 1
    }
    return digits
  }

  private static func count(ofDigitsIn delta: Int, bias: Int) -> Int {
    var (rest, base, digits) = (delta, 36, 1)
    while true {
      let threshold = min(max(base - bias, 1), 26)
      if rest < threshold { return digits }
      rest = (rest - threshold) / (36 - threshold)
      base += 36
      digits += 1
    }
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > 455 {
      delta /= 35
      bias += 36
    }
    return bias + 36 * delta / (delta + 38)
  }
}
