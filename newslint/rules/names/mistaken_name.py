from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from newslint.lexicon.classes import column, entries
from newslint.lexicon.mistaken_names import mistaken_names, mistaken_titles, names_by_acronym
from newslint.lexicon.titles import HEADS, MODIFIERS
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    any_of,
    pattern,
)
from newslint.text.names.capitals import capitalised_before
from newslint.text.names.known_runs import find_known

HEAD = (
    "Office|Ministry|Department|Agency|Authority|Commission|Committee|Council|Organi[sz]ation|Association|Party"
    "|Union|Bank|Fund|Court|Bureau|Service|Federation|Foundation|University|Institute"
)
TWICE = (
    rf"\b(?P<head>{HEAD})\s\(\p{{Lu}}[\p{{L}}.]+\)(?P<cut>\s(?P=head))\b(?!\s\p{{Lu}}|\sof\b)"
    rf"|\b(?P<cut>(?P<head>{HEAD})\sof\s(?:the\s)?)(?:\p{{Lu}}[\p{{L}}’'-]+\s){{1,3}}(?P=head)\b(?!\s\p{{Lu}}|\sof\b|[’'-]\p{{L}}{{2}})"
)
"""A body whose kind is said before its name and after it."""
SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to"})
WORD = r"[\p{L}\p{M}][\p{L}\p{M}’'-]*"


@cache
def _spelled() -> str:
    """A name and an acronym in brackets."""
    known = any_of(frozenset(names_by_acronym()) | column("acronyms_abroad", 0))
    return rf"(?P<name>(?:{WORD}\s){{1,11}}{WORD})\s\((?P<acronym>{known})\)"


@cache
def _titled() -> str:
    """A mistaken title before a name."""
    return (
        rf"(?<![\p{{L}}’-])(?P<title>{any_of(frozenset(mistaken_titles()))})"
        rf"(?=\s(?!{any_of(HEADS | MODIFIERS)}\b)\p{{Lu}}[\p{{L}}’-]+(?:\s\p{{Lu}}|\s\p{{Ll}}|[,.’]))"
    )


class MistakenName(Rule):
    """A well-known name has a wrong word or order: “International Money Fund”.

    ## What it does
    Restores names of offices, bodies and newspapers in which one word was put for another (“Human
    Liberties Watch”), or whose words are in the order of another language (“Times of New York”). A body
    that is named twice is named once (“Office of the Prime Minister’s Office”). Names that any clean
    article has pass, as do longer names that contain one.

    An acronym in brackets decides: “International Agency of Atomic Energy (IAEA)”, “World Health
    Organization (OMS)”. So does the name of a person after a title: “Secretary of Nation Ann Holm”.

    ## Why it matters
    Engines translate a name back word by word, and spinners take it for ordinary words.

    ## Fix safety
    Unsafe: there may be a body of that name somewhere.

    ## Options
    `accept`: names to let pass.
    """

    accept: frozenset[str] = frozenset()
    """Mistaken names that are real."""

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "A study by the ⟦International Money Fund⟧ was late.",
            fixed="A study by the International Monetary Fund was late.",
        ),
        Case("So said the ⟦Times of New York⟧.", fixed="So said the New York Times."),
        Case("The Human Liberties Watch left.", options={"accept": ["Human Liberties Watch"]}),
        Case(
            "The World Health ⟦Organization (WHO) Organization⟧ met ⟦Office of the Prime Minister’s Office⟧.",
            fixed="The World Health Organization (WHO) met Prime Minister’s Office.",
        ),
        Case(
            "The ⟦International Court of Criminal⟧ (ICC) left. The World Health Organization (⟦OMS⟧) and "
            "⟦Secretary of Nation⟧ Ann Holm met.",
            fixed="The International Criminal Court (ICC) left. The World Health Organization (WHO) and "
            "Secretary of State Ann Holm met.",
        ),
        Case(
            "The World Food Program (WFP), Doctors Without Borders (MSF) and the health body (OMS) met. "
            "Defence Ministry Spokesman Lind and Vice Principal Ann Holm spoke."
        ),
        Case(
            "The Bank of the Bank Street Traders and the Office of the Prime Minister, Office of Trade, left."
        ),
        Case(
            "The Times of London and the Times of Malta said so. The Greater Human Liberties Watch Fund left."
        ),
    )

    @property
    def trace(self) -> str:
        names = any_of(
            frozenset(mistaken_names())
        )  # without an edge: Hyperscan compiles mere words 50 times as fast
        acronyms = any_of(frozenset(names_by_acronym()) | column("acronyms_abroad", 0))
        titles = any_of(frozenset(mistaken_titles()))
        return (
            rf"{names}|\p{{Ll}}\s\((?:{acronyms})\)|(?:{titles})\s\p{{Lu}}|\b(?:{HEAD})\s\(\p{{Lu}}[\p{{L}}.]+\)\s(?:{HEAD})\b"
            rf"|\b(?:{HEAD})\sof\s(?:the\s)?(?:\p{{Lu}}[\p{{L}}’'-]+\s){{1,3}}(?:{HEAD})\b"
        )

    def check_block(self, block: Block) -> Iterator[Finding]:
        for match in pattern(TWICE).finditer(block.text, timeout=PATTERN_SECONDS):
            at, cut = Range(*match.span()), Range(*match.span("cut"))
            message = f"{match['head'].lower()} named twice: drop “{cut.of(block.text).strip()}”"
            yield Finding(at, message, (Change(cut, ""),))
        for match in pattern(_titled()).finditer(block.text, timeout=PATTERN_SECONDS):
            at, right = Range(*match.span("title")), mistaken_titles()[match["title"]]
            if match["title"] not in self.accept:
                yield Finding(at, f"mistaken title, “{match['title']}”: use “{right}”", (Change(at, right),))
        done = list[Range]()
        for match in pattern(_spelled()).finditer(block.text, timeout=PATTERN_SECONDS):
            for at, right in _decided(match):
                done.append(at)
                yield Finding(at, f"name and acronym differ: use “{right}”", (Change(at, right),))
        names = mistaken_names()
        for at in find_known(block.text, names):
            written = " ".join(at.of(block.text).split())
            if (
                written in names
                and written not in self.accept
                and not _is_part(at, block.text)
                and at not in done
            ):
                right = names[written]
                yield Finding(at, f"mistaken name, “{written}”: use “{right}”", (Change(at, right),))


def _decided(match: regex.Match[str]) -> Iterator[tuple[Range, str]]:
    """The name in the order of its acronym, or the English acronym."""
    full, written = names_by_acronym().get(match["acronym"]), match["name"]
    for _foreign, english, names in (r for r in entries("acronyms_abroad") if r[0] == match["acronym"]):
        if any(_ends(written, name) for name in names.split("|")):
            yield Range(*match.span("acronym")), english
            return
    words = list(regex.finditer(WORD, written))
    content = [word for word in words if word[0] not in SMALL]
    usual = [word for word in full.split() if word not in SMALL] if full else []
    if len(usual) < 3 or len(content) < len(usual):
        return
    last = content[-len(usual) :]
    found = [word[0].replace("isation", "ization") for word in last]
    if full and found != usual and sorted(found) == sorted(usual):
        at = Range(match.start("name") + last[0].start(), match.end("name"))
        yield at, full


def _ends(written: str, name: str) -> bool:
    """Whether words end in a whole name."""
    if not written.lower().endswith(name.lower()):
        return False
    before = written[: len(written) - len(name)].split()
    return not before or before[-1] in {"The", "A", "An"} or not before[-1][0].isupper()


def _is_part(at: Range, text: str) -> bool:
    """Whether the words belong to a longer name."""
    goes_on = pattern(r"\s(?:of\s(?:the\s)?|and\s)?\p{Lu}").match(text, at.end)
    return goes_on is not None or capitalised_before(text, at.start) not in {"", "The", "A", "An"}
