"""What a fix must not change: figures, names, negations, quoted words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newslint.core.diagnostics import Protected
from newslint.core.patterns import pattern
from newslint.core.report import ProtectedCounts
from newslint.text.quotations.quotations import pair_quotes
from newslint.text.words import WORD

DAYS = "Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"
MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
PATTERNS = {
    Protected.NUMBERS: pattern(r"\d(?:[\d.,:/]*\d)?|(?i)\b(?:hundred|thousand|million|billion|trillion)s?\b"),
    Protected.DATES: pattern(rf"\b(?:{DAYS}|{MONTHS})\b|\b(?:yesterday|today|tomorrow)\b"),
    Protected.NAMES: pattern(r"\b(?!The\b)\p{Lu}[\p{L}\p{M}\p{N}]*"),
    Protected.NEGATIONS: pattern(
        r"(?i)\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly)\b|n[’']t\b"
    ),
    Protected.CURRENCY: pattern(
        r"\p{Sc}|(?i)\b(?:USD|EUR|GBP|JPY|CNY|RMB|CHF|dollars?|euros?|pounds?|yen|yuan|roubles?|rubles?)\b"
    ),
    Protected.URLS: pattern(
        r"(?:https?://|www\.)[^\s”’\"<>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]*\w"
    ),
}


def count_protected(texts: Sequence[str]) -> ProtectedCounts:
    """Count the protected things in the blocks of an article."""
    found = {
        kind: Counter(match[0] for text in texts for match in pattern.finditer(text))
        for kind, pattern in PATTERNS.items()
    }
    found[Protected.QUOTED] = Counter(
        word
        for quotation in pair_quotes(texts).quotations
        if quotation.depth == 0
        for place in quotation.inner
        for word in WORD.findall(place.at.of(texts[place.block]))
    )
    return found
