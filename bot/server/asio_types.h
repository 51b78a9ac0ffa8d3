// bot/server/asio_types.h
// The Asio types that docent uses: sockets and coroutines bound to an io_context that one thread runs, without
// type-erased executors. Operations return (error, result) as a tuple instead of throwing.

#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace docent {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

using SystemError = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::ip::tcp::socket::rebind_executor<Executor>::other;
using HttpRequest = http::request<http::string_body>;

template <class Result = void>
using Task = asio::awaitable<Result, Executor>;

inline constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> kAsTuple{};

}  // namespace docent
