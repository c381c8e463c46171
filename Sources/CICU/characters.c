#include "cicu.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

static uint8_t flags_of(UChar32 c, UScriptCode script) {
  uint8_t flags = 0;
  uint32_t category = U_MASK(u_charType(c));
  if (category & U_GC_M_MASK) flags |= cicu_flag_mark;
  if (category & U_GC_ND_MASK) flags |= cicu_flag_digit;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) flags |= cicu_flag_default_ignorable;
  if (u_isUWhiteSpace(c)) flags |= cicu_flag_white_space;
  if (u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) != U_JT_NON_JOINING) flags |= cicu_flag_joining;
  int32_t bracket = u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
  if (bracket == U_BPT_OPEN) flags |= cicu_flag_open_bracket;
  if (bracket == U_BPT_CLOSE) flags |= cicu_flag_close_bracket;
  if (script <= USCRIPT_INHERITED && !uscript_hasScript(c, script)) flags |= cicu_flag_extended_script;
  return flags;
}

// Properties of 256 characters, looked up once: ICU's own look-ups cost more than the analysis of a text.
typedef struct {
  int16_t scripts[256];
  uint8_t flags[256];
  uint8_t classes[256];
} page;

static _Atomic(page *) pages[0x110000 >> 8];

static page *page_of(UChar32 c) {
  _Atomic(page *) *slot = &pages[c >> 8];
  page *known = atomic_load_explicit(slot, memory_order_acquire);
  if (known) return known;
  page *fresh = malloc(sizeof *fresh);
  if (!fresh) abort();
  for (int32_t low = 0; low < 256; low++) {
    UErrorCode status = U_ZERO_ERROR;
    UChar32 at = (c & ~0xFF) | low;
    UScriptCode script = uscript_getScript(at, &status);
    fresh->scripts[low] = (int16_t)script;
    fresh->flags[low] = flags_of(at, script);
    fresh->classes[low] = (uint8_t)u_charDirection(at);
  }
  // Two threads may have made the same page: the first one in stays.
  if (atomic_compare_exchange_strong(slot, &known, fresh)) return fresh;
  free(fresh);
  return known;
}

// The page of a character; texts mostly stay on the page of the character before, `known` of number `number`.
static inline const page *page_after(UChar32 c, const page *known, int32_t *number) {
  if (*number == c >> 8) return known;
  *number = c >> 8;
  return page_of(c);
}

void cicu_bidi_classes(const uint16_t *text, int32_t length, uint8_t *classes) {
  const page *known = NULL;
  int32_t number = -1;
  for (int32_t at = 0; at < length;) {
    int32_t start = at;
    UChar32 c;
    U16_NEXT(text, at, length, c);
    known = page_after(c, known, &number);
    uint8_t class = known->classes[c & 0xFF];
    while (start < at) classes[start++] = class;
  }
}

uint8_t cicu_bidi_class(uint32_t scalar) { return page_of((UChar32)scalar)->classes[scalar & 0xFF]; }

void cicu_characters(const uint16_t *text, int32_t length, cicu_character *characters) {
  const page *known = NULL;
  int32_t number = -1;
  for (int32_t at = 0; at < length;) {
    int32_t start = at;
    UChar32 c;
    U16_NEXT(text, at, length, c);
    known = page_after(c, known, &number);
    cicu_character character = {(uint32_t)c, known->scripts[c & 0xFF], known->flags[c & 0xFF]};
    while (start < at) characters[start++] = character;
  }
}

int32_t cicu_has_script(uint32_t scalar, int16_t script) {
  return uscript_hasScript((UChar32)scalar, (UScriptCode)script);
}

int16_t cicu_first_script(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode scripts[64];
  int32_t count = uscript_getScriptExtensions((UChar32)scalar, scripts, 64, &status);
  return (int16_t)(U_SUCCESS(status) && count > 0 ? scripts[0] : USCRIPT_COMMON);
}

uint32_t cicu_script_tag(int16_t script) {
  const char *name = uscript_getShortName((UScriptCode)script);
  if (!name) return 0x5A797979;  // Zyyy
  return (uint32_t)name[0] << 24 | (uint32_t)name[1] << 16 | (uint32_t)name[2] << 8 | (uint32_t)name[3];
}

int32_t cicu_bracket_type(uint32_t scalar) {
  uint8_t flags = page_of((UChar32)scalar)->flags[scalar & 0xFF];
  return flags & cicu_flag_open_bracket    ? cicu_bracket_open
         : flags & cicu_flag_close_bracket ? cicu_bracket_close
                                           : cicu_bracket_none;
}

uint32_t cicu_paired_bracket(uint32_t scalar) { return (uint32_t)u_getBidiPairedBracket((UChar32)scalar); }

int32_t cicu_character_name(uint32_t scalar, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = u_charName((UChar32)scalar, U_EXTENDED_CHAR_NAME, name, capacity, &status);
  return U_SUCCESS(status) ? length : 0;
}
