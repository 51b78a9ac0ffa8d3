// tests/fuzz/require.h
// What a fuzz target claims. Not assert: it must hold in every build type.

#pragma once

#include <cstdio>
#include <cstdlib>

namespace docent {

inline void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace docent
