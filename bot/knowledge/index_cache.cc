#include "bot/knowledge/index_cache.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "bot/knowledge/content_hash.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

constexpr size_t kKept = 2;
constexpr auto kAbandoned = std::chrono::hours(1);  // so old a temporary file is of a docent that died
constexpr std::string_view kPrefix = "docent-";
constexpr std::string_view kExtension = ".index";
constexpr std::string_view kTemporary = ".new";

// What stands at the beginning, as it lies in memory: another byte order makes another magic. The lengths of all parts
// follow, then the parts.
struct Header {
  uint64_t magic = 0x31586E49636F6400;  // of this layout
  std::array<char, 48> key{};
  uint64_t parts = 0;
  uint64_t checksum = 0;  // of all that follows
};
static_assert(sizeof(Header) == 72);

size_t RoundUp(size_t size) { return (size + 7) / 8 * 8; }

std::array<char, 48> Padded(std::string_view key) {
  std::array<char, 48> padded{};
  std::copy_n(key.begin(), std::min(key.size(), padded.size()), padded.begin());
  return padded;
}

// FNV-1a by words of eight bytes, four of them side by side: nearly as fast as memory is read.
uint64_t ChecksumOf(Bytes bytes, uint64_t before) {
  constexpr uint64_t kPrime = 1099511628211ULL;
  std::array<uint64_t, 4> lanes = {1, 2, 3, 4};
  size_t at = 0;
  for (; at + sizeof(lanes) <= bytes.size(); at += sizeof(lanes)) {
    std::array<uint64_t, 4> words{};
    std::memcpy(words.data(), bytes.data() + at, sizeof(words));
    for (size_t lane = 0; lane < lanes.size(); ++lane) {
      lanes[lane] = (lanes[lane] ^ words[lane]) * kPrime;
      lanes[lane] ^= lanes[lane] >> 32;
    }
  }
  uint64_t sum = before ^ bytes.size();
  for (const uint64_t lane : lanes) sum = (sum ^ lane) * kPrime;
  for (; at < bytes.size(); ++at) sum = (sum ^ bytes[at]) * kPrime;
  return sum ^ sum >> 32;
}

template <typename T>
Bytes BytesOf(std::span<const T> values) {
  return {reinterpret_cast<const unsigned char*>(values.data()), values.size_bytes()};
}

uint64_t ChecksumOf(const std::vector<uint64_t>& lengths, const std::vector<Bytes>& parts) {
  uint64_t sum = ChecksumOf(BytesOf<uint64_t>(lengths), 0);
  for (const Bytes part : parts) sum = ChecksumOf(part, sum);
  return sum;
}

// The same of what is mapped, which is not in memory all at once.
uint64_t ChecksumOf(const std::vector<uint64_t>& lengths, const IndexCache::Kept& kept) {
  constexpr size_t kMuch = 1 << 26;
  size_t looked_at = 0;
  uint64_t sum = ChecksumOf(BytesOf<uint64_t>(lengths), 0);
  for (const Bytes part : kept.parts) {
    sum = ChecksumOf(part, sum);
    looked_at += part.size();
    if (looked_at < kMuch) continue;
    kept.GiveBack();
    looked_at = 0;
  }
  kept.GiveBack();
  return sum;
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void Fail(const fs::path& path, int error) {
  throw std::runtime_error("cannot keep the index in " + path.string() + ": " + std::generic_category().message(error));
}

void WriteAll(int file, Bytes bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) Fail(path, errno);
    bytes = bytes.subspan(static_cast<size_t>(written));
  }
}

// Removed when it goes out of scope, unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(fs::path path)
      : path_(std::move(path)), file_(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
    if (file_.number() < 0) Fail(path_, errno);
  }
  ~TemporaryFile() {
    std::error_code gone;
    fs::remove(path_, gone);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void Write(Bytes bytes) { WriteAll(file_.number(), bytes, path_); }
  void Rename(const fs::path& to) {
    if (std::rename(path_.c_str(), to.c_str()) != 0) Fail(to, errno);
  }

 private:
  fs::path path_;
  Descriptor file_;
};

}  // namespace

void IndexCache::Kept::GiveBack() const {
  // It may fail: that costs memory, no more.
  madvise(const_cast<unsigned char*>(all.data()), all.size(), MADV_DONTNEED);
}

IndexCache::IndexCache(fs::path folder, std::string key) : folder_(std::move(folder)), key_(std::move(key)) {
  ContentHash hash;
  hash.Mix(key_);
  file_ = folder_ / (std::string(kPrefix) + hash.ToString() + std::string(kExtension));
}

std::optional<IndexCache::Kept> IndexCache::Load() const {
  const Descriptor file(open(file_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  struct stat state {};
  if (file.number() < 0 || fstat(file.number(), &state) != 0) return std::nullopt;
  const bool is_ours =
      S_ISREG(state.st_mode) && state.st_uid == geteuid() && (state.st_mode & (S_IWGRP | S_IWOTH)) == 0;
  const auto length = static_cast<size_t>(state.st_size);
  if (!is_ours || length < sizeof(Header)) return std::nullopt;
  void* begin = mmap(nullptr, length, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (begin == MAP_FAILED) return std::nullopt;
  Bytes rest(static_cast<const unsigned char*>(begin), length);
  Kept kept{{begin, [length](void* mapped) { munmap(mapped, length); }}, {}, rest};
  Header header;
  std::memcpy(&header, rest.data(), sizeof(header));
  rest = rest.subspan(sizeof(header));
  if (header.magic != Header().magic || header.key != Padded(key_) || header.parts > rest.size() / sizeof(uint64_t)) {
    return std::nullopt;
  }
  std::vector<uint64_t> lengths(header.parts);
  if (!lengths.empty()) std::memcpy(lengths.data(), rest.data(), lengths.size() * sizeof(uint64_t));
  rest = rest.subspan(lengths.size() * sizeof(uint64_t));
  for (const uint64_t part : lengths) {
    if (part > rest.size() || RoundUp(part) > rest.size()) return std::nullopt;
    kept.parts.push_back(rest.first(part));
    rest = rest.subspan(RoundUp(part));
  }
  if (!rest.empty() || header.checksum != ChecksumOf(lengths, kept)) return std::nullopt;
  futimens(file.number(), nullptr);  // used just now; that it may fail decides only what is kept longer
  return kept;
}

void IndexCache::Save(const std::vector<Bytes>& parts) const {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) Fail(folder_, error.value());
  std::vector<uint64_t> lengths;
  lengths.reserve(parts.size());
  for (const Bytes part : parts) lengths.push_back(part.size());
  Header header;
  header.key = Padded(key_);
  header.parts = parts.size();
  header.checksum = ChecksumOf(lengths, parts);
  TemporaryFile file(file_.string() + "." + std::to_string(getpid()) + std::string(kTemporary));
  file.Write(BytesOf(std::span<const Header>(&header, 1)));
  file.Write(BytesOf<uint64_t>(lengths));
  constexpr std::array<unsigned char, 8> kPadding{};
  for (const Bytes part : parts) {
    file.Write(part);
    file.Write(Bytes(kPadding).first(RoundUp(part.size()) - part.size()));
  }
  file.Rename(file_);
  ForgetOldest();
}

void IndexCache::ForgetOldest() const {
  struct Found {
    fs::file_time_type used;
    fs::path path;
  };
  std::vector<Found> found;
  std::error_code ignored;  // another docent may tidy up at the same time
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix)) continue;
    const fs::file_time_type used = entry.last_write_time(ignored);
    if (name.ends_with(kExtension)) found.push_back({used, entry.path()});
    const bool is_left_over = name.ends_with(kTemporary) && fs::file_time_type::clock::now() - used > kAbandoned;
    if (is_left_over) fs::remove(entry.path(), ignored);
  }
  // A time to come is of a clock that was set back since: whenever that was, it was before what was kept just now.
  const fs::file_time_type now = fs::file_time_type::clock::now();
  const auto age = [now](const Found& one) {
    return one.used > now ? fs::file_time_type::duration::max() : now - one.used;
  };
  std::sort(found.begin(), found.end(), [&](const Found& one, const Found& other) { return age(one) < age(other); });
  for (size_t i = kKept; i < found.size(); ++i) fs::remove(found[i].path, ignored);
}

}  // namespace docent
