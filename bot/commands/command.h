// bot/commands/command.h
// What the commands of `docent` have in common. Each command adds itself to the command line, and sets the exit status
// when it has run; what it cannot go on from it throws, and main says it in one place.
//
// The commands stand in a folder of their own, above server/: they alone may print, read the terminal and know of exit
// statuses, and each is one file.

#pragma once

#include <stdexcept>
#include <string>

namespace docent {

enum ExitStatus : int {
  kExitOk = 0,
  kExitTestFailed = 1,
  kExitUsage = 2,
  kExitBadFiles = 3,
  kExitMachine = 4,
};

// The text files are missing or wrong; the message is all that is to be said about it, with its line ends.
class BadFiles : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace docent
