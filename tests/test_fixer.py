"""Repairs: apart, proven, refused when they touch what is sacred, settled or given up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.diagnostics import Change, Finding, Protected, RuleInfo, Safety, Severity
from newslint.core.positions import Range
from newslint.core.report import FileReport
from newslint.core.source import Source, splice
from newslint.linter.linter import Linter
from newslint.rules import Block, Rule, pattern
from newslint.rules.selection import SelectedRule
from newslint.text.runs import RunKind


class Replace(Rule):
    """A rule for tests: one expression, one replacement."""

    wrong: str
    right: str
    reads = frozenset(RunKind)
    cases = ()

    def check_block(self, block: Block) -> Iterator[Finding]:
        for match in pattern(self.wrong).finditer(block.text):
            at = Range(*match.span())
            yield Finding(at, "wrong", (Change(at, match.expand(self.right)),))


def active(wrong: str, right: str, *may_change: Protected, safety: Safety = Safety.SAFE) -> SelectedRule:
    name = f"{wrong}-{right}"
    info = RuleInfo(
        name, "wording", "", "", Severity.ERROR, safety, frozenset(may_change), fixable=True, default=True
    )
    return SelectedRule(info, Replace(wrong=wrong, right=right))


def fixed(text: str, *rules: SelectedRule, level: Safety = Safety.SAFE) -> FileReport:
    return Linter(rules).fix(Source(text), level)


def test_safe_repairs_are_made_and_unsafe_ones_wait() -> None:
    safe, unsafe = active("colour", "color"), active("grey", "gray", safety=Safety.UNSAFE)
    report = fixed("A grey colour.", safe, unsafe)
    assert report.after == "A grey color."
    assert [d.quote for d in report.diagnostics] == ["grey"]
    assert fixed("A grey colour.", safe, unsafe, level=Safety.UNSAFE).after == "A gray color."


def test_repairs_that_touch_wait_for_the_next_round() -> None:
    report = fixed("abab.", active("ab", "c"))
    assert report.after == "cc."
    assert len(report.fixed) == 2


@pytest.mark.parametrize(
    ("text", "wrong", "right", "kind"),
    [
        ("It cost 272.000 crowns.", r"(\d+)\.(\d+)", r"\1\2", Protected.NUMBERS),
        ("They met on Tuesday.", "Tuesday", "Thursday", Protected.DATES),
        ("Then Marta Lind spoke.", "Lind", "Lund", Protected.NAMES),
        ("He did not agree.", " not", "", Protected.NEGATIONS),
        ("It cost €40.", "€", "$", Protected.CURRENCY),
        ("See www.example.org/a now.", "/a", "/b", Protected.URLS),
    ],
)
def test_sacred_things_need_a_licence(text: str, wrong: str, right: str, kind: Protected) -> None:
    refused = fixed(text, active(wrong, right))
    assert refused.after == text
    assert kind in refused.refused[0].reason
    assert fixed(text, active(wrong, right, kind, Protected.NAMES)).after != text


def test_one_refusal_does_not_stop_the_others() -> None:
    report = fixed("The colour of 7 boats.", active("colour|7", "hue"))
    assert report.after == "The hue of 7 boats."
    assert [r.diagnostic.quote for r in report.refused] == ["7"]


def test_losses_do_not_hide_behind_one_another() -> None:
    report = fixed(
        "He said no.\n\nShe said nothing.", active("no(?=[.])", "yes"), active("nothing", "something")
    )
    assert report.after == report.before
    assert len(report.refused) == 2


def test_quoted_words_stay() -> None:
    text = "“The colour was wrong,” she said of the colour."
    assert fixed(text, active("colour", "color")).after == "“The colour was wrong,” she said of the color."


def test_repairs_that_fight_give_back_the_original() -> None:
    report = fixed("A tick and more.", active("tick", "tock"), active("tock", "tick"))
    assert report.after == report.before
    assert report.error is not None
    assert "do not settle" in report.error


def test_fixes_that_fight_do_not_stop_the_others() -> None:
    rules = active("tick", "tock"), active("tock", "tick"), active("colour", "hue")
    report = fixed("A tick and colour.", *rules)
    assert report.after == "A tick and hue."
    assert "do not settle" in (report.error or "")


def test_fixes_that_lose_something_together_do_not_stop_the_others() -> None:
    """Each letter alone hides a negation; without both it stands there."""
    rules = active("a(?=nob)", ""), active("b(?= boat)", ""), active("colour", "hue")
    report = fixed("The anob boat and its colour.", *rules)
    assert report.after == "The nob boat and its hue."
    assert report.error is None
    assert ["it would change" in refusal.reason for refusal in report.refused] == [True]


def test_a_repair_that_feeds_itself_gives_back_the_original() -> None:
    report = fixed("A boat.", active("a boat|A boat", "A boat boat"), active("boat$", "boats"))
    assert report.after == report.before
    assert report.error is not None


def test_a_repair_that_reads_differently_is_refused() -> None:
    text = "The ferry left.\nThe hidden note is here.\n"
    report = fixed(text, active("The hidden note is here[.]", "<!-- gone -->", Protected.NAMES))
    assert report.after == text
    assert "says something else" in report.refused[0].reason


def test_deleting_a_block_leaves_the_rest_to_the_byte() -> None:
    report = fixed("One.\r\n\r\nGo away\r\n\r\nTwo.", active("Go away", "", Protected.NAMES))
    assert report.after == "One.\r\n\r\n\r\n\r\nTwo."


@pytest.mark.parametrize("wrong", [r"(?s).+", r"\w+[.]?", r"(?:(?!^)\s+)?\S+", r"[^.\s]+[.]?"])
@pytest.mark.parametrize(
    "text", ["It rained.", "It rained.\n", "It rained.\n\nIt stopped again.", "A\n\n\nB"]
)
def test_fixes_never_empty_a_text_together(text: str, wrong: str) -> None:
    report = fixed(text, active(wrong, "", *Protected))
    assert report.error is None
    assert report.after.strip()
    assert report.refused


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=8))
def test_edits_taken_together_lie_apart(places: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmpqrstuvwxyz bcdefghijkabcdefgh"  # no letters that could meet as a negation
    rules = [active(text[a : a + n + 1], "-") for a, n in places]
    report = fixed(text, *rules)
    assert report.error is None or "settle" in report.error


def test_a_crashing_rule_is_named_and_the_others_go_on() -> None:
    class Broken(Rule):
        cases = ()

        def check_block(self, block: Block) -> Iterator[Finding]:
            raise ZeroDivisionError(block.text)

    broken = SelectedRule(active("x", "y").info, Broken())
    report = fixed("A colour.", broken, active("colour", "color"))
    assert report.after == "A color."
    assert report.error == "rule x-y failed: ZeroDivisionError: A color."


def test_splice_keeps_what_is_between() -> None:
    report = fixed("a1b1c", active("a", "x"), active("c", "z"))
    assert report.after == "x1b1z"
    assert splice("abc", []) == "abc"
