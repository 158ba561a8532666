"""Damage to punctuation and quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

import regex

from newslint.core.patterns import pattern
from newslint.testing.corruption.kind import DamagedArticle, DamageKind, Wound, replace_matches, replace_with

WORD = r"(?<![\w’'])\p{Ll}{3,}(?![\w’'])"
CJK = {",": "，", ".": "。", ":": "：", "?": "？", ";": "；"}


def _full_width(match: regex.Match[str], _chance: Random) -> str:
    return CJK[match[0]]


def _add_space(match: regex.Match[str], chance: Random) -> str:
    return f"{chance.choice((' ', '  ', chr(0xA0)))}{match[0]}"


def _add_space_inside(match: regex.Match[str], chance: Random) -> str:
    space = chance.choice((" ", "  ", chr(0xA0)))
    before = match.string[match.start() - 1 : match.start()]
    return f"{match[0]}{space}" if before.isspace() else f"{space}{match[0]}"


def _in_foreign_marks(match: regex.Match[str], chance: Random) -> str:
    left, right = chance.choice(("«»", "„“", "„”"))
    return f"{left}{match[1]}{right}"


def _in_double_marks(match: regex.Match[str], _chance: Random) -> str:
    return f"“{match[1]}”"


def _lose_apostrophe(match: regex.Match[str], chance: Random) -> str:
    return f"{match[1]}{chance.choice((' ', ' ', chr(0xA0)))}t"


def _in_small_letters(match: regex.Match[str], _chance: Random) -> str:
    return match[0].lower()


def _single_marks(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    """One of several quotations of the same words turns to single marks."""
    said = pattern(r"“([^“”‘’\n]{4,40})”")
    everywhere = [(n, match) for n in article.paragraphs for match in said.finditer(article.lines[n])]
    times = Counter(match[1] for _, match in everywhere)
    for number, match in everywhere:
        if times[match[1]] > 1:
            yield Wound(number, *match.span(), f"‘{match[1]}’")


STOP = r"(?<=\p{Ll}{3})\.(?=\s\p{Lu}|\Z)"
OPENED, CLOSED = r"(?<=\s)[“\"](?=\p{Lu})", r"(?<=\p{L}[.,!?])[”\"](?=\s)"

KINDS = (
    DamageKind(
        "dashes-for-quotation-marks",
        ("dash-speech",),
        replace_with(r"^“([^“”]{20,200}),” (?=(?:said|says)\b)", r"– \1, ", speech=True),
        sure=True,
    ),
    DamageKind(
        "word-around-comma",
        ("word-around-comma", "double-word"),
        replace_with(r"(?<=\p{Ll} )(in|of|the|from|with)(?= \p{Ll}{4})", r"\1, \1"),
        sure=True,
    ),
    DamageKind("doubled-stop", ("double-period",), replace_with(STOP, ".."), sure=True, exact=True),
    DamageKind("stop-after-comma", ("comma-stop",), replace_with(STOP, ",.", ";."), sure=True, exact=True),
    DamageKind(
        "doubled-comma",
        ("double-comma",),
        replace_with(r"(?<=\p{Ll}{2}),(?= \p{Ll})", ",,", ", ,"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "space-before-mark",
        ("space-before-punctuation", "double-comma"),
        replace_matches(r"(?<=\p{Ll}{2})(?:[,;?!](?= )|\.(?=\s\p{Lu}|\Z))", _add_space),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "full-width-mark",
        ("cjk-punctuation",),
        replace_matches(r"(?<=\p{Ll}{2})[,.:?;](?= |\Z)", _full_width),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "lost-space-after-comma",
        ("missing-space-after-comma",),
        replace_with(rf"({WORD}), ({WORD})", r"\1,\2"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "lost-space-after-stop",
        ("missing-space-after-period",),
        replace_with(r"(\p{Ll}{4,})\. (\p{Lu}\p{Ll}+)", r"\1.\2"),
        sure=True,
    ),
    DamageKind(
        "lost-apostrophe",
        ("lost-apostrophe",),
        replace_matches(r"\b(\p{L}+n)[’']t\b", _lose_apostrophe),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "comma-for-stop",
        ("comma-for-stop",),
        replace_with(r"(\p{Ll}{4,})\. ((?:The|He|She|They|It|But|This|There) \p{Ll})", r"\1, \2"),
        sure=True,
    ),
    DamageKind(
        "never-closed", ("unclosed-quote", "unopened-quote"), replace_with(CLOSED, "", speech=True), sure=True
    ),
    DamageKind(
        "never-opened", ("unopened-quote", "unclosed-quote"), replace_with(OPENED, "", speech=True), sure=True
    ),
    DamageKind(
        "space-inside-marks",
        ("quote-spacing",),
        replace_matches(rf"{OPENED}|{CLOSED}", _add_space_inside, speech=True),
        sure=True,
    ),
    DamageKind(
        "closed-in-another-style",
        ("mixed-quote-marks",),
        replace_with(r"(?<=“[^“”\"]{4,300}[.,])”(?=\s)", '"', speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "nested-in-the-same-marks",
        ("nested-quote-marks",),
        replace_matches(
            r"(?<=“[^“”\n]{4,200}\p{L} )‘([^‘’“”\n]{3,80})’(?= \p{L})", _in_double_marks, speech=True
        ),
        sure=True,
    ),
    DamageKind(
        "turned-mark",
        ("wrong-facing-quote", "mixed-quote-marks", "glued-quote"),
        replace_with(r"(?<=“[^“”\"]{4,300}[.,])”(?=\s)", "“", speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "doubled-mark",
        ("doubled-quote", "unclosed-quote", "unopened-quote"),
        replace_with(r"(?<=\s)“(?=\p{Lu})|(?<=\p{L}[.,!?])”(?=\s)", r"\g<0>\g<0>", speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "marks-of-another-language",
        ("foreign-quote-marks", "mixed-quote-marks", "wrong-facing-quote"),
        replace_matches(r"(?<=\s)“([^“”\n]{3,80})”(?=[\s,.])", _in_foreign_marks, speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "speaker-inside-marks",
        ("inside-quote",),
        replace_with(
            r"(?<=“[^“”\n]{10,200}),” (said (?:the \p{Ll}+|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?))\.",
            r", \1.”",
            speech=True,
        ),
        sure=True,
    ),
    DamageKind(
        "dots-without-end",
        ("ellipsis-mess",),
        replace_with(r"(?<=\p{Ll})(?:…|\.\.\.)(?!\.)", "……", ".....", speech=True),
        sure=True,
    ),
    DamageKind("marks-of-another-style", ("quote-style-drift",), _single_marks, sure=True),
    DamageKind(
        "word-glued-to-mark",
        ("glued-quote", "quote-spacing", "wrong-facing-quote"),
        replace_with(r"(?<=“[^“”\n]{3,200}\p{L})” (?=\p{Ll}{2})", "”", speech=True),
        sure=True,
    ),
    DamageKind(
        "attribution-without-comma",
        ("attribution-comma",),
        replace_with(r"(?<=“[^“”\n]{10,300}\p{Ll}),”(?= (?:he|she|they) said\b)", "”", ".”", speech=True),
        sure=True,
    ),
    DamageKind(
        "marks-in-a-cluster",
        ("mark-cluster",),
        replace_with(r"(?<=\p{Ll}{3}),(?= \p{Ll}{3})", ",:", ",;"),
        sure=True,
    ),
    DamageKind(
        "bracket-said-twice",
        ("bracket-pair",),
        replace_with(r"\((?=[\p{Lu}\p{Ll}])|(?<=\p{L})\)", r"\g<0>\g<0>"),
        sure=True,
    ),
    DamageKind(
        "lost-stop-of-paragraph",
        ("lost-final-stop",),
        replace_with(r"(?<=\A(?:\S+ ){21,200}\p{Ll}{3,})\.(?=\Z)", ""),
    ),
    DamageKind(
        "lost-stop",
        ("missing-stop",),
        replace_with(rf"({WORD})\. (?=(?:He|She|They|It|But|The) \p{{Ll}})", r"\1 "),
        sure=True,
    ),
    DamageKind(
        "small-letter-after-stop",
        ("small-letter-after-stop", "stray-period"),
        replace_matches(
            rf"(?<={WORD}\. )(?:The|He|She|They|It|But|This|There)(?= \p{{Ll}})", _in_small_letters
        ),
    ),
    DamageKind(
        "bullet-in-story",
        ("inline-bullet",),
        replace_with(r"(?<=\p{Ll}\.) (?=\p{Lu})", " • ", " * "),
        sure=True,
    ),
    DamageKind(
        "mark-after-small-word",
        ("stray-mark", "space-before-punctuation"),
        replace_with(r"\b(the|its|their|of|an|would)(?= \p{Ll}{3})", r"\1,", r"\1;"),
        sure=True,
    ),
)
