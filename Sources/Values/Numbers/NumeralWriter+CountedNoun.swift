extension NumeralWriter {
  /// Adds `n` of a noun, the number in words: «ألفا ريال», «ثماني هللات».
  ///
  /// A number that ends in 1 or 2 names the noun anew, since «مائة وواحد ريال» isn't Arabic. After a
  /// hundred the noun stands in both places, «مائة ريال وريال واحد», because «مائة وريال» would leave
  /// open what the hundred counts; after a thousand and above once: «ألفان وريال واحد».
  mutating func writeCount(_ n: Int64, of noun: CountedNoun) {
    let forms = noun.forms
    let ending = n % 100
    guard ending == 1 || ending == 2 else {
      if n == 0 {
        write(NumeralWords.withMasculine[0])
      } else {
        writeNumber(n, counting: forms.gender, headsNoun: true)
      }
      write(" ")
      writeForm(after: n, of: noun)
      return
    }
    let repeatsNoun = n / 100 % 10 != 0
    if n > 2 {
      writeNumber(n - ending, counting: forms.gender, headsNoun: repeatsNoun)
      if repeatsNoun {
        write(" ")
        write(forms.singularPhrase)
      }
    }
    join()
    if ending == 2 {
      write(grammaticalCase == .nominative ? forms.dualPhrase : forms.dualObliquePhrase)
    } else {
      writeOne(forms, isQualified: !repeatsNoun)
    }
  }

  /// Adds the form of a noun that `n`, 0 or above 2, governs: «أيام», «يوماً», «يوم».
  mutating func writeForm(after n: Int64, of noun: CountedNoun) {
    write(noun.form(after: n, style: style))
  }

  private mutating func writeOne(_ forms: CountedNounForms, isQualified: Bool) {
    if grammaticalCase == .accusative {
      writeRespelled(isQualified ? forms.accusativePhrase : forms.accusativeWithoutAdjective)
    } else {
      write(isQualified ? forms.singularPhrase : forms.singularWithoutAdjective)
    }
    write(forms.gender == .masculine ? " واحد" : " واحدة")
    if forms.gender == .masculine && grammaticalCase == .accusative { writeTanwin() }
  }

  private mutating func writeRespelled(_ phrase: String) {
    write(Tanwin.respelled(phrase, style: style))
  }
}
