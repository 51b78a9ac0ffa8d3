#include "bot/text/scales.h"

#include <algorithm>
#include <array>

#include "bot/text/words.h"

namespace docent {
namespace {

struct NamedScale {
  std::string_view name;
  std::string_view base;
  double factor;
};

constexpr double kDay = 86400;
constexpr double kYear = 365.25 * kDay;

constexpr std::array<NamedScale, 60> kScales = {{
    {"second", "second", 1},
    {"minute", "second", 60},
    {"hour", "second", 3600},
    {"day", "second", kDay},
    {"week", "second", 7 * kDay},
    {"month", "second", kYear / 12},
    {"year", "second", kYear},
    {"mm", "metre", 0.001},
    {"millimetre", "metre", 0.001},
    {"millimeter", "metre", 0.001},
    {"毫米", "metre", 0.001},
    {"cm", "metre", 0.01},
    {"centimetre", "metre", 0.01},
    {"centimeter", "metre", 0.01},
    {"厘米", "metre", 0.01},
    {"m", "metre", 1},
    {"metre", "metre", 1},
    {"meter", "metre", 1},
    {"米", "metre", 1},
    {"km", "metre", 1000},
    {"kilometre", "metre", 1000},
    {"kilometer", "metre", 1000},
    {"公里", "metre", 1000},
    {"千米", "metre", 1000},
    {"inch", "metre", 0.0254},
    {"inches", "metre", 0.0254},
    {"foot", "metre", 0.3048},
    {"feet", "metre", 0.3048},
    {"ft", "metre", 0.3048},
    {"英尺", "metre", 0.3048},
    {"yard", "metre", 0.9144},
    {"mile", "metre", 1609.344},
    {"mi", "metre", 1609.344},
    {"英里", "metre", 1609.344},
    {"海里", "metre", 1852},
    {"kg", "kilogram", 1},
    {"kilogram", "kilogram", 1},
    {"kilo", "kilogram", 1},
    {"公斤", "kilogram", 1},
    {"千克", "kilogram", 1},
    {"克", "kilogram", 0.001},
    {"ton", "kilogram", 1000},
    {"tonne", "kilogram", 1000},
    {"吨", "kilogram", 1000},
    {"square metre", "square metre", 1},
    {"square meter", "square metre", 1},
    {"m2", "square metre", 1},
    {"平方米", "square metre", 1},
    {"hectare", "square metre", 1e4},
    {"square kilometre", "square metre", 1e6},
    {"square kilometer", "square metre", 1e6},
    {"square km", "square metre", 1e6},
    {"平方公里", "square metre", 1e6},
    {"square mile", "square metre", 1609.344 * 1609.344},
    {"km h", "metre per second", 1 / 3.6},
    {"kmh", "metre per second", 1 / 3.6},
    {"kph", "metre per second", 1 / 3.6},
    {"mph", "metre per second", 1609.344 / 3600},
    {"m s", "metre per second", 1},
    {"knot", "metre per second", 1852.0 / 3600},
}};

std::optional<Scale> ScaleOfName(std::string_view unit) {
  const auto find = [](std::string_view name) {
    return std::find_if(kScales.begin(), kScales.end(), [name](const NamedScale& known) { return known.name == name; });
  };
  const auto* found = find(unit);
  if (found == kScales.end() && unit.size() > 2 && unit.ends_with('s')) found = find(unit.substr(0, unit.size() - 1));
  return found == kScales.end() ? std::nullopt : std::optional(Scale{std::string(found->base), found->factor});
}

// "Tonnes a year".
struct Rate {
  std::string_view measure;
  std::string_view time;  // empty if it is for none
};

Rate RateOf(std::string_view unit) {
  constexpr std::array<std::string_view, 4> kIn = {" a ", " an ", " per ", " every "};
  for (const std::string_view in : kIn) {
    const size_t at = unit.find(in);
    if (at != std::string_view::npos) return {unit.substr(0, at), unit.substr(at + in.size())};
  }
  return {unit, {}};
}

std::optional<double> FactorOfNames(std::string_view from, std::string_view to) {
  if (from == to || Stem(from) == Stem(to)) return 1;
  const std::optional<Scale> own = ScaleOfName(from);
  const std::optional<Scale> asked = ScaleOfName(to);
  return own && asked && own->base == asked->base ? std::optional(own->factor / asked->factor) : std::nullopt;
}

}  // namespace

std::optional<Scale> ScaleOf(std::string_view unit) {
  const Rate rate = RateOf(unit);
  const std::optional<Scale> scale = ScaleOfName(rate.measure);
  if (rate.time.empty() || !scale) return scale;
  const std::optional<Scale> time = ScaleOfName(rate.time);
  return time ? std::optional(Scale{scale->base + " per " + time->base, scale->factor / time->factor}) : std::nullopt;
}

std::optional<double> FactorBetween(std::string_view from, std::string_view to) {
  const std::optional<Scale> own = ScaleOf(from);
  const std::optional<Scale> asked = ScaleOf(to);
  if (own && asked && own->base == asked->base) return own->factor / asked->factor;
  const Rate first = RateOf(from);
  const Rate second = RateOf(to);
  const std::optional<double> factor = FactorOfNames(first.measure, second.measure);
  if (!factor || first.time.empty() || second.time.empty()) return factor;
  const std::optional<double> times = FactorOfNames(first.time, second.time);
  return times ? std::optional(*factor / *times) : std::nullopt;
}

bool AreOfOneScale(const Quantity& one, const Quantity& other) {
  return one.unit.empty() || other.unit.empty() || FactorBetween(one.unit, other.unit).has_value();
}

double InBase(const Quantity& quantity) {
  const std::optional<Scale> scale = ScaleOf(quantity.unit);
  return scale ? quantity.number * scale->factor : quantity.number;
}

}  // namespace docent
