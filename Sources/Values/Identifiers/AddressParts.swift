/// Gathers the parts of a national address, and places them once all have been seen.
///
/// What a number means depends on its neighbour: before a street it is the building's, after a postcode the
/// additional one. Within the name of a street or district, behind «شارع» or «حي», it belongs to the name.
struct AddressParts {
  /// The parts that have found their place.
  private(set) var address = NationalAddress()
  /// What has found none.
  private(set) var unplaced: [String] = []

  private typealias Part = AddressLabel.Part

  /// A name that is being read, or one that has neither label nor kind.
  private struct Name {
    var place: Part?
    /// Whether numbers belong to the name.
    var keepsNumbers = false
    var hasPostcode = false
    var words: [AddressWord] = []
  }

  /// What stands beside a number.
  private enum Neighbour: Equatable {
    case street, district, postcode, nothing
    case before(name: Int)
    case after(name: Int)
  }

  /// The end of a street's or district's name, which is postcode and additional number if the address states no other.
  private struct Tail {
    var place: Part
    var name: String
    var numbers: AddressWord.Tail
  }

  private var names: [Name] = []
  private var numbers: [(digits: String, neighbour: Neighbour)] = []
  private var tails: [Tail] = []
  private var name: Name?
  /// Numbers whose neighbour is still to come.
  private var held: [String] = []
  private var followsPostcode = false
  /// Whether nothing parts the address, so that «حي» and «شارع» alone say where the city's name ends.
  private let isOnePiece: Bool

  init(isOnePiece: Bool) { self.isOnePiece = isOnePiece }

  /// Takes what stands between two commas or line ends, its digits European.
  mutating func take(_ part: String) {
    let compact = part.filter { $0 != " " && $0 != "-" }.uppercased()
    if NationalAddress.isShortAddress(compact) { return set(\.short, compact) }
    var rest = AddressWord.words(of: part)[...]
    if let (label, place) = AddressLabel.name(at: rest) {
      rest = rest.dropFirst(label)
      name = Name(place: place, keepsNumbers: place != \.city)
    }
    while let word = rest.first {
      if takeLabelled(&rest) { continue }
      if let kind = AddressLabel.kind(of: word.text), beginsName(of: kind, before: rest.dropFirst().first) {
        finishName()
        settle(before: kind == \NationalAddress.street ? .street : .district)
        name = Name(place: kind, keepsNumbers: true)
      }
      rest = rest.dropFirst()
      if word.isNumber {
        take(number: word, before: rest.first)
      } else if NationalAddress.isShortAddress(word.text.uppercased())
        || name == nil && NationalAddress.resemblesShortAddress(word.text)
      {
        set(\.short, word.text.uppercased())
      } else {
        settle(before: .before(name: names.count))
        name = name ?? Name()
        name?.words.append(word)
        followsPostcode = false
      }
    }
    finishName()
    settle(before: .nothing)
  }

  /// Whether «شارع», «حي» and the like begin a name of their own here, and aren't words of another.
  private func beginsName(of kind: Part, before next: AddressWord?) -> Bool {
    guard let name else { return true }
    guard let place = name.place, place != \NationalAddress.city else {
      // Behind the postcode: «12211 حي العليا». Else it may be of the name, «مجمع حي السفارات», unless all is one piece.
      return name.words.isEmpty || (isOnePiece && next != nil)
    }
    return place != kind && name.words.count > 1
  }

  private mutating func take(number word: AddressWord, before next: AddressWord?) {
    if name?.keepsNumbers == true {
      name?.words.append(word)
    } else if NationalAddress.isDigits(word.text, 5...5), address.postcode == nil {
      address.postcode = word.text
      if name == nil { name = Name() }
      name?.hasPostcode = true
      followsPostcode = true
    } else if followsPostcode, name != nil || next == nil,
      word.isGlued || next.flatMap({ AddressLabel.kind(of: $0.text) }) != \NationalAddress.street
    {
      numbers.append((word.text, .postcode))
      followsPostcode = false
    } else if let words = name?.words, !words.isEmpty {
      // «الدور 3» is a name with its number, unless it turns out to be the city's.
      if word.text.utf8.count == 4 {
        numbers.append((word.text, .after(name: names.count)))
      } else {
        name?.words.append(word)
      }
    } else {
      held.append(word.text)
    }
  }

  /// Takes a label and the number behind it; `false` if there is none, or if the label is a word of a name.
  private mutating func takeLabelled(_ rest: inout ArraySlice<AddressWord>) -> Bool {
    guard let (label, count) = AddressLabel.number(at: rest) else { return false }
    let behind = rest.dropFirst(count)
    guard let value = label.value(at: behind) else {
      // «1234 ص.ب»: the number may stand before the box, and then it is no building's.
      if label.place == \.postBox, behind.isEmpty, let number = held.popLast() { set(\.postBox, number) }
      guard behind.isEmpty || label.isSure else { return false }
      finishName()
      rest = behind
      return true
    }
    finishName()
    let text = value.map(\.text).joined(separator: label.place == \.short ? "" : " ")
    set(label.place, label.place == \.short ? text.uppercased() : text)
    rest = rest[value.endIndex...]
    followsPostcode = label.place == \.postcode
    return true
  }

  private mutating func set(_ place: Part, _ text: String) {
    if address[keyPath: place] == nil {
      address[keyPath: place] = text
    } else if address[keyPath: place] != text {
      unplaced.append(text)
    }
  }

  private mutating func settle(before neighbour: Neighbour) {
    if held.isEmpty { return }
    numbers += held.map { ($0, neighbour) }
    held = []
  }

  private mutating func finishName() {
    guard let finished = name else { return }
    name = nil
    guard let place = finished.place, place != \.city else {
      if !finished.words.isEmpty { names.append(finished) }
      return
    }
    guard !finished.words.isEmpty else { return }
    if address[keyPath: place] == nil, let tail = AddressWord.tail(of: finished.words) {
      let words = finished.words.dropLast(tail.count)
      tails.append(Tail(place: place, name: AddressWord.text(words), numbers: tail))
    }
    set(place, AddressWord.text(finished.words[...]))
  }

  /// Gives the names without a label and the numbers their places.
  mutating func place() {
    if address.postcode == nil, let tail = tails.first {
      address[keyPath: tail.place] = tail.name
      address.postcode = tail.numbers.postcode
      if let building = tail.numbers.building { numbers.append((building, .street)) }
      if let additional = tail.numbers.additional { numbers.append((additional, .postcode)) }
    }
    let city = placeNames()
    // A number that can mean one thing only goes before those that may mean several, wherever it stands.
    let ranked = numbers.indices.sorted { a, b in
      let ranks = (rank(numbers[a].neighbour, city: city), rank(numbers[b].neighbour, city: city))
      return ranks.0 == ranks.1 ? a < b : ranks.0 < ranks.1
    }
    for (digits, neighbour) in ranked.map({ numbers[$0] }) {
      switch neighbour {
      case .street: set(\.building, digits)
      case .postcode: set(\.additional, digits)
      case .after(let name) where name == city:
        if address.postcode == nil { address.postcode = digits } else { set(\.additional, digits) }
      case .before(let name) where name == city && address.postcode == nil && address.building != nil:
        address.postcode = digits
      case .district where address.short != nil, .after where address.short != nil:
        setFirst([\.additional, \.building], digits)
      case .district, .before, .nothing, .after: setFirst([\.building, \.additional], digits)
      }
    }
  }

  private func rank(_ neighbour: Neighbour, city: Int?) -> Int {
    switch neighbour {
    case .street, .postcode: 0
    case .before(let name): name == city ? 4 : 1
    case .nothing: 2
    case .district: 3
    case .after: 5
    }
  }

  /// Gives `digits` the first of `places` that is free.
  private mutating func setFirst(_ places: [Part], _ digits: String) {
    set(places.first { address[keyPath: $0] == nil } ?? places[0], digits)
  }

  /// Gives the names without a label their places, and answers which of them is the city's.
  ///
  /// A name behind the building's number is the street's; others go from the largest place to the smallest, city,
  /// district, street, beginning at the city's end of the address.
  private mutating func placeNames() -> Int? {
    let city =
      names.firstIndex { $0.place == \NationalAddress.city } ?? names.firstIndex(where: \.hasPostcode)
      ?? names.indices.last
    guard let city else { return nil }
    var others = names.indices.filter { $0 != city }
    if city == names.startIndex { others.reverse() }
    for word in names[city].words where word.isNumber { numbers.append((word.text, .after(name: city))) }
    let words = names[city].words.filter { !$0.isNumber }
    address.city = AddressWord.text(words[...])
    let numbered = others.filter { name in numbers.contains { $0.neighbour == .before(name: name) } }
    if numbered.count == 1, address.building == nil, address.street == nil {
      address.street = AddressWord.text(names[numbered[0]].words[...])
      others.removeAll { $0 == numbered[0] }
    }
    let places: [Part] = [\.district, \.street]
    for place in places where address[keyPath: place] == nil {
      if let index = others.popLast() { address[keyPath: place] = AddressWord.text(names[index].words[...]) }
    }
    unplaced += others.map { AddressWord.text(names[$0].words[...]) }
    return city
  }
}
