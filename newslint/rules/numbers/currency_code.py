from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
WORDS = {
    "RMB": "yuan",
    "CNY": "yuan",
    "JPY": "yen",
    "RUB": "rubles",
    "UAH": "hryvnias",
    "CHF": "francs",
    "INR": "rupees",
}


class CurrencyCode(PatternRule):
    """An amount uses a currency code: “5,150 RMB”, “300 USD”.

    ## What it does
    Writes the sign before the amount or the word after it. Off by default: it is house style, and
    financial pages use codes on purpose.

    ## Why it matters
    Chinese and Russian news write codes, and engines copy them; English news uses a sign or a word.

    ## Fix safety
    Unsafe: a dollar or franc without its country may be ambiguous.

    ## References
    Study of machine-translated news, artefact ND05.
    """

    expression = (
        r"(?<![\w.,:/$€£¥+–-])(?:(?P<figure>\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion"
        r"|trillion))?)\s?(?P<code>CODES)"
        r"|(?P<code>CODES)\s?(?P<figure>\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion"
        r"|trillion))?))(?![\w/=]|[.,]\d|-\p{L})"
    ).replace("CODES", "|".join([*SIGNS, *WORDS]))
    default = False
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.CURRENCY, Protected.NAMES})
    cases = (
        Case("It costs ⟦5,150 RMB⟧ or ⟦USD 700⟧.", fixed="It costs 5,150 yuan or $700."),
        Case("The fine is ⟦2.5 million EUR⟧.", fixed="The fine is €2.5 million."),
        Case("They paid ⟦CHF 1,200⟧ for it.", fixed="They paid 1,200 francs for it."),
        Case("EUR/USD fell to 1.05; it costs $700 and 40 euros."),
        Case("The USD is strong, 40 EUR-based firms said; GBP= 1.2."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        figure, code = match["figure"], match["code"]
        written = SIGNS[code] + figure if code in SIGNS else f"{figure} {WORDS[code]}"
        at = Range(*match.span())
        return Finding(at, f"currency code in prose, “{match[0]}”: use “{written}”", (Change(at, written),))
