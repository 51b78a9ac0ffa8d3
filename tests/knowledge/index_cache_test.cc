#include "bot/knowledge/index_cache.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace docent {
namespace {

namespace fs = std::filesystem;

Bytes BytesOf(std::string_view text) { return {reinterpret_cast<const unsigned char*>(text.data()), text.size()}; }

std::string TextOf(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

class IndexCacheTest : public testing::Test {
 protected:
  IndexCacheTest()
      : folder_(fs::temp_directory_path() /
                ("docent_cache_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
  }
  ~IndexCacheTest() override { fs::remove_all(folder_); }

  IndexCache CacheOf(const std::string& key) const { return {folder_, key}; }

  // Writes one byte over what stands there.
  void Overwrite(const fs::path& path, size_t at) const {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(file.get() + 1);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte);
  }

  const fs::path folder_;
  const std::string long_ = std::string(5000, 'x') + "y";
  const std::vector<Bytes> parts_ = {BytesOf("Aurora"), BytesOf(""), BytesOf(long_)};
};

TEST_F(IndexCacheTest, GivesBackWhatWasKept) {
  CacheOf("key").Save(parts_);
  const std::optional<IndexCache::Kept> kept = CacheOf("key").Load();
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->parts.size(), 3U);
  for (size_t i = 0; i < parts_.size(); ++i) EXPECT_EQ(TextOf(kept->parts[i]), TextOf(parts_[i]));
}

TEST_F(IndexCacheTest, AlignsWhatItGivesBack) {
  CacheOf("key").Save(parts_);
  const std::optional<IndexCache::Kept> kept = CacheOf("key").Load();
  ASSERT_TRUE(kept);
  for (const Bytes part : kept->parts) EXPECT_EQ(reinterpret_cast<uintptr_t>(part.data()) % 8, 0U);
}

TEST_F(IndexCacheTest, KeepsNoPartsAtAll) {
  CacheOf("key").Save({});
  ASSERT_TRUE(CacheOf("key").Load());
  EXPECT_TRUE(CacheOf("key").Load()->parts.empty());
}

TEST_F(IndexCacheTest, GivesWhatOutlivesItsFile) {
  CacheOf("key").Save(parts_);
  const std::optional<IndexCache::Kept> kept = CacheOf("key").Load();
  fs::remove_all(folder_);
  EXPECT_EQ(TextOf(kept->parts.back()), long_);
}

TEST_F(IndexCacheTest, GivesTheSameAfterItsMemoryWasGivenBack) {
  CacheOf("key").Save(parts_);
  const std::optional<IndexCache::Kept> kept = CacheOf("key").Load();
  ASSERT_TRUE(kept);
  kept->GiveBack();
  EXPECT_EQ(TextOf(kept->parts.back()), long_);
}

TEST_F(IndexCacheTest, HasNothingBeforeAnythingIsKept) { EXPECT_FALSE(CacheOf("key").Load()); }

TEST_F(IndexCacheTest, DoesNotTakeAnImageOfAnotherKey) {
  CacheOf("key").Save(parts_);
  EXPECT_FALSE(CacheOf("other").Load());
  fs::rename(CacheOf("key").file(), CacheOf("other").file());
  EXPECT_FALSE(CacheOf("other").Load());
}

TEST_F(IndexCacheTest, DoesNotTakeADamagedFile) {
  CacheOf("key").Save(parts_);
  const fs::path file = CacheOf("key").file();
  const size_t size = fs::file_size(file);
  for (const size_t at : {size_t{0}, size_t{8}, size_t{56}, size_t{64}, size_t{72}, size_t{88}, size_t{96}, size / 2}) {
    CacheOf("key").Save(parts_);
    Overwrite(file, at);
    EXPECT_FALSE(CacheOf("key").Load()) << at;
  }
}

TEST_F(IndexCacheTest, DoesNotTakeAFileThatIsTooShortOrTooLong) {
  const fs::path file = CacheOf("key").file();
  CacheOf("key").Save(parts_);
  const size_t size = fs::file_size(file);
  for (const size_t other : {size_t{0}, size_t{10}, size_t{72}, size_t{80}, size - 8, size - 1, size + 1, size + 8}) {
    CacheOf("key").Save(parts_);
    fs::resize_file(file, other);
    EXPECT_FALSE(CacheOf("key").Load()) << other;
  }
}

TEST_F(IndexCacheTest, DoesNotTakeAFileThatOthersMayWrite) {
  CacheOf("key").Save(parts_);
  fs::permissions(CacheOf("key").file(), fs::perms::others_write, fs::perm_options::add);
  EXPECT_FALSE(CacheOf("key").Load());
}

TEST_F(IndexCacheTest, DoesNotFollowALink) {
  CacheOf("key").Save(parts_);
  const fs::path file = CacheOf("key").file();
  fs::rename(file, folder_ / "elsewhere");
  fs::create_symlink("elsewhere", file);
  EXPECT_FALSE(CacheOf("key").Load());
}

TEST_F(IndexCacheTest, ReplacesADamagedFile) {
  CacheOf("key").Save(parts_);
  Overwrite(CacheOf("key").file(), 5000);
  CacheOf("key").Save(parts_);
  EXPECT_TRUE(CacheOf("key").Load());
}

TEST_F(IndexCacheTest, LeavesNothingElseInTheFolder) {
  CacheOf("key").Save(parts_);
  CacheOf("key").Save(parts_);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(IndexCacheTest, SaysWhereItCannotWrite) {
  std::ofstream(folder_) << "a file where the folder should be";
  try {
    CacheOf("key").Save(parts_);
    FAIL() << "it wrote into a file as if it were a folder";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(error.what(), "cannot keep the index in " + folder_.string() + ": Not a directory");
  }
}

TEST_F(IndexCacheTest, KeepsTheTwoLastUsed) {
  const auto now = fs::file_time_type::clock::now();
  for (const char* key : {"first", "second"}) CacheOf(key).Save(parts_);
  fs::last_write_time(CacheOf("first").file(), now - std::chrono::minutes(9));
  fs::last_write_time(CacheOf("second").file(), now - std::chrono::minutes(8));
  EXPECT_TRUE(CacheOf("first").Load());  // used, and so later than the second
  CacheOf("third").Save(parts_);
  std::string left;
  for (const char* key : {"first", "second", "third"})
    left += fs::exists(CacheOf(key).file()) ? std::string(key) + " " : "";
  EXPECT_EQ(left, "first third ");
}

TEST_F(IndexCacheTest, KeepsWhatIsNewThoughTheClockWasSetBack) {
  for (const char* key : {"first", "second"}) {
    CacheOf(key).Save(parts_);
    fs::last_write_time(CacheOf(key).file(), fs::file_time_type::clock::now() + std::chrono::hours(48));
  }
  CacheOf("third").Save(parts_);
  EXPECT_TRUE(CacheOf("third").Load());
  CacheOf("fourth").Save(parts_);
  EXPECT_TRUE(CacheOf("third").Load() && CacheOf("fourth").Load());
  EXPECT_FALSE(CacheOf("first").Load() || CacheOf("second").Load());
}

TEST_F(IndexCacheTest, ClearsAwayWhatADeadProcessLeft) {
  fs::create_directories(folder_);
  const fs::path old = folder_ / "docent-0.index.17.new";
  const fs::path fresh = folder_ / "docent-0.index.18.new";
  const fs::path foreign = folder_ / "notes.new";
  for (const fs::path& path : {old, fresh, foreign}) std::ofstream(path) << "half an index";
  for (const fs::path& path : {old, foreign})
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(2));
  CacheOf("key").Save(parts_);
  EXPECT_FALSE(fs::exists(old));
  EXPECT_TRUE(fs::exists(fresh));
  EXPECT_TRUE(fs::exists(foreign));
}

}  // namespace
}  // namespace docent
