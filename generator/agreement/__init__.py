"""Facts that answer the same question, how their answers stand to one another, and why.

A question is an event, a kind of fact and the kind's own key: who takes part, who mediates in what role,
when something happened, how many came to harm, who is left out. One place decides for the checks, the
review and the pages. Nothing here depends on the order of articles or facts.
"""

from generator.agreement.answers import Answer, Answers, Outcome, chronology, order
from generator.agreement.questions import Change, How, Question, agree, changes, compare, decided_by, why, worst
from generator.agreement.rules import RULES, Rule
from generator.agreement.values import Headcount, Stance
from generator.agreement.voices import Voices, voices_of

__all__ = [
    "RULES",
    "Answer",
    "Answers",
    "Change",
    "Headcount",
    "How",
    "Outcome",
    "Question",
    "Rule",
    "Stance",
    "Voices",
    "agree",
    "changes",
    "chronology",
    "compare",
    "decided_by",
    "order",
    "voices_of",
    "why",
    "worst",
]
