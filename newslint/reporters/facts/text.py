"""Facts of an article as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from msgspec import Struct

from newslint.core.visible import visible
from newslint.reporters.paint import Paint
from newslint.text.names.people import NameForm

LINES_SHOWN = 8
"""Mentions that are listed per person."""
SHORTEST_QUOTE = 30


class FactsLook(Struct, frozen=True):
    """The colours and the width of the terminal."""

    paint: Paint
    width: int


def render_facts(facts: Mapping[str, Any], look: FactsLook) -> Iterator[str]:
    """Yield the facts of an article as lines, without empty sections."""
    parts: tuple[tuple[str, Callable[..., Iterable[str]]], ...] = (
        ("What happened to it", _verdicts),
        ("Who says what", _speeches),
        ("People", _people),
        ("Named, never introduced", _unintroduced_names),
        ("Organisations", _organisations),
        ("Key terms", _terms),
        ("In the same phrase", _frames),
    )
    for head, render_section in parts:
        lines = list(render_section(facts, look))
        if lines:
            yield look.paint.bold(head)
            yield from (f"  {line}" for line in lines)


def _verdicts(facts: Mapping[str, Any], look: FactsLook) -> Iterator[str]:
    for judgment in facts["evidence"]["verdicts"]:
        verdict = f"{judgment['verdict']} {judgment['confidence']:.2f}"
        yield f"{look.paint.red(verdict)}  {visible(judgment['reasons'])}"


def _speeches(facts: Mapping[str, Any], look: FactsLook) -> Iterator[str]:
    """Yield quotations, consecutive ones grouped by speaker."""
    for speaker, group in groupby(facts["speeches"], key=_speaker):
        speeches = list(group)
        notes = sorted({note for speech in speeches for note in _notes(speech)})
        doubt = look.paint.red(f"  ({'; '.join(notes)})") if notes else ""
        yield look.paint.cyan(visible(speaker)) + doubt
        for speech in speeches:
            line, room = str(speech["line"]), max(look.width - 14, SHORTEST_QUOTE)
            yield f"{look.paint.dim(line.rjust(5))} “{_short(speech['quote'], room)}”"


def _speaker(speech: Mapping[str, Any]) -> str:
    return str(speech["speaker"] or (speech["by"] and speech["by"]["words"]) or "unknown speaker")


def _notes(speech: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an editor should check."""
    if speech["new_role"]:
        yield "not mentioned before"
    if speech["known"] == "near":
        yield "named nearby"
    if speech["by"] and not speech["speaker"]:
        yield "unclear"


def _people(facts: Mapping[str, Any], look: FactsLook) -> Iterator[str]:
    for person in facts["people"]:
        titles = ", ".join(visible(title) for title in person["titles"])
        who = " ".join(filter(None, (visible(person["nationality"]), titles)))
        later = [m for m in person["mentions"] if m["form"] == NameForm.FAMILY]
        calls = f"{person['family']} {len(later)} ×" if later else ""
        details = "; ".join(filter(None, (who, visible(calls), _lines(person["mentions"]))))
        yield f"{look.paint.cyan(visible(person['name']))}  {details}"
    for family in facts["families"]:
        bearers = ", ".join(map(visible, family["given"]))
        yield look.paint.dim(f"family name {visible(family['family'])}: {bearers}")


def _unintroduced_names(facts: Mapping[str, Any], look: FactsLook) -> Iterator[str]:
    for person in facts["unintroduced"]:
        yield f"{look.paint.cyan(visible(person['name']))}  {_lines(person['mentions'])}"


def _organisations(facts: Mapping[str, Any], look: FactsLook) -> Iterator[str]:
    for body in facts["organisations"]:
        spelled = body["initials"] and body["initials"] != body["name"]
        initials = f" ({visible(body['initials'])})" if spelled else ""
        yield f"{look.paint.cyan(visible(body['name']))}{initials}  {_lines(body['mentions'])}"


def _terms(facts: Mapping[str, Any], _look: FactsLook) -> Iterator[str]:
    if facts["terms"]:
        yield ", ".join(f"{visible(term['lemma'])} {len(term['mentions'])} ×" for term in facts["terms"])


def _frames(facts: Mapping[str, Any], look: FactsLook) -> Iterator[str]:
    for frame in facts["frames"]:
        words = dict.fromkeys(visible(word["word"]) for word in frame["words"])
        yield f"{visible(frame['frame'])}  {look.paint.cyan(', '.join(words))}  {_lines(frame['words'])}"


def _lines(mentions: Iterable[Mapping[str, Any]]) -> str:
    """The line numbers of mentions, without duplicates."""
    numbers = list(dict.fromkeys(mention["line"] for mention in mentions))
    more = ", …" if len(numbers) > LINES_SHOWN else ""
    shown = ", ".join(map(str, numbers[:LINES_SHOWN]))
    return f"{'line' if len(numbers) == 1 else 'lines'} {shown}{more}"


def _short(text: str, most: int) -> str:
    shown = visible(" ".join(text.split()))
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"
