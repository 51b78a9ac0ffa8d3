// What holds for any bytes that come as an HTTP request's head: they are read or refused, and every reply to them is
// one response: a status line, fields without a line end inside, and one blank line at the end.

#include <boost/beast/http/parser.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bot/server/access.h"
#include "bot/server/page_files.h"
#include "bot/server/request_checks.h"
#include "tests/fuzz/require.h"

namespace {

using docent::HttpReply;
using docent::HttpRequest;
using docent::Require;

void CheckReply(const std::optional<HttpReply>& reply) {
  if (!reply) return;
  const std::string head = HeadOf(*reply, true);
  Require(head.starts_with("HTTP/1.1 "), "a status line");
  Require(head.find("\r\n\r\n") == head.size() - 4, "one blank line, at the end");
  Require(reply->status >= 400 && reply->status < 600, "a refusal has the status of one");
}

void CheckRequest(const HttpRequest& request) {
  const boost::asio::ip::address peer = boost::asio::ip::make_address("127.0.0.1");
  const docent::Client client = docent::ClientOf(request, peer, {peer});
  const docent::Tokens tokens{"api", "admin"};
  CheckReply(docent::CheckHead(request, docent::Limits()));
  CheckReply(docent::CheckHandshake(request, {"https://friend.example"}));
  CheckReply(docent::RefuseAsking(request, tokens));
  CheckReply(docent::RefuseAdmin(request, client, tokens));
  CheckReply(docent::RefuseAdmin(request, client, {}));
  docent::TakesGzip(request);
  docent::WantsWebSocket(request);
  const boost::beast::string_view tags = request[docent::http::field::if_none_match];
  docent::MatchesETag({tags.data(), tags.size()}, "\"tag\"");
  Require(docent::PathOf(request).find('?') == std::string_view::npos, "a path holds no query");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  docent::http::request_parser<docent::http::string_body> parser;
  parser.header_limit(8192);
  parser.body_limit(65536);
  parser.eager(true);
  docent::SystemError error;
  parser.put(boost::asio::buffer(data, size), error);
  if (error) CheckReply(docent::ReadFailure(error));
  if (parser.is_header_done()) CheckRequest(parser.get());
  return 0;
}
