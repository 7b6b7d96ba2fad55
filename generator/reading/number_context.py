"""What tells that a number counts nothing: units of time and measure, money, labels, ages, times of day."""

from __future__ import annotations

import unicodedata

from generator.reading.number_words import PEOPLE, Cardinal, Tokens, cardinal

_TIMES = (
    "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks weekend weekends month "
    "months year years yr yrs decade decades century centuries times time fold"
)
_TIMES_OF_DAY = "am pm gmt utc o"
_MEASURES = (
    "km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters cm mm foot feet ft inch "
    "inches yard yards hectare hectares acre acres ton tons tonne tonnes kg kgs kilogram kilograms kilogramme "
    "kilogrammes kilo kilos gram grams litre litres liter liters gallon gallons barrel barrels degree degrees mph "
    "kph knots megawatt megawatts mw volts calibre caliber"
)
_SHARES = "% percent per pct percentage half halves third thirds quarter quarters fifth fifths sixths tenth tenths"
_MONEY = (
    "dollar dollars euro euros pound pounds rouble roubles ruble rubles lira liras dinar dinars rial rials riyal "
    "riyals shekel shekels yen yuan usd eur gbp cent cents rupee rupees peso pesos franc francs dirham dirhams kroner"
)
_NO_NUMBERS = "dozens scores hundreds thousands millions billions"
_UNITS = frozenset(f"{_TIMES} {_TIMES_OF_DAY} {_MEASURES} {_SHARES} {_MONEY} {_NO_NUMBERS}".split())
_BEFORE_UNIT = frozenset(
    "long more full consecutive straight square cubic short whole additional nautical calendar working "
    "extra us american canadian australian further other".split()
)
_CURRENCIES = frozenset("usd eur gbp rs inr us".split())
_LABELS = frozenset(
    "no nos resolution resolutions article articles chapter protocol annex appendix paragraph paragraphs "
    "section sections clause clauses number numbers page pages flight route highway room phase stage round "
    "channel version item items act rule apollo boeing airbus volume vol".split()
)
_CAPITAL_LABELS = frozenset(
    "part step day week track level type grade unit camp area zone sector district division brigade point order decree "
    "law agenda vision group terminal gate checkpoint class category formula size season episode game".split()
)
_JOINERS = frozenset({"and", "or", "to", "-", "&", ","})
_COUNTING_SUFFIXES = frozenset("member strong person people man woman odd plus".split())
_AGED = frozenset(
    {"children", "people", "men", "women", "those", "boys", "girls", "anyone", "civilians", "males", "females"}
)
_ONE_PRONOUN_AFTER = frozenset(
    "no not never single the this that these any every each some another which either neither last next".split()
)
_ONE_PRONOUN_BEFORE = frozenset(
    "of another in that who whom whose which to on at by for from with and or but is was has had says said can could "
    "should would will may might must does did do as if when where because since side hand thing way example reason "
    "i we he she they it you them us cannot not than such only step point aspect stop off".split()
)
_KILLING = ("kill", "wound", "injur", "leav", "left", "captur", "arrest", "detain", "claim")


def is_label(tokens: Tokens, i: int) -> bool:
    """Whether the words before token `i` make it a name: `resolution 2254`, `No. 3`, `Phase Two`, `Group of 20`."""
    at = i - 2 if tokens.low(i - 1) == "." and tokens.low(i - 2) in _LABELS else i - 1
    before = tokens.low(at)
    named = before in _CAPITAL_LABELS and tokens.written(at)[:1].isupper() and not tokens.written(at).isupper()
    return before in _LABELS or named or tokens.has(i - 2, "group", "of") or tokens.has(i - 2, "gang", "of")


def joins_labels(tokens: Tokens, end: int, *, plural: bool) -> bool:
    """Whether the word at `end` adds one more label: `articles 5, 6 and 7`, `resolutions 42 and 43`."""
    return tokens.low(end) in _JOINERS and (plural or tokens.low(end) in ("-", "to"))


def is_no_count(tokens: Tokens, i: int, number: Cardinal) -> bool:
    """Whether the number at token `i` is something else than a count of people or things."""
    return (
        _bound_to_what_precedes(tokens, i)
        or _measures(tokens, number.end)
        or _compounded(tokens, number.end)
        or _is_age(tokens, i, number)
        or _is_share(tokens, i, number)
        or _enumerates(tokens, i, number.end)
        or (tokens.low(i) == "one" and number.end == i + 1 and _is_pronoun(tokens, i))
    )


def _bound_to_what_precedes(tokens: Tokens, i: int) -> bool:
    before = tokens.written(i - 1)
    if before and unicodedata.category(before[0]) == "Sc":
        return True
    if before.lower() in _CURRENCIES and before.isupper() and tokens.low(i)[:1].isdigit():
        return before != "US" or tokens.glued(i - 1)
    if not tokens.glued(i - 1):
        return before.lower() in ("per", "aged", "ages", "age") or tokens.has(i - 2, "average", "of")
    if before == "." and tokens.glued(i - 2):
        return not tokens.written(i - 2).isalpha()
    if before == "-":
        return tokens.glued(i - 2) and (tokens.written(i - 2)[-1:].isalnum())
    return before in ".+/#@:,&=_*\\"


def _measures(tokens: Tokens, end: int) -> bool:
    after = tokens.low(end)
    if after in _UNITS:
        return after != "o" or tokens.low(end + 1) == "'clock"
    if after and unicodedata.category(after[0]) == "Sc":
        return True
    if after in ("a", "p") and tokens.has(end + 1, ".", "m"):
        return True
    return after in _BEFORE_UNIT and tokens.low(end + 1) in _UNITS


def _compounded(tokens: Tokens, end: int) -> bool:
    """`23-year-old`, `two-day`, `5+1`, `20/30`; but `14-member` and `20-strong` count."""
    if not tokens.glued(end - 1):
        return False
    after = tokens.low(end)
    if after == "-":
        return tokens.low(end + 1) not in _COUNTING_SUFFIXES and tokens.low(end + 1) != "-"
    if after == ":":
        return tokens.glued(end)
    return after in "/+_=*\\" and tokens.glued(end) and tokens.low(end + 1)[:1].isalnum()


def _is_age(tokens: Tokens, i: int, number: Cardinal) -> bool:
    if number.value > 120:
        return False
    if tokens.has(i - 2, "age", "of") or tokens.has(i - 2, "aged", "between"):
        return True
    if tokens.low(i - 1) in ("under", "over", "above", "below") and tokens.low(i - 2) in _AGED:
        return True
    name = tokens.written(i - 2)
    apart = tokens.low(i - 1) == "," and tokens.low(number.end) in (",", ".", ")", "") and tokens.low(i)[:1].isdigit()
    return apart and name[:1].isupper() and name.lower() not in PEOPLE and tokens.low(i - 3) not in ("in", "at", "near")


def _is_share(tokens: Tokens, i: int, number: Cardinal) -> bool:
    """`One in five`, `nine out of ten`: neither number counts anything."""
    for end, start in ((number.end, number.end + 1), (number.end + 1, number.end + 2)):
        joined = tokens.low(number.end) == "in" if end == number.end else tokens.has(number.end, "out", "of")
        if joined and (whole := cardinal(tokens, start)):
            return number.value == 1 or (end > number.end and whole.value <= 10)
    if tokens.low(i - 1) == "in":
        return tokens.low(i - 2) == "one"
    return tokens.has(i - 2, "out", "of") and number.value <= 10 and cardinal(tokens, i - 3) is not None


def _enumerates(tokens: Tokens, i: int, end: int) -> bool:
    """`1. The parties …`, `(2) The sides …`, `Smith (23)`: a number that stands apart from the sentence."""
    if tokens.low(i - 1) == "(" and tokens.low(end) == ")":
        return True
    digits = tokens.low(i)[:1].isdigit()
    return i == 0 and digits and tokens.low(end) in (".", ")") and tokens.glued(end - 1)


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    if tokens.low(i - 1) in _ONE_PRONOUN_AFTER or tokens.has(i - 2, "the", "only"):
        return True
    after = tokens.low(i + 1)
    if tokens.has(i - 2, "at", "least"):
        return after == "of"
    if after.isalpha():
        return after in _ONE_PRONOUN_BEFORE
    return not tokens.low(i - 1).startswith(_KILLING)
