#include "bot/dialogue/responder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "bot/answering/inquiry.h"
#include "bot/answering/match.h"
#include "bot/answering/word_answer.h"
#include "bot/answering/wording.h"
#include "bot/dialogue/check.h"
#include "bot/dialogue/choice.h"
#include "bot/dialogue/context.h"
#include "bot/dialogue/core.h"
#include "bot/dialogue/each.h"
#include "bot/dialogue/ellipsis.h"
#include "bot/dialogue/fact_suggester.h"
#include "bot/dialogue/members.h"
#include "bot/dialogue/parts.h"
#include "bot/dialogue/sum_of_each.h"
#include "bot/dialogue/told.h"
#include "bot/dialogue/told_figures.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kWorkOfAStep = 1000;  // see StoreConnection::Spend
constexpr size_t kMostWords = 400;     // of a message; work grows faster than the words

void Append(std::vector<AnswerFact>& to, std::vector<AnswerFact>& from) {
  for (AnswerFact& fact : from) {
    const bool known = std::any_of(to.begin(), to.end(), [&](const AnswerFact& other) { return other.id == fact.id; });
    if (!known) to.push_back(std::move(fact));
  }
}

// Several answers as one. It is answered only if every part is: half an answer must not pass for a whole one.
Answer Join(std::vector<Answer> answers) {
  Answer joined = answers.front();
  for (size_t i = 1; i < answers.size(); ++i) {
    Answer& next = answers[i];
    if (joined.status == Status::kAnswered) joined.status = next.status;
    // "When and where" may be answered by one fact: it is said once.
    if (next.text != answers[i - 1].text) joined.text += std::string(SpaceIn(joined.language)) + next.text;
    Append(joined.facts, next.facts);
    joined.values.insert(joined.values.end(), next.values.begin(), next.values.end());
    joined.corrections.insert(joined.corrections.end(), next.corrections.begin(), next.corrections.end());
    joined.missing.insert(joined.missing.end(), next.missing.begin(), next.missing.end());
    joined.choices.insert(joined.choices.end(), next.choices.begin(), next.choices.end());
    joined.steps.insert(joined.steps.end(), next.steps.begin(), next.steps.end());
  }
  return joined;
}

// The words that nothing accounts for: of the best fact, or all if no fact came near.
std::vector<std::string> MissingIn(const Finding& finding, const Inquiry& inquiry) {
  std::vector<std::string> words = finding.left;
  if (!words.empty() || !finding.facts.empty()) return words;
  for (const Unit& unit : inquiry.units) {
    if (!unit.from_context) words.push_back(unit.text);
  }
  return words;
}

}  // namespace

class Responder::Impl {
 public:
  explicit Impl(std::shared_ptr<const Brain> brain)
      : brain_(std::move(brain)), store_(brain_->image()), suggester_(*brain_) {}

  Answer Respond(const Question& question, Conversation& conversation) {
    store_.Begin((question.most_steps + 1) * kWorkOfAStep - 1);  // what is no whole step is free
    spelling_ = Spelling::kMended;
    is_of_each_ = false;
    Conversation next = question.history.empty() ? conversation : Conversation();
    const size_t first = question.history.size() - std::min(question.history.size(), Conversation::kMostTurns);
    for (size_t i = first; i < question.history.size(); ++i) RespondToMessage(question.history[i], false, next);
    spelling_ = question.spelling;
    Answer answer = RespondToMessage(question.text, question.explain, next);
    if (answer.status != Status::kAnswered) IfWorkIsLeft([&] { suggester_.Suggest(store_, answer); });
    conversation = std::move(next);
    return answer;
  }

  const Brain& brain() const { return *brain_; }

 private:
  Answer RespondToMessage(const std::string& text, bool explain, Conversation& conversation) {
    const MarkedQuestion marked = MarkText(brain_->vocabulary(), text);
    if (marked.words.size() > kMostWords) return TooLong(marked.language);
    const MarkedQuestion mended = MarkQuestion(brain_->vocabulary(), text, spelling_);
    if (const std::optional<std::string> check = CheckAskedFor(mended, *brain_)) {
      is_next_ = false;
      return RespondToOne(*check, explain, conversation);
    }
    const std::optional<std::string> core = CoreOf(mended, *brain_);
    const MarkedQuestion asked = core ? MarkText(brain_->vocabulary(), *core) : marked;
    std::vector<Answer> answers;
    for (const QuestionPart& part : PartsOf(asked, *brain_, spelling_)) {
      is_next_ = !answers.empty();
      answers.push_back(RespondToPart(part, explain, conversation));
    }
    return Join(std::move(answers));
  }

  Answer TooLong(const std::string& language) const {
    Answer answer;
    answer.language = language;
    answer.text = Say(brain_->language(), "too many words", language, {{"most", std::to_string(kMostWords)}});
    return answer;
  }

  // Does what an answer that has been found can do without: it is not lost because no work may be spent any more.
  template <typename Function>
  static void IfWorkIsLeft(const Function& function) {
    try {
      function();
    } catch (const TooMuchWork&) {  // what was done so far will do
    }
  }

  // What was said around a question is a part of it where the question leans on something; else it is only what a
  // later question may lean on.
  Answer RespondToPart(const QuestionPart& part, bool explain, Conversation& conversation) {
    if (part.before.empty() && part.after.empty()) return RespondToOne(part.question, explain, conversation);
    const Inquiry inquiry = Inquire(*brain_, part.question, spelling_);
    const Leaning leaning = LeaningOf(inquiry, *brain_);
    // "One firm moved to the coast. How large is it?": the first sentence says whom the second is about.
    if (leaning.has_pronoun && !IsBare(inquiry) && StandsByItself(part.before)) {
      Conversation after = conversation;
      if (RespondToOne(part.before, false, after).status == Status::kAnswered) {
        Answer answer = RespondToOne(part.question, explain, after);
        if (answer.status == Status::kAnswered) {
          conversation = std::move(after);
          return answer;
        }
      }
    }
    if (leaning.leans()) {
      Conversation together = conversation;
      Answer whole = RespondToOne(part.before + part.question + part.after, explain, together);
      if (whole.status == Status::kAnswered) {
        conversation = std::move(together);
        return whole;
      }
    }
    if (!part.before.empty()) RespondToOne(part.before, false, conversation);
    return RespondToOne(part.question, explain, conversation);
  }

  Answer RespondToOne(const std::string& asked, bool explain, Conversation& conversation) {
    constexpr size_t kBytesOfAStep = 100;
    store_.Spend((1 + asked.size() / kBytesOfAStep) * kWorkOfAStep);
    const std::string chosen = ChosenQuestion(asked, conversation, *brain_);
    std::string text = NameOnes(chosen, conversation, *brain_);
    std::vector<Step> steps;
    std::vector<Step>* kept = explain ? &steps : nullptr;
    Inquiry inquiry = Inquire(*brain_, text, spelling_);
    if (std::string of_two = ComparisonOfMembers(inquiry, *brain_); !of_two.empty()) {
      Inquiry comparison = Inquire(*brain_, of_two, spelling_);
      if (Resolve(*brain_, store_, comparison, nullptr).status == Status::kAnswered) {
        text = std::move(of_two);
        inquiry = std::move(comparison);
      }
    }
    Leaning leaning = LeaningOf(inquiry, *brain_);
    // "What are they" leans on what was told of them, though it now says what they are.
    if (text != chosen) leaning.has_pronoun = LeaningOf(Inquire(*brain_, chosen, spelling_), *brain_).has_pronoun;
    if (std::optional<Continued> continued = Continue(inquiry, leaning, conversation)) {
      Answer answer = WordAnswer(*brain_, continued->inquiry, continued->finding);
      Remember(continued->text, continued->inquiry, continued->finding, answer, conversation);
      if (explain) IfWorkIsLeft([&] { Resolve(*brain_, store_, continued->inquiry, kept); });
      answer.steps = std::move(steps);
      return answer;
    }
    std::optional<Inquiry> bare;  // "and the Tide?" as it stands
    if (std::optional<std::string> replaced = WithNameReplaced(inquiry, leaning, conversation, *brain_)) {
      bare = std::move(inquiry);
      text = *std::move(replaced);
      inquiry = Inquire(*brain_, text, spelling_);
      leaning = LeaningOf(inquiry, *brain_);
    }
    Finding finding;
    // A full question takes nothing from what came before; one with a pronoun cannot stand without it.
    const bool is_talk = !inquiry.form.say.empty();
    const bool needs_context = !is_talk && (leaning.has_pronoun || leaning.points_back || leaning.follows_up ||
                                            leaning.corrects || inquiry.units.empty());
    const bool is_open = !leaning.open_subject.empty() && conversation.turns().empty() && !is_talk;
    if (is_open) {
      finding.status = Status::kClarify;
      finding.saying = "whom";
      finding.left = {leaning.open_subject};
    }
    const bool stands_alone = !is_open && (!needs_context || conversation.turns().empty());
    // What is asked of several things together is worked out of what is known of each, before any fact is told that
    // shares the words.
    Total total;
    if (stands_alone && !is_talk && !is_of_each_) total = TotalOfEach(inquiry, spelling_, *brain_, store_);
    if (total.sum) {
      finding = *std::move(total.sum);
    } else if (stands_alone) {
      finding = Resolve(*brain_, store_, inquiry, kept);
      if (finding.status == Status::kAnswered && IsNoTotal(finding, total, brain_->knowledge()))
        finding = AsNearest(std::move(finding));
    }
    const bool may_continue = finding.status == Status::kUnknown || leaning.is_elliptical;
    if (may_continue && leaning.leans() && !conversation.turns().empty() && !is_talk) {
      Inquiry extended = WithContext(inquiry, leaning, conversation, *brain_);
      extended.form.asked.context.is_next =
          extended.form.asked.context.is_next || is_next_ || (leaning.follows_up && inquiry.form.rule != nullptr);
      Finding in_context = Resolve(*brain_, store_, extended, kept);
      const bool is_known = in_context.status != Status::kUnknown;
      if (is_known || (needs_context && finding.status == Status::kUnknown) || TellsOfAnother(finding, extended)) {
        finding = std::move(in_context);
        inquiry = std::move(extended);
      }
    }
    // Where nothing particular was asked of the one, what is known of the other is an answer.
    constexpr double kLight = 0.3;
    const bool asks_of_it = std::any_of(inquiry.units.begin(), inquiry.units.end(), [&](const Unit& unit) {
      return !unit.is_name && !unit.from_context && unit.weight >= kLight;
    });
    const bool may_describe =
        bare && bare->form.asked.act == Act::kDescribe && inquiry.form.asked.kind == Kind::kOpen && !asks_of_it;
    if (finding.status == Status::kUnknown && may_describe) {
      inquiry = *std::move(bare);
      finding = Resolve(*brain_, store_, inquiry, kept);
    }
    if (finding.status == Status::kUnknown && !is_talk && !is_of_each_) {
      if (std::optional<Answer> each = RespondToEach(inquiry, explain, conversation)) return *std::move(each);
    }
    Answer answer = WordAnswer(*brain_, inquiry, finding);
    answer.steps = std::move(steps);
    if (answer.status == Status::kUnknown) answer.missing = MissingIn(finding, inquiry);
    Remember(text, inquiry, finding, answer, conversation);
    return answer;
  }

  // "How old are Ada and Ben?", where no fact tells of both: what is known of each, if it is of both of them.
  std::optional<Answer> RespondToEach(const Inquiry& inquiry, bool explain, Conversation& conversation) {
    std::vector<Answer> answers;
    Conversation after = conversation;
    is_of_each_ = true;
    for (const std::string& question : QuestionsOfEach(inquiry, *brain_)) {
      answers.push_back(RespondToOne(question, explain, after));
      if (answers.back().status != Status::kAnswered) break;
    }
    is_of_each_ = false;
    if (answers.empty() || answers.back().status != Status::kAnswered) return std::nullopt;
    conversation.Remember(AsOneTurn(inquiry.marked.text, after.turns(), answers.size()));
    return Join(std::move(answers));
  }

  // "Tell me about the Aurora." "How many cabins?": what is known of another ship is no answer.
  bool TellsOfAnother(const Finding& finding, const Inquiry& extended) const {
    return std::any_of(finding.facts.begin(), finding.facts.end(), [&](FactId fact) {
      return IsOfAnotherTopic(fact, extended.form.asked, brain_->knowledge(), brain_->frames());
    });
  }

  struct Continued {
    std::string text;
    Inquiry inquiry;
    Finding finding;
  };

  // "And at the top?": the last question with that piece in the place of the one that makes it a question which the
  // facts answer best; nothing if none does, or none differs from what was said.
  std::optional<Continued> Continue(const Inquiry& inquiry, const Leaning& leaning, const Conversation& conversation) {
    constexpr double kMostMissed = 0.5;
    constexpr double kLikenessWorth = 0.2;  // of the best likeness, in weight of words missed
    if (std::optional<Inquiry> difference = DifferenceOf(inquiry, conversation, *brain_)) {
      Finding finding = Resolve(*brain_, store_, *difference, nullptr);
      if (!HoldsAllTold(finding, conversation)) finding = {};  // "which is older" tells no difference of their sizes
      return Continued{conversation.turns().back().asked, *std::move(difference), std::move(finding)};
    }
    if (std::optional<Finding> figures = OfToldFigures(inquiry, conversation, *brain_)) {
      if (figures->status == Status::kAnswered) return Continued{inquiry.marked.text, inquiry, *std::move(figures)};
    }
    if (std::optional<Continued> told = OfWhatWasTold(inquiry, conversation)) return told;
    std::optional<Continued> best;
    double least = kMostMissed;
    for (const Substitution& substitution : SubstitutionsOf(inquiry, leaning, conversation, *brain_)) {
      const double unlike = kLikenessWorth * (1 - substitution.likeness);
      if (unlike >= least) break;  // nor are those that follow any liker
      Inquiry whole = Inquire(*brain_, substitution.text, spelling_);
      Finding finding = Resolve(*brain_, store_, whole, nullptr);
      const double cost = finding.missed + unlike;
      if (finding.status != Status::kAnswered || cost >= least) continue;
      const bool is_said = std::all_of(finding.facts.begin(), finding.facts.end(), [&](FactId fact) {
        const std::vector<std::string>& told = conversation.turns().back().facts;
        return std::find(told.begin(), told.end(), brain_->knowledge().NameOf(fact)) != told.end();
      });
      if (is_said && !finding.facts.empty()) continue;
      least = cost;
      best = Continued{substitution.text, std::move(whole), std::move(finding)};
    }
    return best;
  }

  // "And together?", "and the other two?": asked back where nothing was told that it could mean.
  std::optional<Continued> OfWhatWasTold(const Inquiry& inquiry, const Conversation& conversation) {
    const std::string total = TotalAskedFor(inquiry, *brain_);
    const std::string others = OthersAskedFor(inquiry, *brain_);
    if (total.empty() && others.empty()) return std::nullopt;
    if (const std::optional<std::string> question = WithTotal(total, conversation)) {
      Inquiry whole = Inquire(*brain_, *question, spelling_);
      Finding finding = Resolve(*brain_, store_, whole, nullptr);
      if (finding.status == Status::kUnknown)
        finding = TotalOfEach(whole, spelling_, *brain_, store_).sum.value_or(Finding());
      if (finding.status == Status::kAnswered && !finding.lead.empty())
        return Continued{*question, std::move(whole), std::move(finding)};
    }
    Finding finding = OthersTold(inquiry, others, conversation, *brain_);
    if (!total.empty()) finding.left = {total};
    return Continued{inquiry.marked.text, inquiry, std::move(finding)};
  }

  // Whether the finding stands on all facts of the last answer, too.
  bool HoldsAllTold(const Finding& finding, const Conversation& conversation) const {
    const std::vector<std::string>& told = conversation.turns().back().facts;
    return !told.empty() && std::all_of(told.begin(), told.end(), [&](const std::string& name) {
      const FactId fact = brain_->names().FactNamed(name);
      return std::find(finding.facts.begin(), finding.facts.end(), fact) != finding.facts.end();
    });
  }

  void Remember(const std::string& text, const Inquiry& inquiry, const Finding& finding, const Answer& answer,
                Conversation& conversation) const {
    if (!inquiry.form.say.empty()) return;  // a greeting changes nothing
    Turn turn;
    turn.asked = text;
    turn.spelling = spelling_;
    turn.choices = answer.choices;
    const auto add = [&](EntityId entity) {
      const std::string& name = brain_->knowledge().entities[entity].name;
      if (std::find(turn.focus.begin(), turn.focus.end(), name) == turn.focus.end()) turn.focus.push_back(name);
    };
    for (const EntityId entity : finding.focus) add(entity);
    for (const Unit& unit : inquiry.units) {
      if (unit.from_context) continue;
      for (const UnitTerm& term : unit.terms) {
        if (SortOf(term.key) == TermSort::kEntity && term.quality >= 0.9F)
          add(static_cast<EntityId>(term.key & 0xFFFFFFFF));
      }
    }
    turn.is_description = finding.status == Status::kAnswered && inquiry.form.asked.act == Act::kDescribe;
    if (finding.status == Status::kAnswered) {
      for (const FactId fact : finding.facts) {
        for (const Slot& slot : brain_->knowledge().facts[fact].slots) {
          for (const Value& value : slot.values) {
            if (value.entity != kNone) add(value.entity);
          }
        }
        turn.facts.push_back(brain_->knowledge().NameOf(fact));
      }
    }
    // The first fact's, where several tell it.
    const bool is_one = finding.values.size() == 1 || (finding.facts.size() > 1 && !finding.values.empty());
    if (finding.status == Status::kAnswered && is_one) turn.value = finding.values.front().text;
    constexpr size_t kMostFocus = 12;
    if (turn.focus.size() > kMostFocus) turn.focus.resize(kMostFocus);
    conversation.Remember(std::move(turn));
  }

  std::shared_ptr<const Brain> brain_;
  StoreConnection store_;
  Spelling spelling_ = Spelling::kMended;  // of the question that is worked on
  bool is_of_each_ = false;                // the question is one of several about one thing each
  bool is_next_ = false;                   // a question stands before it in its message
  FactSuggester suggester_;
};

Responder::Responder(std::shared_ptr<const Brain> brain) : impl_(std::make_unique<Impl>(std::move(brain))) {}
Responder::~Responder() = default;

Answer Responder::Respond(const Question& question, Conversation& conversation) {
  return impl_->Respond(question, conversation);
}

const Brain& Responder::brain() const { return impl_->brain(); }

}  // namespace docent
