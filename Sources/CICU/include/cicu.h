#pragma once
#include <stdint.h>

/// ICU behind types of our own: its headers clash with the copy of ICU inside Foundation, and its
/// symbols carry a version. Every function that can fail returns a positive ICU error code, or 0.

/// ICU's break iterators, for one thread at a time.
typedef struct cicu_analyzer cicu_analyzer;

/// Opens an analyzer with the break rules of the root locale; NULL if ICU's data can't be read.
cicu_analyzer *cicu_analyzer_open(void);
void cicu_analyzer_close(cicu_analyzer *analyzer);

/// Writes the Bidi_Class of the character that each UTF-16 unit belongs to, as ICU numbers it.
void cicu_bidi_classes(const uint16_t *text, int32_t length, uint8_t *classes);

/// The Bidi_Class of one character, as ICU numbers it.
uint8_t cicu_bidi_class(uint32_t scalar);

/// Writes for each offset 0...length whether a line may (1) or must (2) end there (UAX #14).
int32_t cicu_line_breaks(cicu_analyzer *analyzer, const uint16_t *text, int32_t length, uint8_t *breaks);

/// Writes for each offset 0...length whether a grapheme cluster ends there (UAX #29).
int32_t cicu_grapheme_breaks(cicu_analyzer *analyzer, const uint16_t *text, int32_t length, uint8_t *breaks);

enum {
  cicu_flag_mark = 1,               ///< general category M
  cicu_flag_default_ignorable = 2,  ///< invisible unless supported
  cicu_flag_white_space = 4,        ///< White_Space
  cicu_flag_digit = 8,              ///< general category Nd
  cicu_flag_joining = 16,           ///< Joining_Type other than Non_Joining
  cicu_flag_open_bracket = 32,      ///< Bidi_Paired_Bracket_Type Open
  cicu_flag_close_bracket = 64,     ///< Bidi_Paired_Bracket_Type Close
  cicu_flag_extended_script = 128,  ///< Common or Inherited, with Script_Extensions of its own
};

/// What the analysis asks of one character.
typedef struct {
  uint32_t scalar;
  int16_t script;
  uint8_t flags;
} cicu_character;

/// Writes the properties of the character that each UTF-16 unit belongs to.
void cicu_characters(const uint16_t *text, int32_t length, cicu_character *characters);

enum { cicu_script_common = 0, cicu_script_inherited = 1, cicu_script_arabic = 2 };

/// Whether `script` is among the character's Script_Extensions.
int32_t cicu_has_script(uint32_t scalar, int16_t script);
/// The lowest-numbered of the character's Script_Extensions.
int16_t cicu_first_script(uint32_t scalar);
/// The script's ISO 15924 code as a big-endian tag, as HarfBuzz reads it.
uint32_t cicu_script_tag(int16_t script);
enum { cicu_bracket_none = 0, cicu_bracket_open = 1, cicu_bracket_close = 2 };

/// The character's Bidi_Paired_Bracket_Type.
int32_t cicu_bracket_type(uint32_t scalar);
/// The other bracket of a pair, or the character itself.
uint32_t cicu_paired_bracket(uint32_t scalar);

/// Writes the character's name, NUL-terminated, and returns its length; 0 if it has none.
int32_t cicu_character_name(uint32_t scalar, char *name, int32_t capacity);
