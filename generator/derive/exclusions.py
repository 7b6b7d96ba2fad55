"""Rules for groups that others keep out of talks or a truce."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.clauses import clauses
from generator.derive.matching import NEGATIVE, Rule, is_about_peace
from generator.derive.proposals import Proposal, Reading
from generator.derive.statements import proposals, statements
from generator.model import ExcludedGroup

_OUT = (
    r"(?:excluded|barred|banned|shut out|left out|kept out|omitted|exempt(?:ed)?|locked out|disinvited|"
    r"blocked|sidelined|cut out|frozen out|exempted)"
)
_NOT = r"(?:(?:\w+n't|not|never|no longer) )"
_BE = r"(?:(?:is|are|was|were|be|been|being|will|would|has|have|had|also|both|still|all) ){0,4}"
_ALSO = (
    r"(?:(?:, )?(?:and|or|nor|as well as) (?:from )?"
    r"(?:(?!(?:and|or|is|are|was|were|will) )[^\s§,.;:()]+ ){0,3}?{THING})?"
)
_WHO: dict[str, dict[str, str]] = {"who": {}}
RULES = (
    Rule(
        "excluded-from",
        "sidelin|exclu|bar|ban|out|omit|exempt|invit|block",
        rf"{{A}}{{APPOS}}{_BE}{_OUT} (?:from|of|by) (?:[^\s;:.]+ ){{0,8}}?{{EVENT}}{_ALSO}",
        _WHO,
    ),
    Rule(
        "excluded",
        "exclud|left out|shut out",
        rf"{{EVENT}}(?:[^;:.]\S* ){{0,6}}?{{A}}{{APPOS}}{_BE}(?:excluded|left out|shut out) (?=[.,;]|$)",
        _WHO,
    ),
    Rule(
        "event-excludes",
        "exclud|leav|bar",
        (
            r"{EVENT}{NEAR}(?:exclud(?:e[sd]?|ing)|leav(?:es|ing) out|bar(?:s|red|ring)|exempt(?:s|ed|"
            r"ing)?) (?:{W}{0,4}?){A}"
        ),
        _WHO,
    ),
    Rule(
        "event-not-for",
        "not|n't",
        (
            rf"{{EVENT}}{{NEAR}}(?:do|does|did|will|would|has|have|had)(?:n't | {_NOT}|{_NOT})(?:apply to|"
            rf"include|cover|extend to|concern|involve|encompass|bind|apply for|included|covered) "
            r"(?:{W}{0,4}?){A}"
        ),
        _WHO,
    ),
    Rule(
        "it-excludes",
        "exclud|leave",
        r"(?:^| )(?:it|which|that|they) (?:exclud(?:e[sd]?)|leaves? out) (?:{W}{0,4}?){A}",
        _WHO,
    ),
    Rule(
        "it-is-not-for",
        " not |n't",
        r"(?:^| )(?:it|which|that|they) (?:do|does|did)(?: not|n't) (?:apply to|include|cover|extend to) "
        r"(?:{W}{0,4}?){A}",
        _WHO,
    ),
    Rule(
        "not-part-of",
        "not|n't",
        (
            r"{A}{APPOS}(?:(?!whose )\S+ ){0,12}?(?:is|are|was|were|been|be|being) "
            rf"(?:also )?{_NOT}?(?:not )?(?:a )?(?:part of|part|party to|parties to|included in|included|"
            rf"covered by|allowed to (?:join|attend|sign|take part in)|subject to|bound by|protected by|invited to"
            rf"|invited|signatories to) "
            r"(?:{W}{0,4}?){EVENT}"
        ),
        _WHO,
    ),
    Rule(
        "bars-from",
        "bar|exclu|ban|keep|kept|shut|exclu|block|prevent",
        (
            r"(?:exclud(?:e[sd]?|ing)|bar(?:s|red|ring)?|bann?(?:s|ed|ing)?|keep(?:s|ing)?|kept|"
            r"block(?:ed|s|ing)?) (?:{W}{0,3}?){A}(?:from|out of) (?:[^\s;:.§]+ ){0,5}?{EVENT}"
        ),
        _WHO,
    ),
    Rule(
        "bars-participation",
        "participation|inclusion|presence|involvement",
        (
            r"(?:block(?:s|ed|ing)?|prevent(?:s|ed|ing)?|veto(?:es|ed|ing)?|bann?(?:s|ed|ing)?|bar(?:s|red"
            r"|ring)?) (?:{W}{0,2}?)"
            r"(?:participation|inclusion|presence|involvement) (?:of|by) {A}(?:in|at|from) (?:{W}{0,5}?){EVENT}"
        ),
        _WHO,
    ),
    Rule(
        "all-except",
        "except|apart|other than|excluding",
        (
            r"{EVENT}(?:[^;:.]\S* ){0,10}?(?:except(?:ing)?(?: for)?|with the exceptions? of|apart from|"
            r"other than|excluding) (?:{W}{0,3}?){A}"
        ),
        _WHO,
    ),
    Rule("all-but-not", "but not", r"{EVENT}(?:[^;:.]\S* ){0,10}?but not (?:{W}{0,3}?){A}", _WHO),
    Rule(
        "exclusion-of",
        "exclusion|without",
        r"(?:exclusion of|without the (?:participation|presence|involvement|inclusion|consent) of) (?:{W}{0,2}?){A}",
        _WHO,
    ),
    Rule(
        "talks-without",
        "without",
        r"(?<!any )(?P<event>(?:talks|negotiations|dialogue|deal|agreement) )(?:{W}{0,5}?)without {A}",
        _WHO,
    ),
)


_DENYING = frozenset({"all-but-not", "event-not-for", "it-is-not-for", "not-part-of"})
"""Rules whose words exclude by a negation; in those of any other a negation denies the exclusion."""


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each set of groups that the article says are kept out."""
    if not is_about_peace(reading.text):
        return
    seen: set[tuple[str, str | None]] = set()
    for clause in clauses(reading):
        for statement, match, _ in statements(clause, RULES):
            if (statement.rule.name in _DENYING) != bool(NEGATIVE.search(match[0])):
                continue
            keys = {(actor, statement.event) for actor in statement.actors}
            if keys <= seen:
                continue
            for found in proposals(reading, ExcludedGroup, statement):
                seen |= {(actor, statement.event) for actor in found.values["who"]}
                yield found
