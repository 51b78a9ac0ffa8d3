#include "bot/answering/frame_index.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <utility>

#include "bot/answering/frame_reader.h"
#include "bot/answering/word_index.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMaxFactsOfEntity = 512;

// Each word of the span by itself; Chinese ones, which nothing parts, by their pairs, as a question holds them.
void AppendEachWord(const std::vector<Word>& words, WordSpan span, FrameIndex::Denial& denial) {
  if (span.begin >= span.end) return;
  std::vector<TermKey> keys;
  AppendWordTerms(words, span, keys);
  for (const TermKey key : keys) denial.words.push_back({key});
}

FrameIndex::Denial ReadDenial(std::string_view text, const Vocabulary& vocabulary, const RuleSet& rules) {
  FrameIndex::Denial denial;
  const MarkedQuestion marked = MarkText(vocabulary, text);
  denial.negates = std::any_of(marked.mentions.begin(), marked.mentions.end(),
                               [&](const Mention& mention) { return IsMarked(mention, "negation", rules); });
  size_t position = 0;
  for (const Mention& mention : marked.mentions) {
    AppendEachWord(marked.words, {position, mention.span.begin}, denial);
    position = mention.span.end;
    // "Only", "no" and "already" carry no content, but a claim with them is another one.
    const bool is_marked = std::any_of(mention.meanings.begin(), mention.meanings.end(),
                                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kMark; });
    if (IsGrammar(mention) && !is_marked) continue;
    // The words themselves: "popular" is denied, not all that a thesaurus or an attribute has beside it. Of a phrase
    // that names nothing all words: "record low" is not denied by what says "record".
    std::vector<TermKey> names = TermsOfMention(marked, mention);
    std::erase_if(names, [](TermKey key) {
      const TermSort sort = SortOf(key);
      return sort == TermSort::kClass || sort == TermSort::kAttribute || sort == TermSort::kStem ||
             sort == TermSort::kPair;
    });
    if (names.empty()) {
      AppendEachWord(marked.words, mention.span, denial);
      continue;
    }
    AppendWordTerms(marked.words, mention.span, names);
    denial.words.push_back(std::move(names));
  }
  AppendEachWord(marked.words, {position, marked.words.size()}, denial);
  return denial;
}

// Entities named inside the names of `entity`.
std::vector<EntityId> FindNested(const Entity& entity, EntityId self, const Vocabulary& vocabulary) {
  std::vector<EntityId> nested;
  const std::vector<Word> words = SplitWords(entity.name);
  for (size_t i = 0; i < words.size(); ++i) {
    for (const Vocabulary::Match& match : vocabulary.MatchesAt(words, i)) {
      if (match.length == words.size()) continue;
      // A short form that several share ("the Line" of a railway, its works and its club) says of none that it stands
      // inside.
      const auto entities = std::count_if(match.meanings.begin(), match.meanings.end(),
                                          [](const Meaning& meaning) { return meaning.kind == MeaningKind::kEntity; });
      if (entities > 1) continue;
      for (const Meaning& meaning : match.meanings) {
        const bool is_new = std::find(nested.begin(), nested.end(), meaning.id) == nested.end();
        if (meaning.kind == MeaningKind::kEntity && meaning.id != self && is_new) nested.push_back(meaning.id);
      }
    }
  }
  return nested;
}

}  // namespace

FrameIndex FrameIndex::Build(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
                             const Progress& progress) {
  FrameIndex index;
  index.NestNames(knowledge, vocabulary);
  {
    FrameReader reader(knowledge, vocabulary, rules, index.nested_);
    while (true) {
      const std::optional<FrameReader::Read> next = reader.Next();
      if (!next.has_value()) break;
      next->are_names ? index.table_.AddNames(next->stretch) : index.table_.Add(next->stretch);
      if (next->are_names) continue;
      Tell(progress, "indexing the facts", index.table_.size(), knowledge.facts.size());
    }
  }
  index.table_.Seal();
  // Beside what is worked out below, unless there is so little of it that a thread costs more.
  constexpr size_t kWorthwhile = 1 << 12;
  const std::launch how = knowledge.facts.size() < kWorthwhile ? std::launch::deferred : std::launch::async;
  std::future<std::shared_ptr<const StoreImage>> words = std::async(how, FillIndex, std::cref(index.table_));
  index.ReadDenials(knowledge, vocabulary, rules);
  index.IndexSlots(knowledge);
  index.WeighCounts();
  index.WeighTopics();
  index.words_ = words.get();
  return index;
}

void FrameIndex::Pack(Packer& packer) const {
  std::vector<FactId> denying;
  denying.reserve(denials_.size());
  for (const auto& [fact, denied] : denials_) denying.push_back(fact);
  std::sort(denying.begin(), denying.end());
  std::vector<std::vector<Denial>> denials;
  denials.reserve(denials_.size());
  for (const FactId fact : denying) denials.push_back(denials_.at(fact));
  packer.Put(denying, denials, facts_of_, nested_, topics_);
}

FrameIndex FrameIndex::Unpack(Unpacker& unpacker, FrameTable table, std::shared_ptr<const StoreImage> words) {
  FrameIndex index;
  index.LieIn(std::move(table), std::move(words));
  std::vector<FactId> denying;
  std::vector<std::vector<Denial>> denials;
  unpacker.Take(denying, denials, index.facts_of_, index.nested_, index.topics_);
  for (size_t i = 0; i < std::min(denying.size(), denials.size()); ++i)
    index.denials_.emplace(denying[i], std::move(denials[i]));
  index.WeighCounts();
  return index;
}

void FrameIndex::NestNames(const Knowledge& knowledge, const Vocabulary& vocabulary) {
  nested_.reserve(knowledge.entities.size());
  for (EntityId id = 0; id < knowledge.entities.size(); ++id) {
    nested_.push_back(FindNested(knowledge.entities[id], id, vocabulary));
  }
}

void FrameIndex::ReadDenials(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules) {
  for (FactId id = 0; id < knowledge.facts.size(); ++id) {
    for (const Phrase& phrase : knowledge.facts[id].denies) {
      Denial denial = ReadDenial(phrase.text, vocabulary, rules);
      denial.language = phrase.language;
      if (!denial.words.empty()) denials_[id].push_back(std::move(denial));
    }
  }
}

void FrameIndex::IndexSlots(const Knowledge& knowledge) {
  std::vector<NumberLists::Entry> entries;
  std::vector<uint32_t> counts(knowledge.entities.size());
  std::vector<FactId> last(knowledge.entities.size(), kNone);
  for (FactId id = 0; id < knowledge.facts.size(); ++id) {
    for (const Slot& slot : knowledge.facts[id].slots) {
      for (const Value& value : slot.values) {
        if (value.entity == kNone || last[value.entity] == id || counts[value.entity] == kMaxFactsOfEntity) continue;
        last[value.entity] = id;
        ++counts[value.entity];
        entries.push_back({value.entity, id});
      }
    }
  }
  facts_of_ = NumberLists(knowledge.entities.size(), entries);
}

bool IsOfTopic(const FrameTerm& term) {
  const bool is_word = SortOf(term.key) == TermSort::kStem || SortOf(term.key) == TermSort::kEntity;
  return is_word && (term.places & (kInPredicate | 1U)) != 0;
}

std::span<const FrameIndex::Denial> FrameIndex::DenialsOf(FactId fact) const {
  const auto found = denials_.find(fact);
  if (found == denials_.end()) return {};
  return found->second;
}

std::span<const FactId> FrameIndex::FactsOf(EntityId entity) const { return facts_of_.Of(entity); }

void FrameIndex::WeighCounts() {
  constexpr uint32_t kSmall = 4096;
  for (uint32_t facts_with = 0; facts_with < kSmall; ++facts_with) weights_.push_back(WorkOutWeight(facts_with));
}

void FrameIndex::WeighTopics() {
  topics_.reserve(size());
  std::vector<uint32_t> numbers;
  for (FactId id = 0; id < size(); ++id) {
    numbers.clear();
    table_.Visit(
        id, [](uint32_t) { return true; },
        [&](uint32_t number, const FrameTerm& term) {
          if (IsOfTopic(term)) numbers.push_back(number);
        });
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    double& topic = topics_.emplace_back(0);
    for (const uint32_t number : numbers) topic += Weight(table_.FactsWithNumber(number));
  }
}

double FrameIndex::WorkOutWeight(uint32_t facts_with) const {
  const double all = static_cast<double>(size()) + 1;
  const double weight = std::log(all / (facts_with + 0.5)) / std::log(all / 0.5);
  return std::clamp(weight, 0.05, 1.0);
}

}  // namespace docent
