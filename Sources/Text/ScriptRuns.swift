import CICU

/// The script of each character, with shared characters given to their neighbours (UAX #24).
enum ScriptRuns {
  /// The ISO 15924 code of a script.
  static func code(of script: Int16) -> String {
    let tag = cicu_script_tag(script)
    return String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self)
  }

  /// A script for each UTF-16 unit of `text`.
  static func resolve(_ text: [UInt16]) -> [Int16] { resolve(cicu_character.of(text)) }

  private struct OpenBracket {
    var closing: UInt32
    var script: Int16
  }

  /// A script for each UTF-16 unit: a character of no script of its own takes that of the text before
  /// it, or at the start of the text after it; a bracket takes that of its partner.
  static func resolve(_ characters: [cicu_character]) -> [Int16] {
    let common = Int16(cicu_script_common)
    var scripts = [Int16](repeating: common, count: characters.count)
    var current = common
    var open: [OpenBracket] = []
    for at in characters.indices {
      let character = characters[at]
      if !character.isNeutral {
        if current == common {
          for before in 0..<at where scripts[before] == common { scripts[before] = character.script }
          for bracket in open.indices where open[bracket].script == common {
            open[bracket].script = character.script
          }
        }
        current = character.script
      } else if character.hasExtendedScript {
        current = shared(character, with: current)
      } else if character.isOpenBracket {
        open.append(OpenBracket(closing: cicu_paired_bracket(character.scalar), script: current))
      } else if character.isCloseBracket, let pair = open.lastIndex(where: { $0.closing == character.scalar })
      {
        current = open[pair].script
        open.removeSubrange(pair...)
      }
      scripts[at] = current
    }
    return scripts
  }

  /// The script a character of several takes: that of the text before it if it is among them.
  private static func shared(_ character: cicu_character, with current: Int16) -> Int16 {
    let (common, arabic) = (Int16(cicu_script_common), Int16(cicu_script_arabic))
    if current != common, cicu_has_script(character.scalar, current) != 0 || character.isMark {
      return current
    }
    return cicu_has_script(character.scalar, arabic) != 0 ? arabic : cicu_first_script(character.scalar)
  }
}
