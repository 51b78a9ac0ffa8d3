#include "bot/answering/bm25.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace docent {
namespace {

// Those that nearly everyone uses.
constexpr double kSaturation = 1.2;
constexpr double kOfLength = 0.75;
// A term that more than half of all facts hold would count against them.
constexpr double kLeastWeight = 1e-6;

struct Held {
  FactId fact;
  double weight;  // of the term
};

struct Scored {
  FactId fact;
  double score;
};

double WeightOf(size_t holding, size_t all) {
  const double weight = std::log((static_cast<double>(all - holding) + 0.5) / (static_cast<double>(holding) + 0.5));
  return weight > 0 ? weight : kLeastWeight;
}

}  // namespace

std::vector<FactId> BestByBm25(const FrameTable& table, std::span<const TermKey> keys, size_t limit) {
  std::vector<Held> held;
  for (const TermKey key : keys) {
    const std::span<const FactId> facts = table.FactsHolding(key);
    const double weight = WeightOf(facts.size(), table.size());
    for (const FactId fact : facts) held.push_back({fact, weight});
  }
  std::stable_sort(held.begin(), held.end(), [](const Held& one, const Held& other) { return one.fact < other.fact; });
  const double usual_length = static_cast<double>(table.terms()) / static_cast<double>(table.size());
  std::vector<Scored> scored;
  for (const Held& one : held) {
    if (scored.empty() || scored.back().fact != one.fact) scored.push_back({one.fact, 0});
    const auto length = static_cast<double>(table.LengthOf(one.fact));
    scored.back().score +=
        one.weight * ((kSaturation + 1) / (1 + kSaturation * (1 - kOfLength + kOfLength * length / usual_length)));
  }
  std::stable_sort(scored.begin(), scored.end(),
                   [](const Scored& one, const Scored& other) { return one.score > other.score; });
  std::vector<FactId> best;
  for (size_t i = 0; i < std::min(limit, scored.size()); ++i) best.push_back(scored[i].fact);
  return best;
}

}  // namespace docent
