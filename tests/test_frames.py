"""Frames: slots, alternatives and inflection, and what they are rewritten to."""

from __future__ import annotations

import pytest

from newslint.core.patterns import pattern
from newslint.rules.base import _in_case_of
from newslint.rules.families.frame import CLASSES, BadFrame, frame, slot_expression


def rewrite(wrong: str, right: str, text: str) -> str | None:
    match = pattern(rf"\b{frame(wrong).expression}\b").search(text)
    return _in_case_of(match[0], " ".join(frame(wrong).fill(right, match).split())) if match else None


@pytest.mark.parametrize(
    ("wrong", "right", "text", "expected"),
    [
        (
            "head of {nation} diplomacy",
            "{nation} foreign minister",
            "the head of Greek diplomacy",
            "Greek foreign minister",
        ),
        ("boss of (the)? (NATO|UN)", "head of {2}", "the boss of the NATO left", "head of NATO"),
        ("boss of (the)? (NATO|UN)", "head of {1} {2}", "the Boss of UN left", "Head of UN"),
        ("barrier gesture~", "protective measure~", "Barrier gestures helped", "Protective measures"),
        ("barrier gesture~", "protective measure~", "a barrier gesture", "protective measure"),
        ("fraction~", "party~", "two fractions", "parties"),
        ("(the)? day of {weekday}", "{weekday}", "on the day of Monday", "Monday"),
        ("(the)? day of {weekday}", "{weekday}", "on day of Monday", "Monday"),
        ("corona (crisis|test)", "coronavirus {1}", "the corona test", "coronavirus test"),
    ],
)
def test_a_frame_is_rewritten(wrong: str, right: str, text: str, expected: str) -> None:
    assert rewrite(wrong, right, text) == expected


def test_a_capital_stands_for_itself() -> None:
    assert rewrite("boss of NATO", "head of NATO", "boss of nato") is None
    assert rewrite("boss of NATO", "head of NATO", "BOSS OF NATO") == "HEAD OF NATO"


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_words(name: str) -> None:
    assert pattern(rf"(?:{slot_expression(name)})")


@pytest.mark.parametrize("wrong", ["head of {planet}", "boss (of", "boss) of", "a {nation"])
def test_what_is_no_frame_is_an_error(wrong: str) -> None:
    with pytest.raises(BadFrame):
        frame(wrong)
