// bot/server/browse.h
// GET /api/browse and GET /api/complete: a Brain's catalogue over HTTP, for the page.

#pragma once

#include <string_view>

#include "bot/server/catalogue.h"
#include "bot/server/http_reply.h"

namespace docent {

inline constexpr std::string_view kBrowsePath = "/api/browse";
inline constexpr std::string_view kCompletePath = "/api/complete";

// The reply to a GET of `target`, which begins with one of these paths. `documents` is where the documents are served,
// relative to the chat page; empty if they are not. Thread-safe.
HttpReply Browse(std::string_view target, const Catalogue& catalogue, std::string_view documents);

}  // namespace docent
