"""Judges the language of a text by script and function words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newslint.core.patterns import REMEMBERED, pattern
from newslint.lexicon.english_words import is_frequent, is_word
from newslint.lexicon.function_words import ENGLISH, FOREIGN, SHARED, STRICTLY_ENGLISH

WORD = re.compile(r"[^\W\d_]+")  # twice as fast here as `regex`
PLAIN_WORD = re.compile(r"(?<!\S)[^\w\s@#]*([^\W\d_]{2,})[^\w\s]*(?!\S)")
"""A word between spaces, perhaps with marks around it, but not part of an address, code or damage."""
UNKNOWN, OTHER = "", "und"
"""Too little text to judge; certainly not English, but no language known here."""
SCRIPTS = (
    ("ja", r"[\p{Hiragana}\p{Katakana}]"),
    ("ko", r"\p{Hangul}"),
    ("zh", r"\p{Han}"),
    ("uk", r"[іїєґІЇЄҐ]"),
    ("ru", r"\p{Cyrillic}"),
    ("el", r"\p{Greek}"),
    ("ar", r"\p{Arabic}"),
    ("he", r"\p{Hebrew}"),
    ("hi", r"\p{Devanagari}"),
    ("th", r"\p{Thai}"),
    ("ka", r"\p{Georgian}"),
    ("hy", r"\p{Armenian}"),
)
"""In this order, since Japanese has Chinese characters too, and Ukrainian most letters of Russian."""
LATIN = r"\p{Latin}"
EAST_ASIAN = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"
EAST_ASIAN_WEIGHT = 2
"""Such a letter says as much as three of an alphabet."""
LETTER = r"\p{L}"

FREQUENT = (" the ", " of ", " and ", " to ")
"""Words that English prose has many of; the name of an English company or film has a few."""
MAX_CHARACTERS_PER_HIT = 90
"""Maximum characters of English prose per such word; quotations and lists of names have most."""
NON_LATIN = re.compile("[\u0370-\u1fff\u3040-\ud7ff\uff66-\uff9f]")
MAX_NON_LATIN_PER_HIT = 20
"""Maximum letters of other scripts per such word, in an English paragraph that quotes an original."""

MIN_WORDS = 4
"""Fewer words are not judged."""
MIN_LETTERS = 6
"""Fewer letters of another script are a sign or a name."""
MIN_FOREIGN_SHARE = 0.2
"""The share of function words in a sentence that is in a language."""
MIN_LOWER_CASE_WORDS, MIN_KNOWN_SHARE = 3, 0.8
"""Lower-case words in English prose, and the share of them in the word list."""
MAX_WORDS_PER_ACCENT = 12
"""English prose has more words per accented lower-case one, even about cafés."""
MOJIBAKE = ("â", "ã")
"""Last letters of a word before an apostrophe that was decoded wrongly: “donâ€™t”."""
MIN_OTHER_WORDS = 20
"""Different lower-case words without English function words that show that prose is not English."""
MIN_UNKNOWN_WORDS = 5
"""Different lower-case words that show that prose has few English ones."""
MAX_COMMON_SHARE, MAX_DICTIONARY_SHARE = 0.3, 0.5
"""Maximum shares of English words in other languages, by chance; English prose has about 0.9."""
MAX_ENGLISH_SHARE = 0.04
"""Maximum share of English function words in other languages; English prose has about 0.4."""

NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def is_surely_english(text: str) -> bool:
    """Whether common words are as frequent as in English; a cheap check."""
    hits = sum(map(text.count, FREQUENT))
    is_dense = hits > 1 and hits * MAX_CHARACTERS_PER_HIT >= len(text)
    return is_dense and (text.isascii() or len(NON_LATIN.findall(text)) <= MAX_NON_LATIN_PER_HIT * hits)


def is_english_prose(text: str) -> bool:
    """Whether a text is English, not a name: “Bank of the West”."""
    words = [word for word in WORD.findall(text) if word.islower()]
    return is_surely_english(text) or (
        len(words) >= MIN_LOWER_CASE_WORDS and sum(map(is_word, words)) >= MIN_KNOWN_SHARE * len(words)
    )


def language_of(text: str, declared: str = "") -> str:
    """The language of a text, which may declare one.

    An ISO 639-1 code, empty if unknown. `declared` is a BCP 47 tag. A declaration of English is checked,
    since many templates declare it whatever the text is.
    """
    language = primary(declared) if declared else ""
    return language if language not in ("", "en") else judge_language(text) or language


def is_not_english(text: str) -> bool:
    """Whether a text long enough to judge is in another language."""
    return judge_language(text) not in ("en", UNKNOWN)


@lru_cache(REMEMBERED)
def judge_language(text: str) -> str:
    """The ISO 639-1 code of the language of a text.

    `UNKNOWN` if there is too little to judge, `OTHER` if it is certainly not English, but no known language.
    """
    if is_surely_english(text):
        return "en"
    return _by_script(text) or _by_words(text)


def _by_words(text: str) -> str:
    """The language of a text in Latin letters, by its words."""
    words = WORD.findall(text)
    if len(words) < MIN_WORDS:
        return UNKNOWN
    lowered = [word.lower() for word in words]
    strictly = sum(map(STRICTLY_ENGLISH.__contains__, lowered))
    loosely = sum(map(ENGLISH.__contains__, lowered))
    foreign = sum(map(_languages().__contains__, lowered))
    accented = sum(word.islower() and not (word.isascii() or word.endswith(MOJIBAKE)) for word in words)
    if accented > 1 and accented * MAX_WORDS_PER_ACCENT >= len(words):
        return _best(lowered)[0] or OTHER
    is_other = not strictly and _lacks_english_words(text)
    if 3 * strictly >= foreign < loosely and (strictly or loosely >= 2) and not is_other:
        return "en"  # no language can have more words
    best, hits = _best([words[0].lower(), *filter(str.islower, words[1:])])
    if hits and hits > 3 * strictly:
        shared = 0 if strictly else sum(word in SHARED[best] for word in lowered)
        if hits + shared >= MIN_FOREIGN_SHARE * len(words):
            return best
    if loosely > hits and (strictly or loosely >= 2) and not is_other:
        return "en"
    different = len(set(filter(str.islower, words)))
    is_other |= different >= MIN_OTHER_WORDS and loosely <= MAX_ENGLISH_SHARE * different
    return OTHER if is_other else UNKNOWN


def _lacks_english_words(text: str) -> bool:
    """Whether few of the different lower-case words of a text are English."""
    words = set(filter(str.islower, PLAIN_WORD.findall(text)))
    if len(words) < MIN_UNKNOWN_WORDS or sum(map(is_frequent, words)) > MAX_COMMON_SHARE * len(words):
        return False
    return sum(map(is_word, words)) <= MAX_DICTIONARY_SHARE * len(words)


def _best(words: list[str]) -> tuple[str, int]:
    """The language with most function words, at least two, and their number."""
    hits: dict[str, list[str]] = {}
    for word in words:
        for language in _languages().get(word, ()):
            hits.setdefault(language, []).append(word)
    found = {language: known for language, known in hits.items() if len(set(known)) >= 2}
    if not found:
        return UNKNOWN, 0
    best = max(found, key=lambda language: (len(found[language]), sum(map(len, set(found[language])))))
    return best, len(found[best])


@cache
def _languages() -> dict[str, list[str]]:
    """The languages that each function word belongs to."""
    languages: dict[str, list[str]] = {}
    for language, words in FOREIGN.items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return languages


def _by_script(text: str) -> str:
    """The language of a text that is mostly not in Latin letters."""
    if text.isascii():
        return ""
    letters = len(pattern(LETTER).findall(text))
    latin = len(pattern(LATIN).findall(text))
    east_asian = len(pattern(EAST_ASIAN).findall(text))
    if letters < MIN_LETTERS or latin > letters - latin + EAST_ASIAN_WEIGHT * east_asian:
        return ""
    counts = {name: len(pattern(script).findall(text)) for name, script in SCRIPTS}
    for name in ("ja", "ko"):
        if counts[name] * 10 > letters:
            return name
    if counts["uk"] * 50 > letters and counts["ru"] * 2 > letters:
        return "uk"
    best = max((name for name in counts if name not in ("uk", "ja", "ko")), key=counts.__getitem__)
    return best if counts[best] * 2 >= letters - latin else OTHER


@cache
def primary(tag: str) -> str:
    """The primary language of a BCP 47 tag: “en” of “en-GB”.

    Lower case; empty for “und” and “mul”.
    """
    language = tag.replace("_", "-").partition("-")[0].strip().lower()
    language = {"eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es"}.get(
        language, language
    )
    return "" if language in ("und", "mul", "zxx", "mis") else language
