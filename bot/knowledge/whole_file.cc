#include "bot/knowledge/whole_file.h"

#include <fstream>
#include <system_error>

namespace docent {

std::optional<std::string> ReadWhole(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::error_code unknown;  // the length is only a guess: a pipe has none, and a file may grow while it is read
  const uintmax_t length = std::filesystem::file_size(path, unknown);
  std::string content(unknown ? 0 : static_cast<size_t>(length), '\0');
  size_t read = 0;
  while (stream) {
    constexpr size_t kMore = 1 << 16;
    if (read == content.size() && stream.peek() != std::ifstream::traits_type::eof()) content.resize(read + kMore);
    stream.read(content.data() + read, static_cast<std::streamsize>(content.size() - read));
    read += static_cast<size_t>(stream.gcount());
  }
  if (!stream.eof()) return std::nullopt;
  content.resize(read);
  return content;
}

}  // namespace docent
