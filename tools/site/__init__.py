"""The pages of the documentation site.

Pages of `docs/` and of the root stand beside pages that are generated: one for each rule, the settings, and the
source files that others link to. Links are rewritten, so that the same text works in a checkout and on the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

import regex

from newslint.linter.suppressions import UNUSED
from newslint.rules import selection
from tools.generated import ROOT
from tools.site import rule_page, settings_page, source_page

ROOT_PAGES = ("ARCHITECTURE.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SECURITY.md")
LINK = regex.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?(?=\))")
COMMENT = regex.compile(r"(?ms)^[ \t]*<!--.*?-->[ \t]*\n?")
CODE = regex.compile(r"(?ms)^([ \t]*)(```+).*?^\1\2[ \t]*$")


@cache
def pages() -> dict[str, str]:
    """The Markdown of every page by its path in the site."""
    written = {path: _rewrite(text, path) for path, text in _texts().items()}
    made: dict[str, str] = {}
    sources: set[str] = set()
    for path, (text, linked) in written.items():
        made[path] = text
        sources |= linked
    return made | {source_page.path_of(source): source_page.page(source) for source in sorted(sources)}


def _texts() -> Mapping[str, str]:
    """The pages as they are written: their links are those of the checkout."""
    return {
        **{path: file.read_text("utf-8") for path, file in _files().items()},
        settings_page.PATH: settings_page.page(),
        **{rule_page.path_of(name): rule_page.page(name) for name in selection.built_in()},
        rule_page.path_of(UNUSED.name): rule_page.page_of_unused_ignores(),
    }


@cache
def _files() -> Mapping[str, Path]:
    """The Markdown files of the checkout by their path in the site."""
    docs = ROOT / "docs"
    return {
        **{file.relative_to(docs).as_posix(): file for file in sorted(docs.rglob("*.md"))},
        **{name.lower().replace("_", "-"): ROOT / name for name in ROOT_PAGES},
    }


@cache
def _places() -> Mapping[str, str]:
    """The page of the site for each file of the checkout that has one."""
    rules = {
        entry.path.relative_to(ROOT).as_posix(): rule_page.path_of(name)
        for name, entry in selection.built_in().items()
    }
    files = {file.relative_to(ROOT).as_posix(): path for path, file in _files().items()}
    return {"README.md": "index.md", **rules, **files}


def _rewrite(text: str, path: str) -> tuple[str, set[str]]:
    """A page with its links led to pages of the site, and the source files among them."""
    file = _files().get(path)
    folder = dirname(file.relative_to(ROOT).as_posix()) if file else f"docs/{dirname(path)}"
    sources: set[str] = set()

    def lead(link: regex.Match[str]) -> str:
        target = normpath(join(folder, link[1]))
        place = _places().get(target) if not path.startswith("rules/") else None  # its source
        if place is None and target.startswith("docs/"):
            place = target.removeprefix("docs/")  # a generated page, a picture or a table
        if place is None and (ROOT / target).exists():
            sources.add(target)
            place = source_page.path_of(target)
        return relpath(place, dirname(path) or ".") + (link[2] or "") if place else link[0]

    return _outside_code(COMMENT.sub("", text), lead), sources


def _outside_code(text: str, lead: Callable[[regex.Match[str]], str]) -> str:
    """A text with its links replaced, except those in blocks of code."""
    parts, at = [], 0
    for block in CODE.finditer(text):
        parts += [LINK.sub(lead, text[at : block.start()]), block[0]]
        at = block.end()
    return "".join([*parts, LINK.sub(lead, text[at:])])
