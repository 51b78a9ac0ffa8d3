#include "bot/server/router.h"

#include <utility>

#include "bot/server/browse.h"
#include "bot/server/json_writer.h"
#include "bot/server/origin.h"
#include "bot/server/request_checks.h"
#include "bot/server/thread_clock.h"

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
  if (site.policy.allowed_origins.empty()) return;
  reply.framers = "'self'";
  for (const std::string& origin : site.policy.allowed_origins) reply.framers += " " + origin;
  reply.is_for_other_sites = path == "/embed.js";
}

HttpReply ServeFile(const HttpRequest& request, const PageFile& file, const Site& site) {
  HttpReply reply;
  AllowEmbedding(PathOf(request), site, reply);
  reply.content_type = file.content_type;
  const bool packed = !file.gzipped.empty() && TakesGzip(request);
  const std::string etag = packed ? file.etag.substr(0, file.etag.size() - 1) + "-gzip\"" : file.etag;
  reply.headers = "ETag: " + etag + "\r\nCache-Control: no-cache\r\nVary: Accept-Encoding\r\n";
  const beast::string_view condition = request[http::field::if_none_match];
  if (MatchesETag({condition.data(), condition.size()}, etag)) {
    reply.status = 304;
    return reply;
  }
  if (packed) reply.headers += "Content-Encoding: gzip\r\n";
  reply.body = packed ? file.gzipped : file.content;
  return reply;
}

// Looking around costs work as asking does, and is charged for as asking is.
HttpReply BrowseCharged(const HttpRequest& request, const Site& site, Allowance& allowance) {
  const Admission::Wait wait = allowance.Take(Admission::Clock::now());
  if (wait.time.count() > 0) {
    return ErrorPage({"", ErrorCode::kTooMany, "too many requests in a short time", wait.time, wait.limit});
  }
  const ThreadClock::time_point began = ThreadClock::now();
  const std::string_view documents = site.pages.Find(kDocumentsPath) == nullptr ? "" : kDocumentsPath.substr(1);
  HttpReply reply =
      Browse({request.target().data(), request.target().size()}, site.slot.Current()->catalogue.Get(), documents);
  allowance.SpendWork(ThreadClock::now() - began);
  return reply;
}

HttpReply MetricsPage(const HttpRequest& request, const Client& client, const Site& site) {
  if (std::optional<HttpReply> refusal = RefuseAdmin(request, client, site.policy.tokens)) return std::move(*refusal);
  const std::shared_ptr<const ServedBrain> served = site.slot.Current();
  const Brain& brain = *served->brain;
  HttpReply reply = Json(site.observer->metrics().Page(
      {site.admission.connections(), brain.fact_count(), brain.rule_count(), brain.entity_count()}));
  reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
  return reply;
}

std::string_view ReasonName(RefusalReason reason) {
  switch (reason) {
    case RefusalReason::kNone:
      return "";
    case RefusalReason::kFiles:
      return "files";
    case RefusalReason::kTests:
      return "tests";
    case RefusalReason::kMachine:
      return "machine";
  }
  return "";
}

HttpReply Ready(const Site& site) {
  if (site.draining) return ErrorPage({"", ErrorCode::kShuttingDown, "the server is shutting down", {}});
  return Json(R"({"status":"ready"})");
}

// /docs is /docs/: what a page in a folder links to is relative to the folder. Location is relative too, since a proxy
// may serve all this below a path of its own.
HttpReply MovedIntoFolder(std::string_view path) {
  HttpReply reply;
  reply.status = 308;
  reply.headers = "Location: " + std::string(path.substr(path.rfind('/') + 1)) + "/\r\nCache-Control: no-cache\r\n";
  return reply;
}

HttpReply UpgradeRequired() {
  HttpReply reply = ErrorPage(426, ErrorCode::kBadRequest, "this path speaks WebSocket");
  reply.headers += "Upgrade: websocket\r\nConnection: Upgrade\r\n";
  return reply;
}

// The page of another origin that was named may read what the API says, and send JSON and a token to it.
bool IsFromAllowedPage(const HttpRequest& request, const Site& site) {
  const beast::string_view origin = request[http::field::origin];
  return request.count(http::field::origin) == 1 &&
         IsAllowedOrigin({origin.data(), origin.size()}, "", site.policy.allowed_origins);
}

bool IsPreflight(const HttpRequest& request) {
  return request.method() == http::verb::options && request.count(http::field::access_control_request_method) == 1;
}

HttpReply PreflightReply() {
  HttpReply reply;
  reply.status = 204;
  reply.headers =
      "Access-Control-Allow-Methods: GET, POST\r\nAccess-Control-Allow-Headers: Authorization, Content-Type\r\n"
      "Access-Control-Max-Age: 600\r\n";
  return reply;
}

HttpReply RouteRequest(const HttpRequest& request, const Client& client, const Site& site, Desk& desk,
                       Allowance& allowance) {
  const std::string_view path = PathOf(request);
  // What is known can be looked through, too: whoever may not ask may not read the facts one by one either.
  if (path.starts_with("/api/")) {
    if (std::optional<HttpReply> refusal = RefuseAsking(request, site.policy.tokens)) return std::move(*refusal);
  }
  if (path == "/api/ask") return AnswerPost(request, desk, allowance);
  if (path == kWebSocketPath) {
    return request.method() == http::verb::get ? UpgradeRequired() : MethodNotAllowed("GET");
  }
  const PageFile* file = site.pages.Find(path);
  const bool browses = path == kBrowsePath || path == kCompletePath;
  const bool is_folder = file == nullptr && site.pages.Find(std::string(path) + "/") != nullptr;
  const bool known = browses || file != nullptr || is_folder || path == "/healthz" || path == "/readyz" ||
                     path == "/api/about" || path == "/metrics";
  if (!known) return ErrorPage({"", ErrorCode::kNotFound, "there is nothing at this path", {}});
  if (!IsRead(request)) return MethodNotAllowed("GET, HEAD");
  if (file != nullptr) return ServeFile(request, *file, site);
  if (is_folder) return MovedIntoFolder(path);
  if (browses) return BrowseCharged(request, site, allowance);
  if (path == "/healthz") return Json(R"({"status":"alive"})");
  if (path == "/readyz") return Ready(site);
  if (path == "/metrics") return MetricsPage(request, client, site);
  return Json(site.slot.Current()->about);
}

}  // namespace

HttpReply Route(const HttpRequest& request, const Client& client, const Site& site, Desk& desk, Allowance& allowance) {
  const bool may_be_read = PathOf(request).starts_with("/api/") && IsFromAllowedPage(request, site);
  HttpReply reply =
      may_be_read && IsPreflight(request) ? PreflightReply() : RouteRequest(request, client, site, desk, allowance);
  if (may_be_read) {
    const beast::string_view origin = request[http::field::origin];
    reply.headers +=
        "Access-Control-Allow-Origin: " + std::string(origin.data(), origin.size()) + "\r\nVary: Origin\r\n";
  }
  return reply;
}

std::optional<HttpReply> RefuseReload(const HttpRequest& request, const Client& client, const Site& site) {
  if (request.method() != http::verb::post) return MethodNotAllowed("POST");
  return RefuseAdmin(request, client, site.policy.tokens);
}

HttpReply ReloadReply(const ReloadOutcome& outcome) {
  JsonWriter json;
  json.BeginObject().Field("type", "reload").Field("status", ReloadStatusName(outcome.status));
  json.Field("brain", outcome.brain);
  if (outcome.status == ReloadStatus::kRefused) {
    json.Field("reason", ReasonName(outcome.reason)).Field("message", outcome.message);
  }
  HttpReply reply = Json(json.EndObject().Take());
  if (outcome.status == ReloadStatus::kRefused) reply.status = 422;
  return reply;
}

}  // namespace docent
