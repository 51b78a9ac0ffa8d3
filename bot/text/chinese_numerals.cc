// Chinese numbers: "六百亿", "60亿", "六百多亿", "1.5万亿", "三点五", "二〇一八".

#include <cmath>
#include <string_view>

#include "bot/text/numerals.h"
#include "bot/text/starters.h"
#include "bot/text/word_table.h"

namespace docent {
namespace {

const WordTable<int>& Digits() {
  static const WordTable<int> digits = {{"零", 0}, {"〇", 0}, {"一", 1}, {"二", 2}, {"两", 2}, {"三", 3}, {"四", 4},
                                        {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"壹", 1}, {"贰", 2},
                                        {"叁", 3}, {"肆", 4}, {"伍", 5}, {"柒", 7}, {"捌", 8}, {"玖", 9}};
  return digits;
}

std::optional<int> Digit(std::string_view word) { return Digits().Find(word); }

double SmallScale(std::string_view word) {
  if (word == "十" || word == "拾") return 10;
  if (word == "百" || word == "佰") return 100;
  if (word == "千" || word == "仟") return 1000;
  return 0;
}

double LargeScale(std::string_view word) {
  if (word == "万") return 1e4;
  if (word == "亿") return 1e8;
  return 0;
}

// What "多" and its like behind a number say of it.
std::optional<Bound> Surplus(const Scan& scan, size_t at) {
  if (!scan.Follows(at)) return std::nullopt;
  const std::string_view word = scan.Text(at);
  const std::string_view next = scan.Text(at + 1);
  if (word == "多" && next != "少") return Bound::kMoreThan;
  if (word == "余" && next != "下") return Bound::kMoreThan;
  if (word == "几" && SmallScale(scan.Text(at - 1)) > 0) return Bound::kMoreThan;
  if (word == "来" && SmallScale(scan.Text(at - 1)) > 0) return Bound::kAbout;
  return std::nullopt;
}

// Reads from left to right, as the number is spoken: digits wait for a small scale, sections below ten thousand wait
// for a large one.
class Reader {
 public:
  Reader(const Scan& scan, size_t begin) : scan_(scan), begin_(begin), at_(begin) {}

  std::optional<Numeral> Read() {
    if (!ReadStart()) return std::nullopt;
    while (Step()) {
    }
    FinishDigit();
    Numeral numeral{total_ + section_, at_, Form(), bound_};
    if (at_ == begin_ || !std::isfinite(numeral.value)) return std::nullopt;
    return numeral;
  }

 private:
  // Digits, a numeral, or a bare "百" of "百亿".
  bool ReadStart() {
    const std::string_view word = scan_.Text(begin_);
    const std::string_view before = scan_.TextBefore(begin_);
    if (before == "几" || before == "数") return false;  // "几十亿": no one knows how many
    if (scan_.IsNumber(begin_)) {
      const auto value = ReadDigits(word);
      const bool chinese = value && scan_.Follows(begin_ + 1) &&
                           (SmallScale(scan_.Text(begin_ + 1)) > 0 || LargeScale(scan_.Text(begin_ + 1)) > 0 ||
                            Surplus(scan_, begin_ + 1));
      if (!chinese) return false;
      pending_ = *value;
      has_pending_ = from_digits_ = true;
      ++at_;
      return true;
    }
    if (!scan_.IsHan(begin_)) return false;
    if (Digit(word) && Digit(before)) return false;  // the second half of "四五个"
    if (Digit(word) || word == "十" || word == "拾") return true;
    const bool bare = (word == "百" || word == "千") && LargeScale(scan_.Text(begin_ + 1)) > 0;
    return bare && scan_.Follows(begin_ + 1) && scan_.Text(begin_ + 1) != "万";
  }

  bool Step() {
    if (at_ != begin_ && !scan_.Follows(at_)) return false;
    if (at_ >= scan_.size()) return false;
    const std::string_view word = scan_.Text(at_);
    if (const auto bound = at_ == begin_ ? std::nullopt : Surplus(scan_, at_)) {
      if (bound_ != Bound::kExactly) return false;
      bound_ = *bound;
      ++at_;
      FinishDigit();
      return true;
    }
    if (scan_.IsNumber(at_)) return StepNumber();
    if (!scan_.IsHan(at_)) return false;
    if (const auto digit = Digit(word)) return StepDigit(*digit);
    if (const double small = SmallScale(word); small > 0) return StepSmall(small);
    if (const double large = LargeScale(word); large > 0) return StepLarge(large);
    if (word == "点" && has_pending_ && !from_digits_) return StepDecimals();
    return false;
  }

  // The "5000" of "1亿5000万".
  bool StepNumber() {
    const bool continues = last_large_ > 0 && !has_pending_ && section_ == 0 && bound_ == Bound::kExactly &&
                           scan_.Touches(at_) && scan_.Follows(at_ + 1) && LargeScale(scan_.Text(at_ + 1)) > 0 &&
                           LargeScale(scan_.Text(at_ + 1)) < last_large_;
    const auto value = continues ? ReadDigits(scan_.Text(at_)) : std::nullopt;
    if (!value) return false;
    pending_ = *value;
    has_pending_ = from_digits_ = true;
    ++at_;
    return true;
  }

  bool StepDigit(int digit) {
    if (bound_ != Bound::kExactly) return false;
    if (has_pending_ && pending_ != 0) return false;  // "五一", "四五个"
    if (digit == 0) after_zero_ = true;
    pending_ = digit;
    has_pending_ = true;
    ++at_;
    return true;
  }

  bool StepSmall(double scale) {
    if (last_small_ != 0 && scale >= last_small_ && !from_digits_) return false;
    if (from_digits_) {
      pending_ *= scale;  // "5千万"
    } else {
      section_ += (has_pending_ ? pending_ : 1) * scale;
      has_pending_ = false;
      pending_ = 0;
    }
    last_small_ = scale;
    last_scale_ = scale;
    after_zero_ = false;
    ++at_;
    return true;
  }

  bool StepLarge(double scale) {
    if (has_pending_) section_ += pending_;
    if (section_ == 0 && total_ == 0) return false;
    if (section_ == 0) {
      total_ *= scale;  // "1.5万亿"
    } else if (scale > last_large_ && last_large_ != 0) {
      total_ = (total_ + section_) * scale;
    } else {
      total_ += section_ * scale;
    }
    section_ = pending_ = last_small_ = 0;
    has_pending_ = from_digits_ = after_zero_ = false;
    last_large_ = last_scale_ = scale;
    ++at_;
    return true;
  }

  bool StepDecimals() {
    double place = 0.1;
    size_t next = at_ + 1;
    double decimals = 0;
    while (scan_.Follows(next)) {
      const auto digit = Digit(scan_.Text(next));
      if (!digit) break;
      decimals += *digit * place;
      place /= 10;
      ++next;
    }
    if (next == at_ + 1) return false;
    pending_ += decimals;
    from_digits_ = true;
    at_ = next;
    return true;
  }

  // A last digit counts one scale below the one before it: "三万五" is 35,000, "十五" is 15.
  void FinishDigit() {
    if (!has_pending_) return;
    const double place = after_zero_ || from_digits_ || last_scale_ == 0 ? 1 : last_scale_ / 10;
    section_ += pending_ * place;
    has_pending_ = false;
    pending_ = 0;
  }

  NumberForm Form() const {
    if (scan_.IsNumber(begin_)) return NumberForm::kScaled;
    if (at_ - begin_ > 1) return NumberForm::kScaled;
    return scan_.Text(begin_) == "一" ? NumberForm::kBareOne : NumberForm::kBareHan;
  }

  const Scan& scan_;
  size_t begin_;
  size_t at_;
  double total_ = 0;    // finished by a large scale
  double section_ = 0;  // finished by a small scale
  double pending_ = 0;  // a digit that waits for its scale
  bool has_pending_ = false;
  bool from_digits_ = false;  // `pending_` was written in digits or has decimals
  bool after_zero_ = false;
  double last_small_ = 0;
  double last_large_ = 0;
  double last_scale_ = 0;
  Bound bound_ = Bound::kExactly;
};

}  // namespace

void AddChineseNumeralStarters(WordSet& words) {
  Digits().AddStarters(words);
  for (const std::string_view scale : {"十", "拾", "百", "佰", "千", "仟"}) words.insert(scale);
}

std::optional<Numeral> ReadChineseNumeral(const Scan& scan, size_t at) { return Reader(scan, at).Read(); }

}  // namespace docent
