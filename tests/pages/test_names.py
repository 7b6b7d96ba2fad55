"""The ledger of names: forms, voices, excerpts, and the rules that mark a name as one that judges."""

from __future__ import annotations

from pathlib import Path

from generator.checks import check
from generator.corpus import load
from generator.pages import Settings, generate
from generator.pages.names import WORDS_AT_MOST, NameUse
from generator.pages.views import Views
from tests.project import write_project, write_small_project

ACTORS = """
    ruritania: {name: Ruritania, kind: state}
    sylvania: {name: Sylvania, kind: state, loaded: [the aggressor]}
    guard: {name: Iron Guard, kind: armed-group, also: [masked men]}
    alma: {name: Alma Grey, kind: person, represents: ruritania}
"""
EVENTS = "talks: {title: Oman talks, kind: talks}"


def names_of(root: Path, *articles: str, sheet: str = "", words: str = "", actor: str = "guard") -> list[NameUse]:
    """The names that articles use for an actor; the first article may have facts, and the site a list of words."""
    named = {chr(ord("a") + number): text for number, text in enumerate(articles)}
    files = {"briefings/loaded-words.yml": words} if words else {}
    write_project(root, articles=named, sheets={**dict.fromkeys(named, ""), "a": sheet}, actors=ACTORS, events=EVENTS,
                  files=files)  # fmt: skip
    corpus = load(root)
    assert not corpus.problems, corpus.problems
    return Views(corpus).names[actor]


def spoken(uses: list[NameUse]) -> list[tuple[str, list[tuple[str | None, int]]]]:
    """Each name with its voices and counts; the article's own voice is `own`."""
    return [(use.name, [("own" if v.voice.own else v.voice.speaker, v.count) for v in use.voices]) for use in uses]


def test_the_house_name_comes_first_then_the_most_used(tmp_path: Path) -> None:
    """Forms that differ in capitals alone are one name, written as the list of actors has it."""
    uses = names_of(tmp_path, "Masked men. Masked men came. Iron Guard.\n", "IRON GUARD. The masked men left.\n")
    assert spoken(uses) == [("Iron Guard", [("own", 2)]), ("masked men", [("own", 3)])]
    assert [use.house for use in uses] == [True, False]
    assert [(source.id, count) for source, count in uses[1].voices[0].sources] == [("a", 2), ("b", 1)]


def test_a_name_is_told_by_voice(tmp_path: Path) -> None:
    """The article's own words first, then each speaker, then those whom nothing names."""
    text = 'The masked men left. "The masked men lie," Alma Grey said. "Masked men," someone wrote on a wall.\n'
    assert spoken(names_of(tmp_path, text)) == [("masked men", [("own", 1), ("alma", 1), (None, 1)])]


def test_a_speaker_whom_the_sheet_gives_counts(tmp_path: Path) -> None:
    """Where the article names no person beside the words, the reader who wrote `said_by` has decided."""
    text = "The Ruritanian envoy spoke. The envoy said that the masked men lie.\n"
    sheet = """
        excluded_groups:
          out: {event: talks, who: guard, said_by: alma, because: Alma Grey is the envoy, quote: the masked men lie}
    """
    assert spoken(names_of(tmp_path, text, sheet=sheet)) == [("masked men", [("alma", 1)])]


def test_a_judging_name_is_marked_with_its_rule(tmp_path: Path) -> None:
    """The list of actors says so, or the list of loaded words with its reason."""
    (use,) = names_of(tmp_path, "The aggressor left.\n", actor="sylvania")
    assert (use.name, use.rules) == ("the aggressor", ("Listed among the actors as a name that judges.",))
    words = "loaded: {masked: {words: [masked], reason: It hints at a crime.}}"
    (use,) = names_of(tmp_path / "two", "The masked men left.\n", words=words)
    assert use.rules == ("“masked”, in the list of loaded words: It hints at a crime.",)


def test_a_loaded_word_beside_a_name_is_part_of_what_it_is_called(tmp_path: Path) -> None:
    """Before a name or, of a group, behind it; not before a state's name, and not across other words."""
    text = "The so-called  Iron Guard left. The Iron Guard terrorist groups came. A brutal and Iron Guard way.\n"
    uses = names_of(tmp_path, text)
    assert [use.name for use in uses] == ["Iron Guard", "Iron Guard terrorist groups", "so-called Iron Guard"]
    assert [len(use.rules) for use in uses] == [0, 1, 1]
    (use,) = names_of(tmp_path / "two", "A brutal Sylvania winter. Sylvania terrorists left.\n", actor="sylvania")
    assert (use.name, use.count, use.rules) == ("Sylvania", 2, ())


def test_what_the_site_allows_is_no_judging_word(tmp_path: Path) -> None:
    """A word that the site's list allows marks no name."""
    words = "allowed: {so: {words: [so-called], reason: It is a term here.}}"
    assert [use.name for use in names_of(tmp_path, "The so-called Iron Guard.\n", words=words)] == ["Iron Guard"]


def test_an_excerpt_is_short_and_verbatim(tmp_path: Path) -> None:
    """At most twelve words round the name, never beyond its sentence, and never the marks at their ends."""
    text = f'One. {"a " * 30}Iron Guard{" b" * 30}. Two. "Masked men came."\n'
    guard, masked = (use.voices[0].excerpt for use in names_of(tmp_path, text))
    words = f"{guard.before}{guard.name}{guard.after}"
    assert words in text
    assert len(words.split()) == WORDS_AT_MOST
    assert (guard.cut_before, guard.cut_after) == (True, True)
    assert (masked.before, masked.name, masked.after) == ("", "Masked men", " came")
    assert (masked.cut_before, masked.cut_after) == (False, False)


def test_an_excerpt_prefers_what_a_sheet_quotes(tmp_path: Path) -> None:
    """So that the ledger publishes no more of an article than it must, and leads to the sentence."""
    text = "Masked men came. They were out: masked men are.\n"
    sheet = "excluded_groups:\n  out: {event: talks, who: guard, quote: 'out: masked men are'}\n"
    (use,) = names_of(tmp_path, text, sheet=sheet)
    excerpt = use.voices[0].excerpt
    assert excerpt.statement is not None
    assert excerpt.statement.key == "a/out"
    assert excerpt.after == " are."


def test_the_page_names_whose_words_they_are(tmp_path: Path) -> None:
    """Each voice with its count, its excerpt with the name marked, and a link to the article."""
    root = write_small_project(tmp_path)
    article = root / "seeds" / "courier.txt"
    sheet = root / "briefings" / "articles" / "courier.yml"
    old = article.read_bytes()
    text = old.decode() + 'The northern bandits came. "Northern League," a so-called friend wrote.\n'
    article.write_text(text, encoding="utf-8")
    from hashlib import sha256  # noqa: PLC0415

    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace(sha256(old).hexdigest(), sha256(text.encode()).hexdigest()),
        encoding="utf-8",
    )
    corpus = load(root)
    assert check(corpus) == ()
    pages = {page.path: page.whole() for page in generate(corpus, Settings())}
    assert (
        '<p>Judging words are used for <a href="#names-northern-league">Northern League</a>.</p>' in pages["names.md"]
    )
    for path in ("names.md", "actors/northern-league.md"):
        page = pages[path]
        assert '<q>northern bandits</q> <span class="br-count">1 time</span>' in page
        assert "Listed among the actors as a name that judges." in page
        assert "<q>The <mark>northern bandits</mark> came.</q>" in page
        assert "In a quotation or report, not said whose" in page
