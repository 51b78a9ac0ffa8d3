#include "bot/server/origin.h"

#include <algorithm>
#include <cctype>

namespace docent {
namespace {

bool EqualFolded(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

}  // namespace

bool IsAllowedOrigin(std::string_view origin, std::string_view host, const std::vector<std::string>& allowed) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!host.empty() && origin.size() > scheme.size() && EqualFolded(origin.substr(0, scheme.size()), scheme) &&
        EqualFolded(origin.substr(scheme.size()), host)) {
      return true;
    }
  }
  return std::any_of(allowed.begin(), allowed.end(), [&](const std::string& one) { return EqualFolded(origin, one); });
}

}  // namespace docent
