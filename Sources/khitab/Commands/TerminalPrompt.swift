import Foundation

/// Asks for a passphrase on the terminal without showing it.
enum TerminalPrompt {
  /// The answer's bytes, or `nil` where there is no terminal or nothing was typed.
  static func ask(_ prompt: String) -> [UInt8]? {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    var settings = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { return nil }
    defer {
      _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
      Interface.tell("\n")
    }
    Interface.tell(prompt)
    guard let line = readLine(strippingNewline: true), !line.isEmpty else { return nil }
    return Array(line.utf8)
  }
}
