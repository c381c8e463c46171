/// The codes that international telephone numbers begin with (ITU-T E.164, list of assigned country codes).
///
/// They are those of the regions and global services that libphonenumber 9.0.43 (Apache-2.0) has metadata of.
enum CountryCallingCode {
  /// Whether the digits begin with a code that is assigned.
  static func begins(_ digits: Substring) -> Bool {
    (1...3).contains { count in Int(digits.prefix(count)).map(isAssigned) ?? false }
  }

  private static func isAssigned(_ code: Int) -> Bool {
    switch code {
    case 1, 7, 20, 27, 30...34, 36, 39...41, 43...49, 51...58, 60...66, 81...82, 84, 86, 90...95, 98: true
    case 211...213, 216, 218, 220...258, 260...269, 290...291, 297...299: true
    case 350...359, 370...378, 380...383, 385...387, 389, 420...421, 423: true
    case 500...509, 590...599, 670, 672...683, 685...692: true
    case 800, 808, 850, 852...853, 855...856, 870, 878, 880...883, 886, 888: true
    case 960...968, 970...977, 979, 992...996, 998: true
    default: false
    }
  }
}
