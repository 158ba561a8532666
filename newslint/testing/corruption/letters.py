"""Damage to characters: wrong decoding, escapes, look-alikes, tokenizer marks."""

from __future__ import annotations

from random import Random

import regex

from newslint.testing.corruption.kind import DamageKind, replace_matches, replace_with

LOOK_ALIKE = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
ENTITIES = {
    "&": ("&amp;", "&#38;"),
    "“": ("&ldquo;", "&#8220;"),
    "”": ("&rdquo;", "&#8221;"),
    "’": ("&rsquo;", "&#8217;", "&#x2019;"),
    "—": ("&mdash;", "&#8212;"),
    "–": ("&ndash;", "&#8211;"),
    '"': ("&quot;", "&#34;"),
    "'": ("&#39;", "&#039;", "&apos;"),
}
UNSEEN = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x202A)


def _misread(match: regex.Match[str], _chance: Random) -> str | None:
    try:
        return match[0].encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        return None


def _escape(match: regex.Match[str], chance: Random) -> str:
    return chance.choice(ENTITIES[match[0]])


def _with_unseen(match: regex.Match[str], chance: Random) -> str:
    at = chance.randrange(1, len(match[0]))
    return match[0][:at] + chr(chance.choice(UNSEEN)) + match[0][at:]


def _with_look_alike(match: regex.Match[str], chance: Random) -> str | None:
    known = [at for at, letter in enumerate(match[0]) if letter in LOOK_ALIKE]
    if not known or len(known) == len(match[0]):
        return None
    at = chance.choice(known)
    return match[0][:at] + LOOK_ALIKE[match[0][at]] + match[0][at + 1 :]


def _tear(match: regex.Match[str], chance: Random) -> str:
    at = chance.randrange(2, len(match[0]) - 1)
    return f"{match[0][:at]}@@ {match[0][at:]}"


def _as_code(match: regex.Match[str], chance: Random) -> str:
    number = f"{ord(match[0]):04x}"
    return chance.choice((f"\\u{number}", f"<U+{number.upper()}>"))


def _begin_twice(match: regex.Match[str], chance: Random) -> str:
    return f"{match[0][: chance.randrange(3, len(match[0]) - 3)]} {match[0]}"


def _split(match: regex.Match[str], chance: Random) -> str:
    at = chance.randrange(2, len(match[0]) - 2)
    return f"{match[0][:at]} {match[0][at:]}"


KINDS = (
    DamageKind(
        "wrong-decoding",
        ("mojibake",),
        replace_matches(r"[’“—–…]|\p{Ll}*[éèüöñ]\p{Ll}*", _misread, speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "word-begun-twice",
        ("half-word",),
        replace_matches(
            r"(?<=\p{Ll} )(?:government|electricity|information|president|thousands|hospital)\b", _begin_twice
        ),
        sure=True,
    ),
    DamageKind(
        "escaped-mark",
        ("html-entity",),
        replace_matches(r"[&“”’—–\"']", _escape, speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "left-tag",
        ("html-entity",),
        replace_with(r"(?<=\p{Ll}\.) (?=\p{Lu})", "<br> ", "<br/>", "</p> "),
        sure=True,
    ),
    DamageKind(
        "unseen-character",
        ("invisible-character",),
        replace_matches(r"\b\p{Ll}{5,}\b", _with_unseen, speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "look-alike-letter",
        ("homoglyph",),
        replace_matches(r"\b\p{L}{5,}\b", _with_look_alike),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "apart-at-apostrophe",
        ("tokenizer-trace",),
        replace_with(r"\b(\p{L}+)(n[’']t|[’'](?:ll|re|ve))\b", r"\1 \2"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "apart-at-hyphen",
        ("tokenizer-trace",),
        replace_with(r"(?<=\p{Ll}{2})-(?=\p{Ll}{2})", " @-@ "),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "unknown-token",
        ("model-token",),
        replace_with(r"\b\p{Lu}\p{Ll}{6,}\b", "<unk>", "[UNK]", "⁇", "<UNK>"),
        sure=True,
    ),
    DamageKind("torn-word", ("model-token",), replace_matches(r"\b\p{Ll}{7,}\b", _tear), sure=True),
    DamageKind(
        "escaped-character",
        ("escaped-character",),
        replace_matches(r"[’“”—–é]", _as_code, speech=True),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "words-run-together",
        ("run-together", "glued-words"),
        replace_with(r"\b(of|in|to|from|with|that|said|at) (the|this|their|an)(?= \p{Ll})", r"\1\2"),
        sure=True,
    ),
    DamageKind("word-split", ("split-word",), replace_matches(r"\b\p{Ll}{8,}\b", _split), sure=True),
    DamageKind(
        "stop-in-word",
        ("stop-in-word",),
        replace_with(r"\b(\p{Ll}{4,6})(\p{Ll}{4,6})\b", r"\1.\2"),
        sure=True,
    ),
    DamageKind(
        "space-at-hyphen",
        ("space-at-hyphen", "tokenizer-trace"),
        replace_with(r"(?<=\p{Ll}{3})-(?=\p{Ll}{3})", "- ", " -"),
        sure=True,
    ),
)
