/// Yes and no as people write them.
public enum YesNo {
  /// What `text` says, in Arabic, English, a digit or a tick.
  public static func read(_ text: String) -> Bool? {
    let bare = text.filter { !$0.isWhitespace }
    if ["✓", "✔", "✔️", "☑", "☑️", "✅"].contains(bare) { return true }
    if ["✗", "✘", "☐", "❌"].contains(bare) { return false }
    switch Spelling.key(text) {
    case "نعم", "اي", "صح", "صحيح", "يوجد", "yes", "y", "true", "1": return true
    case "لا", "كلا", "خطا", "لا يوجد", "no", "n", "false", "0": return false
    default: return nil
    }
  }
}
