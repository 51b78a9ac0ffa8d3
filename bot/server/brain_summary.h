// bot/server/brain_summary.h
// What a Brain holds, counted, for those who ask what docent knows: the page, `docent check`, the line at the start.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bot/answering/brain.h"

namespace docent {

struct SourceSummary {
  std::string id;
  std::string title;  // in English, if it has one
};

struct BrainSummary {
  std::string hash;
  size_t facts = 0;
  size_t entities = 0;
  size_t rules = 0;
  std::vector<SourceSummary> sources;
};

BrainSummary SummaryOf(const Brain& brain);

}  // namespace docent
