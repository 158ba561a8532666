"""A text that is checked again after any edit has the findings of a text that nobody has seen."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.core.patterns import pattern
from newslint.core.source import Source
from newslint.core.text_facts import TextFacts
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.linter.prefilter.prefilter import TraceGroup
from newslint.rules import selection
from newslint.rules.metadata import own_traces
from newslint.text.quotations.simple_quotes import orderly_pairs
from newslint.text.repeated_phrases import may_repeat
from newslint.text.unknown_words import unknown_words

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = sorted(
    path.name
    for path in SEEDS.iterdir()
    if path.suffix in {".txt", ".md", ".html"} and path.name.count(".") == 1
)
MARKS = [
    "“",
    "”",
    '"',
    "’",
    "\n\n",
    "\n",
    " ",
    "!",
    ",",
    "Keller",
    "keller",
    "elec electricity",
    "the the",
    "« ",
    "é",
]


@cache
def rules() -> Linter:
    return Linter(selection.select())


@cache
def linter_of(name: str) -> Linter:
    """A linter that an editor keeps for a document."""
    return Linter(
        rules().rules, format=FORMATS[{"txt": "plain", "md": "markdown"}.get(name[-3:].strip("."), "html")]
    )


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The name of a sample, and its versions as somebody edits it."""
    name = draw(st.sampled_from(NAMES))
    text = (SEEDS / name).read_text("utf-8")[:1_500]
    versions = [text]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        end = min(at + draw(st.sampled_from([0, 0, 1, 7, 300])), len(text))
        there = draw(st.integers(0, len(text)))
        new = draw(st.sampled_from([*MARKS, "", text[there : there + 200]]) | st.text(max_size=3))
        text = text[:at] + new + text[end:]
        versions.append(text)
    return name, versions


@cache
def memories() -> list[Any]:
    """All that remembers facts of texts; tables of the lexicon are remembered without a limit."""
    linter_of(NAMES[0]).check(Source("\n\n".join((SEEDS / name).read_text("utf-8") for name in NAMES)))
    trace_groups()
    caches = [one for one in gc.get_objects() if isinstance(one, TextFacts | _lru_cache_wrapper)]
    return [one for one in caches if isinstance(one, TextFacts) or one.cache_parameters()["maxsize"]]


def forget() -> None:
    for memory in memories():
        if isinstance(memory, TextFacts):
            memory._known = {}
        else:
            memory.cache_clear()


def findings(linter: Linter, text: str, *, again: bool) -> Any:
    report = (linter.recheck if again else linter.check)(Source(text))
    return report.diagnostics, report.error


@settings(max_examples=12)
@given(edits())
def test_an_edited_text_has_the_findings_of_a_new_one(edited: tuple[str, list[str]]) -> None:
    name, versions = edited
    linter = linter_of(name)
    typed = [findings(linter, text, again=True) for text in versions]
    for text, found in zip(versions, typed, strict=True):
        forget()
        assert found == findings(linter, text, again=False)


@cache
def trace_groups() -> list[TraceGroup]:
    groups = [TraceGroup(traces) for traces in own_traces()]
    for group in groups:
        group.make()
    return groups


def traces_in(texts: list[str]) -> list[object]:
    """The traces found that do match; Hyperscan may find more in a long text than in a short one."""
    found = [group.find(texts) for group in trace_groups()]
    return [
        sorted(
            trace
            for traces, within in zip(own_traces(), found, strict=True)
            for trace in (traces[t] for t, numbers in within.items() if number in numbers)
            if pattern(trace).search(text)
        )
        for number, text in enumerate(texts)
    ]


def pairs_in(texts: list[str]) -> list[object]:
    found = orderly_pairs(texts)
    return [found.get(number) for number in range(len(texts))]


@pytest.mark.parametrize("find", [may_repeat, unknown_words, pairs_in, traces_in])
@settings(max_examples=25)
@given(st.data())
def test_what_is_found_in_a_text_does_not_depend_on_those_beside_it(find: Any, data: st.DataObject) -> None:
    paragraphs = [line for name in NAMES for line in (SEEDS / name).read_text("utf-8").splitlines()]
    texts = data.draw(st.lists(st.sampled_from(["", *MARKS, *paragraphs]), min_size=1, max_size=6))
    forget()
    together = find(texts)
    for text, found in zip(texts, together, strict=True):
        forget()
        assert find([text]) == [found]


def test_a_known_text_is_not_asked_about_again() -> None:
    asked: list[str] = []

    def lengths(texts: list[str]) -> list[int]:
        asked.extend(texts)
        return list(map(len, texts))

    facts = TextFacts(lengths, size=3)
    assert facts(["a", "bb", "a"]) == [1, 2, 1]
    assert facts(["bb", "ccc"]) == [2, 3]
    assert asked == ["a", "bb", "ccc"]
    assert facts(["bb", "dddd"]) == [2, 4]  # the fourth: only what is asked about is kept
    assert facts(["a", "bb"]) == [1, 2]
    assert asked == ["a", "bb", "ccc", "dddd", "a"]


@pytest.mark.parametrize(
    "texts", [["word"], ["the the"], [""], ["and"], ["a", ""], ["a"] * 9, ["x", "and", "y"]]
)
def test_neither_short_texts_nor_their_neighbours_repeat(texts: list[str]) -> None:
    assert may_repeat(texts) == [False] * len(texts)
