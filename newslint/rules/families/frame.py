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

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, groupby, zip_longest

import regex
from msgspec import Struct

from newslint.core.patterns import any_of, pattern
from newslint.lexicon.classes import column, entries, words_of
from newslint.lexicon.months import WEEKDAYS
from newslint.lexicon.verb_forms import common_verbs, conjugate, regular_verbs

CLASSES: dict[str, Callable[[], Collection[str] | str]] = {
    "nation": lambda: column("nations", 1),
    "country": lambda: column("nations", 0),
    "capital": lambda: column("nations", 4) - {"Mexico City", "Washington"},
    "weekday": lambda: WEEKDAYS,
    "month": lambda: words_of("dates") - set(WEEKDAYS) | {"March", "May"},
    "say": lambda: words_of("reporting_verbs"),
    "said": lambda: column("reporting_verbs", 2),
    "role": lambda: words_of("roles"),
    "outlet": lambda: column("outlets", 0),
    "paper": lambda: {
        name
        for name, article in entries("outlets")
        if article == "the" and (" " in name or name == "Guardian")
    },
    "body": lambda: column("acronyms", 0),
    "year": lambda: r"(?:19|20)\d\d",
    "number": lambda: r"\d[\d,.]*",
    "verb": lambda: column("irregular_verbs", 0) | column("regular_verbs", 0),
    "infinitive": lambda: words_of("only_verbs") - {"become"} | {"be", "have", "do", "come"},
    "person": lambda: column("roles", 0) | column("people", 0) - {"people"},
    "people": lambda: column("roles", 1) | column("people", 1) | {"people"},
    "adjective": lambda: column("comparisons", 0),
    "comparative": lambda: column("comparisons", 1),
    "participle": lambda: {verb.participle for verb in (*common_verbs(), *regular_verbs())},
    "gerund": lambda: r"\p{Ll}{2,}ing",
    "determiner": lambda: words_of("determiners") - {"no"} | {"this", "that", "these", "those"},
    "name": lambda: r"\p{Lu}[\p{L}’'-]+",
    "word": lambda: r"\p{Ll}[\p{L}’'-]+",
}
"""The words of each slot, or their expression."""
PLURALS = ("", "s", "es", "ies")
FIRST = r"\w+|[^\w\s]"
"""The first word of a phrase, or a mark before it."""
PART = (
    r"\{(?P<slot>\w+)\}|\((?P<either>[^()]*)\)(?P<kind>[?*])?|(?P<word>[^\s(){}~*]+)(?P<inflected>[~*])?"
    r"|(?P<gap>\s+)"
)


class BadFrame(ValueError):
    """A frame has an unknown slot or unmatched brackets."""


class PhraseFrame(Struct, frozen=True):
    """The expression of a frame, with a group for each variable part.

    `first_words` are all words, or marks, that it can begin with, in lower case; None if they are too many.
    So are `second_words`, if the first is always one word.
    """

    expression: str
    first_words: frozenset[str] | None
    second_words: frozenset[str] | None

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
    parts = list(_parts(text))
    return PhraseFrame("".join(_expressions(parts)), _first_words(parts), _second_words(parts))


@cache
def slot_expression(name: str) -> str:
    """The expression of a slot."""
    words = _members(name)
    return words if isinstance(words, str) else any_of(words)


class Part(Struct, frozen=True):
    """A part of a frame."""

    expression: str
    begins: Collection[str] | None
    """What it can begin with, if that can be listed."""
    optional: bool
    apart: bool
    """Whether white space precedes it."""


def _expressions(parts: Sequence[Part]) -> Iterator[str]:
    lead = bool(parts) and parts[0].optional
    for index, part in enumerate(parts):
        gap = r"\s+" if part.apart and index else ""
        if lead and index == 0:
            yield rf"(?:{part.expression}\s+)?"
        elif lead and index == 1:
            yield part.expression
        else:
            yield rf"(?:{gap}{part.expression})?" if part.optional else gap + part.expression


def _first_words(parts: Sequence[Part]) -> frozenset[str] | None:
    """The first words of a frame in lower case, if known."""
    found: set[str] = set()
    for part, after in zip_longest(parts, parts[1:]):
        if part.begins is None or (after and not after.apart):
            return None
        found |= {first[0].lower() for words in part.begins if (first := pattern(FIRST).match(words))}
        if not part.optional:
            break
    return frozenset(found) or None


def _second_words(parts: Sequence[Part]) -> frozenset[str] | None:
    """The second words of a frame in lower case, if known."""
    if len(parts) < 2 or parts[0].begins is None or parts[0].optional or not parts[1].apart:
        return None
    return _first_words(parts[1:]) if all(map(pattern(FIRST).fullmatch, parts[0].begins)) else None


def _parts(text: str) -> Iterator[Part]:
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
            yield _either(number, part, apart)
        elif part["slot"]:
            yield _slot(part["slot"], apart)
        else:
            yield _word(part["word"], part["inflected"], apart)
        apart = False
    if end != len(text):
        raise BadFrame(f"“{text}”: cannot read “{text[end:]}”")


def _slot(name: str, apart: bool) -> Part:
    words = _members(name)
    return Part(
        rf"(?P<{name}>{slot_expression(name)})", None if isinstance(words, str) else words, False, apart
    )


def _members(name: str) -> Collection[str] | str:
    """The words of a class, or their expression."""
    if name not in CLASSES:
        raise BadFrame(f"unknown class “{name}”; known are {', '.join(CLASSES)}")
    return CLASSES[name]()


def _word(word: str, inflected: str | None, apart: bool) -> Part:
    if inflected == "*":
        forms = tuple(_forms(word))
        return Part(_group("_verb", forms), forms, False, apart)
    if inflected:
        forms = tuple(word + ending for ending in PLURALS)
        return Part(_words(word) + "(?P<_plural>(?:e?s|ies))?", forms, False, apart)
    return Part(_words(word), (word,), False, apart)


def _group(name: str, words: Iterable[str]) -> str:
    return rf"(?P<{name}>{'|'.join(map(_words, words))})"


def _either(number: int, part: regex.Match[str], apart: bool) -> Part:
    """Alternatives: words, verbs in every form, or classes such as {weekday}."""
    each = part["either"].split("|")
    if part["kind"] == "*":
        each = [form for verb in each for form in _forms(verb)]
    slots = [pattern(r"\{(\w+)\}").fullmatch(words) for words in each]
    expressions = [
        slot_expression(slot[1]) if slot else _words(words) for words, slot in zip(each, slots, strict=True)
    ]
    begins = [_members(slot[1]) if slot else (words,) for words, slot in zip(each, slots, strict=True)]
    known = [words for words in begins if not isinstance(words, str)]
    listed = list(chain.from_iterable(known)) if len(known) == len(begins) else None
    return Part(rf"(?P<_{number}>{'|'.join(expressions)})", listed, part["kind"] == "?", apart)


def _forms(verb: str) -> Iterator[str]:
    """Yield a verb in each form, with its particles: “took part”."""
    first, *others = verb.split(maxsplit=1)
    for form in conjugate(first).forms:
        yield " ".join((form, *others))


def _words(words: str) -> str:
    return r"\s+".join(map(_either_case, words.split()))


def _either_case(word: str) -> str:
    """A word whose lower-case letters match either case."""
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
