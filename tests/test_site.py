"""The documentation site, and the addresses of its pages in findings."""

from __future__ import annotations

import json
import sys
import tomllib
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from subprocess import run

import cmarkgfm
import markdown
import pytest
import regex
from commands import newslint

from newslint.config.schema import KEYS
from newslint.core.site import CONFIG_SCHEMA, SITE, rule_page
from newslint.linter.rule_info import info_of
from newslint.linter.suppressions import UNUSED
from newslint.rules import selection
from newslint.rules.rates import all_rates
from tools import config_schema
from tools.site import pages, settings_page

ROOT = Path(__file__).parents[1]
EXTENSIONS = ["attr_list", "tables", "toc", "pymdownx.highlight", "pymdownx.superfences"]
"""Those of `mkdocs.yml` that change what a page means."""
DOUBLE_WORD = f"{SITE}/rules/double-word/"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text("Police shut the the bridge.\n", "utf-8")
    return file


def test_the_address_of_the_site_is_that_of_the_metadata() -> None:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert metadata["urls"]["Documentation"] == f"{SITE}/"


def test_every_rule_of_newslint_has_a_page() -> None:
    assert {selection.info(name).url for name in selection.built_in()} == set(
        map(rule_page, selection.built_in())
    )
    assert rule_page("acme/old-paper-name") == ""


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("json", ("files", 0, "diagnostics", 0, "url")),
        ("jsonl", ("url",)),
        ("sarif", ("runs", 0, "tool", "driver", "rules", 0, "helpUri")),
        ("sarif", ("runs", 0, "tool", "driver", "informationUri")),
        ("rdjson", ("diagnostics", 0, "code", "url")),
        ("rdjsonl", ("code", "url")),
    ],
)
def test_a_finding_leads_to_the_page_of_its_rule(
    form: str, place: tuple[str | int, ...], story: Path
) -> None:
    printed = newslint("check", "--output-format", form, "--select", "double-word", str(story)).out
    found = json.loads(printed.splitlines()[0] if form.endswith("l") else printed)
    for key in place:
        found = found[key]
    assert found == (f"{SITE}/" if place[-1] == "informationUri" else DOUBLE_WORD)


def test_a_comment_a_terminal_and_a_page_lead_there_too(story: Path, tmp_path: Path) -> None:
    comment = newslint("check", "--output-format", "markdown", str(story)).out
    assert f'<a href="{DOUBLE_WORD}">' in unescape(comment)
    assert f"Page: {DOUBLE_WORD}" in newslint("explain", "double-word").out
    newslint("report", "--html", str(tmp_path / "page.html"), str(story))
    assert f'<a href="{DOUBLE_WORD}" target="_blank"' in (tmp_path / "page.html").read_text("utf-8")


def test_an_unused_ignore_leads_to_its_page(story: Path) -> None:
    story.write_text("<!-- newslint: ignore[double-word] -->\n\nIt is old.\n", "utf-8")
    (found,) = json.loads(newslint("check", "--output-format", "json", str(story)).out)["files"][0][
        "diagnostics"
    ]
    assert found["url"] == UNUSED.url == rule_page(UNUSED.name)


def body(text: str) -> str:
    """A page without its front matter."""
    return regex.sub(r"(?s)\A---\n.*?\n---\n", "", text)


PAGES = sorted(path for path in pages() if not path.startswith("source/"))
RULES = [*selection.built_in(), UNUSED.name]


def test_every_link_leads_to_a_page() -> None:
    known = {*pages(), config_schema.FILE.name, *(f.name for f in (ROOT / "docs").iterdir())}
    for path in PAGES:
        for link in regex.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", without_code(pages()[path])):
            assert normpath(join(dirname(path), link)) in known, f"{path}: {link}"


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("rules/")])
def test_a_page_looks_on_the_site_as_it_does_in_the_repository(path: str) -> None:
    """Markdown is read by another parser there: lists, tables and code must be the same."""
    text = body(pages()[path])
    there, here = rendered(text), on_github(text)
    for tag in ("h1", "h2", "h3", "table", "tr", "ul", "ol", "li", "pre", "img"):
        assert there.count(f"<{tag}") == here.count(f"<{tag}"), tag


@pytest.mark.parametrize("name", RULES)
def test_the_page_of_a_rule_says_what_its_docstring_says(name: str) -> None:
    page = pages()[f"rules/{name}.md"]
    shown = words(rendered(page)).replace("`", "")
    for paragraph in info_of(name).doc.split("\n\n"):
        said = " ".join(regex.sub(r"(?m)^## .*$", "", paragraph).replace("`", "").split())
        assert said in shown
    assert regex.findall(r"(?m)^# (.+)$", page)[0] == name


def test_the_page_of_a_rule_shows_its_rates_options_and_examples() -> None:
    page = pages()["rules/double-word.md"]
    headings = regex.findall(r"(?m)^## (.+)$", page)
    assert headings[:6] == [
        "What it does",
        "Why it matters",
        "Example",
        "Use instead",
        "Fix safety",
        "Options",
    ]
    rates = all_rates()["double-word"]
    assert f"{rates.read} findings were reviewed; {rates.right} were correct." in page
    assert all(f"| {rate:g} |" in page for rate in rates.per_million.values())
    assert "Police shut ⟦the the⟧ bridge." in page
    assert "allowed = []" in page


def test_the_settings_show_every_key_and_option() -> None:
    page = pages()[settings_page.PATH]
    assert regex.findall(r"(?m)^## ([a-z-]+)$", page) == list(KEYS)
    for rule in selection.built_in():
        for option in selection.option_defaults(rule):
            assert f"| [`{rule}`](rules/{rule}.md) | `{option}` |" in page


def test_addresses_of_the_site_in_the_documentation_have_a_page() -> None:
    served = {f"{SITE}/{path.removesuffix('.md')}/" for path in pages()} | {f"{SITE}/", CONFIG_SCHEMA}
    for file in [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob(".github/**/*.yml"),
        ROOT / "pyproject.toml",
    ]:
        for address in regex.findall(rf"{regex.escape(SITE)}[^\s)\"`>]*", file.read_text("utf-8")):
            assert address in served, f"{file.name}: {address}"


def test_addresses_of_other_sites_have_the_shape_of_one() -> None:
    for path in PAGES:
        for address in regex.findall(r"\]\(([a-z]+:[^)]*)\)", without_code(pages()[path])):
            assert regex.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/[^\s<>\"]*)?", address), (
                f"{path}: {address}"
            )


def without_code(text: str) -> str:
    return regex.sub(r"(?ms)^ *(```+).*?^ *\1 *$|`[^`\n]+`", "", text)


def rendered(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def on_github(text: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(text, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)


def words(html: str) -> str:
    return " ".join(unescape(regex.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize(
    "form", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.stem
)
def test_the_forms_for_issues_are_those_of_github(form: Path) -> None:
    kind = "config" if form.stem == "config" else "forms"
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-issue-{kind}"]
    run([*checker, str(form)], check=True, capture_output=True)
