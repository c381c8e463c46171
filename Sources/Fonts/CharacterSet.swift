import CHarfBuzz

/// The characters of a face's map, as bits: one test costs a load and a shift.
struct CharacterSet: Sendable {
  private var words: [UInt64]

  init(of face: OpaquePointer?) {
    let set = hb_set_create()
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    words = [UInt64](repeating: 0, count: hb_set_is_empty(set) != 0 ? 0 : Int(hb_set_get_max(set) >> 6) + 1)
    var scalar = hb_codepoint_t.max
    while hb_set_next(set, &scalar) != 0 { words[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
  }

  func contains(_ scalar: UInt32) -> Bool {
    let word = Int(scalar >> 6)
    return word < words.count && words[word] >> UInt64(scalar & 63) & 1 == 1
  }
}
