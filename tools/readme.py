"""The table of rules in the README."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.diagnostics import RuleInfo
from newslint.rules import selection
from tools.generated import ROOT, settle

BEGIN, END = "<!-- rules -->\n", "<!-- /rules -->\n"


def run(*, check: bool) -> int:
    """Bring the table up to date, or say that it is stale."""
    path = ROOT / "README.md"
    return settle({path: with_table(path.read_text("utf-8")).encode()}, check=check)


def with_table(readme: str) -> str:
    """The README with a fresh table between the marks.

    Raises:
        ValueError: a mark is missing.

    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md must hold {BEGIN.strip()} and {END.strip()}")
    return before + begin + "\n".join(_table()) + "\n" + end + after


def _table() -> Iterator[str]:
    yield "| Rule | What it finds | Repair |"
    yield "| --- | --- | --- |"
    for category, damage in selection.CATEGORIES.items():
        names = [name for name, entry in selection.built_in().items() if entry.category == category]
        if names:
            yield f"| **{category}** | *{damage}* | |"
        for name in names:
            info = selection.info(name)
            yield f"| [`{name}`]({_file(name)}) | {_cell(info.summary)} | {_repair(info)} |"


def _file(name: str) -> str:
    return selection.find(name).path.relative_to(ROOT).as_posix()


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _repair(info: RuleInfo) -> str:
    repair = str(info.safety) if info.fixable else "–"
    return repair if info.default else f"{repair}, off"
