"""The modules of the package import only from below, in the order that CONTRIBUTING.md gives."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator"
ADAPTERS = {"mkdocs": {"places", "plugin", "staging"}, "click": {"cli"}}
"""Which modules alone may import what the core does without."""


def stated_order() -> list[str]:
    """The modules as CONTRIBUTING.md lists them, from the ground up."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^## The modules$.*?^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\w+", block, re.MULTILINE)


def sources() -> Iterator[tuple[str, Path]]:
    """Every file of the package with the module of the list that it belongs to."""
    for path in sorted(PACKAGE.rglob("*.py")):
        first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if first != "__init__":
            yield first, path


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it; a relative import fails."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module is not None, f"{path}: relative import in line {node.lineno}"
            assert node.level == 0, f"{path}: relative import in line {node.lineno}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_is_listed() -> None:
    """The list names each module of the package once, and no other."""
    assert sorted(stated_order()) == sorted({module for module, _ in sources()})


def test_modules_import_in_module_order() -> None:
    """A module imports only itself and modules above it in the list."""
    place = {module: number for number, module in enumerate(stated_order())}
    upward = [
        f"{path.relative_to(ROOT)} imports {name}"
        for module, path in sources()
        for name in imported(path)
        if name.startswith("generator.") and place[name.split(".")[1]] > place[module]
    ]
    assert upward == []


def test_the_core_imports_no_adapter_in_module_order() -> None:
    """Only `staging`, `places` and `plugin` import MkDocs, and only `cli` imports click."""
    strangers = [
        f"{path.relative_to(ROOT)} imports {name}"
        for module, path in sources()
        for name in imported(path)
        if module not in ADAPTERS.get(name.split(".")[0], {module})
    ]
    assert strangers == []
