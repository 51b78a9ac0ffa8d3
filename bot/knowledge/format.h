// bot/knowledge/format.h
// The one canonical form of a text file: one space after a key's colon, one blank line between blocks, no space at the
// ends of lines, "\n" line ends, keys in lower case. Comments, continued lines and the order of everything stay, and so
// does what the file says: its blocks have the same keys and values before and after.

#pragma once

#include <string>
#include <string_view>

namespace docent {

// `content` in canonical form. A line that is no part of the format, and a file that is no UTF-8, stay as they are.
std::string FormatBlocks(std::string_view content);

}  // namespace docent
