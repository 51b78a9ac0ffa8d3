#include "bot/server/page_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace docent {
namespace {

namespace fs = std::filesystem;

// A folder that is gone after the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("docent-page-" + std::to_string(::getpid()))) {
    fs::create_directories(path_ / "inner");
  }
  ~Folder() { fs::remove_all(path_); }
  Folder& With(const std::string& name, const std::string& content) {
    std::ofstream(path_ / name) << content;
    return *this;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(PageFiles, ServesTheIndexAtTheRootToo) {
  Folder folder;
  const PageFiles files = PageFiles::Load(folder.With("index.html", "<p>").path());
  ASSERT_NE(files.Find("/"), nullptr);
  EXPECT_EQ(files.Find("/")->content, "<p>");
  EXPECT_EQ(files.Find("/index.html")->content_type, "text/html; charset=utf-8");
}

TEST(PageFiles, KnowsNothingButItsFiles) {
  Folder folder;
  folder.With("main.js", "x").With("secret.txt", "x").With("noextension", "x").With("inner/deep.js", "x");
  const PageFiles files = PageFiles::Load(folder.path());
  EXPECT_EQ(files.size(), 1u);
  for (const char* path : {"", "/", "main.js", "/main.js/", "//main.js", "/MAIN.JS", "/secret.txt", "/noextension",
                           "/inner/deep.js", "/inner/../main.js"}) {
    EXPECT_EQ(files.Find(path), nullptr) << path;
  }
}

TEST(PageFiles, ServesDocumentsBelowAPathOfTheirOwn) {
  Folder folder;
  folder.With("index.html", "all").With("files.html", "keys").With("ask.py.html", "code").With("base.css", "x");
  PageFiles files;
  files.AddDocuments(folder.path());
  EXPECT_EQ(files.size(), 4u);
  EXPECT_EQ(files.Find("/docs/")->content, "all");
  EXPECT_EQ(files.Find("/docs/files")->content, "keys");
  EXPECT_EQ(files.Find("/docs/ask.py")->content_type, "text/html; charset=utf-8");
  EXPECT_EQ(files.Find("/docs/base.css")->content_type, "text/css; charset=utf-8");
  for (const char* path : {"/", "/docs", "/docs/index", "/docs/index.html", "/docs/files.html", "/files"}) {
    EXPECT_EQ(files.Find(path), nullptr) << path;
  }
}

TEST(PageFiles, ChangesTheTagWithTheContent) {
  Folder folder;
  const std::string before = PageFiles::Load(folder.With("a.css", "x").path()).Find("/a.css")->etag;
  const std::string same = PageFiles::Load(folder.With("a.css", "x").path()).Find("/a.css")->etag;
  const std::string after = PageFiles::Load(folder.With("a.css", "y").path()).Find("/a.css")->etag;
  EXPECT_EQ(before, same);
  EXPECT_NE(before, after);
}

TEST(PageFiles, SaysWhichFolderIsMissing) { EXPECT_THROW(PageFiles::Load("/nowhere/at/all"), std::runtime_error); }

TEST(MatchesETag, ComparesWeaklyAndInLists) {
  EXPECT_TRUE(MatchesETag(R"("a")", R"("a")"));
  EXPECT_TRUE(MatchesETag(R"(W/"a")", R"("a")"));
  EXPECT_TRUE(MatchesETag(R"("b" , "a")", R"("a")"));
  EXPECT_TRUE(MatchesETag("*", R"("a")"));
  for (const char* header : {"", ",", " ", R"("b")", "a", R"("a)", R"("a""b")"}) {
    EXPECT_FALSE(MatchesETag(header, R"("a")")) << header;
  }
}

}  // namespace
}  // namespace docent
