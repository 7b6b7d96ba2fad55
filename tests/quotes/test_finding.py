"""Where a quote stands in its article, or which word is not the article's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quotes import Absent, Altered, Ambiguous, Elsewhere, Verbatim, find
from generator.text import Span, fold, words

ARTICLE = """\
The talks between Ruritania and the Northern League will start in Zenda on 12 May, the “Gazette” said.

Freedonia’s envoy, Karim al-Dhib, was not invited. More than 1,200 people, most of them civilians,
have been killed since 2031–32. The talks were first planned for 2.5 days. The truce isn’t holding.
"""


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("The talks between Ruritania and the Northern League", None),
        ("will start in Zenda on 12 May", "will start in Zenda on 12\u00a0May"),
        ('12\u00a0May, the "Gazette" said.', "12\u00a0May, the “Gazette” said."),
        ("the ‟Gazette„ said", "the “Gazette” said"),
        ("Freedonia's  envoy", "Freedonia’s envoy"),
        ("most of them civilians, have been", "most of them civilians,\nhave been"),
        (" \n invited. More\n\nthan ", "invited. More than"),
        ("Freedonia", None),
        ("envoy, Karim al‑Dhib,", "envoy, Karim al-Dhib,"),
        ("since 2031-32.", "since 2031–32."),
    ],
)
def test_verbatim_gives_the_exact_place(quote: str, printed: str | None) -> None:
    """White space and typography are forgiven, and the span is the original's."""
    article = ARTICLE.replace("12 May", "12\u00a0May")
    verdict = find(quote, article)
    assert isinstance(verdict, Verbatim)
    assert article[verdict.span.start : verdict.span.end] == (printed or quote)


def test_a_quote_at_either_end_of_the_article_stands() -> None:
    """White space round an article does not shift the place."""
    assert find("Zenda", " \n Zenda") == Verbatim(Span(3, 8))
    assert find("the end.", "It is\nthe  end.\n\n") == Verbatim(Span(6, 15))


@pytest.mark.parametrize(
    ("quote", "quoted", "printed"),
    [
        ("will begin in Zenda on 12 May", "begin", "start"),
        ("will start soon in Zenda on 12 May", "soon", ""),
        ("will start Zenda on 12 May", "", "in"),
        ("Freedonia's envoy, Karim al-Dhib, was invited", "", "not"),
        ("the Northern League will not start in Zenda", "not", ""),
        ("will start in Zenda on 13 May", "13", "12"),
        ("will start in zenda on 12 May", "zenda", "Zenda"),
        ("the talks between Ruritania and", "the", "The"),
        ("More than 1,300 people, most of them", "1,300", "1,200"),
        ("More than 1200 people, most of them", "1200", "1,200"),
        ("than 1,200 people have been killed", "", ", most of them civilians,"),
        ("The Northern League will start", "The", "the"),
        ("Freedonia's envoy, Karim Al-Dhib,", "Al-Dhib", "al-Dhib"),
        ("Freedonia's envoy: Karim al-Dhib", ":", ","),
        ("will start in Zenda on 12 June", "June", "May"),
    ],
)
def test_altered_names_the_word(quote: str, quoted: str, printed: str) -> None:
    """A word replaced, added, left out, in another case, a digit, a negation or a mark: the difference is named."""
    verdict = find(quote, ARTICLE)
    assert isinstance(verdict, Altered)
    assert (verdict.quoted, verdict.printed) == (quoted, printed)


@pytest.mark.parametrize(
    ("quote", "quoted", "printed"),
    [
        ("talks between Ruritania and the Northern Lea", "Lea", "League"),
        ("he talks between Ruritania", "he", "The"),
        ("More than 1", "1", "1,200"),
        ("200 people, most", "200", "1,200"),
        ("Dhib, was not invited", "Dhib,", "al-Dhib,"),
        ("Karim al", "al", "al-Dhib,"),
        ("planned for 2", "2", "2.5"),
        ("5 days", "5", "2.5"),
        ("The truce is", "is", "isn’t"),
        ("t holding", "t", "isn’t"),
        ("The truce isn", "isn", "isn’t"),
    ],
)
def test_a_quote_cut_inside_a_word_or_number_is_altered(quote: str, quoted: str, printed: str) -> None:
    """A quote that stands only as part of a longer word or number gives the whole of it."""
    verdict = find(quote, ARTICLE)
    assert isinstance(verdict, Altered)
    assert (verdict.quoted, verdict.printed) == (quoted, printed)


@pytest.mark.parametrize("quote", ["Freedonia", "the Northern League will start", "killed since 2031", "civilians"])
def test_a_quote_may_end_before_a_possessive_a_comma_or_a_dash(quote: str) -> None:
    """`Freedonia` stands in `Freedonia’s`, `civilians` before a comma, a year before an en dash."""
    assert isinstance(find(quote, ARTICLE), Verbatim)


def test_ambiguous_gives_every_place() -> None:
    """A quote that stands twice stands nowhere in particular."""
    assert find("b c", "a b c b c") == Ambiguous((Span(2, 5), Span(6, 9)))
    assert find("a a", "a a a") == Ambiguous((Span(0, 3), Span(2, 5)))


def test_ambiguous_stops_counting() -> None:
    """After fifty places there is nothing more to say."""
    verdict = find("a", "a " * 60)
    assert isinstance(verdict, Ambiguous)
    assert len(verdict.spans) == 50


@pytest.mark.parametrize("quote", ["Nothing of the kind was ever written here", "", " \u00a0", "zenda", "?"])
def test_absent_is_like_nothing_in_the_article(quote: str) -> None:
    """No passage shares enough words with it."""
    assert find(quote, ARTICLE) == Absent()


def test_absent_in_an_empty_article() -> None:
    """An empty article holds nothing."""
    assert find("Zenda", "") == Absent()


def test_elsewhere_names_the_articles() -> None:
    """A quote of another article is told apart from an altered one."""
    others = {"courier": "Zenda fell.", "gazette": "It was said that Zenda\n fell.", "herald": "Zenda stands."}
    assert find("Zenda fell", ARTICLE, others) == Elsewhere(("courier", "gazette"))


def test_only_spaces_between_words_and_marks_differ() -> None:
    """Where a space is missing, the whole passage is shown."""
    assert find("said . More", "He said. More came.") == Altered("said . More", "said. More", Span(3, 13))


def test_an_alteration_is_found_where_most_words_agree() -> None:
    """Of two like passages the one that shares more words is shown."""
    article = "The talks failed on Monday. They met again. The talks began in Zenda on Tuesday morning."
    verdict = find("The talks ended in Zenda on Tuesday", article)
    assert isinstance(verdict, Altered)
    assert (verdict.quoted, verdict.printed, verdict.span) == ("ended", "began", Span(44, 79))


WORDS = [word for word, _ in words(fold(ARTICLE).text)]


@given(st.data(), st.text(alphabet="abcdefgh0123456789", min_size=1, max_size=8))
def test_one_changed_word_is_never_verbatim(data: st.DataObject, change: str) -> None:
    """Any quote of the article with any one word replaced by a word that the article does not hold is refused."""
    folded = fold(ARTICLE)
    places = words(folded.text)
    first = data.draw(st.integers(0, len(places) - 1))
    last = data.draw(st.integers(first, len(places) - 1))
    changed = data.draw(st.integers(first, last))
    if change in WORDS:
        change += "zz"
    start, end = places[first][1].start, places[last][1].end
    at = places[changed][1]
    quote = folded.text[start : at.start] + change + folded.text[at.end : end]
    assert isinstance(find(quote, ARTICLE), Altered | Absent | Ambiguous)


@given(st.data())
def test_any_whole_words_are_found_where_they_stand(data: st.DataObject) -> None:
    """Every stretch of whole words that stands once is verbatim under any white space, at its own place."""
    places = words(ARTICLE)
    first = data.draw(st.integers(0, len(places) - 1))
    last = data.draw(st.integers(first, min(len(places) - 1, first + 12)))
    span = Span(places[first][1].start, places[last][1].end)
    space = data.draw(st.sampled_from(["\u00a0", "\n", "  ", " \n\u202f"]))
    verdict = find(ARTICLE[span.start : span.end].replace(" ", space), ARTICLE)
    if isinstance(verdict, Verbatim):
        assert verdict.span == span
    else:
        assert isinstance(verdict, Ambiguous) or (isinstance(verdict, Altered) and verdict.span == span)


@pytest.mark.parametrize(
    ("quote", "article"),
    [
        ("a " * 2000 + "b", "a " * 100_000),
        ("a a b " * 800 + "c", "a b " * 100_000),
        ("a b " * 99 + "c", "a " * 100_000),
        ("a" * 5000, "a" * 400_000 + "b"),
    ],
    ids=["one word", "two words", "short", "no spaces"],
)
def test_hostile_quotes_take_linear_time(quote: str, article: str) -> None:
    """Quotes and articles of one repeated word are compared in moments; comparing every stretch would take hours."""
    assert not isinstance(find(quote, article), Verbatim)
