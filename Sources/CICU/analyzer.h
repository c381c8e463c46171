#pragma once
#include "cicu.h"
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

struct cicu_analyzer {
  UBiDi *bidi;
  UBreakIterator *lines;
  UBreakIterator *graphemes;
};
