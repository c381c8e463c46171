#include "analyzer.h"
#include <string.h>

int32_t cicu_bidi_levels(cicu_analyzer *analyzer, const uint16_t *text, int32_t length, uint8_t base,
                         uint8_t *levels, uint8_t *resolved_base) {
  UErrorCode status = U_ZERO_ERROR;
  UBiDiLevel level = base == CICU_BASE_AUTOMATIC ? UBIDI_DEFAULT_LTR : base;
  ubidi_setPara(analyzer->bidi, (const UChar *)text, length, level, NULL, &status);
  if (U_FAILURE(status)) return status;
  *resolved_base = ubidi_getParaLevel(analyzer->bidi);
  if (length == 0) return 0;
  const UBiDiLevel *resolved = ubidi_getLevels(analyzer->bidi, &status);
  if (U_FAILURE(status)) return status;
  memcpy(levels, resolved, (size_t)length);
  return 0;
}
