// bot/server/origin.h
// Which pages may open a WebSocket. Browsers say in Origin where a page came from; other programs send none.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docent {

// True if `origin` is http or https with exactly the authority that the request was sent to (`host`, the Host header),
// or stands in `allowed` ("https://example.org"). Case does not matter, as in any host name.
bool IsAllowedOrigin(std::string_view origin, std::string_view host, const std::vector<std::string>& allowed);

}  // namespace docent
