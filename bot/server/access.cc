#include "bot/server/access.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>

namespace docent {
namespace {

using boost::asio::ip::address;

// Takes as long for a near miss as for a far one.
bool EqualInConstantTime(std::string_view given, std::string_view secret) {
  unsigned difference = given.size() == secret.size() ? 0 : 1;
  for (size_t i = 0; i < secret.size(); ++i) {
    const char c = i < given.size() ? given[i] : '\0';
    difference |= static_cast<unsigned char>(c ^ secret[i]);
  }
  return difference == 0;
}

bool HasToken(const HttpRequest& request, std::string_view token) {
  constexpr std::string_view kScheme = "bearer ";
  if (request.count(http::field::authorization) != 1) return false;
  const beast::string_view field = request[http::field::authorization];
  const std::string_view given(field.data(), field.size());
  return given.size() > kScheme.size() && beast::iequals(field.substr(0, kScheme.size()), "bearer ") &&
         EqualInConstantTime(given.substr(kScheme.size()), token);
}

HttpReply TokenWanted() {
  HttpReply reply = ErrorPage(401, ErrorCode::kBadRequest, "this needs a token: Authorization: Bearer ...");
  reply.headers += "WWW-Authenticate: Bearer\r\n";
  reply.close = true;
  return reply;
}

bool IsProxy(const address& one, const std::vector<address>& proxies) {
  return std::find(proxies.begin(), proxies.end(), one) != proxies.end();
}

std::string_view Trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

}  // namespace

std::optional<HttpReply> RefuseAsking(const HttpRequest& request, const Tokens& tokens) {
  if (tokens.api.empty() || HasToken(request, tokens.api)) return std::nullopt;
  return TokenWanted();
}

std::optional<HttpReply> RefuseAdmin(const HttpRequest& request, const Client& client, const Tokens& tokens) {
  if (!tokens.admin.empty()) {
    if (HasToken(request, tokens.admin)) return std::nullopt;
    return TokenWanted();
  }
  const bool from_page = request.count(http::field::origin) > 0 || request.count("Sec-Fetch-Site") > 0;
  if (client.address.is_loopback() && !client.forwarded && !from_page) return std::nullopt;
  HttpReply reply = ErrorPage(403, ErrorCode::kBadRequest, "without an admin token only programs of this machine may");
  reply.close = true;
  return reply;
}

Client ClientOf(const HttpRequest& request, const address& peer, const std::vector<address>& proxies) {
  const bool forwarded = request.count("X-Forwarded-For") > 0 || request.count("Forwarded") > 0;
  Client client{peer, forwarded};
  if (!IsProxy(peer, proxies)) return client;
  std::string chain;  // several fields are one list
  for (const auto& field : request) {
    if (!beast::iequals(field.name_string(), "X-Forwarded-For")) continue;
    chain.append(chain.empty() ? "" : ",").append(field.value().data(), field.value().size());
  }
  std::string_view rest = chain;
  while (!rest.empty()) {
    const size_t comma = rest.rfind(',');
    const std::string_view last = Trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
    SystemError error;
    const address one = boost::asio::ip::make_address(std::string(last), error);
    if (error) break;  // nobody a proxy of ours would write: it is taken for the proxy's own
    client.address = one;
    if (!IsProxy(one, proxies) || comma == std::string_view::npos) break;
    rest = rest.substr(0, comma);
  }
  return client;
}

}  // namespace docent
