#include "bot/server/router.h"

#include <utility>

#include "bot/server/browse.h"
#include "bot/server/request_checks.h"

namespace docent {
namespace {

bool IsRead(const HttpRequest& request) {
  return request.method() == http::verb::get || request.method() == http::verb::head;
}

HttpReply Json(std::string body) {
  HttpReply reply;
  reply.body = std::move(body);
  reply.headers = "Cache-Control: no-store\r\n";
  return reply;
}

HttpReply AnswerPost(const HttpRequest& request, Desk& desk, Allowance& allowance) {
  if (request.method() != http::verb::post) return MethodNotAllowed("POST");
  const beast::string_view type = request[http::field::content_type];
  if (!IsJson({type.data(), type.size()})) {
    return ErrorPage(415, ErrorCode::kBadRequest, "send Content-Type: application/json");
  }
  Conversation conversation;  // of this request alone: requests that share a connection share nothing else
  return ToHttp(desk.Handle(request.body(), conversation, &allowance));
}

// The pages that an --allow-origin names may show the page in a frame, and load the script that puts it there.
void AllowEmbedding(std::string_view path, const Site& site, HttpReply& reply) {
  if (site.allowed_origins.empty()) return;
  reply.framers = "'self'";
  for (const std::string& origin : site.allowed_origins) reply.framers += " " + origin;
  reply.is_for_other_sites = path == "/embed.js";
}

HttpReply ServeFile(const HttpRequest& request, const PageFile& file, const Site& site) {
  HttpReply reply;
  AllowEmbedding(PathOf(request), site, reply);
  reply.content_type = file.content_type;
  reply.headers = "ETag: " + file.etag + "\r\nCache-Control: no-cache\r\n";
  const beast::string_view condition = request[http::field::if_none_match];
  if (MatchesETag({condition.data(), condition.size()}, file.etag)) {
    reply.status = 304;
  } else {
    reply.body = file.content;
  }
  return reply;
}

HttpReply Ready(const Site& site) {
  if (site.draining) return ErrorPage({"", ErrorCode::kShuttingDown, "the server is shutting down", {}});
  return Json(R"({"status":"ready"})");
}

HttpReply UpgradeRequired() {
  HttpReply reply = ErrorPage(426, ErrorCode::kBadRequest, "this path speaks WebSocket");
  reply.headers += "Upgrade: websocket\r\nConnection: Upgrade\r\n";
  return reply;
}

}  // namespace

std::string_view PathOf(const HttpRequest& request) {
  const std::string_view target(request.target().data(), request.target().size());
  return target.substr(0, target.find('?'));
}

HttpReply Route(const HttpRequest& request, const Site& site, Desk& desk, Allowance& allowance) {
  const std::string_view path = PathOf(request);
  if (path == "/api/ask") return AnswerPost(request, desk, allowance);
  if (path == kWebSocketPath) {
    return request.method() == http::verb::get ? UpgradeRequired() : MethodNotAllowed("GET");
  }
  const PageFile* file = site.pages.Find(path);
  const bool browses = path == kBrowsePath || path == kCompletePath;
  const bool known = browses || file != nullptr || path == "/healthz" || path == "/readyz" || path == "/api/about";
  if (!known) return ErrorPage({"", ErrorCode::kNotFound, "there is nothing at this path", {}});
  if (!IsRead(request)) return MethodNotAllowed("GET, HEAD");
  if (file != nullptr) return ServeFile(request, *file, site);
  if (browses) return Browse({request.target().data(), request.target().size()}, site.slot.Current()->brain);
  if (path == "/healthz") return Json(R"({"status":"alive"})");
  if (path == "/readyz") return Ready(site);
  return Json(site.slot.Current()->about);
}

}  // namespace docent
