// What was before, and what is now; and phrases that a name parts.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: school-report
title: Report of the school

type: person
kind: person

attribute: pupils
kind: count
also: children, pupil

attribute: post
also: job, work

entity: Lake School
also: the school

entity: Ada Lorn
type: person

fact: pupils
of: Lake School
value: 320
from: 90
when: 2016
says: By 2016 the Lake School has grown from 90 to 320 pupils.

fact: post
of: Ada Lorn
value: head of the Lake School
says: Ada Lorn is head of the Lake School.

entity: Bo Hask
type: person

entity: Cy Tarn
type: person

fact: warden
of: Lake School
value: Cy Tarn
when: 2015
from: Bo Hask
says: In 2015 Cy Tarn followed Bo Hask as warden of the Lake School.

fact: former job
of: Ada Lorn
value: sailmaker
also: work, job
says: Before that Ada Lorn was a sailmaker.

fact: founder
of: Lake School
value: Ada Lorn
also: founded
says: Ada Lorn founded the Lake School.

fact: building time
of: Lake School
value: 14 months
also: take, took, built, building
says: The building of the Lake School took 14 months.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const std::string text = Asked(brain, question).text;
  return text.substr(0, text.find('.'));
}

TEST(Before, AFigureThatWasIsNoYesToWhatIs) {
  EXPECT_EQ(Said("Does the Lake School have 90 pupils?"), "No");
  EXPECT_EQ(Said("Did the Lake School start with 90 pupils?"), "Yes");
  EXPECT_EQ(Said("Does the Lake School have 320 pupils?"), "Yes");
}

TEST(Before, OnlyBeforeAFigureExcludesNothing) {
  EXPECT_EQ(Said("Did the Lake School once have only 90 pupils?"), "Yes");
}

TEST(Before, TheTimeOfAFigureIsNotThatOfWhatItGrewFrom) {
  EXPECT_EQ(Said("When did the Lake School have 320 pupils?"),
            "By 2016 the Lake School has grown from 90 to 320 pupils");
  EXPECT_EQ(SaidTo(BrainOf(kFacts), "When did the Lake School have only 90 pupils?"), "");
  EXPECT_EQ(Said("When did the Lake School grow from 90 to 320 pupils?"),
            "By 2016 the Lake School has grown from 90 to 320 pupils");
}

TEST(Before, WhoWasItBeforeAnotherIsItNoMore) {
  EXPECT_EQ(Said("Is Bo Hask still the warden of the Lake School?"), "No");
  EXPECT_EQ(Said("Is Cy Tarn the warden of the Lake School?"), "Yes");
  EXPECT_EQ(SaidTo(BrainOf(kFacts), "Who was warden of the Lake School before Bo Hask?"), "");
}

TEST(Before, WhatSheWasIsNotWhatSheIs) {
  EXPECT_EQ(Said("What was Ada Lorn's job before?"), "Before that Ada Lorn was a sailmaker");
}

TEST(Before, SpansOfTimeAreHeldAgainstEachOtherInOneUnit) {
  EXPECT_EQ(Said("Was the building time of the Lake School two years?"), "No");
  EXPECT_EQ(Said("Was the building time of the Lake School more than a year?"), "Yes");
}

TEST(Phrases, MayBePartedByAName) {
  EXPECT_EQ(Said("Who set the Lake School up?"), "Ada Lorn founded the Lake School");
}

}  // namespace
}  // namespace docent
