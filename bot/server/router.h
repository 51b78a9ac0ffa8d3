// bot/server/router.h
// Which answer a whole HTTP request gets: the page's files, the health paths, the API. Sockets are not seen here.

#pragma once

#include <optional>

#include "bot/server/access.h"
#include "bot/server/asio_types.h"
#include "bot/server/desk.h"
#include "bot/server/http_reply.h"
#include "bot/server/site.h"

namespace docent {

inline constexpr std::string_view kWebSocketPath = "/ws";
inline constexpr std::string_view kReloadPath = "/admin/reload";

// A HEAD request gets the reply that GET would get; the caller leaves its body out.
HttpReply Route(const HttpRequest& request, const Client& client, const Site& site, Desk& desk, Allowance& allowance);

// The refusal of a request for kReloadPath, if it deserves one; reloading itself takes longer than a reply may.
std::optional<HttpReply> RefuseReload(const HttpRequest& request, const Client& client, const Site& site);
HttpReply ReloadReply(const ReloadOutcome& outcome);

}  // namespace docent
