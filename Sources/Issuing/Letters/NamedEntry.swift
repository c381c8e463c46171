public import Diagnostics
import Register
import Values
import Verification

extension Diagnostic {
  /// What is said of a number or code that names no entry: a mistyped code is told from one that was never given.
  public static func noEntry(named name: String) -> Diagnostic {
    guard RegisterNumber(name) == nil, ShortCode.isMistyped(Digits.ascii(name)) else {
      return Diagnostic(.error, .noEntry(name))
    }
    return Diagnostic(.error, .mistypedCode(name), hints: [.readAgain])
  }
}

extension Diagnostic.Message {
  fileprivate static func mistypedCode(_ code: String) -> Self {
    Self(
      "issuing.code-mistyped",
      arabic: "في رمز التحقق \u{2066}\(code)\u{2069} خطأ في الكتابة: لا يوافق حرفُ التحقق الذي في آخره بقيته",
      english:
        "The verification code \(code) has a typing mistake: its last character doesn't check with the rest")
  }
}

extension Diagnostic.Hint {
  fileprivate static let readAgain = Self(
    arabic: "اقرأه من الورقة من جديد: ليس فيه I ولا L ولا O ولا U",
    english: "Read it from the paper again: there is no I, L, O or U in it")
}
