#include "bot/server/tls.h"

#include <openssl/ssl.h>

#include <boost/system/system_error.hpp>
#include <stdexcept>
#include <utility>

namespace docent {
namespace {

namespace ssl = boost::asio::ssl;

[[noreturn]] void Throw(const std::filesystem::path& file, const boost::system::error_code& error) {
  throw std::runtime_error("cannot use " + file.string() + " for TLS: " + error.message());
}

std::shared_ptr<ssl::context> Read(const TlsFiles& files) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 |
                       ssl::context::no_compression);
  SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);  // an idle connection holds none
  boost::system::error_code error;
  context->use_certificate_chain_file(files.certificate.string(), error);
  if (error) Throw(files.certificate, error);
  context->use_private_key_file(files.key.string(), ssl::context::pem, error);
  if (error) Throw(files.key, error);
  return context;
}

}  // namespace

Tls::Tls(TlsFiles files) : files_(std::move(files)), current_(Read(files_)) {}

void Tls::Reread() {
  std::shared_ptr<ssl::context> next = Read(files_);
  const std::lock_guard lock(mutex_);
  current_ = std::move(next);
}

std::shared_ptr<ssl::context> Tls::Current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

}  // namespace docent
