// bot/text/simplified.h
// Traditional Chinese characters to simplified ones, one by one and without looking at their neighbours, so that
// the same character folds the same way everywhere.

#pragma once

namespace docent {

// The simplified form of `c`, or `c` itself. Idempotent. One look into a table.
char32_t Simplified(char32_t c);

}  // namespace docent
