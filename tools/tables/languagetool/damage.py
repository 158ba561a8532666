"""Injects simple faults into clean text, for LanguageTool to find."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

MOST = 8
"""Maximum faults in an article."""


class FaultyArticle(NamedTuple):
    """An article with faults, each with kind, start and end."""

    text: str
    faults: tuple[tuple[str, int, int], ...]


def _swap_letters(match: re.Match[str]) -> str:
    word = match[0]
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


def _table(**forms: str) -> Callable[[re.Match[str]], str]:
    return lambda match: f"{match[1]}{forms[match[2]]}"


KINDS: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "article": (
        r"\b(a|an) (?=[a-z]{4})",
        lambda match: "an " if match[1] == "a" else "a ",
    ),
    "agreement": (
        r"\b(he |she |it |they |we )(has|have|is|are|was|were)\b(?! been)",
        _table(has="have", have="has", **{"is": "are"}, are="is", was="were", were="was"),
    ),
    "participle": (
        r"\b((?:has|have|had|was|were) )(been|taken|given|made|said|found|seen|known|gone)\b",
        _table(
            been="be",
            taken="take",
            given="give",
            made="make",
            said="say",
            found="find",
            seen="see",
            known="know",
            gone="go",
        ),
    ),
    "infinitive": (
        r"\b((?:will|would|could|should|can|to|did not|does not) )(go|make|take|give|see|find|know|keep)\b",
        _table(
            go="goes",
            make="makes",
            take="takes",
            give="gives",
            see="sees",
            find="finds",
            know="knows",
            keep="keeps",
        ),
    ),
    "confused word": (
        r"\b()(their|its|than|too|whose|lose|affect)\b",
        _table(
            their="there", its="it's", than="then", too="to", whose="who's", lose="loose", affect="effect"
        ),
    ),
    "lost plural": (r"\b((?:many|several|few|two|three|four|five) [a-z]{3,})s\b", lambda match: match[1]),
    "false plural": (r"\b((?:a|an|every|each|one) [a-z]{4,}[dtnrlk])(?= )", lambda match: f"{match[1]}s"),
    "lost preposition": (r"\b(according|due|prior|owing) to\b", lambda match: match[1]),
    "double word": (r"\b(the|in|of|to|and|that|for|is) ", lambda match: match[0] * 2),
    "lost article": (
        r"\b(one of|most of|some of|at|by) the (?=[a-z]{4})",
        lambda match: f"{match[1]} ",
    ),
    "spelling": (r"\b[a-z]{7,12}\b", _swap_letters),
    "space before mark": (r"(?<=[a-z])([,.])(?=\s)", lambda match: f" {match[1]}"),
}


def inject_faults(text: str, seed: int) -> FaultyArticle:
    """Inject a few faults into an article, never two close together."""
    dice = random.Random(seed)  # noqa: S311 - nothing is secret
    places = [
        (match, kind, make)
        for kind, (expression, make) in KINDS.items()
        for match in _some(list(re.finditer(expression, text)), dice)
    ]
    dice.shuffle(places)
    chosen: list[tuple[re.Match[str], str, Callable[[re.Match[str]], str]]] = []
    for place in places:
        apart = all(abs(place[0].start() - other[0].start()) > 150 for other in chosen)
        if apart and place[2](place[0]) != place[0][0] and len(chosen) < MOST:
            chosen.append(place)
    out, faults, at, grown = "", [], 0, 0
    for match, kind, make in sorted(chosen, key=lambda place: place[0].start()):
        new = make(match)
        out += text[at : match.start()] + new
        faults.append((kind, match.start() + grown, match.start() + grown + len(new)))
        grown += len(new) - len(match[0])
        at = match.end()
    return FaultyArticle(out + text[at:], tuple(faults))


def _some(matches: list[re.Match[str]], dice: random.Random) -> list[re.Match[str]]:
    return dice.sample(matches, min(2, len(matches)))
