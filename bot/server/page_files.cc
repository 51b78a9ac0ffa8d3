#include "bot/server/page_files.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace docent {
namespace {

struct ContentType {
  std::string_view extension;
  std::string_view name;
};

constexpr std::array kContentTypes = {
    ContentType{".html", "text/html; charset=utf-8"},
    ContentType{".css", "text/css; charset=utf-8"},
    ContentType{".js", "text/javascript; charset=utf-8"},
    ContentType{".svg", "image/svg+xml"},
    ContentType{".png", "image/png"},
    ContentType{".woff2", "font/woff2"},
};

std::string_view ContentTypeOf(const std::filesystem::path& file) {
  for (const ContentType& type : kContentTypes) {
    if (file.extension() == type.extension) return type.name;
  }
  return {};
}

std::string ReadWhole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) throw std::runtime_error("cannot read " + file.string());
  return content;
}

// FNV-1a, 64 bits: tells versions of a file apart; nothing hangs on it that an enemy could want to collide.
std::string ETagOf(std::string_view content) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  constexpr char kDigits[] = "0123456789abcdef";
  std::string tag = "\"";
  for (int shift = 60; shift >= 0; shift -= 4) tag += kDigits[hash >> shift & 15];
  return tag + '"';
}

// RFC 1952, at the best level: it is done once.
std::string Gzip(const std::string& content) {
  constexpr int kGzipWindow = 15 + 16;  // the largest, with gzip's header
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string packed(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return result == Z_STREAM_END && packed.size() < content.size() ? packed : std::string();
}

// Calls `take` with the name and the file of each in `folder`, not in folders in it, that has a type a page is made of.
template <typename Take>
void ReadFolder(const std::filesystem::path& folder, const Take& take) {
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    const std::string_view type = ContentTypeOf(entry.path());
    if (!entry.is_regular_file() || type.empty()) continue;
    PageFile file{ReadWhole(entry.path()), type, "", ""};
    file.etag = ETagOf(file.content);
    file.gzipped = Gzip(file.content);
    take(entry.path().filename(), std::move(file));
  }
  if (failed) throw std::runtime_error("cannot read the page's folder " + folder.string() + ": " + failed.message());
}

}  // namespace

PageFiles PageFiles::Load(const std::filesystem::path& folder) {
  PageFiles files;
  ReadFolder(folder, [&files](const std::filesystem::path& name, PageFile file) {
    if (name == "index.html") files.files_["/"] = file;
    files.files_["/" + name.string()] = std::move(file);
  });
  return files;
}

void PageFiles::AddDocuments(const std::filesystem::path& folder) {
  ReadFolder(folder, [this](const std::filesystem::path& name, PageFile file) {
    const std::string served = name.extension() == ".html" ? name.stem().string() : name.string();
    files_[std::string(kDocumentsPath) + (served == "index" ? "" : served)] = std::move(file);
  });
}

const PageFile* PageFiles::Find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

bool MatchesETag(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    const size_t comma = if_none_match.find(',');
    std::string_view tag = if_none_match.substr(0, comma);
    tag.remove_prefix(std::min(tag.find_first_not_of(" \t"), tag.size()));
    tag = tag.substr(0, tag.find_last_not_of(" \t") + 1);
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == "*" || tag == etag) return true;
    if (comma == std::string_view::npos) break;
    if_none_match.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace docent
