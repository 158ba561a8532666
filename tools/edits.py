"""Random edits in random documents, each verified by an independent judge.

    python -m tools edits [FORMAT ...] --edits 100000 [--seed 1]

A format needs a module in `tools/documents/` with `document(random)`, the bytes of a random file full of odd
markup, and `judge(data)`, which returns all texts that could be prose, in order, as another parser reads
them. Some documents are articles in the forms of `newslint.testing.renderers`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from random import Random

from newslint.core.diagnostics import Change, Fix, Safety
from newslint.core.positions import Range
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.fixer.verification import NotVerified, verify
from newslint.formats import FORMATS
from newslint.text.document import Block, ParsedFile
from tools.documents import articles

NASTY = (
    *"abc XY.,!?”“’'\"\\/<>&;#*_[]()`~|-=+{}$%@:^\n\t\r",
    *"éß–…🗞𝒆\u00a0\u00ad\u200b",
    *("&amp;", "&#8217;", "<b>", "</p>", "<!--", "-->", "]]>", "\\u201c", "\\n", "{x}", "%s", '"""', "''"),
    *(
        "**",
        "__",
        "[a](b)",
        "https://example.org/a_b",
        "1. ",
        "- ",
        "# ",
        "    ",
        "\n\n",
        "\r\n",
        "---",
        ", ",
    ),
)
"""Text that random edits insert: letters, and markup of some format."""
EDITS_A_DOCUMENT = 8
ARTICLES = 0.3
"""The share of documents that are articles in the forms of the renderers; the others are deliberately odd."""
SHOWN = 5


@dataclass
class EditResults:
    """The results of the edits."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def formats() -> list[str]:
    """The formats that have a judge."""
    modules = iter_modules(import_module("tools.documents").__path__)
    return [module.name for module in modules if module.name in FORMATS]


def run(names: Sequence[str], edits: int, seed: int) -> int:
    """Try formats and print the results; return 1 after any failure."""
    code = 0
    for name in names:
        tally = trial(name, edits, seed)
        counts = ", ".join(f"{count:,} {outcome}" for outcome, count in tally.outcomes.most_common())
        print(f"{name:<9} {counts}, {len(tally.wrong):,} wrong", flush=True)
        for wrong in tally.wrong[:SHOWN]:
            print("  " + wrong)
        code |= bool(tally.wrong)
    return code


def trial(name: str, edits: int, seed: int) -> EditResults:
    """Make random edits; `wrong` describes each that had another effect."""
    documents = import_module(f"tools.documents.{name}")
    random, tally = Random(f"{name} {seed}"), EditResults()  # noqa: S311 - repeatable, not secret
    while tally.outcomes.total() < edits:
        is_article = random.random() < ARTICLES
        data = articles.document(name, random) if is_article else documents.document(random)
        try_document(name, data, random, tally)
    return tally


def try_document(name: str, data: bytes, random: Random, tally: EditResults) -> None:
    """Make some random edits in a document, each in the original."""
    judge = import_module(f"tools.documents.{name}").judge
    source = FORMATS[name].decode(data, f"random{FORMATS[name].suffixes[0]}")
    reading = FORMATS[name].parse(source, DEFAULT_OPTIONS)
    blocks = [block for block in reading.blocks if block.text]
    for _ in range(EDITS_A_DOCUMENT if blocks else 0):
        _try(name, reading, _change(random, blocks), judge, tally)


def _change(random: Random, blocks: Sequence[Block]) -> tuple[Block, Change]:
    """Replace, delete or insert up to three things in a random block."""
    block = random.choice(blocks)
    start = random.randint(0, len(block.text))
    end = min(start + random.choice((0, 1, 1, 2, 5, 12)), len(block.text))
    text = "".join(random.choices(NASTY, k=random.choice((0, 1, 1, 2, 3))))
    return block, Change(Range(start, end), text)


def _try(
    name: str,
    reading: ParsedFile,
    wanted: tuple[Block, Change],
    judge: Callable[[bytes], list[str]],
    tally: EditResults,
) -> None:
    block, change = wanted
    edit = block.source.edit(change)
    if edit is None:
        tally.outcomes["not offered"] += 1
        return
    fix = Fix((edit,), Safety.SAFE, frozenset(), (change,), block.document.index, block.index)
    before = reading.source.encode()
    try:
        fixed_file = verify(reading, [fix], lambda source: FORMATS[name].parse(source, DEFAULT_OPTIONS))
    except NotVerified:
        tally.outcomes["refused"] += 1
        return
    after = fixed_file.source.encode()
    if complaint := _complaint(judge(before), judge(after), block.text, change):
        shown = f"{change} in {block.text!r}: {complaint}\n  {before!r}\n  {after!r}"
        tally.wrong.append(shown)
    tally.outcomes["exact"] += 1


def _complaint(before: Sequence[str], after: Sequence[str], text: str, change: Change) -> str:
    """Describe any difference but the intended change in one text."""
    if not change.text and _is_without(after, before, change.at.of(text)):
        return ""
    if len(before) != len(after):
        return f"{len(before)} texts became {len(after)}"
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if change.at.of(text) == change.text:
        return "something changed" if differing else ""
    if len(differing) != 1:
        return f"{len(differing)} texts changed"
    old, new = differing[0]
    return "" if _leads_to(old, new, change.at.of(text), change.text) else f"{old!r} became {new!r}"


def _is_without(after: Sequence[str], before: Sequence[str], gone: str) -> bool:
    """Whether the texts are equal except for a deleted or blank one."""
    for place, text in enumerate(before):
        rest = [*before[:place], *before[place + 1 :]]
        blank = not "".join(after[place : place + 1]).strip()
        if text.strip() == gone.strip() and (
            rest == [*after] or (blank and rest == [*after[:place], *after[place + 1 :]])
        ):
            return True
    return False


def _leads_to(old: str, new: str, gone: str, come: str) -> bool:
    """Whether replacing `gone` with `come` once makes one text the other."""
    at = old.find(gone)
    while at >= 0:
        if old[:at] + come + old[at + len(gone) :] == new:
            return True
        at = old.find(gone, at + 1)
    return False
