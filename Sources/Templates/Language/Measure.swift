import Geometry

/// The words of counts and lengths in tags: columns, rows, centimetres.
enum Measure: Keyword {
  case oneColumn, twoColumns, columns, oneRow, twoRows, rows
  case centimetres, millimetres, height

  static let table = KeywordTable<Measure>()

  var spelling: Spelling {
    switch self {
    case .oneColumn: Spelling("عمود", "column", ("عمود واحد", "one column"))
    case .twoColumns: Spelling("عمودان", "two columns", ("عمودين", "both columns"))
    case .columns: Spelling("أعمدة", "columns")
    case .oneRow: Spelling("صف", "row", ("صف واحد", "one row"))
    case .twoRows: Spelling("صفان", "two rows", ("صفين", "both rows"))
    case .rows: Spelling("صفوف", "rows", ("صفاً", "several rows"))
    case .centimetres: Spelling("سم", "cm")
    case .millimetres: Spelling("مم", "mm", ("ملم", "millimetres"))
    case .height: Spelling("ارتفاع", "height", ("الارتفاع", "the height"))
    }
  }

  /// How long one of it is, for a unit of length.
  var points: Points? {
    switch self {
    case .centimetres: .mm(10)
    case .millimetres: .mm(1)
    default: nil
    }
  }
}

/// The names of the signs that a template can print.
enum SymbolName: Keyword {
  case box, tickedBox, crossedBox, tick, cross, riyal, bullet

  static let table = KeywordTable<SymbolName>()

  var spelling: Spelling {
    switch self {
    case .box: Spelling("مربع", "box")
    case .tickedBox: Spelling("مربع بصح", "ticked box", ("مربع مؤشر", "checked box"))
    case .crossedBox: Spelling("مربع بخطأ", "crossed box")
    case .tick: Spelling("صح", "tick")
    case .cross: Spelling("خطأ", "cross")
    case .riyal: Spelling("ريال", "riyal")
    case .bullet: Spelling("نقطة", "bullet")
    }
  }

  /// Its character.
  var character: String {
    switch self {
    case .box: "\u{2610}"
    case .tickedBox: "\u{2611}"
    case .crossedBox: "\u{2612}"
    case .tick: "\u{2713}"
    case .cross: "\u{2717}"
    case .riyal: "\u{20C1}"
    case .bullet: "\u{2022}"
    }
  }
}

/// The persons a `{{صيغة: …}}` tag may name its forms by.
enum FormName: Keyword {
  case masculine, feminine, dual, feminineDual, masculinePlural, femininePlural, organisation

  static let table = KeywordTable<FormName>()

  var spelling: Spelling {
    switch self {
    case .masculine: Spelling("مذكر", "masculine")
    case .feminine: Spelling("مؤنث", "feminine")
    case .dual: Spelling("مثنى", "dual")
    case .feminineDual: Spelling("مثنى مؤنث", "feminine dual")
    case .masculinePlural: Spelling("جمع", "plural", ("جمع مذكر", "masculine plural"))
    case .femininePlural: Spelling("جمع مؤنث", "feminine plural")
    case .organisation: Spelling("جهة", "organisation", ("جهة", "organization"))
    }
  }
}
