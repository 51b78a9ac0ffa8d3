#include "bot/commands/secret.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace docent {

std::string ReadSecret(const std::filesystem::path& file, const char* variable) {
  if (file.empty()) {
    const char* value = std::getenv(variable);
    return value == nullptr ? "" : value;
  }
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) throw std::runtime_error("found no token in the first line of " + file.string());
  return line;
}

}  // namespace docent
