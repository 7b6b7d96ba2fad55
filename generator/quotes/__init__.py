"""A quote found in its article, or the reason why not; and whether the quote bears out the value."""

from generator.quotes.bearing import doubts
from generator.quotes.doubt import Doubt
from generator.quotes.evidence import Evidence, Words, reason
from generator.quotes.finding import Absent, Altered, Ambiguous, Elsewhere, Verbatim, Verdict, find

__all__ = [
    "Absent",
    "Altered",
    "Ambiguous",
    "Doubt",
    "Elsewhere",
    "Evidence",
    "Verbatim",
    "Verdict",
    "Words",
    "doubts",
    "find",
    "reason",
]
