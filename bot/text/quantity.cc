#include "bot/text/quantity.h"

namespace docent {

std::vector<Quantity> FindQuantities(std::string_view, const std::vector<Word>&) { return {}; }
std::optional<Quantity> ParseQuantity(std::string_view) { return std::nullopt; }
std::string_view BoundWords(Bound) { return {}; }
std::string_view BoundWordsChinese(Bound) { return {}; }
std::string ToString(const Quantity&) { return {}; }
std::string ToString(const Date&) { return {}; }

}  // namespace docent
