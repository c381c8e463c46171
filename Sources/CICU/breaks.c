#include "cicu.h"
#include <unicode/ubrk.h>
#include <stdlib.h>
#include <string.h>

struct cicu_analyzer {
  UBreakIterator *lines;
  UBreakIterator *graphemes;
};

cicu_analyzer *cicu_analyzer_open(void) {
  cicu_analyzer *analyzer = calloc(1, sizeof *analyzer);
  if (!analyzer) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  // "" is the root locale; NULL would be the machine's.
  analyzer->lines = ubrk_open(UBRK_LINE, "", NULL, 0, &status);
  analyzer->graphemes = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &status);
  if (U_SUCCESS(status)) return analyzer;
  cicu_analyzer_close(analyzer);
  return NULL;
}

void cicu_analyzer_close(cicu_analyzer *analyzer) {
  if (analyzer->lines) ubrk_close(analyzer->lines);
  if (analyzer->graphemes) ubrk_close(analyzer->graphemes);
  free(analyzer);
}

int32_t cicu_line_breaks(cicu_analyzer *analyzer, const uint16_t *text, int32_t length, uint8_t *breaks) {
  UErrorCode status = U_ZERO_ERROR;
  memset(breaks, 0, (size_t)length + 1);
  ubrk_setText(analyzer->lines, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return status;
  ubrk_first(analyzer->lines);
  for (int32_t at = ubrk_next(analyzer->lines); at != UBRK_DONE; at = ubrk_next(analyzer->lines)) {
    int32_t rule = ubrk_getRuleStatus(analyzer->lines);
    breaks[at] = rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT ? 2 : 1;
  }
  return 0;
}

int32_t cicu_grapheme_breaks(cicu_analyzer *analyzer, const uint16_t *text, int32_t length, uint8_t *breaks) {
  UErrorCode status = U_ZERO_ERROR;
  memset(breaks, 0, (size_t)length + 1);
  ubrk_setText(analyzer->graphemes, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return status;
  for (int32_t at = ubrk_first(analyzer->graphemes); at != UBRK_DONE; at = ubrk_next(analyzer->graphemes)) {
    breaks[at] = 1;
  }
  return 0;
}
