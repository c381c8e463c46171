extension NumeralWriter {
  /// Adds `n` of a noun, the number in words: «ألفا ريال», «ثماني هللات».
  ///
  /// A number that ends in 1 or 2 names the noun anew, since «مائة وواحد ريال» isn't Arabic. After a
  /// hundred the noun stands in both places, «مائة ريال وريال واحد», because «مائة وريال» would leave
  /// open what the hundred counts; after a thousand and above once: «ألفان وريال واحد».
  mutating func writeCount(_ n: Int64, of noun: CountedNoun) {
    let ending = n % 100
    guard ending == 1 || ending == 2 else {
      if n == 0 {
        write(NumeralWords.withMasculine[0])
      } else {
        writeNumber(n, counting: noun.gender, headsNoun: true)
      }
      write(" ")
      writeForm(after: n, of: noun)
      return
    }
    let repeatsNoun = n / 100 % 10 != 0
    if n > 2 {
      writeNumber(n - ending, counting: noun.gender, headsNoun: repeatsNoun)
      if repeatsNoun {
        write(" ")
        writeSingular(of: noun, in: .genitive)
      }
    }
    join()
    if ending == 1 {
      writeOne(noun, isQualified: !repeatsNoun)
    } else {
      writeTwo(noun)
    }
  }

  /// Adds the form of a noun that `n`, 0 or above 2, governs: «أيام», «يوماً», «يوم».
  mutating func writeForm(after n: Int64, of noun: CountedNoun) {
    switch n % 100 {
    case 3...10:
      write(respelled(noun.plural))
      switch noun.qualifier {
      case nil: break
      case .complement(let words), .adjective(_, let words): write(" " + words)
      }
    case 11...99: writeSingular(of: noun, in: .accusative)
    default: writeSingular(of: noun, in: .genitive)
    }
  }

  private mutating func writeOne(_ noun: CountedNoun, isQualified: Bool) {
    var bare = noun
    if !isQualified, case .adjective = noun.qualifier { bare.qualifier = nil }
    writeSingular(of: bare, in: grammaticalCase)
    write(noun.gender == .masculine ? " واحد" : " واحدة")
    if noun.gender == .masculine && grammaticalCase == .accusative { writeTanwin() }
  }

  private mutating func writeTwo(_ noun: CountedNoun) {
    let isNominative = grammaticalCase == .nominative
    let dual = isNominative ? noun.dual : noun.dualOblique
    switch noun.qualifier {
    case nil: write(dual)
    case .complement(let words): write(String(dual.unicodeScalars.dropLast()) + " " + words)
    case .adjective(let singular, _):
      write(dual + " " + DualForm.dual(of: singular, isNominative: isNominative))
    }
  }

  private mutating func writeSingular(of noun: CountedNoun, in grammaticalCase: GrammaticalCase) {
    let isAccusative = grammaticalCase == .accusative
    switch noun.qualifier {
    case nil: write(isAccusative ? respelled(noun.accusative) : noun.singular)
    case .complement(let words): write(noun.singular + " " + words)
    case .adjective(let singular, _):
      write(isAccusative ? respelled(noun.accusative) : noun.singular)
      write(" ")
      write(isAccusative ? Tanwin.accusative(of: singular, style: style) : singular)
    }
  }

  private func respelled(_ word: String) -> String { Tanwin.respelled(word, style: style) }
}
