// Attributes that nobody can ask for: `docent check` asks in all forms of question, and by the facts' own tests, until
// one is answered.

#pragma once

#include <memory>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/commands/question_forms.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

// Warns of attributes none of whose facts is reached by a question. Without forms nothing can be said.
void ReviewReach(const std::shared_ptr<const Brain>& brain, const std::vector<QuestionForm>& forms,
                 Diagnostics& diagnostics);

}  // namespace docent
