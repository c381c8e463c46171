import CICU

extension cicu_character {
  var isMark: Bool { has(cicu_flag_mark) }
  var isDefaultIgnorable: Bool { has(cicu_flag_default_ignorable) }
  var isWhiteSpace: Bool { has(cicu_flag_white_space) }
  var isDigit: Bool { has(cicu_flag_digit) }
  /// Whether it can change the form of the letter beside it.
  var isJoining: Bool { has(cicu_flag_joining) }
  var isOpenBracket: Bool { has(cicu_flag_open_bracket) }
  var isCloseBracket: Bool { has(cicu_flag_close_bracket) }
  var hasExtendedScript: Bool { has(cicu_flag_extended_script) }
  /// Whether its own script says nothing: punctuation, digits, marks.
  var isNeutral: Bool { script <= Int16(cicu_script_inherited) }

  private func has(_ flag: Int) -> Bool { flags & UInt8(flag) != 0 }

  /// The properties of the character each unit of `text` belongs to.
  static func of(_ text: [UInt16]) -> [cicu_character] {
    [cicu_character](unsafeUninitializedCapacity: text.count) { buffer, count in
      cicu_characters(text, Int32(text.count), buffer.baseAddress)
      count = text.count
    }
  }

  /// The Unicode name of `scalar`; names are English.
  static func name(of scalar: UInt32) -> String {
    var name = [UInt8](repeating: 0, count: 128)
    let length = name.withUnsafeMutableBytes { bytes in
      cicu_character_name(scalar, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    return String(decoding: name.prefix(Int(max(0, length))), as: UTF8.self)
  }
}
