from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from newslint.lexicon.amounts import (
    AMOUNT,
    CODE,
    CURRENCY,
    NATION,
    SCALE,
    SIGN,
    currencies,
    currency_of_nation,
)
from newslint.lexicon.classes import column
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    Scope,
    any_of,
    pattern,
)

NAME = rf"(?:(?:{NATION}\s)?{CURRENCY})"
BEFORE = rf"(?:(?:{CODE}|{SIGN})\s?|(?:{CODE}|{CURRENCY})\s)"
AFTER = rf"(?:\s?{SIGN}(?![\w\d])|\s?{CODE}\b|[\s-]{NAME}\b)"
OWNER = r"(?:[’']s?(?=\sworth))?"
MARK = rf"(?P<nation>{NATION}\s)?(?P<mark>{CODE}|{CURRENCY}|{SIGN})"
GOES_ON = r"(?:[\w\p{Sc}.,-]|\d[\d.,]*\s)\Z"
"""What a first mark belongs to: “20 dollars $5”."""
INDIAN = r"(?:\s(?:lakh|crore)s?\b){0,2}"
"""Scales of India: “Rs 50 lakh”."""
REACH = 40
OTHER_DOLLARS = r"[A-Z]\$|\b(?:Canad|Austral|New Zealand|Singapore|Hong Kong|Taiwan)"


class CurrencyMark(NamedTuple):
    """A mark of a currency, and the codes that it may mean."""

    text: str
    codes: tuple[str, ...]
    is_sign: bool
    is_code: bool


class DoubledCurrency(PatternRule):
    """An amount names its currency twice: “$38 million dollars”, “£5,000 GBP”.

    ## What it does
    Keeps the sign, or else the name, wherever the two are. What tells one dollar from another passes
    (“$500 CAD”, “$500 USD” beside Canadian dollars), and so do sums in two currencies.

    ## Why it matters
    Engines turn one into the other and forget to drop it.

    ## Fix safety
    Safe: both mean the same. No fix where the name says more than the sign (“$500 Canadian dollars”).

    ## References
    Study of machine-translated news, artefact ND03.
    """

    expression = rf"(?<![\d.,]){AMOUNT}{INDIAN}(?![\d.,]\d)"
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.CURRENCY, Protected.NAMES})
    cases = (
        Case("The deal is worth ⟦$38 million dollars⟧.", fixed="The deal is worth $38 million."),
        Case("It cost ⟦€400 euros⟧ in May.", fixed="It cost €400 in May."),
        Case("A ticket is ⟦£1,200 pounds⟧, they say.", fixed="A ticket is £1,200, they say."),
        Case("They gave ⟦£5,000 GBP⟧ and ⟦US$18 million USD⟧.", fixed="They gave £5,000 and US$18 million."),
        Case("It costs ⟦GBP £40⟧, or ⟦USD $50 dollars⟧.", fixed="It costs £40, or $50."),
        Case(
            "It costs ⟦EUR 500 euros⟧ or ⟦700 Swiss francs CHF⟧.",
            fixed="It costs 500 euros or 700 Swiss francs.",
        ),
        Case("It costs ⟦500 € euros⟧ or ⟦$600$⟧.", fixed="It costs €500 or $600."),
        Case(
            "They paid ⟦euros €40⟧ and ⟦₹500 rupees⟧ for ⟦Rs 900 rupees⟧.",
            fixed="They paid €40 and ₹500 for Rs 900.",
        ),
        Case(
            "A ⟦$54 billion dollar⟧ rise bought ⟦$2 million dollars’⟧ worth.",
            fixed="A $54 billion rise bought $2 million worth.",
        ),
        Case("It cost ⟦Rs 50 lakh rupees⟧ or ⟦₹2 crore rupees⟧.", fixed="It cost Rs 50 lakh or ₹2 crore."),
        Case("It cost Rs 50 lakh or 50 lakh rupees."),
        Case("A hut is ⟦$500 Canadian dollars⟧ there."),
        Case("It cost ⟦£3 pounds sterling⟧ or ⟦RMB 30 yuan⟧.", fixed="It cost £3 or 30 yuan."),
        Case("A price of $38 million, or 36 million euros, was named; from $5 €4 is left."),
        Case("For $5 euros are no use; $20 dollar-denominated bonds, $500 CAD, ¥900 CNY and Can$400."),
        Case("The Canadian firm paid $5,000 USD in Oslo."),
        Case("He has 500 euros. Euros are money, and $400 won her a car."),
    )

    @property
    def trace(self) -> str:
        amount = rf"\d[\d,.]*(?:[\s-]?{SCALE}|\s?(?:m|bn)\b)?{INDIAN}"
        sign = r"(?:\p{Sc}|\b(?:[A-Z]{2,3}|R[ps])\b\.?)"
        name = rf"\b(?:{any_of(column('currencies', 2) | column('currencies', 3))})"
        return (
            rf"(?:{sign}|{name})\s?{amount}(?:\s?{sign}|[\s-](?:{NATION}\s)?{name})"
            rf"|\d(?:\s{SCALE})?\s?(?:{sign}\s?(?:{sign}|{name})|{name}\s?{sign})|(?:{sign}|{name})\s?{sign}\s?\d"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        text, amount = block.text, Range(*match.span())
        left = pattern(rf"{BEFORE}{{1,2}}\Z").search(text, max(amount.start - REACH, 0), amount.start)
        right = pattern(rf"(?:{AFTER}){{1,2}}{OWNER}(?![’'\w-]|\sof\b)").match(text, amount.end)
        before = list(_marks(left[0])) if left else []
        after = list(_marks(right[0])) if right else []
        marks = [*before, *after]
        if len(marks) < 2 or not set.intersection(*(set(mark.codes) for mark in marks)):
            return None
        at = Range(left.start() if left else amount.start, right.end() if right else amount.end)
        if pattern(GOES_ON).search(text, max(at.start - REACH, 0), at.start):
            return None
        message = f"currency given twice: “{'”, “'.join(mark.text for mark in marks)}”"
        signs = [mark for mark in marks if mark.is_sign]
        named = [mark for mark in marks if not mark.is_sign]
        if signs and any(signs[0].codes[0] not in mark.codes for mark in named):
            if any(mark.is_code for mark in named):
                return None
            return Finding(at, message, suggestions=(f"{match[0]} {named[0].text}",))
        if signs and signs[0].text == "$" and self._is_disputed(named, block):
            return None
        written = _with_one_mark(match[0], before, after)
        return Finding(at, message, tuple(_changes(at, text, written)))

    @staticmethod
    def _is_disputed(named: Sequence[CurrencyMark], block: Block) -> bool:
        """Whether a code distinguishes U.S. dollars from others in the article."""
        others = (pattern(OTHER_DOLLARS).search(text) for text in block.document.texts)
        return any(mark.is_code for mark in named) and any(others)


def _marks(text: str) -> Iterator[CurrencyMark]:
    for match in pattern(MARK).finditer(text):
        name, nation = match["mark"], (match["nation"] or "").strip()
        codes = currencies()[name]
        own = currency_of_nation(nation, name) if nation else ""
        is_sign = pattern(SIGN).fullmatch(name) is not None
        yield CurrencyMark(match[0].strip(), (own,) if own else codes, is_sign, name in codes)


def _with_one_mark(amount: str, before: Sequence[CurrencyMark], after: Sequence[CurrencyMark]) -> str:
    """The amount with one mark: sign, name or code."""
    marks = [*before, *after]
    names = [mark for mark in marks if not mark.is_code and not mark.is_sign]
    for mark in marks:
        if mark.is_sign and not (names and pattern(r"[A-Z]{2,}").fullmatch(mark.text)):
            return f"{mark.text}{' ' * (mark.text[-1].isalpha() and mark in before)}{amount}"
    if names:
        return f"{amount} {names[-1].text}"
    return f"{before[0].text} {amount}" if before else f"{amount} {after[0].text}"


def _changes(at: Range, text: str, written: str) -> Iterator[Change]:
    """The change that gives a range one mark."""
    start = text.find(written, at.start, at.end)
    if start < 0:
        yield Change(at, written)
        return
    for odd in (Range(at.start, start), Range(start + len(written), at.end)):
        if odd.start < odd.end:
            yield Change(odd, "")
