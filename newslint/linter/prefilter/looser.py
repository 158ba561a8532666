"""Looser expressions that Hyperscan can search for, many at once.

Each matches wherever the original does, and more. Hyperscan reports where matches end, and knows neither
lookaround nor backreferences. A condition at either end of an expression becomes part of the match, any other
is left out, and a reference is replaced by all that its group can match.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from newslint.linter.prefilter.edges import begins_in_ascii, ends_in_ascii, is_condition
from newslint.linter.prefilter.references import without_references
from newslint.linter.prefilter.syntax import PROPERTIES, Node, Unknown, op, parse
from newslint.linter.prefilter.trimmed import trimmed

LONGEST_COUNT = 3
"""Repetitions that are counted; automata grow with every one."""
ANYTHING = r"(?s:.)"
SPACES = (
    r"\x{9}-\x{d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
)
FAR = (
    r"\x{aa}-\x{1fff}\x{200c}\x{200d}\x{203f}\x{2040}\x{2054}\x{2070}-\x{209f}\x{20d0}-\x{218f}"
    r"\x{2460}-\x{24ff}\x{2776}-\x{2793}\x{2c00}-\x{10ffff}"
)
"""All letters, marks and numbers beyond ASCII, and more: few ranges make small automata."""

IN_ASCII = {
    r"\p{L}": "A-Za-z",
    r"\p{Lu}": "A-Z",
    r"\p{Ll}": "a-z",
    r"\p{M}": "",
    r"\p{N}": "0-9",
    r"\p{Nd}": "0-9",
}
"""What is not `FAR` in a property, as expressions write it."""
KNOWN = re.compile(
    r"\\[pP]\{(?:P|Pd|S|Sc|Z|Latin|Greek|Cyrillic|Han|Hiragana|Katakana|Hangul|Arabic|Hebrew|Thai|Devanagari)\}"
)
CASED = frozenset({r"\p{Lu}", r"\p{Ll}"})


def looser(expression: str) -> str | None:
    """An expression that matches in the same texts and more, or None."""
    try:
        items, flags = parse(expression)
        folded = bool(flags & re.IGNORECASE)
        return ("(?i)" if folded else "") + _whole(trimmed(without_references(items)), folded)
    except Unknown:
        return None


def _whole(items: Sequence[Node], folded: bool) -> str:
    """An expression with the conditions at its ends, one on each side."""
    ahead = [n for n, (kind, about) in enumerate(items) if kind is op.ASSERT and about[0] == 1]
    behind = [n for n, (kind, about) in enumerate(items) if kind is op.ASSERT and about[0] == -1]
    written = []
    for number, item in enumerate(items):
        first = number in behind[:1] and all(map(is_condition, items[:number]))
        last = number in ahead[:1] and all(map(is_condition, items[number:]))
        written.append(_sequence(item[1][1], folded) if first or last else _placed(items, number, folded))
    return "".join(written)


def _sequence(items: Sequence[Node], folded: bool) -> str:
    return "".join(_placed(items, number, folded) for number in range(len(items)))


def _placed(items: Sequence[Node], number: int, folded: bool) -> str:
    """An item among others.

    A word boundary is kept where an ASCII letter certainly adjoins it.
    """
    if items[number] != (op.AT, op.AT_BOUNDARY):
        return _item(items[number], folded)
    before, after = items[:number], items[number + 1 :]
    return r"\b" if ends_in_ascii(before, folded) or begins_in_ascii(after, folded) else ""


def _item(item: Node, folded: bool) -> str:
    kind, about = item
    if kind in (op.LITERAL, op.NOT_LITERAL, op.IN):
        if kind is op.LITERAL and about not in PROPERTIES:
            return _letter(about)
        return _class(about if kind is op.IN else [(op.LITERAL, about)], kind is op.NOT_LITERAL, folded)
    if kind in (op.BRANCH, op.SUBPATTERN, op.ATOMIC_GROUP):
        return _group(kind, about, folded)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inside = about
        return f"(?:{_sequence(inside, folded)}){_times(least, most)}"
    if is_condition(item):
        return _edge(about) if kind is op.AT else ""
    return ANYTHING if kind is op.ANY else f"{ANYTHING}*"


def _group(kind: object, about: Any, folded: bool) -> str:  # noqa: ANN401 - as `re` has it
    if kind is op.BRANCH:
        return f"(?:{'|'.join(_sequence(branch, folded) for branch in about[1])})"
    if kind is op.ATOMIC_GROUP:
        return f"(?:{_sequence(about, folded)})"
    _, added, removed, inside = about
    if removed & re.IGNORECASE:
        return f"(?-i:{_sequence(inside, folded=False)})"
    folds = bool(added & re.IGNORECASE)
    return f"(?{'i' if folds else ''}:{_sequence(inside, folded or folds)})"


def _edge(where: object) -> str:
    """The text boundaries at which an alternative may begin or end."""
    return {op.AT_BEGINNING_STRING: r"(?m:^)", op.AT_END_STRING: r"(?m:$)"}.get(where, "")


def _times(least: int, most: int) -> str:
    least = min(least, LONGEST_COUNT)
    return f"{{{least},{most}}}" if most <= LONGEST_COUNT else f"{{{least},}}"


def _class(items: Sequence[Node], negated: bool, folded: bool) -> str:
    """A class of characters; omissions from a negated one widen it."""
    if items and items[0][0] is op.NEGATE:
        items, negated = items[1:], True
    members = [_member(item, negated, folded) for item in items]
    if not negated and None in members:
        return ANYTHING
    held = "".join(member for member in members if member)
    if not held:
        return ANYTHING
    return f"[{'^' if negated else ''}{held}]"


def _member(item: Node, negated: bool, folded: bool) -> str | None:
    kind, about = item
    if kind is op.RANGE:
        return f"{_letter(about[0])}-{_letter(about[1])}"
    if kind is op.LITERAL:
        known = PROPERTIES.get(about)
        return _property(known, negated, folded) if known else _letter(about)
    if about is op.CATEGORY_WORD:
        return "0-9A-Z_a-z" if negated else f"0-9A-Z_a-z{FAR}"
    if about is op.CATEGORY_DIGIT:
        return "0-9" if negated else f"0-9{FAR}"
    return SPACES if about is op.CATEGORY_SPACE else None


def _property(written: str, negated: bool, folded: bool) -> str | None:
    if written in IN_ASCII:
        if folded and written in CASED:
            return None if negated else IN_ASCII[r"\p{L}"] + FAR
        return IN_ASCII[written] if negated else IN_ASCII[written] + FAR
    return written if KNOWN.fullmatch(written) else None


def _letter(code: int) -> str:
    letter = chr(code)
    return letter if letter.isascii() and letter.isalnum() else rf"\x{{{code:x}}}"
