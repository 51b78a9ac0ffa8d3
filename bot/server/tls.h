// bot/server/tls.h
// The certificate that connections are secured with. It can be read anew while the server runs: connections that are
// open stay as they are. Thread-safe.

#pragma once

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <memory>
#include <mutex>

namespace docent {

struct TlsFiles {
  std::filesystem::path certificate;  // PEM, with the chain; empty: no TLS
  std::filesystem::path key;          // PEM
};

class Tls {
 public:
  // Reads the files. Throws std::runtime_error, saying which is wrong.
  explicit Tls(TlsFiles files);

  // Reads them again. If it throws, what was read before stays.
  void Reread();

  std::shared_ptr<boost::asio::ssl::context> Current() const;

 private:
  const TlsFiles files_;
  mutable std::mutex mutex_;
  std::shared_ptr<boost::asio::ssl::context> current_;
};

}  // namespace docent
