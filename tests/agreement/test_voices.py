"""Articles that share text or an agency are one voice."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from generator import dates
from generator.agreement import Voices, voices_of
from generator.agreement.voices import CONTAINMENT, SHARED_AT_LEAST, SHINGLE, shingles_of
from generator.corpus import Source
from generator.model import Article
from generator.sheets import read_document

DOCUMENT = read_document("briefings/articles/a.yml", "")[0]


def article(name: str, text: str, day: int = 1, agency: str | None = None) -> Source:
    """An article of May 2031."""
    published = dates.parse(f"2031-05-{day:02d}")
    assert DOCUMENT is not None
    entry = Article(file=f"seeds/{name}.txt", sha256="0" * 64, published=published, agency=agency)
    return Source(name, DOCUMENT, entry, text)


def words(stem: str, count: int) -> str:
    """A text of so many words, none of which stands in a text of another stem."""
    return " ".join(f"{stem}{number}" for number in range(count))


def grouped(voices: Voices) -> set[frozenset[str]]:
    """The voices as sets of articles."""
    return {frozenset(name for name in voices.of if voices.of[name] == voice) for voice in voices.of.values()}


def test_a_report_made_from_another_is_one_voice_with_it() -> None:
    """Though most of its words are its own; the voice is named by the first article that has it."""
    first = article("z", words("a", 300), day=1)
    made = article("b", words("b", 100) + " " + words("a", 40), day=2)
    other = article("c", words("c", 300), day=3)
    voices = voices_of([other, made, first])
    assert voices.of == {"z": "z", "b": "z", "c": "c"}
    assert voices.count([first, made, other]) == 2
    (link,) = voices.links
    assert (link.one, link.other, link.agency) == (first, made, None)
    assert link.containment == round(36 / 136, 3)
    assert voices.with_(made) == (link,)
    assert voices.with_(other) == ()


def test_a_quotation_that_both_print_joins_nothing() -> None:
    """Fewer shingles than a dozen words have may be one speaker's sentence, however short the articles are."""
    shared = words("s", SHARED_AT_LEAST + SHINGLE - 2)
    assert voices_of([article("a", shared), article("b", shared)]).count([]) == 0
    assert len(grouped(voices_of([article("a", shared), article("b", shared)]))) == 2
    more = words("s", SHARED_AT_LEAST + SHINGLE - 1)
    assert len(grouped(voices_of([article("a", more), article("b", more)]))) == 1


def test_a_tenth_of_the_shorter_article_is_the_threshold() -> None:
    """Containment counts, not the share of both: a long article may take in a short one whole."""
    shared, long = words("s", 24), words("long", 3000)
    assert CONTAINMENT == 0.1
    short = article("b", f"{shared} {words('b', 180)}")  # 20 of its 200 shingles
    assert len(grouped(voices_of([article("a", f"{long} {shared}"), short]))) == 1
    longer = article("b", f"{shared} {words('b', 181)}")  # 20 of 201
    assert len(grouped(voices_of([article("a", f"{long} {shared}"), longer]))) == 2


def test_typography_and_case_make_no_other_text() -> None:
    """Line wraps, curly quotes and capitals are not words of one's own."""
    text = words("don’t – stop ", 20)
    assert shingles_of(text) == shingles_of(text.replace("’", "'").replace(" ", "\n").upper())
    assert shingles_of("four words are none") == frozenset()


def test_one_agency_is_one_voice() -> None:
    """Whatever their words; an article without an agency is its own."""
    texts = [article("a", words("a", 90), 1, "Zenda Wire"), article("b", words("b", 90), 2, "ZENDA WIRE")]
    texts += [article("c", words("c", 90), 3, "Strelsau Press"), article("d", words("d", 90), 4)]
    voices = voices_of(texts)
    assert grouped(voices) == {frozenset("ab"), frozenset("c"), frozenset("d")}
    assert [link.agency for link in voices.links] == ["Zenda Wire"]


def test_an_article_that_links_two_joins_all_three() -> None:
    """Voices are groups: whoever shares text with one of them belongs to them."""
    a, c = words("a", 60), words("c", 60)
    given_articles = [article("a", a, 1), article("c", c, 2), article("b", f"{a} {c}", 3)]
    for ordered in itertools.permutations(given_articles):
        assert voices_of(ordered).of == {"a": "a", "b": "a", "c": "a"}


def test_many_copies_are_one_voice() -> None:
    """Where a text stands in more articles than are compared with one another, it still joins them all."""
    copies = [article(f"a{number:03d}", words("a", 40), 1) for number in range(60)]
    assert set(voices_of(copies).of.values()) == {"a000"}


pieces = st.lists(st.sampled_from([words(stem, 40) for stem in "abcd"]), min_size=1, max_size=3).map(" ".join)


@given(st.lists(pieces, max_size=6), st.randoms(use_true_random=False))
def test_order_never_matters(texts: list[str], chance: object) -> None:
    """However the articles are ordered, the voices are the same."""
    given_articles = [article(f"a{number}", text, number % 3 + 1) for number, text in enumerate(texts)]
    expected = voices_of(given_articles)
    chance.shuffle(given_articles)  # type: ignore[attr-defined]
    assert voices_of(given_articles) == expected
