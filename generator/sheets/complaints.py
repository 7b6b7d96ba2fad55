"""What pydantic finds wrong with a value, said in the project's words: what is wrong, and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from generator.dates import DateError
from generator.model import Id
from generator.sheets import shape
from generator.sheets.wording import kind, listed, near, shortened, shown

Words = tuple[str, str]
"""A message and a remedy."""


@dataclass(frozen=True)
class Complaint:
    """One error of pydantic, with what the model and the file say of its place.

    `key` is the last key on the way there, `name` a key that is missing, `written` the value's text in the file,
    and `here` the shape at the place: for a key that is missing or unknown, that of the mapping around it.
    """

    type: str
    key: str
    name: str
    of_key: bool
    given: Any
    written: str | None
    here: shape.Shape
    context: dict[str, Any]

    @property
    def value(self) -> str:
        """The value as a report shows it: text in quotation marks, anything else as it is written."""
        if isinstance(self.given, str):
            return shown(self.given)
        return shortened(self.written) if self.written else kind(self.given)


def words_for(complaint: Complaint) -> Words:
    """The message and the remedy for an error of pydantic."""
    say = _SAY.get(complaint.type, _anything)
    return say if isinstance(say, tuple) else say(complaint)


def _anything(complaint: Complaint) -> Words:
    return f"{complaint.value} cannot stand here", "write what the schema of this file describes"


def _missing(complaint: Complaint) -> Words:
    words = shape.vocabulary(shape.inside(complaint.here, complaint.name))
    return f"the key '{complaint.name}' is missing", f"add it: {listed(words)}" if words else "add it"


def _unknown(complaint: Complaint) -> Words:
    known = tuple(shape.fields(complaint.here))
    meant = near(complaint.key, known)
    remedy = f"did you mean '{meant}'?" if meant else f"the keys here are {listed(known, 'and')}"
    return f"there is no key {shown(complaint.key)} here", remedy


def _word(complaint: Complaint) -> Words:
    words = shape.vocabulary(complaint.here)
    if complaint.written is None or complaint.given is None:
        return _wanted(complaint, "one word"), f"write {listed(words)}"
    meant = near(complaint.given, words) if isinstance(complaint.given, str) else None
    guess = f"did you mean '{meant}'? It takes" if meant else "write"
    return f"{complaint.value} is not one of the words for '{complaint.key}'", f"{guess} {listed(words)}"


def _wanted(complaint: Complaint, wanted: str) -> str:
    if complaint.given is None:
        return "is empty"
    if complaint.written is None or isinstance(complaint.given, str):
        return f"is {kind(complaint.given)} where {wanted} is wanted"
    return f"{shortened(complaint.written)} is read as {kind(complaint.given)} where {wanted} is wanted"


def _text(complaint: Complaint) -> Words:
    if complaint.given is None:
        return "is empty", "write the text"
    if complaint.written is None:
        return _wanted(complaint, "one text"), "write one text, in quotes where it holds a colon or brackets"
    return _wanted(complaint, "text"), "put it in quotes"


def _texts(complaint: Complaint) -> Words:
    if complaint.given is None:
        return "is empty", "write one, or a list"
    if isinstance(complaint.given, str):
        return _wanted(complaint, "a list"), f"write [{shortened(complaint.given)}]"
    if isinstance(complaint.given, dict):
        return _wanted(complaint, "text or a list"), "write [a, b], or each item on its own line after a hyphen"
    return _text(complaint)


def _too_many(complaint: Complaint) -> Words:
    count, most = complaint.context["actual_length"], complaint.context["max_length"]
    return f"lists {count}, more than {most}", "split it into several"


def _long_text(complaint: Complaint) -> Words:
    return f"has {len(complaint.given)} characters, more than {complaint.context['max_length']}", "shorten it"


_ID_PATTERN = get_args(Id)[1].pattern
_FORMS = {
    "sha256": ("is no SHA-256", "write the 64 digits 0-9 and letters a-f of the article's SHA-256"),
    "language": ("is no language tag", "write one such as en, fr or pt-BR"),
}


def _form(complaint: Complaint) -> Words:
    if complaint.context["pattern"] == _ID_PATTERN:
        plain = unicodedata.normalize("NFKD", complaint.given[:100]).encode("ascii", "ignore").decode().lower()
        example = re.sub("[^a-z0-9]+", "-", plain).strip("-") or "ceasefire-2016-12"
        remedy = f"write lower-case letters, digits and single hyphens between them, such as {example}"
        return f"{shown(complaint.given)} is no id", remedy
    wrong, remedy = _FORMS.get(complaint.key, ("has not the form wanted here", "write what the schema describes"))
    return f"{shown(complaint.given)} {wrong}", remedy


def _mapping(complaint: Complaint) -> Words:
    by_id = shape.is_by_id(complaint.here)
    inner = shape.bare(shape.inside(complaint.here, "")) if by_id else shape.bare(complaint.here)
    names = [key for key, field in shape.fields(inner).items() if field.is_required()]
    keys = f"its keys, such as {listed(names, 'and')}," if names else "its keys"
    remedy = "write an id for each and its keys below, indented" if by_id else f"write {keys} below it, indented"
    return ("is empty" if complaint.given is None else f"is {kind(complaint.given)} where a mapping is wanted"), remedy


_GROUPED = re.compile(r"[0-9]{1,18}|[0-9]{1,3}(?:[,_' \u00a0\u202f][0-9]{3}){1,5}")


def _number(complaint: Complaint) -> Words:
    if complaint.given is None:
        return "is empty", "write a whole number"
    remedy = "write digits alone, without quotes"
    if isinstance(complaint.given, str) and _GROUPED.fullmatch(complaint.given):
        remedy = f"write {int(re.sub('[^0-9]', '', complaint.given))}"
    return f"{complaint.value} is not a whole number", remedy


def _too_low(complaint: Complaint) -> Words:
    return f"{complaint.value} is less than {complaint.context['ge']}", f"write {complaint.context['ge']} or more"


def _yes_or_no(complaint: Complaint) -> Words:
    return f"{complaint.value} is neither true nor false", "write true or false, without quotes"


_DATE_REMEDY = "write a date such as 2016, 2016-12, 2016-12-31 or 2016-12/2017-01"


def _date(complaint: Complaint) -> Words:
    return _wanted(complaint, "a date"), _DATE_REMEDY


_WITH_REMEDY = re.compile(r"(?P<message>.*[^']): (?P<remedy>(?:write|give) .*)", re.DOTALL)
_REMEDIES = {"is empty": "write the text", "names one twice": "keep one of them"}


def _own_words(complaint: Complaint) -> Words:
    """What a validator of the model says, as it says it; after a colon it may give the remedy itself."""
    error = complaint.context["error"]
    text = shortened(str(error), 300)
    if match := _WITH_REMEDY.fullmatch(text):
        return match["message"], match["remedy"]
    if isinstance(error, DateError):
        return text, _DATE_REMEDY
    whole = "change what does not fit together" if isinstance(complaint.given, dict) else "correct it"
    return text, _REMEDIES.get(text, whole)


_SAY: dict[str, Callable[[Complaint], Words] | Words] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _word,
    "string_type": _text,
    "string_pattern_mismatch": _form,
    "string_too_short": ("is empty", "write the text"),
    "string_too_long": _long_text,
    "tuple_type": _texts,
    "too_short": ("is an empty list", "write at least one"),
    "too_long": _too_many,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "int_type": _number,
    "greater_than_equal": _too_low,
    "bool_type": _yes_or_no,
    "dataclass_type": _date,
    "dataclass_exact_type": _date,
    "value_error": _own_words,
}
