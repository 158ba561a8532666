"""BCP 47 language tags, and the parts of a block they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

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
"""Names of languages that occur in place of tags."""
NO_LANGUAGE = frozenset({"und", "zxx", "mul"})
"""Tags for undetermined, none and several languages."""


def language_tag(written: str) -> str:
    """The BCP 47 tag for a language mark; empty if unknown.

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
    """The primary subtag in lower case, without region, script or variant."""
    return tag.partition("-")[0].lower()


def declared_languages(pieces: Sequence[tuple[str, str]]) -> tuple[str, tuple[Range, ...]]:
    """The main language of a block, and the ranges in other languages.

    Regions are ignored. Text without a tag counts as the main language, and so does English beside it.
    """
    if all(tag == pieces[0][1] for _, tag in pieces):
        return (pieces[0][1] if pieces else ""), ()
    weights: Counter[str] = Counter()
    for text, tag in pieces:
        weights[tag] += sum(map(str.isalnum, text))
    language = max(weights, key=weights.__getitem__)
    return language, tuple(_ranges_in_other_languages(pieces, primary_language(language) or "en"))


def with_language(parts: Iterable[BlockSource], language: str) -> list[BlockSource]:
    """Set a language on the blocks that declare none."""
    return [part if part.language or not language else replace(part, language=language) for part in parts]


def _ranges_in_other_languages(pieces: Iterable[tuple[str, str]], language: str) -> list[Range]:
    """Ranges tagged as another language, merged across white space."""
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
