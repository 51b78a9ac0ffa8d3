// What holds for any bytes as the target of a GET: only the files that were loaded are found by it, and the paths that
// have a query reply to any query, with JSON.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "bot/server/browse.h"
#include "bot/server/page_files.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/shipped_brain.h"

namespace {

using docent::Require;

void CheckBrowse(const std::string& target, const docent::Catalogue& catalogue) {
  const docent::HttpReply reply = docent::Browse(target, catalogue, "docs/");
  Require(reply.status == 200 || reply.status == 400 || reply.status == 404, "a query is answered or refused");
  Require(nlohmann::json::accept(reply.body), "a reply is JSON");
  Require(HeadOf(reply, true).find("\r\n\r\n") == HeadOf(reply, true).size() - 4, "a head ends where it should");
}

void CheckFiles(std::string_view target) {
  static const docent::PageFiles files = docent::PageFiles::Load(std::string(DOCENT_TREE) + "/web");
  const docent::PageFile* file = files.Find(target);
  if (file == nullptr) return;
  Require(target == "/" || target.find('/', 1) == std::string_view::npos, "files of folders are not served");
}

const docent::Catalogue& TheCatalogue() {
  static const docent::Catalogue catalogue(docent::LoadShippedBrain());
  return catalogue;
}

}  // namespace

// Loads the Brain, which takes so long on a busy machine that an input would be blamed for it.
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/) {
  TheCatalogue();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const docent::Catalogue& catalogue = TheCatalogue();
  const std::string_view target(reinterpret_cast<const char*>(data), size);
  CheckFiles(target);
  CheckBrowse(std::string(docent::kBrowsePath) + "?" + std::string(target), catalogue);
  CheckBrowse(std::string(docent::kCompletePath) + "?" + std::string(target), catalogue);
  return 0;
}
