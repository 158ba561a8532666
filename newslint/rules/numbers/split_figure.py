from __future__ import annotations

import regex

from newslint.lexicon.amounts import CURRENCY, UNIT
from newslint.lexicon.function_words import ENGLISH
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    any_of,
    pattern,
)
from newslint.text.figures import counted_after, names_a_thing

SPACE = r"[ \xa0\u2009\u202f]"
SHARE = r"\s?(?:%|(?:percent|per\scent|million|billion|trillion|degrees)\b)"
MEASURED = rf"{SPACE}(?:{UNIT}|{CURRENCY})\b"
LEADS = r"(?:than|about|some|nearly|almost|roughly|approximately|around|least)"
"""After which one number follows, and no list."""
BEFORE_LAST = rf"(?:{LEADS}|to|by|of|only|just|now|(?:reach|exceed|employ|total|totall)(?:ed|e?s)|hit|topped)"
"""Before a figure that ends its clause."""
BEFORE_SHARE = r"(?:by|only|just|nearly|than|at|rose|fell|grew|reached|up|down)"
UNIT_WORDS = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|km|f(?:oo|ee)t|inch"
    r"|acres?|hectares?|tons?|tonnes?|pounds?|points?|member|man|woman|person|seat(?:er)?|page|bed|bedroom|room|stor(?:e?y|ied)|times?|goals?|game|lap|hole|degrees?|percent|fold|strong)"
)
UNITS_AFTER = (
    r"(?:km|kilomet(?:er|re)s|met(?:er|re)s|miles|kilograms|kilos|tons|tonnes|hectares|acres|degrees|litres|lit(?:er|re)s"
    r"|euros|dollars|pounds|percent|per\scent|million|billion|trillion)"
)
"""Words that begin no sentence, in lower case, after a figure and a stop."""
SCORED = r"(?:[Mm]agnitude(?:\sof|-)?|(?:average|score|rating|median|rate|mark|grade)\sof)"
"""What one number with a decimal follows."""
BEFORE_DECIMAL = r"(?:by|to|of|at|from|about|than|nearly|only|just|fell|rose|grew|up|down|another|with)"
OPENERS = r"(?:Some|About|Nearly|Almost|Around|Over|Roughly|Only|Another|With|In)"
REACH = 20
BEFORE_YEAR = r"(?:in|since|until|till|by|before|after|of|from|during)"


class SplitFigure(PatternRule):
    """A figure is split by a space: “$ 1,900”, “3, 000 people”.

    ## What it does
    Closes the gap after a currency sign and before “%”, in thousands (“1 ,200”, “£189, 500”, “25 000
    residents”), decimals (“3 . 5 percent”, “a magnitude of 6. 3”) and years (“in 19 06”), and deletes a stop
    before a unit (“38. kilometres”). Lists (“200, 300 outside”), tables and a
    sentence that may end there pass.

    ## Why it matters
    Tokenizers leave spaces, and most of Europe has them before “%” and in thousands.

    ## Fix safety
    Safe where nothing but one number can be meant. Unsafe where two numbers may have met.
    """

    expression = (
        rf"(?<!\d{SPACE}?)(?P<sign>\p{{Sc}}){SPACE}+(?=\d)"
        rf"|(?<=\d){SPACE}+(?P<percent>%)(?![\w%]|\s?\d)"
        rf"|(?<![\d.,])(?P<loose>\p{{Sc}}?\d{{1,3}}{SPACE},{SPACE}?\d{{3}})(?![\d]|,\d)"
        rf"|(?<![\d.,])(?P<zeros>\p{{Sc}}?\d{{1,3}}(?:,{SPACE}?\d{{3}})?,{SPACE}000)(?!\d)"
        rf"|(?P<sum>\p{{Sc}}\d{{1,3}},{SPACE}\d{{3}})(?![\d%]|,\d|\s(?:or|to|and)\b)"
        rf"|(?<=\b{LEADS}\s)(?P<led>\d{{1,3}},{SPACE}\d{{3}})(?![\d%]|,\d|\s(?:or|to|and)\b|[.;:!?)”\"]|\Z)"
        rf"|(?<![\d.,])(?P<point>\p{{Sc}}?\d{{1,3}}{SPACE}[.,]{SPACE}?\d{{1,2}})(?={SHARE})"
        rf"|(?<=(?:\b{BEFORE_SHARE}|:){SPACE})(?P<share>\d{{2,3}},{SPACE}\d)(?={SHARE})"
        rf"|(?<=\p{{Ll}}{SPACE})(?P<last>\d{{1,3}},{SPACE}\d{{3}})(?=[.;:!?)”\"]|\Z)"
        rf"|(?<=\d){SPACE}(?P<hyphen>-)(?={UNIT_WORDS}(?:-\p{{Ll}}|\s\p{{Ll}}))"
        rf"|(?:(?<=\b{BEFORE_DECIMAL}\s)|(?=\p{{Sc}}))(?P<stopped>\p{{Sc}}?\d{{1,3}}\.{SPACE}\d{{1,2}})(?={SHARE})"
        rf"|(?<=(?<![\w’'-])\p{{Ll}}+\s)(?<!\b(?:page|part|chapter|section|item|article|option|number)\s)(?P<after>\d{{1,3}}\.{SPACE}\d{{1,2}})(?={SHARE}|{SPACE}{UNITS_AFTER}\b)"
        rf"|(?<=\b{SCORED}\s?)(?P<score>\d{{1,2}}\.{SPACE}\d{{1,2}})(?=[,;:)”]|\.(?:\s|\Z)|\s(?:and|on|in|at|with|hit|struck|has|had|was|that|to|from|for|by|but|as|is)\b)"
        rf"|(?<=[\s(])(?P<unit>\p{{Sc}}?\d[\d,]*(?:\.\d+)?\.)(?={SPACE}{UNITS_AFTER}\b)"
        rf"|(?<=\b{BEFORE_YEAR}\s)(?P<year>(?:1[5-9]"
        rf"|20){SPACE}\d\d)(?=[.,;:)]?(?:\s(?:{any_of(ENGLISH)})\b|\Z)|[.,;)]\s)"
        rf"|(?:(?<=(?:\p{{Ll}}|\A|[“‘\"(—–]|\b{OPENERS}){SPACE}?)(?<![\p{{L}}\d])|(?=\p{{Sc}}))"
        rf"(?P<spaced>\p{{Sc}}?[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+)(?![\w%]|[.,:–-]\d|{SPACE}\d)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY})
    cases = (
        Case("It cost ⟦$ ⟧1,900, up 14⟦ %⟧.", fixed="It cost $1,900, up 14%."),
        Case(
            "It took ⟦1 ,200⟧ sacks to ⟦3, 000⟧ people, ⟦£189, 500⟧, and ⟦1, 250, 000⟧ more.",
            fixed="It took 1,200 sacks to 3,000 people, £189,500, and 1,250,000 more.",
        ),
        Case("Prices rose ⟦3 . 5⟧ percent, not ⟦36 ,3⟧%.", fixed="Prices rose 3.5 percent, not 36.3%."),
        Case("A 17⟦ -⟧year-old won by ⟦1, 250⟧.", fixed="A 17-year-old won by 1,250."),
        Case(
            "It was ⟦2. 7⟧ per cent larger, ⟦38.⟧ kilometres off, with a magnitude of ⟦6. 3⟧ and no harm.",
            fixed="It was 2.7 per cent larger, 38 kilometres off, with a magnitude of 6.3 and no harm.",
        ),
        Case(
            "It came in May 2. 7 per cent left. See part 2. 7 percent stay. With an average of 6. 3 men fell."
        ),
        Case("It fell by ⟦36, 3⟧%.", fixed="It fell by 36.3%.", safety=Safety.UNSAFE),
        Case("⟦15 000⟧ flee; some ⟦30 000⟧ stay.", fixed="15,000 flee; some 30,000 stay."),
        Case("Prices rose by ⟦1. 2⟧ per cent.", fixed="Prices rose by 1.2 per cent.", safety=Safety.UNSAFE),
        Case("It hung there in ⟦19 06⟧, and until ⟦20 11⟧.", fixed="It hung there in 1906, and until 2011."),
        Case(
            "It drew ⟦25 000⟧ residents for ⟦$1 250 000⟧.", fixed="It drew 25,000 residents for $1,250,000."
        ),
        Case(
            "It drew more than ⟦2, 500⟧ hikers, or ⟦12 485⟧ cases.",
            fixed="It drew more than 2,500 hikers, or 12,485 cases.",
            safety=Safety.UNSAFE,
        ),
        Case("It drew 200, 300 people in the age of 40, 100 percent of them in 2014, 200 of them twice."),
        Case("He came on June 1. 10% of the stock went. In 2012. 98 percent left, and 5 $ 3."),
        Case("The rows had 15 20 25 30, a crowd of 20 15-year-olds, and flight 370 239 people."),
        Case(
            "In 2014 -as in May- it sold pages 1, 200. Call 116 000 or 116 123; for those of 29, 8% is due."
        ),
        Case("They paid $100, 200 or 300 for it, and Smith & Co. M&P 15 .223 and 12 500."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\p{{Sc}}{SPACE}+\d|\d{SPACE}+%|\d{SPACE}-{UNIT_WORDS}|\d,?{SPACE},?\d{{1,2}}{SHARE}|\d{SPACE}?,{SPACE}\d{{3}}(?:\D|\Z)|\d{SPACE},\d{{3}}"
            rf"|\d{SPACE}?\.{SPACE}\d{{1,2}}(?:{SHARE}|{SPACE}{UNITS_AFTER}\b)|{SCORED}\s?\d{{1,2}}\.{SPACE}\d|\d\.{SPACE}{UNITS_AFTER}\b"
            rf"|\d{SPACE}\.\d|\b{BEFORE_YEAR}\s(?:1[5-9]|20){SPACE}\d\d\b|\d{SPACE}\d{{3}}(?:\D|\Z)"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        kind = str(match.lastgroup)
        at, text = Range(*match.span()), block.text
        if kind == "hyphen":
            return self._before_hyphen(at, text)
        if kind in ("sign", "percent"):
            gap = Range(match.end(kind), at.end) if kind == "sign" else Range(at.start, match.start(kind))
            where = f"after “{match[kind]}”" if kind == "sign" else "before “%”"
            return Finding(at, f"space {where}: delete it", (Change(gap, ""),))
        if kind == "unit":
            message = "full stop between a figure and its unit: delete it"
            return Finding(at, message, (Change(Range(at.end - 1, at.end), ""),))
        safety = self._trust(kind, at, text)
        if safety is None:
            return None
        written = regex.sub(SPACE, "," if kind == "spaced" else "", match[kind])
        if kind in ("point", "share"):
            written = written.replace(",", ".")
        return Finding(at, f"figure split by a space: use “{written}”", (Change(at, written),), safety=safety)

    @staticmethod
    def _before_hyphen(at: Range, text: str) -> Finding:
        """A space between a figure and a hyphen: “17 -year-old”."""
        is_year = pattern(r"(?:1[5-9]|20)\d\d").search(text, max(at.start - 4, 0), at.start)
        gap = Range(at.start, at.end - 1)
        safety = Safety.UNSAFE if is_year else None
        return Finding(at, "space before a hyphen: delete it", (Change(gap, ""),), safety=safety)

    @staticmethod
    def _trust(kind: str, at: Range, text: str) -> Safety | None:
        """How surely the parts are one number; None if doubtful."""
        figure = at.of(text)
        has_sign = not figure[0].isdigit()
        noun = counted_after(text, at.end) or pattern(MEASURED).match(text, at.end)
        if kind == "last":
            if names_a_thing(text, at.start):
                return None
            before = text[max(at.start - REACH, 0) : at.start]
            sure = pattern(rf"\b{BEFORE_LAST}\s\Z").search(before) is not None
        elif kind == "spaced":
            is_round = figure.endswith("000")
            if not has_sign and not (noun or is_round):
                return None
            if not has_sign and names_a_thing(text, at.start):
                return None
            sure = figure.endswith("000") or " " not in figure or (has_sign and not noun)
        elif kind in ("sum", "led"):
            if kind == "led" and not noun:
                return None
            sure = kind == "sum" and not noun
        else:
            sure = kind != "share" and (kind != "stopped" or has_sign)
        return Safety.SAFE if sure else Safety.UNSAFE
