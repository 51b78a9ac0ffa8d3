#include "bot/answering/joint_figure.h"

#include <algorithm>
#include <utility>

#include "bot/answering/enumeration.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

bool IsOfAttribute(const Brain& brain, const Figure& figure, AttributeId attribute) {
  return brain.knowledge().facts[figure.fact].attribute == attribute;
}

// What the parts have in all, of the attribute and in the measure of `like`.
std::optional<Figure> SumOfParts(const Brain& brain, const std::vector<WordSpan>& parts, WordSpan other,
                                 const Figure& like, FigureFinder& finder) {
  const AttributeId attribute = brain.knowledge().facts[like.fact].attribute;
  std::optional<Figure> sum;
  for (const WordSpan part : parts) {
    const std::vector<Figure> figures = finder.FindOfSide({part, other}, 0, Kind::kNumber);
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) {
      const bool is_taken =
          figure.fact == like.fact ||
          (sum && (figure.fact == sum->fact || std::count(sum->added.begin(), sum->added.end(), figure.fact) > 0));
      return !is_taken && IsOfAttribute(brain, figure, attribute) && AreOfOneMeasure(figure.quantity, like.quantity);
    });
    if (found == figures.end()) return std::nullopt;
    if (!sum) {
      sum = *found;
      continue;
    }
    sum->quantity.number += found->quantity.number;
    if (found->quantity.bound != Bound::kExactly) sum->quantity.bound = Bound::kAbout;
    sum->added.push_back(found->fact);
  }
  return sum;
}

}  // namespace

std::optional<FigurePair> FindPairWithSum(const Brain& brain, const MarkedQuestion& marked, const Form& form,
                                          const std::vector<Unit>& units, FigureFinder& finder) {
  if (form.sides.size() != 2) return std::nullopt;
  for (const size_t side : {size_t{0}, size_t{1}}) {
    const WordSpan joint = form.sides[side];
    const WordSpan other = form.sides[1 - side];
    // "Together" may stand right behind the side.
    const WordSpan reach = {joint.begin, std::min(joint.end + 1, marked.words.size())};
    if (!HoldsMark(marked, reach, "asks a total", brain.rules())) continue;
    const std::vector<WordSpan> parts = Enumeration(brain, marked, joint, units).parts();
    if (parts.size() < 2) continue;
    for (const Figure& figure : NearlyBest(finder.FindOfSide(form.sides, 1 - side, Kind::kNumber))) {
      if (brain.knowledge().facts[figure.fact].attribute == kNone) continue;
      std::optional<Figure> sum = SumOfParts(brain, parts, other, figure, finder);
      if (!sum) continue;
      sum->asked = TextOf(marked, joint);
      return side == 0 ? FigurePair{*std::move(sum), figure} : FigurePair{figure, *std::move(sum)};
    }
  }
  return std::nullopt;
}

}  // namespace docent
