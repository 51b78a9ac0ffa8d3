#include "bot/knowledge/program_identity.h"

#include <link.h>
#include <sys/stat.h>

#include <cstddef>
#include <string_view>

#include "bot/knowledge/content_hash.h"

namespace docent {
namespace {

size_t RoundUp(size_t size) { return (size + 3) / 4 * 4; }

// The build id among the notes, or nothing. Notes are a header, a name and a text, each rounded up to four bytes.
std::string_view FindBuildId(const char* notes, size_t size) {
  constexpr std::string_view kGnu("GNU\0", 4);
  while (size >= sizeof(ElfW(Nhdr))) {
    const auto* note = reinterpret_cast<const ElfW(Nhdr)*>(notes);
    const size_t name = sizeof(ElfW(Nhdr));
    const size_t text = name + RoundUp(note->n_namesz);
    const size_t end = text + RoundUp(note->n_descsz);
    if (end > size) break;
    if (note->n_type == NT_GNU_BUILD_ID && std::string_view(notes + name, note->n_namesz) == kGnu) {
      return {notes + text, note->n_descsz};
    }
    notes += end;
    size -= end;
  }
  return {};
}

std::string_view BuildIdOf(const dl_phdr_info& object) {
  for (size_t i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object.dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    // Where the object lies is given as a number.
    const auto* notes = reinterpret_cast<const char*>(object.dlpi_addr + part.p_vaddr);  // NOLINT
    const std::string_view id = FindBuildId(notes, part.p_memsz);
    if (!id.empty()) return id;
  }
  return {};
}

// The program itself has no name there.
std::string LastChangeOf(std::string_view name) {
  std::string path = name.empty() ? "/proc/self/exe" : std::string(name);
  struct stat file {};
  if (stat(path.c_str(), &file) != 0) return path;
  return path + " " + std::to_string(file.st_size) + " " + std::to_string(file.st_mtim.tv_sec) + " " +
         std::to_string(file.st_mtim.tv_nsec);
}

int MixObject(dl_phdr_info* object, size_t, void* into) {
  const std::string_view id = BuildIdOf(*object);
  static_cast<ContentHash*>(into)->Mix(id.empty() ? LastChangeOf(object->dlpi_name) : std::string(id));
  return 0;
}

}  // namespace

std::string ProgramIdentity() {
  ContentHash hash;
  dl_iterate_phdr(MixObject, &hash);
  return hash.ToString();
}

}  // namespace docent
