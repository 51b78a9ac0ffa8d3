#include "bot/commands/new_files.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>

namespace docent {

void WriteNewFile(const std::filesystem::path& path, std::string_view content) {
  std::error_code failed;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), failed);
  // "x": fails if the file is there, without a gap between looking and writing.
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"), std::fclose);
  if (!file) {
    if (std::filesystem::exists(path, failed))
      throw std::runtime_error(path.string() + " is there already and is not overwritten; name another place");
    throw std::runtime_error("cannot write " + path.string());
  }
  if (std::fwrite(content.data(), 1, content.size(), file.get()) != content.size())
    throw std::runtime_error("cannot write " + path.string());
}

std::string ReadWholeFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) throw std::runtime_error("cannot read " + path.string());
  if (!in.is_open()) throw std::runtime_error("cannot read " + path.string());
  return content;
}

}  // namespace docent
