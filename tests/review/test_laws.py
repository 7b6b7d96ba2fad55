"""Laws of a comparison: nothing gives nothing, turned round it turns round, and nothing changes unseen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.review import as_json, as_markdown, as_text
from generator.review.comparing import Comparison, compared
from generator.review.states import State, opened
from tests.project import write_small_project

FILES = ("articles/gazette.yml", "articles/courier.yml", "actors.yml", "events.yml")
LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Keys = tuple[Any, ...]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project."""
    return write_small_project(tmp_path_factory.mktemp("base"))


def state(folder: Path) -> State:
    """The state of a folder; its pages are already made."""
    with opened(folder, None) as found:
        return found


@pytest.fixture(scope="module")
def start(base: Path) -> State:
    """The state that is edited."""
    return state(base)


def scalars(data: Any, keys: Keys = ()) -> Iterator[Keys]:
    """The keys that lead to each single value."""
    if isinstance(data, (dict, list)):
        for key, held in data.items() if isinstance(data, dict) else enumerate(data):
            yield from scalars(held, (*keys, key))
    else:
        yield keys


def holder(data: Any, keys: Keys) -> Any:
    """What holds the last of some keys."""
    for key in keys[:-1]:
        data = data[key]
    return data


VALUES = ("other", "zenda-talks", "freedonia", 7, None, True, "2031-05-09", "killed")


class Edit(NamedTuple):
    """One edit of a sheet: a value changed, an entry removed, or its id renamed."""

    name: str
    keys: Keys
    how: str
    value: Any = None


@pytest.fixture(scope="module")
def edits(base: Path) -> list[Edit]:
    """Every edit that the laws are held against."""
    found = []
    for name in FILES:
        data = yaml.safe_load((base / "briefings" / name).read_text(encoding="utf-8"))
        for keys in scalars(data):
            old = holder(data, keys)[keys[-1]]
            found += [Edit(name, keys, "change", value) for value in (*VALUES, f"{old}x") if str(value) != str(old)]
        for keys in sorted({keys[: 2 if "/" in name else 1] for keys in scalars(data)}):
            found += [Edit(name, keys, "remove"), Edit(name, keys, "rename")]
    return found


def edited(base: Path, edit: Edit) -> Path:
    """A copy of the project beside it, with one edit."""
    copy = base.parent / "edited"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(base, copy)
    path = copy / "briefings" / edit.name
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if edit.how == "change":
        holder(data, edit.keys)[edit.keys[-1]] = edit.value
    else:
        value = holder(data, edit.keys).pop(edit.keys[-1])
        if edit.how == "rename":
            holder(data, edit.keys)[f"{edit.keys[-1]}-2"] = value
    path.write_text(yaml.dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return copy


def lines(comparison: Comparison) -> list[str]:
    """All that the text tells, without the line that names the states."""
    return as_text(comparison).splitlines()[1:]


def test_nothing_gives_nothing(base: Path, start: State) -> None:
    """A state beside itself is no change, in every form."""
    same = compared(start, state(base))
    assert not same
    assert as_text(same) == "From the working tree to the working tree: Nothing changed.\n"
    assert "Nothing changed" in as_markdown(same)
    assert '"changes": []' in as_json(same)


@LAW
@given(st.data())
def test_every_edit_shows(base: Path, start: State, edits: list[Edit], data: st.DataObject) -> None:
    """Whatever is changed in a sheet, valid or not, shows in the text and in the Markdown, at that sheet."""
    found = compared(start, state(edited(base, data.draw(st.sampled_from(edits)))))
    assert found
    shown = {path for _, change in found.changes for path in change.files} | {one.path for one in found.rewritten}
    assert shown
    assert "### " in as_markdown(found)
    assert len(lines(found)) > 1


@LAW
@given(st.data())
def test_turned_round_it_turns_round(base: Path, start: State, edits: list[Edit], data: st.DataObject) -> None:
    """With the states in the other order, what was added is removed, and what is before is after."""
    old, new = start, state(edited(base, data.draw(st.sampled_from(edits))))
    there, back = compared(old, new), compared(new, old)
    turned = {"added": "removed", "removed": "added"}
    forth = sorted(
        (turned.get(c.how, c.how), c.kind, c.new or "", c.old or "", c.after, c.before) for _, c in there.changes
    )
    assert sorted((c.how, c.kind, c.old or "", c.new or "", c.before, c.after) for _, c in back.changes) == forth
    assert [(one.path, one.what) for one in there.rewritten] == [(one.path, one.what) for one in back.rewritten]
