"""What a site says in mkdocs.yml is read as MkDocs reads it, and nothing in it is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages import Addresses, ConfigurationError, Settings, read_settings


def said(root: Path, text: str) -> Settings:
    """The settings of a project with this mkdocs.yml."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_settings(root)


def test_without_mkdocs_yml_there_are_defaults(tmp_path: Path) -> None:
    """The sheets need no site to be checked and exported."""
    assert read_settings(tmp_path) == Settings()


def test_what_a_site_says(tmp_path: Path) -> None:
    """Its name, its description, its addresses, its folders and its templates."""
    (tmp_path / "looks").mkdir()
    assert said(
        tmp_path,
        """
site_name: Zenda papers
site_description: On the talks
use_directory_urls: false
docs_dir: ./papers
edit_uri_template: https://example.org/{path}
plugins: [search, {briefings: {templates: looks}}]
""",
    ) == Settings(
        "Zenda papers",
        "On the talks",
        Addresses(directories=False),
        "https://example.org/{path}",
        "papers",
        tmp_path.resolve() / "looks",
    )


@pytest.mark.parametrize(
    ("plugins", "folder"),
    [
        ("[search, briefings]", "templates"),
        ("{search: {}, briefings: {templates: looks}}", "looks"),
        ("{briefings: null}", "templates"),
        ("null", "templates"),
    ],
)
def test_the_folder_of_its_own_templates(tmp_path: Path, plugins: str, folder: str) -> None:
    """Plugins may be a list or a mapping; the folder counts where it exists."""
    for name in ("templates", "looks"):
        (tmp_path / name).mkdir()
    assert said(tmp_path, f"plugins: {plugins}\n").templates == tmp_path.resolve() / folder


def test_tags_are_not_run(tmp_path: Path) -> None:
    """A value with a tag of MkDocs or of Python stands for nothing; what has a default keeps it."""
    text = "site_name: !ENV NAME\nuse_directory_urls: !ENV [X, true]\nsite_description: !!python/name:os.system\n"
    assert said(tmp_path, text) == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n- b\n", "mkdocs.yml holds no settings; write `site_name: …` into it"),
        ("site_name: [\n", "mkdocs.yml is no YAML that can be read: "),
        ("site_name: \udcff\n", "mkdocs.yml is no YAML that can be read: "),
        ("edit_uri_template: '{file}'\n", "edit_uri_template is no template with {path} in it: 'file'"),
        ("edit_uri_template: '{path!x}'\n", "edit_uri_template is no template with {path} in it: Unknown conversion"),
        ("docs_dir: ../elsewhere\n", "; keep it beside mkdocs.yml"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, text: str, message: str) -> None:
    """A file that cannot be read, or says what cannot be followed, gives one sentence."""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(ConfigurationError) as caught:
        read_settings(tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ("", None),
        ("repo_url: https://example.org/r\n", None),
        ("edit_uri_template: https://example.org/edit/{path}\n", "https://example.org/edit/articles/a b.yml#L7"),
        ("edit_uri_template: https://example.org/?f={path!q}\n", "https://example.org/?f=articles%2Fa%20b.yml#L7"),
        ("edit_uri_template: https://example.org/{path_noext}\n", "https://example.org/articles/a b#L7"),
        (
            "repo_url: https://example.org/r\nedit_uri: edit/main\n",
            "https://example.org/r/edit/main/articles/a b.yml#L7",
        ),
        ("repo_url: https://example.org/r/\nedit_uri: '?f='\n", "https://example.org/r/?f=/articles/a b.yml#L7"),
        (
            "repo_url: https://example.org/r\nedit_uri_template: 'e/{path}'\n",
            "https://example.org/r/e/articles/a b.yml#L7",
        ),
    ],
)
def test_where_a_sheet_is_edited(tmp_path: Path, settings: str, address: str | None) -> None:
    """The address is the one that MkDocs gives the page, with the line of the fact."""
    assert said(tmp_path, settings).edited("briefings/articles/a b.yml", 7) == address


@pytest.mark.parametrize(
    ("repo_url", "address"),
    [
        ("https://github.com/zenda/papers", "https://github.com/zenda/papers/commit/abc"),
        ("https://www.github.com/zenda/papers.git", "https://www.github.com/zenda/papers/commit/abc"),
        ("https://GitLab.com/a/b/c/", "https://GitLab.com/a/b/c/-/commit/abc"),
        ("https://gitlab.zenda.org:8443/a/b", "https://gitlab.zenda.org:8443/a/b/-/commit/abc"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/commit/abc"),
        ("https://gitea.zenda.org/a/b", "https://gitea.zenda.org/a/b/commit/abc"),
        ("https://forgejo.zenda.org/a/b", "https://forgejo.zenda.org/a/b/commit/abc"),
        ("https://github.com/zenda", None),
        ("https://example.org/github.com/a/b", None),
        ("https://zenda.github.io/a/b", None),
        ("https://user@github.com/a/b", None),
        ("git@github.com:a/b", None),
        ("javascript://github.com/a/b", None),
        ("https://github.com/a/b?c=d", None),
        ("''", None),
    ],
)
def test_where_a_commit_is_seen(tmp_path: Path, repo_url: str, address: str | None) -> None:
    """On a forge whose pages are known by the name of its host; elsewhere no link is guessed."""
    assert said(tmp_path, f"repo_url: {repo_url}\n").commit_url("abc") == address
