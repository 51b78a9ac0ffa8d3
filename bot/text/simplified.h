// bot/text/simplified.h
// Traditional Chinese characters to simplified ones, one by one and without looking at their neighbours, so that
// the same character folds the same way everywhere.

#pragma once

namespace docent {

// The simplified form of `c`, or `c` itself. Idempotent. The first call takes some milliseconds to build a table
// out of ICU's; every other is one look into it. Safe to call from any thread.
char32_t Simplified(char32_t c);

}  // namespace docent
