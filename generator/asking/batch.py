"""Many articles asked of a model one after another; what goes wrong with one takes nothing from the others."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.asking.access import AskingError, access_from
from generator.asking.answers import FACTS_AT_MOST, Judge, Refused
from generator.asking.questions import correction, question
from generator.asking.recording import Recording, recording
from generator.dates import Edtf
from generator.derive.batch import Site, UnreadableArticleError, article_bytes, file_name
from generator.derive.drafting import Draft, Opened, drafted, open_article
from generator.text import printable

if TYPE_CHECKING:
    from generator.asking.server import Conversation

_PACKAGES = frozenset({"pydantic_ai", "openai", "httpx2"})
"""What the extra `llm` brings."""


@dataclass(frozen=True)
class Source:
    """Where answers come from: a model by its name, and the folder that keeps its answers or gives them again."""

    model: str
    record: Path | None = None
    replay: Path | None = None


@dataclass(frozen=True)
class Asked:
    """What came of asking about one article: its draft, None where there is none, and what a person should know.

    It is complete where every question was answered.
    """

    draft: Draft | None
    reports: tuple[str, ...]
    complete: bool


def asked(articles: Sequence[Path], site: Site, source: Source, published: Edtf | None = None) -> Iterator[Asked]:
    """What a model says of each article, in the order given, held to the checks.

    Raises `AskingError` where nothing can be asked at all: the extra `llm` is not installed, no server is named.
    """
    if source.record and source.replay:
        raise AskingError("answers are either recorded or replayed; leave out --record or --replay")
    conversation = _conversations()
    access = None if source.replay else access_from(os.environ)
    return (_asked(article, site, source, published, conversation(source.model, access)) for article in articles)


def _conversations() -> type[Conversation]:
    """The client, which only those who ask a model need to have installed."""
    try:
        from generator.asking.server import Conversation  # noqa: PLC0415 - so that nothing else waits for it
    except ImportError as error:  # missing, or of a version without what is imported
        if (error.name or "").split(".")[0] not in _PACKAGES:
            raise
        message = "asking a model needs a client that is not here, or too old; run: pip install 'briefings[llm]'"
        raise AskingError(message) from error
    return Conversation


def _asked(article: Path, site: Site, source: Source, published: Edtf | None, conversation: Conversation) -> Asked:
    name = file_name(article, site.root)
    try:
        raw = article_bytes(article)
    except UnreadableArticleError as error:
        return Asked(None, (str(error),), complete=False)
    opened = open_article(raw, published, site.actors, site.events)
    digest = hashlib.sha256(raw).hexdigest()
    judge = Judge(name, digest, opened, f"model {source.model}")
    talk = _Talk(source, conversation, digest, judge)
    try:
        refused = talk.about(question(opened.reading.text, opened.reading.published))
    except AskingError as error:
        return Asked(None, (_line(name, str(error)),), complete=False)
    complete = not refused or talk.sends_back(refused)
    found = _settled(name, raw, opened, talk)
    if not found.facts:
        talk.reports.append(f"{source.model} states no fact that passes the checks")
    return Asked(found, tuple(_line(name, report) for report in talk.reports), complete)


def _settled(name: str, raw: bytes, opened: Opened, talk: _Talk) -> Draft:
    """The draft of what was accepted, which also passes the checks of a site that has no other actors than it needs."""
    while True:
        found = drafted(name, raw, replace(opened, people=talk.judge.named.people), talk.judge.facts(), [])
        refused = talk.judge.withdrawn({**opened.known, **found.actors})
        if not refused:
            return found
        talk.dropped(refused)


@dataclass
class _Talk:
    """One conversation about one article, and what a person should know of it."""

    source: Source
    conversation: Conversation
    digest: str
    judge: Judge
    reports: list[str] = field(default_factory=list)

    def about(self, words: str) -> list[Refused]:
        """Ask, and have the answer judged; what is refused is the answer."""
        answer = self.conversation.ask(words, self._recording(words))
        refused, unread = self.judge.hear(answer)
        if unread:
            read = f"the first {FACTS_AT_MOST} were read"
            self.reports.append(f"{self.source.model} gives {FACTS_AT_MOST + unread:,} facts; {read}")
        return refused

    def sends_back(self, refused: Sequence[Refused]) -> bool:
        """Ask once more for what was refused, and note what came of it; False where there was no answer."""
        self._note("sent back", refused)
        before = len(self.judge.accepted)
        again: list[Refused] = []
        failed = None
        try:
            again = self.about(correction([(one.key, one.item, one.reason) for one in refused]))
        except AskingError as error:
            failed = f"what was sent back got no answer: {error}"
        self._note("refused again", again)
        right = max(0, len(self.judge.accepted) - before)
        self.reports.append(
            f"{len(refused):,} of its facts were sent back, {right:,} came back right; the others are dropped"
        )
        self.reports += [failed] if failed else []
        return failed is None

    def dropped(self, refused: Sequence[Refused]) -> None:
        """Note what passes no longer once the actors that no fact needs are gone."""
        self._note("dropped", refused)

    def _note(self, what: str, refused: Sequence[Refused]) -> None:
        self.reports += [f"{what}: {one.words}: {one.reason}" for one in refused]

    def _recording(self, words: str) -> Recording | None:
        model = self.source.model
        if self.source.replay:
            return recording(self.source.replay, model, self.digest, words).read()
        return recording(self.source.record, model, self.digest, words) if self.source.record else None


def _line(name: str, report: str) -> str:
    return printable(f"{name}: {report}")
