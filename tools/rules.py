"""The list of rules in `docs/rules.md`."""

from __future__ import annotations

from os.path import relpath

from newslint.core.diagnostics import RuleInfo
from newslint.rules import selection
from tools.generated import ROOT, settle

PAGE = ROOT / "docs" / "rules.md"
INTRO = """\
# Rules

This page is written by `python -m tools rules`. `newslint rules` prints the same list in a terminal, with the
rules of installed packages; `newslint explain RULE` shows a rule in full: why it exists, its options and
examples, and how often it was right on real news. [Configuration](configuration.md) says how to select rules.

The column “Fix” shows the most that a fix of the rule counts as. In doubt a finding counts as less: every rule
leaves some findings to a person.

- **safe**: an editor would accept it unseen; `newslint fix` applies it.
- **unsafe**: probably right, but needs review; `newslint fix --unsafe-fixes` applies it.
- **–**: the finding is only reported.
- **off**: the rule runs only when it is selected.
"""


def run(*, check: bool) -> int:
    """Write the page, or only report whether it is stale."""
    return settle({PAGE: page().encode()}, check=check)


def page() -> str:
    """The whole page: an introduction, and a table for each category."""
    return INTRO + "".join(map(_section, selection.CATEGORIES))


def _section(category: str) -> str:
    names = [name for name, rule in selection.built_in().items() if rule.category == category]
    damage = selection.CATEGORIES[category]
    head = f"\n## {category}\n\n{damage[:1].upper()}{damage[1:]}.\n\n| Rule | What it finds | Fix |\n| --- | --- | --- |\n"
    return head + "".join(map(_row, names)) if names else ""


def _row(name: str) -> str:
    info = selection.info(name)
    file = relpath(selection.find(name).path, PAGE.parent)
    return f"| [`{name}`]({file}) | {_cell(info.summary)} | {_fix(info)} |\n"


def _cell(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", r"\|")


def _fix(info: RuleInfo) -> str:
    fix = str(info.safety) if info.fixable else "–"
    return fix if info.default else f"{fix}, off"
