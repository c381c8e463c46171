import CCairo
import CFreeType
import Fonts
import Synchronization

/// A font face opened for drawing, for one painter.
///
/// Cairo keeps faces beyond our last reference, so Cairo closes the FreeType face itself, through the
/// destroy callback of a piece of user data.
final class CairoFace {
  let handle: OpaquePointer

  init(_ font: Font) throws(RenderingError) {
    // The lock covers FreeType alone. Cairo calls the callback below while it holds its own font mutex,
    // so a call of Cairo under this lock could wait for a thread that waits for us.
    nonisolated(unsafe) var opened: FT_Face?
    let failure = freeType.withLock { FT_New_Face($0.handle, font.path, FT_Long(font.index), &opened) }
    guard failure == 0, let face = opened else { throw .unreadableFont(path: font.path) }
    // Our clusters say which text a glyph shows. Without a character map Cairo doesn't search the whole
    // of it, glyph by glyph, for a text it then doesn't use: half the time of drawing a letter.
    face.pointee.charmap = nil
    guard let handle = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING)) else {
      throw .unreadableFont(path: font.path)
    }
    self.handle = handle
    cairo_font_face_set_user_data(handle, faceKey, face) { pointer in
      guard let pointer else { return }
      nonisolated(unsafe) let face = FT_Face(OpaquePointer(pointer))
      freeType.withLock { _ in _ = FT_Done_Face(face) }
    }
  }

  deinit { cairo_font_face_destroy(handle) }
}

/// FreeType's library: opening and closing faces on it is serialised; all else on a face is done by the
/// one painter that opened it.
private let freeType = Mutex(FreeTypeLibrary())

private struct FreeTypeLibrary: ~Copyable, @unchecked Sendable {
  var handle: FT_Library?
  init() { FT_Init_FreeType(&handle) }
}

/// Cairo knows a key by its address alone.
nonisolated(unsafe) private let faceKey = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
