"""Frames: slots, alternatives and inflection, and what they are rewritten to."""

from __future__ import annotations

import pytest

from newslint.core.patterns import pattern
from newslint.rules.base import _in_case_of
from newslint.rules.families.frame import CLASSES, BadFrame, frame, slot_expression
from newslint.rules.families.phrases import Phrase, PhraseSearch, phrase_expression


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
        ("end of (the|{month})", "the end of {1}", "at end of July", "the end of July"),
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


@pytest.mark.parametrize(
    "wrong", ["head of {planet}", "head of (the|{planet})", "boss (of", "boss) of", "a {nation"]
)
def test_what_is_no_frame_is_an_error(wrong: str) -> None:
    with pytest.raises(BadFrame):
        frame(wrong)


@pytest.mark.parametrize(
    ("wrong", "first", "second"),
    [
        ("boss of NATO", {"boss"}, {"of"}),
        ("(the)? day of {weekday}", {"the", "day"}, None),
        ("(in|at) (last|next) week", {"in", "at"}, {"last", "next"}),
        (", which it", {","}, {"which"}),
        ("fraction~ of", {"fraction", "fractions", "fractiones", "fractionies"}, {"of"}),
        ("(take part)* at", {"take", "takes", "took", "taken", "taking"}, None),
        ("{gerund} of", None, None),
        ("un(happy|sad) man", None, None),
        ("fraction", {"fraction"}, None),
    ],
)
def test_the_words_that_a_frame_begins_with(
    wrong: str, first: set[str] | None, second: set[str] | None
) -> None:
    assert frame(wrong).first_words == first
    assert frame(wrong).second_words == second


def test_phrases_are_found_where_one_expression_finds_them() -> None:
    phrases = [
        Phrase(wrong, ()) for wrong in ("in the {gerund}", "(in|at) last", ", which it", "{word} last")
    ]
    text = "In  the running, which it won at last, IN LAST; bin last in the in the end, which, in the winning"
    found = [match.span() for _, match in PhraseSearch(phrases).find(text, 1)]
    assert found == [match.span() for match in pattern(phrase_expression(phrases)).finditer(text)]
    assert len(found) == 6
