// bot/knowledge/progress.h
// How far loading is, for whoever watches it.

#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace docent {

// Told what is being done and how much of it is done; always by the thread that loads. May be empty.
using Progress = std::function<void(std::string_view what, size_t done, size_t all)>;

inline void Tell(const Progress& progress, std::string_view what, size_t done, size_t all) {
  if (progress) progress(what, done, all);
}

}  // namespace docent
