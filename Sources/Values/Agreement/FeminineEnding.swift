/// The endings that make a noun feminine.
enum FeminineEnding {
  /// Whether a noun ends in the long alef of feminines, «صحراء», «حمراء»: it has no tanwin, and its hamza turns to
  /// a waw in the dual.
  ///
  /// That ending follows three letters of the root at least; in «سماء» the hamza is the root's own.
  static func isLongAlef(of noun: String, gender: Gender) -> Bool {
    let letters = noun.unicodeScalars.filter { !$0.isArabicMark }
    return gender == .feminine && letters.count > 4 && letters.suffix(2).elementsEqual(["ا", "ء"])
  }
}
