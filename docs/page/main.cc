// make_documents ROOT OUT FRAME INDEX FILE...: writes a page into the folder OUT for the document INDEX and each FILE,
// whose paths are relative to the folder ROOT, in the frame that the file FRAME is. Run by the build.

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>

#include "docs/page/book.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

std::string ReadWhole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return content;
}

void Write(const fs::path& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out << content << std::flush;
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

void MakePages(std::span<char*> arguments) {
  if (arguments.size() < 4) throw std::runtime_error("usage: make_documents ROOT OUT FRAME INDEX FILE...");
  const fs::path root = arguments[0];
  const fs::path out = arguments[1];
  Book book(arguments[3]);
  for (const char* file : arguments.subspan(3)) book.Add(file, ReadWhole(root / file));
  fs::create_directories(out);
  for (const auto& [name, html] : book.Pages(ReadWhole(arguments[2]))) Write(out / (name + ".html"), html);
}

}  // namespace
}  // namespace docent

int main(int argc, char** argv) {
  try {
    docent::MakePages(std::span(argv, static_cast<size_t>(argc)).subspan(1));
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::cerr << "make_documents: " << error.what() << "\n";
    return EXIT_FAILURE;
  }
}
