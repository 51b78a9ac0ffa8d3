#include "bot/server/brain_summary.h"

namespace docent {

BrainSummary SummaryOf(const Brain& brain) {
  const Knowledge& knowledge = brain.knowledge();
  BrainSummary summary{
      brain.hash(), knowledge.facts.size(), knowledge.entities.size(), brain.rules().rules().size(), {}};
  for (const Source& source : knowledge.sources) {
    summary.sources.push_back({source.id, std::string(source.TitleIn("en"))});
  }
  return summary;
}

}  // namespace docent
