from __future__ import annotations

import regex

from newslint.lexicon.amounts import CODE, CURRENCY, SCALE, SIGN
from newslint.lexicon.months import MONTH
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope, pattern
from newslint.text.figures import is_in_foreign_quotation

COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
SUM = r"\p{Sc}?\d[\d.,]*"
MATCH_NOUN = (
    r"(?:win|victory|defeat|loss|draw|lead|triumph|tie|stalemate|thrashing|rout|deficit|comeback|scoreline"
    r"|on\s(?:penalties|aggregate)|after\s(?:extra\stime|penalties)|in\sextra\stime|at\shalf-?time)"
)
BEATEN = (
    r"(?:beat(?:s|en|ing)?|defeat(?:ed|s|ing)|thrash(?:ed|es|ing)|edg(?:ed|es|ing)|overc[oa]me|outplayed"
    r"|trounced)"
)
WON = (
    r"(?:won|wins?|lost|loses?|drew|led|leads?|trail(?:ed|s)|finished|ended|tied|equali[sz]ed|ahead|behind"
    r"|victory|(?:score(?:line)?|result)\s(?:was|of|is)|made\sit)"
)
RESULT = r"with(?:\sa\s(?:score|result)\sof)?"
GAME = r"(?:match|game|tie|final|series|first|second|last|opening|opener)"
TEAM = r"(?:\s\p{Lu}[\p{L}’'.-]*){1,4}"
PLAYED = (
    rf"(?:\b{WON}(?:\s(?:it|to|by|at|{RESULT}|home|away|again|narrowly|comfortably|level|(?:the|their)\s{GAME})){{0,3}}"
    rf"|\b(?:{BEATEN}|(?:won|lost|drew|win|loss|draw|defeat|victory)\s(?:to|with|against|over)(?:\sthe)?){TEAM}"
    r"|\d[:-]\d,)"
)
"""Before a score; the second figure of a time has two digits."""
RATIO = r"\b(?:ratio|odds|outnumber\w*|leverage|degree|verse|chapter|psalm|margin)\b"
MIXED = (
    r"(?:year|month|week|day|hour|minute|mile|inche?|foot|feet|acre|percent|per\scent|percentage|point|pound|length|time|lap"
    r"|game|run|goal|million|billion|stor(?:y|ey)|storie)s?"
)
DATED = r"\s(?:19|20)\d\d\b|[,;:)]|\.?\Z"
"""After the month of a date."""
AFTER_AGE = r"\s(?:at|when|and|in|but|or|on|who|if|as|while|now|today|to|by|because|for|with|is|was|has)\b"
"""After an age that no noun follows: “was 20-years-old at the time”."""
AFTER_YEAR = (
    r"[,;:)]|\.?(?:\Z|\s(?:\p{Lu}"
    r"|(?:during|when|after|before|because|as|with|at|on|in|by|while|for|the|he|she|it|they)\b))"
)
"""What follows a year that is no count: “in August 2,019 people died”."""
IN_YEAR = r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|\p{Lu}\p{Ll}+)\s\Z"
REACH = 60
DAYS = (
    r"(?:3[01]\sFebruary|February\s3[01]"
    r"|31\s(?:April|June|September|November)|(?:April|June|September|November)\s31)"
)


class FigureForm(PatternRule):
    """A figure has a broken or foreign form: “310’000”.

    ## What it does
    Mends thousands with an apostrophe, “14 percents”, scales and signs said twice (“pounds £60”, “minus -9”,
    “more than over 50”), “one and half million”, “2O16” with a letter, “1974 yr.”, “4-years-old”, “nº 2”,
    “Nr. 7”, “4. November”, “90ies”, “15.30 o’clock”, scores with a colon, “21/2 hours”, “30,- euros”,
    “20182019”, “aged 91 years old”, “in 2,019 after”, a lost decimal mark (“$4 5 million”), and
    reports days that do not exist (“31 June”).

    ## Why it matters
    Each language writes figures in its own way, and engines copy them or write sign and word.

    ## Fix safety
    Safe for prices, years and numbers of which only one reading is possible. Unsafe elsewhere: a figure may
    have lost a digit as well, and scores with a colon may be the style of the house.
    """

    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset(
        {Protected.NUMBERS, Protected.CURRENCY, Protected.DATES, Protected.NAMES, Protected.NEGATIONS}
    )
    expression = (
        r"(?<![\w.,’'])\p{Sc}?[1-9]\d{0,2}(?P<apostrophe>[’'`])\d{3}(?:[’'`]\d{3})?(?![\w’'])"
        r"|(?<=\d)(?P<percents>\sper\s?cents)\b"
        r"|(?<=\d(?:m|bn|k))(?P<scale>\s(?:million|billion|thousand)s?)\b"
        r"|\b(?P<currency>(?:pounds|dollars|euros)\s)(?=[£$€]\d)"
        r"|\b(?P<minus>[Mm]inus\s)(?=[-–−]\d)"
        rf"|\b(?P<hedge>more\sthan\s(?=(?:over|above)\s{SUM})|(?:nearly|almost)\s(?=(?:about|around|nearly|almost)\s{SUM})|approximately\s(?=about\s{SUM})|about\s(?=approximately\s{SUM}))"
        rf"|\b{COUNT}\sand(?P<half>\s)half(?=\s(?:million|billion|years|hours|months|weeks|days|times|percent|per\scent|an\shour)\b)"
        r"|(?<!\w)(?:[12](?=\d{0,2}[Oo])[\dOo]{3}|[1-9][\d,]*O[\dO,]*(?=\s?%|\s\p{Ll}{3}))(?!\w)(?P<letter>)"
        rf"|(?<!\w)(?:[lI]\d(?=\s(?:{MONTH})\b)|(?<=\b(?:{MONTH})\s)[lI]\d)(?!\w)(?P<letter>)"
        rf"|(?<=\b(?:{MONTH})\s)(?P<grouped_year>1,[5-9]\d\d|2,0[0-4]\d)(?![\w%]|[.,]\d)(?={AFTER_YEAR})"
        rf"|(?<=\d\s?|\d\s{SCALE}\s)(?P<coins>(?:yen|yuan|baht|renminbi|won|ringgit)s)\b"
        r"|(?<=\b[Ii]n\sthe\s)(?P<decade_of>years\s(?:19|20)\d0)(?![\w–/-]|[.,]\d|,?\s(?:and|or|to|through|until|till)\b)"
        r"|(?<=\b(?:landed|jumped|leapt|threw|cleared|jump|leap|throw|height|distance|mark|best|record)\s(?:at\s|of\s|with\s)?)"
        r"(?P<metres>\d{1,2}m\d\d)(?!\w|[.,]\d)"
        r"|(?<=\b(?:19|20)\d\d)(?P<yr>\s(?:yr\.?|y\.))(?!\w)"
        r"|(?<![\w.,-])(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)(?P<age>[\s-]years-old)(?=\s\p{L})"
        r"|(?<!\w)(?P<ordinal>[Nn][º°]\.?\s?|[Nn]r\.?\s?|№\s?|[Nn]úm\.\s)(?=\d)"
        rf"|(?<=\b(?:day,|[Oo]n|until|before|since|from|by)\s)(?:[12]?\d|3[01])(?P<stop>\.)\s(?:{MONTH})\b"
        rf"|(?<![\w.,])(?:[12]?\d|3[01])(?P<dayof>\sday\sof)\s(?:{MONTH})\b"
        r"|(?<![\w.,])(?:[12]\d)?\d0(?P<decade>-?(?:ies|ties))\b"
        r"|(?<![\d.,])[012]?\d[.:][0-5]\d(?P<oclock>\so[’']clock)\b"
        rf"|(?<![\d.,:-])\d{{1,2}}(?P<score>\s?:\s?(?!\d\d)|\s-|--)\d{{1,2}}(?=\s{MATCH_NOUN}\b)"
        rf"|(?<={PLAYED}\s\(?)\d{{1,2}}(?P<scored>\s?:\s?)\d(?![\d:]|[.,]\d)"
        rf"|(?<=\b(?:won|lost|drew|{BEATEN})\s)\d{{1,3}}(?P<long_score>:)\d{{2,3}}(?=[.,]?\s(?:against|over|in\s(?:the|over)))"
        rf"|(?<![\d/.,]|\p{{Sc}})[1-9]\d?(?P<mixed>)(?:1/2|1/4|3/4|1/3|2/3)(?=[\s-]{MIXED}\b)"
        rf"|(?<=\d)(?P<cents>[.,](?:--?|[–—]))(?=\s?(?:{SIGN}|(?:{CODE}|{CURRENCY})\b))"
        rf"|(?<={SIGN}\s?\d{{1,6}})(?P<cents>,-|\.-|,–|\.–)(?=[\s.;)]|\Z)"
        r"|(?<!\d)(?P<first>(?:19|20)\d\d)(?P<years>)(?P<second>(?:19|20)\d\d)(?!\d)"
        r"|\b(?:[Aa]ged|[Aa]t\sthe\sage\sof)\s(?:\d{1,3}|\p{Ll}+(?:-\p{Ll}+)?)(?P<aged>[\s-]years?[\s-](?:old|of\sage))\b"
        r"|\b(?:[Ii]n|[Ss]ince|[Uu]ntil)\s(?P<year_marked>1,9\d\d|2,0[0-4]\d)(?![\w%]|[.,]\d)"
        rf"(?={AFTER_YEAR})"
        r"|(?P<lost>\p{Sc}\d{1,3}\s\d{1,2})(?=\s?(?:million|billion|trillion|m|bn)\b)"
        r"|(?<=\d0s)(?P<said>\syears)(?=[.,;:)]|\s(?:and|when|in|as|by|the|but|with|for)\b|\Z)"
        r"|(?<=\d)(?P<marks>\.,|,\.)(?=\d)"
        rf"|(?<![\w.,:/-])(?<!\b(?:{MONTH})\s)(?P<misgrouped>[1-9]\d{{0,2}},\d{{4}})(?![\w,:/-]|\.\d)"
        rf"|(?<![\w.])(?P<day>{DAYS})(?!\d)"
    )
    cases = (
        Case(
            "It weighs ⟦310’000⟧ kilograms and drew ⟦more than ⟧over 50.",
            fixed="It weighs 310,000 kilograms and drew over 50.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It cost $46m⟦ million⟧, or ⟦pounds ⟧£60, at ⟦minus ⟧-9C, and 14⟦ percents⟧ of it is lost.",
            fixed="It cost $46m, or £60, at -9C, and 14 percent of it is lost.",
        ),
        Case("It took ⟦one and half⟧ years.", fixed="It took one and a half years."),
        Case(
            "In 1974⟦ yr.⟧ a ⟦4-years-old⟧ boy came.",
            fixed="In 1974 a 4-year-old boy came.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "In ⟦2O16⟧, on ⟦4. November⟧, block ⟦Nr. ⟧7 cost 30⟦,-⟧ euros.",
            fixed="In 2016, on 4 November, block No. 7 cost 30 euros.",
        ),
        Case(
            "On ⟦l5⟧ May it cost 30 billion ⟦yens⟧ and ⟦1O,000⟧ pins.",
            fixed="On 15 May it cost 30 billion yen and 10,000 pins.",
            plain=True,
        ),
        Case(
            "It sank in May ⟦2,019⟧ during a storm.",
            fixed="It sank in May 2019 during a storm.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "He sang in the ⟦years 1990⟧ with her and landed at ⟦8m41⟧. Hull won with ⟦3:1⟧.",
            fixed="He sang in the 1990s with her and landed at 8.41m. Hull won with 3-1.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "In August 2,019 people died, in the years 1990 to 1995, in the years 1990-95; runs 5m30 a mile."
        ),
        Case(
            "She died ⟦aged 91 years old⟧, and he ⟦at the age of sixty-two years old⟧.",
            fixed="She died aged 91, and he at the age of sixty-two.",
        ),
        Case(
            "It split up ⟦in 2,019⟧ after a row, and raised ⟦$4 5⟧ million.",
            fixed="It split up in 2019 after a row, and raised $4 5 million.",
            safety=Safety.UNSAFE,
        ),
        Case("In 2,019 homes the power failed. It ended in 1,950 votes for her, of those aged 18 and over."),
        Case("It sold ⟦10,0000⟧ hats by June 1,1990."),
        Case(
            "Hull won ⟦3:1⟧, beat Leeds ⟦1:0⟧, trailed ⟦2:1⟧ and drew ⟦3:3⟧ after penalties.",
            fixed="Hull won 3-1, beat Leeds 1-0, trailed 2-1 and drew 3-3 after penalties.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "On ⟦4. November⟧ and ⟦2 day of April⟧, as in the ⟦90ies⟧, it closed at ⟦15.30 o’clock⟧.",
            fixed="On 4 November and 2 April, as in the 90s, it closed at 15.30.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Delays of ⟦21/2⟧ hours marked ⟦31 June⟧ in the 1970s⟦ years⟧ and the ⟦20182019⟧ season.",
            fixed="Delays of 2 1/2 hours marked 31 June in the 1970s and the 2018-2019 season.",
            safety=Safety.UNSAFE,
        ),
        Case("It is 5’10, at 3:15 win or lose, of 310,000 and 14 percent; 4 is more than 3. November came."),
        Case("She won a 2:1 in law; 2:1 is the ratio, read John 3:1, at 9:15; odds of 3:1; 21/2 is due."),
        Case("They are 4 years old, half of one and half of another, H2O and 20 mins."),
    )

    @property
    def trace(self) -> str:
        return (
            r"\d[’'`]\d{3}|\d\sper\s?cents\b|\d(?:m|bn|k)\s(?:million|billion|thousand)|(?:pounds|dollars|euros)\s[£$€]"
            r"|inus\s[-–−]\d|more\sthan\s(?:over|above)\s[\p{Sc}\d]|(?:nearly|almost|approximately|about)\s(?:about|around"
            r"|nearly|almost|approximately)\s[\p{Sc}\d]|\sand\shalf\s|\d[\d,]*[Oo][\d,Oo]*\s?(?:%|\W|\Z)|[12]\d?[Oo]\d|\d\s(?:yr\b|y\.)|years-old|[Nn][º°]"
            rf"|\d\.\s(?:{MONTH})|day\sof\s(?:{MONTH})|0-?(?:ies|ties)\b|[.:]\d\d\so[’']clock"
            rf"|\d(?:\s?:\s?|\s-|--)\d{{1,2}}\s{MATCH_NOUN}|\d\s?:\s?\d(?:\D|\Z)|(?:won|lost|drew|{BEATEN})\s\d{{1,3}}:\d\d|\d1/[234]|\d[23]/[34]"
            rf"|\d[.,][-–—]|(?:19|20)\d\d(?:19|20)\d\d|\d0s\syears|[Nn]r\.?\s?\d|№|[Nn]úm\.|\d(?:\.,|,\.)\d|{DAYS}"
            rf"|\b[lI]\d\s(?:{MONTH})|(?:{MONTH})\s(?:[lI]\d|[12],\d{{3}})|(?:yen|yuan|baht|renminbi|won|ringgit)s\b"
            r"|n\sthe\syears\s\d{3}0|\s\d{1,2}m\d\d(?:\D|\Z)|\d,\d{4}(?:\D|\Z)"
            r"|(?:ged|age\sof)\s[\p{Ll}\d-]+[\s-]years?[\s-](?:old|of\sage)\b|\b(?:[Ii]n|[Ss]ince|[Uu]ntil)\s[12],\d{3}"
            r"|\p{Sc}\d{1,3}\s\d{1,2}\s?(?:million|billion|trillion|m|bn)\b"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        group = next(name for name in GROUPS if match[name] is not None)
        at, place = Range(*match.span()), Range(*match.span(group))
        if at.start == at.end:
            at = place
        if group in ("day", "misgrouped"):
            fault = "is no day of the calendar" if group == "day" else "has a comma after the wrong digit"
            return Finding(at, f"“{match[0]}” {fault}")
        if group == "lost":
            whole, part = match["lost"].split()
            return Finding(
                at,
                f"“{match[0]}”: is a decimal mark lost?",
                suggestions=(f"{whole}.{part}", f"{whole}{part}"),
            )
        before, after = block.text[max(at.start - REACH, 0) : at.start], block.text[at.end : at.end + REACH]
        if _is_right(group, match, before + after) or (
            group in ("cents", "ordinal") and is_in_foreign_quotation(at, block)
        ):
            return None
        safety = None if _is_sure(group, match, before, after) else Safety.UNSAFE
        if group in ("apostrophe", "letter"):
            written = regex.sub("[’'`]", ",", match[0]).translate(LETTERS)
            fault = "use commas for thousands:" if group == "apostrophe" else "letter in a figure: use"
            return Finding(at, f"{fault} “{written}”", (Change(at, written),), safety=safety)
        right, said = _right(group, match), match[group].strip()
        message = f"“{said or match[0]}” does not belong in this figure"
        if right.strip() and group in JOINED:
            joined = at.of(block.text)
            written = joined[: place.start - at.start] + right + joined[place.end - at.start :]
            message = f"broken figure: use “{written}”"
        elif right.strip():
            message += f": use “{right.strip()}”"
        return Finding(at, message, (Change(place, right),), safety=safety)


SURE = frozenset({"aged", "cents", "coins", "percents", "minus", "half"})
"""Groups with one reading only."""
LETTERS = str.maketrans("OolI", "0011")
"""Digits that a scanner took for letters."""
JOINED = ("score", "scored", "long_score", "years")
"""Groups between two figures."""
GROUPS = [
    *(
        "apostrophe",
        "grouped_year",
        "aged",
        "year_marked",
        "lost",
        "coins",
        "decade_of",
        "metres",
        "percents",
    ),
    *("scale", "currency", "minus", "hedge", "half", "letter", "yr", "age", "ordinal", "stop", "dayof"),
    *("decade", "oclock", "score", "scored", "long_score", "mixed", "cents", "years", "said", "marks"),
    *("misgrouped", "day"),
]


def _is_right(group: str, match: regex.Match[str], around: str) -> bool:
    """Whether a figure is right: a ratio, or separate years."""
    if group in ("scored", "long_score"):
        return pattern(RATIO).search(around) is not None
    return group == "years" and int(match["second"]) != int(match["first"]) + 1


def _is_sure(group: str, match: regex.Match[str], before: str, after: str) -> bool:
    """Whether only one reading of a figure is possible."""
    if group == "letter":
        is_year = len(match[0]) == len("2024") and pattern(IN_YEAR).search(before) is not None
        return is_year or pattern(r"[lI]\d|[1-9][\dO]{0,2}(?:,[\dO]{3})+").fullmatch(match[0]) is not None
    if group == "stop":
        return before.endswith("n ") and pattern(DATED).match(after) is not None
    shown = {
        "ordinal": (r"(?:\A|\p{Ll}\s|[(“])\Z", before),
        "currency": (r"(?<![\d%]\s|\b(?:million|billion|hundred|thousand)\s)\Z", before),
        "scale": (r"\d(?:m|bn)\Z", before if match[group].strip()[:1] in before[-2:] else ""),
    }
    expression, text = shown.get(group, (r"\A", "") if group in SURE else ("(?!)", ""))
    return pattern(expression).search(text) is not None


def _right(group: str, match: regex.Match[str]) -> str:
    """The replacement of a group."""
    if group == "ordinal" and pattern(r"\d+(?:,|\s(?:and|to))\s\d").match(match.string, match.end(group)):
        return "Nos. "
    if group in ("percents", "coins"):
        return match[group][:-1]
    if group in ("grouped_year", "year_marked"):
        return match[group].replace(",", "")
    if group == "decade_of":
        return match[group].split()[1] + "s"
    if group == "metres":
        return match[group].replace("m", ".") + "m"
    return {
        "half": " a ",
        "age": " years old" if pattern(AFTER_AGE).match(match.string, match.end()) else "-year-old",
        "ordinal": "No. ",
        "decade": "s",
        "score": "-",
        "scored": "-",
        "long_score": "-",
        "years": "-",
        "mixed": " ",
        "marks": ".",
    }.get(group, "")
