// What an editor needs to know of the text files, made from the tables that the parsers use.

#pragma once

#include <string>

namespace docent {

// One object: `files`, a list of the kinds of file, each with its `extension` and its `blocks`; of a block its `block`,
// its `keys`, and `attributes`: whether the name of an attribute is a key, too. Of a key its `key` and whether it may
// be `repeated`.
std::string KeysAsJson();

// A TextMate grammar of all of them: keys that a block does not take are marked as wrong.
std::string KeysAsTextMate();

}  // namespace docent
