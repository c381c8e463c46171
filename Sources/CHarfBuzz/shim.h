#pragma once
#include <hb.h>
#include <hb-ot.h>

/// `HB_FEATURE_GLOBAL_END` is a macro that Swift cannot import.
static const unsigned int chb_feature_global_end = HB_FEATURE_GLOBAL_END;
