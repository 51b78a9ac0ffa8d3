#include "bot/server/browse.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace docent {
namespace {

constexpr size_t kMostFacts = 40;  // ids in one request

using Parameters = std::multimap<std::string, std::string>;

std::optional<int> HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

// As forms encode: "+" is a space. Nothing if a percent sign is not followed by two digits.
std::optional<std::string> Decoded(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const std::optional<int> high = HexDigit(text[i + 1]);
    const std::optional<int> low = HexDigit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    decoded += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return decoded;
}

std::optional<Parameters> ParametersOf(std::string_view target) {
  Parameters parameters;
  const size_t mark = target.find('?');
  std::string_view rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const size_t equals = pair.find('=');
    const std::optional<std::string> name = Decoded(pair.substr(0, equals));
    const std::optional<std::string> value =
        equals == std::string_view::npos ? std::string() : Decoded(pair.substr(equals + 1));
    if (!name || !value) return std::nullopt;
    parameters.emplace(*name, *value);
  }
  return parameters;
}

std::string First(const Parameters& parameters, const std::string& name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string() : found->second;
}

}  // namespace

HttpReply Browse(std::string_view target, const Catalogue& catalogue, std::string_view documents) {
  const std::optional<Parameters> parameters = ParametersOf(target);
  if (!parameters) return ErrorPage(400, ErrorCode::kBadRequest, "the query is not encoded as a form's is");
  const std::string language = First(*parameters, "lang") == "zh" ? "zh" : "en";
  HttpReply reply;
  reply.headers = "Cache-Control: no-store\r\n";
  if (target.starts_with(kCompletePath)) {
    reply.body = catalogue.Completions(First(*parameters, "q"));
  } else if (parameters->contains("entity")) {
    reply.body = catalogue.EntityPage(First(*parameters, "entity"), language);
    if (reply.body.empty()) return ErrorPage({"", ErrorCode::kNotFound, "there is nothing of this name", {}});
  } else if (parameters->contains("fact")) {
    std::vector<std::string> ids;
    const auto [begin, end] = parameters->equal_range("fact");
    for (auto one = begin; one != end && ids.size() < kMostFacts; ++one) ids.push_back(one->second);
    reply.body = catalogue.Facts(ids, language);
  } else if (parameters->contains("type") || parameters->contains("q")) {
    reply.body = catalogue.Entities(First(*parameters, "type"), First(*parameters, "q"), language);
  } else {
    reply.body = catalogue.Overview(language, documents);
  }
  return reply;
}

}  // namespace docent
