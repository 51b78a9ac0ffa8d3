// bot/server/access.h
// Who may do what over HTTP: bearer tokens for the API and for the operator's paths, and whom a proxy speaks for.

#pragma once

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/server/asio_types.h"
#include "bot/server/http_reply.h"

namespace docent {

// Secrets never come from the command line, where every user of the machine can read them.
struct Tokens {
  std::string api;    // empty: everybody may ask
  std::string admin;  // empty: only this machine may look at metrics and reload
};

// Where a request came from.
struct Client {
  boost::asio::ip::address address;  // of whom the request is, as far as is known
  bool forwarded = false;            // by a proxy, trusted or not
};

// The refusal of a request to ask, if it lacks the token.
std::optional<HttpReply> RefuseAsking(const HttpRequest& request, const Tokens& tokens);

// The refusal of a request for the operator's paths, if it lacks the token or, where there is none, comes from another
// machine, through a proxy or from a page in a browser.
std::optional<HttpReply> RefuseAdmin(const HttpRequest& request, const Client& client, const Tokens& tokens);

// Whose request this is: `peer` itself or, if that is one of `proxies`, the last address in X-Forwarded-For that is
// none of them. What a stranger writes into the header stands before that, and does not count.
Client ClientOf(const HttpRequest& request, const boost::asio::ip::address& peer,
                const std::vector<boost::asio::ip::address>& proxies);

}  // namespace docent
