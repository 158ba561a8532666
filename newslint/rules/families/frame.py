"""Frames: phrases with slots, alternatives and inflection, as expressions.

    head of {nation} diplomacy       a slot: any word of the class “nation”; {nation} inserts it
    boss of (the)? (NATO|UN)         an optional part and alternatives; {1} and {2} insert them
    end of (the|{month})             a class among the alternatives
    barrier gesture~                 a noun in the singular or plural, like `~` in the right words
    consist* from                    a verb in any form, like `*` in the right words
    (depend|rely)* from              verbs in any form; {1} inserts the form that was written

A lower-case letter matches either case, a capital only itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby

import regex
from msgspec import Struct

from newslint.core.patterns import any_of, pattern
from newslint.lexicon.classes import column, entries, words_of
from newslint.lexicon.months import WEEKDAYS
from newslint.lexicon.verb_forms import common_verbs, conjugate, regular_verbs

CLASSES: dict[str, Callable[[], str]] = {
    "nation": lambda: any_of(column("nations", 1)),
    "country": lambda: any_of(column("nations", 0)),
    "capital": lambda: any_of(column("nations", 4) - {"Mexico City", "Washington"}),
    "weekday": lambda: "|".join(WEEKDAYS),
    "month": lambda: any_of(words_of("dates") - set(WEEKDAYS) | {"March", "May"}),
    "say": lambda: any_of(words_of("reporting_verbs")),
    "said": lambda: any_of(column("reporting_verbs", 2)),
    "role": lambda: any_of(words_of("roles")),
    "outlet": lambda: any_of(column("outlets", 0)),
    "paper": lambda: any_of(
        name
        for name, article in entries("outlets")
        if article == "the" and (" " in name or name == "Guardian")
    ),
    "body": lambda: any_of(column("acronyms", 0)),
    "year": lambda: r"(?:19|20)\d\d",
    "number": lambda: r"\d[\d,.]*",
    "verb": lambda: any_of(column("irregular_verbs", 0) | column("regular_verbs", 0)),
    "infinitive": lambda: any_of(words_of("only_verbs") - {"become"} | {"be", "have", "do", "come"}),
    "person": lambda: any_of(column("roles", 0) | column("people", 0) - {"people"}),
    "people": lambda: any_of(column("roles", 1) | column("people", 1) | {"people"}),
    "adjective": lambda: any_of(column("comparisons", 0)),
    "comparative": lambda: any_of(column("comparisons", 1)),
    "participle": lambda: any_of(verb.participle for verb in (*common_verbs(), *regular_verbs())),
    "gerund": lambda: r"\p{Ll}{2,}ing",
    "determiner": lambda: any_of(words_of("determiners") - {"no"} | {"this", "that", "these", "those"}),
    "name": lambda: r"\p{Lu}[\p{L}’'-]+",
    "word": lambda: r"\p{Ll}[\p{L}’'-]+",
}
"""The expression of each slot."""
PART = (
    r"\{(?P<slot>\w+)\}|\((?P<either>[^()]*)\)(?P<kind>[?*])?|(?P<word>[^\s(){}~*]+)(?P<inflected>[~*])?"
    r"|(?P<gap>\s+)"
)


class BadFrame(ValueError):
    """A frame has an unknown slot or unmatched brackets."""


class PhraseFrame(Struct, frozen=True):
    """The expression of a frame, with a group for each variable part."""

    expression: str

    @property
    def plain(self) -> str:
        """The expression without groups, to combine with others."""
        return regex.sub(r"\(\?P<\w+>", "(?:", self.expression)

    def fill(self, right: str, match: regex.Match[str]) -> str:
        """Fill the slots of the right words, and inflect their noun."""
        words = regex.sub(r"\{(\w+)\}", lambda slot: _content(match, slot[1]), right)
        words = regex.sub(r"[\p{L}-]+\*", lambda _: match["_verb"], words)
        return regex.sub(r"([\p{L}-]+)~", lambda noun: _in_number(noun[1], match), words)


@cache
def frame(text: str) -> PhraseFrame:
    """Compile a frame.

    Raises:
        BadFrame: a slot is unknown, or brackets are unmatched.

    """
    return PhraseFrame("".join(_expressions(text)))


def _expressions(text: str) -> Iterator[str]:
    parts = list(_parts(text))
    lead = parts[0][1] if parts else False
    for index, (expression, optional, apart) in enumerate(parts):
        gap = r"\s+" if apart and index else ""
        if lead and index == 0:
            yield rf"(?:{expression}\s+)?"
        elif lead and index == 1:
            yield expression
        else:
            yield rf"(?:{gap}{expression})?" if optional else gap + expression


def _parts(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each part: its expression, whether optional, whether after a space."""
    number, end, apart = 0, 0, False
    for part in pattern(PART).finditer(text):
        if part.start() != end:
            break
        end = part.end()
        if part["gap"]:
            apart = True
            continue
        if part["either"] is not None:
            number += 1
            yield rf"(?P<_{number}>{_either(part)})", part["kind"] == "?", apart
        elif part["slot"]:
            yield rf"(?P<{part['slot']}>{_class_of(part['slot'])})", False, apart
        else:
            yield _inflected(part["word"], part["inflected"]), False, apart
        apart = False
    if end != len(text):
        raise BadFrame(f"“{text}”: cannot read “{text[end:]}”")


def _either(part: regex.Match[str]) -> str:
    """Alternatives, each in every form of its verb if they are inflected."""
    each = part["either"].split("|")
    if part["kind"] == "*":
        each = [form for verb in each for form in _forms(verb)]
    return "|".join(map(_either_words, each))


def _either_words(words: str) -> str:
    """An alternative: words, or a class such as {weekday}."""
    slot = pattern(r"\{(\w+)\}").fullmatch(words)
    return _class_of(slot[1]) if slot else _words(words)


def _class_of(slot: str) -> str:
    if slot not in CLASSES:
        raise BadFrame(f"unknown class “{slot}”; known are {', '.join(CLASSES)}")
    return CLASSES[slot]()


def _inflected(word: str, kind: str | None) -> str:
    if kind == "*":
        return rf"(?P<_verb>{'|'.join(map(_words, _forms(word)))})"
    return _words(word) + ("(?P<_plural>(?:e?s|ies))?" if kind else "")


def _forms(verb: str) -> Iterator[str]:
    """Yield a verb in each form, with the words that go with it: “take part, took part”."""
    first, *others = verb.split(maxsplit=1)
    for form in conjugate(first).forms:
        yield " ".join((form, *others))


def _words(words: str) -> str:
    return r"\s+".join(map(_either_case, words.split()))


def _either_case(word: str) -> str:
    """A word whose small letters match either case; as classes of two they would take longer to compile."""
    return "".join(
        f"(?i:{''.join(letters)})" if small else regex.escape("".join(letters))
        for small, letters in groupby(word, str.islower)
    )


def _content(match: regex.Match[str], slot: str) -> str:
    return match[f"_{slot}" if slot.isdigit() else slot] or ""


def _in_number(noun: str, match: regex.Match[str]) -> str:
    if not match["_plural"]:
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
