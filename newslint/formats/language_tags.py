"""Language marks of files: BCP 47 tags, and which of them holds for what part of a block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.core.segments import BlockSource

TAG = pattern(r"(?i)[a-z]{2,3}(?:[-_][a-z\d]{1,8})*")
LOCALE_SUFFIX = pattern(r"[.@].*")
"""The encoding or variant of a POSIX locale: `de_AT.UTF-8`, `ca@valencia`."""
NAMES = {
    name: code
    for code, names in {
        "ar": "arabic العربية",
        "bg": "bulgarian български",
        "cs": "czech čeština česky",
        "da": "danish dansk",
        "de": "german deutsch",
        "el": "greek ελληνικά",
        "en": "english",
        "es": "spanish español castellano",
        "et": "estonian eesti",
        "fa": "persian farsi فارسی",
        "fi": "finnish suomi",
        "fr": "french français francais",
        "he": "hebrew עברית",
        "hi": "hindi हिन्दी",
        "hr": "croatian hrvatski",
        "hu": "hungarian magyar",
        "id": "indonesian",
        "it": "italian italiano",
        "ja": "japanese 日本語",
        "ko": "korean 한국어",
        "lt": "lithuanian lietuvių",
        "lv": "latvian latviešu",
        "nl": "dutch nederlands",
        "no": "norwegian norsk",
        "pl": "polish polski",
        "pt": "portuguese português portugues",
        "ro": "romanian română",
        "ru": "russian русский",
        "sk": "slovak slovenčina",
        "sl": "slovenian slovenščina",
        "sr": "serbian српски srpski",
        "sv": "swedish svenska",
        "tr": "turkish türkçe",
        "uk": "ukrainian українська",
        "vi": "vietnamese",
        "zh": "chinese 中文",
    }.items()
    for name in names.split()
}
"""Languages that people write out where a tag belongs."""
NO_LANGUAGE = frozenset({"und", "zxx", "mul"})
"""Tags for undetermined, none and several languages."""


def language_tag(written: str) -> str:
    """The BCP 47 tag that a mark of language means; empty if it means none.

    Understands locales (`de_AT.UTF-8`) and the names of common languages (`German`, `Deutsch`).
    """
    value = LOCALE_SUFFIX.sub("", written.strip())
    if name := NAMES.get(value.casefold()):
        return name
    if not TAG.fullmatch(value):
        return ""
    tag = str(value).replace("_", "-")
    return "" if primary_language(tag) in NO_LANGUAGE else tag


def primary_language(tag: str) -> str:
    """The language of a tag without region, script or variant, in lower case."""
    return tag.partition("-")[0].lower()


def declared_languages(pieces: Sequence[tuple[str, str]]) -> tuple[str, tuple[Range, ...]]:
    """The language of most of a block, and the ranges in another, from its texts with their tags.

    Regions make no difference. Text without a tag is in no other language, and English is none beside it.
    """
    if all(tag == pieces[0][1] for _, tag in pieces):
        return (pieces[0][1] if pieces else ""), ()
    weights: Counter[str] = Counter()
    for text, tag in pieces:
        weights[tag] += sum(map(str.isalnum, text))
    language = max(weights, key=weights.__getitem__)
    return language, tuple(_ranges_in_other_languages(pieces, primary_language(language) or "en"))


def with_language(parts: Iterable[BlockSource], language: str) -> list[BlockSource]:
    """Blocks of which those that declare no language have one that is declared for all."""
    return [part if part.language or not language else replace(part, language=language) for part in parts]


def _ranges_in_other_languages(pieces: Iterable[tuple[str, str]], language: str) -> list[Range]:
    """The ranges of pieces that are tagged as another language, joined over white space."""
    ranges: list[Range] = []
    at, joins = 0, False
    for text, tag in pieces:
        end, size = at + len(text), len(text.rstrip())
        if size and tag and primary_language(tag) != language:
            start = ranges.pop().start if joins else at + len(text) - len(text.lstrip())
            ranges.append(Range(start, at + size))
            joins = True
        elif size:
            joins = False
        at = end
    return ranges
