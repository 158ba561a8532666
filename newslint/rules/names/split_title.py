from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from msgspec import Struct

from newslint.lexicon.classes import column, entries, words_of
from newslint.lexicon.not_names import OPENERS
from newslint.lexicon.titles import HEADS, MODIFIERS, TAILS
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    any_of,
    pattern,
)
from newslint.text.galleries import is_in_gallery
from newslint.text.names.capitals import nation_expression

NAMES_TOO = frozenset(
    {"Major", "Judge", "King", "Prince", "Chair", "Dean", "Constable", "Warden", "Justice", "Bishop", "Pope"}
    | {"Abbot", "Marshal", "Baron", "Earl", "Duke", "Deacon", "Prior"}
)
"""Titles that are also names: “Major Major”."""
HEAD = f"(?:{any_of(HEADS)})"
MODIFIER = f"(?:{any_of(MODIFIERS)})"
TAIL = f"(?:{'|'.join(TAILS)})"
OFFICE = f"(?:{any_of(HEADS - words_of('forms_of_address'))})"
SMALL = any_of(
    {word.lower() for word in words_of("leading_modifiers", "ministries")} - {"former", "chief", "home"}
)
SMALL_HEADS = "minister|secretary|president|mayor|governor|chancellor|premier|ambassador|prosecutor"
BOTH_FORMS = "|".join(
    rf"{short[:-1]}\.?(?P<cut>\s{full})|{full}(?P<cut>\s{short[:-1]}\b\.?)"
    for short, full in (*entries("title_abbreviations"), ("Mr.", "Mister"), ("Pres.", "President"))
)
"""A title shortened and in full."""
RULERS = "Minister|Secretary|President|Premier|Chancellor|Governor|Mayor|King|Queen|Commissioner|Ambassador"
OF = r"\s(?:of|for)\s(?:the\s)?"
OF_COUNTRY = "|".join(
    rf"{nation}\s(?:(?:Prime|Vice|Foreign|Defen[cs]e|Finance)\s)?(?:{RULERS})(?P<cut>\sof\s(?:the\s)?{country})"
    for country, nation, *_ in entries("nations")
)
"""A nationality before an office and its country after it."""

NAME = r"\p{Lu}[\p{L}\p{M}’'-]+(?!\s(?:Ltd|Inc|Corp|plc|Co)\b)"
ALONE = r"(?<![\p{L}’'-])"
OPENS = r"(?=\p{Lu})(?:(?<=\A)|(?<=\p{Ll}\p{Ll}[.!?][”’\"']?\s)(?<!\b(?:Mrs?|Ms|Dr)\.\s))"
"""The beginning of a sentence with a capital, after a stop that can end one."""
LEAD = (
    r"(?P<lead>(?i:\b(?:the|a|an|as|was|is|are|be|been|become|becomes|became|named|elected|appointed"
    r"|of|to|for)"
    r"\s))"
)
"""Words before a title that may end a sentence: “She saw the Secretary of State. Secretary Kerry said no.”"""
AFTER = r"(?<=\b(?:by|with|from|against|that|when|while|because|but|met|told|Afterwards|Later|Then)\s)"
NO_ARTICLE = (
    r"(?<=\p{Ll}\s)(?<!\b(?:the|an?|his|her|their|its|our|my|your|this|that|every|any|no)\s(?:\p{L}+\s)?)"
    r"(?<!\b(?:as|be|been|become|becomes|became|named|elected|appointed|of|to|for)\s)"
)
"""Words before a title that begin something which no title without an article ends."""
PLACE = r"(?P<lead>\b(?:the|at|in|from|of|for|to|with|and)\s)"

RESTATED = r",\sthe\s(?:(?:country|city|nation|state|company)[’']s\s)?"
"""Text between a name with its title and the title once more."""
GENERALS = ("Attorney", "Solicitor", "Secretary", "Surgeon", "Governor", "Inspector", "Director")
PARTY = "Conservative|Labour|Tory|Democratic|Republican|Liberal|Green|Socialist|Independent"
LOWER = (
    "coach|minister|president|coordinator|governor|secretary|mayor|senator|chief|director|bishop"
    "|judge|captain|chairman|chairwoman"
)
TWICE = any_of(
    {f"{word} {word}" for word in HEADS | MODIFIERS | column("nations", 1)}
    | {f"{head}, {head}" for head in HEADS if len(head) > 6}
)
SURROUNDED = any_of({head for head in HEADS - words_of("forms_of_address") if "." not in head} | {"General"})
COURTESIES = frozenset({"Dr", "Mr", "Mrs", "Ms", "Miss"})
"""Titles that a stop may follow anyway."""
COURTESY = f"(?:{any_of(COURTESIES)})"
TRACE = (
    rf"(?:(?:{any_of(HEADS - COURTESIES)}){TAIL}?|{COURTESY}{TAIL})"
    r"\.\s\p{Lu}\p{Ll}+(?:[.,]?\s\s?[\p{L}\d]|\.)"
    rf"|{COURTESY}\.\s(?:{MODIFIER}[ -]){{0,3}}{COURTESY}\b"
    rf"|(?:{any_of(words_of('leading_modifiers', 'ministries') | column('nations', 1))})-?\.\s"
    r"\p{Lu}\p{Ll}+\.?\s\p{Lu}"
    rf"|(?:{SMALL})\.\s(?:{SMALL_HEADS})|\bthe\s(?:{SMALL_HEADS}),\s\p{{Lu}}|{TWICE}|\bState\sSecretary\b"
    rf"|Minister\s(?:Prime|Deputy|{any_of(words_of('ministries'))})\s"
    r"|\b(?:of|for)\.\s\p{Lu}|\.\s-?General\b|\bof\s(?:Secretary|Minister|Chief)\b|Premier\sPrime"
    rf"|(?:{HEAD})\s{MODIFIER}\s(?:{HEAD})\s\p{{Lu}}"
    rf"|(?:{SURROUNDED})\s{NAME}(?:\s{NAME})?\s(?:(?:{MODIFIER}|{SURROUNDED})[ -])?(?:{SURROUNDED})"
    rf"(?:\s\p{{Ll}}|[.,;:])|\b(?:{BOTH_FORMS})\s|General\s(?:{any_of(GENERALS)})\sGeneral|(?:{PARTY})\.\s\p{{Lu}}"
    rf"|(?:{LOWER})\.?\s(?:{LOWER.title()})\s\p{{Lu}}|(?:{LOWER})\sof\s\p{{L}}+\s(?:{LOWER})"
    rf"|(?:{LOWER}),\s(?:{LOWER})\sof"
    rf"|\p{{Lu}}\p{{Ll}}+\s(?:{RULERS}){OF}\p{{Lu}}\p{{L}}+(?:\s\p{{Lu}}\p{{L}}+)?\s\p{{Lu}}"
    rf"|(?:{RULERS}){OF}\p{{Lu}}\p{{L}}+(?:\s\p{{Lu}}\p{{L}}+)?\s(?:{RULERS})\s\p{{Lu}}"
    rf"|(?:{RULERS}){OF}\p{{Lu}}\p{{L}}+(?:\sAffairs)?\s\p{{Lu}}\p{{Ll}}+\s(?:{RULERS})\s\p{{Lu}}"
    rf"|{RESTATED}(?:\p{{Ll}}+[ -]){{0,2}}(?i:{OFFICE})(?:[ -]\p{{Ll}}+){{0,2}},\s\p{{Ll}}"
    r"|\b(?:Police|House|Senate|Auxiliary|Assembly|Opposition|State|City)\.\s\p{Lu}"
)
"""A pattern in every split title, far cheaper to search for than titles."""


class Shape(Struct, frozen=True):
    """A pattern of split or repeated titles; `cut` is superfluous in it.

    A match of `sure` makes the fix safe; with a match of `lead`, a sentence may end at the stop.
    """

    expression: str
    safety: Safety = Safety.UNSAFE
    trace: str = ""
    """An expression in all its matches that is found faster."""


@cache
def _shapes() -> tuple[Shape, ...]:
    nation = nation_expression()
    stopped = rf"{HEAD}{TAIL}?(?<!\b(?:Dr|Mrs?|Ms|Miss))\.\s(?!{HEAD}\b)\p{{Lu}}"
    again_after_stop = rf"(?P<last>{HEAD}{TAIL}?)\.\s(?:[^\s-]+[\s-]){{0,3}}(?P=last)"
    again = rf"(?P<last>{HEAD}){TAIL}?\s(?:{MODIFIER}[ -]){{0,3}}(?P=last)"
    again_within_two = r"(?<!\p{L})(?P<word>\p{Lu}\S*+)\s(?:\S+\s){0,2}(?P=word)\s"
    title_after_stop = rf"\.\s(?:{MODIFIER}\s|{HEAD}|MPs?|MSP|TD|Sen\.|Rep\.|Gov\.)"
    lower_again = rf"\b(?P<tail>{LOWER})\.?\s(?i:(?P=tail))\s\p{{Lu}}"
    of_field = rf"(?:{RULERS}){OF}\p{{Lu}}"
    title = rf"(?:{MODIFIER}[ -]){{0,4}}+{HEAD}{TAIL}?+(?![\p{{L}}’'-])"
    return (
        # Latvian Prime Minister. Minister Silina
        Shape(
            rf"{LEAD}?{ALONE}(?P<sure>{nation}\s)?(?P<start>(?:(?:{MODIFIER}|{OFFICE})[ -]){{0,3}})"
            rf"(?P<tail>(?:{MODIFIER}[ -]){{0,3}}{HEAD}{TAIL}?)(?P<cut>\.\s(?P=tail))(?=\s{NAME})",
            trace=again_after_stop,
        ),
        # Foreign. Minister Silina
        Shape(
            rf"{ALONE}(?:{MODIFIER}[ -])*(?:{any_of(words_of('leading_modifiers'))})(?P<cut>-?\.)\s"
            rf"(?:{MODIFIER}\s)?{OFFICE}{TAIL}?\s{NAME}",
            Safety.SAFE,
            trace=rf"(?:{any_of(words_of('leading_modifiers'))})-?\.\s\p{{Lu}}",
        ),
        Shape(
            rf"{PLACE}?{ALONE}(?P<sure>)(?:{any_of(words_of('ministries'))})(?P<cut>\.)\s(?:Minister"
            rf"|Secretary)\s{NAME}",
            trace=r"\.\s(?:Minister|Secretary)\s",
        ),
        # the finance. minister
        Shape(
            rf"(?<=\s)(?:{SMALL})(?P<cut>\.)\s(?:{SMALL_HEADS})\b",
            Safety.SAFE,
            trace=rf"\.\s(?:{SMALL_HEADS})\b",
        ),
        # Secretary of. State, Attorney. General
        Shape(
            rf"{ALONE}(?:Secretary(?:\sof\sState)?|Minister|Director|Chief)\s(?:of"
            rf"|for)(?P<cut>\.)\s\p{{Lu}}\p{{L}}+",
            Safety.SAFE,
        ),
        Shape(
            rf"{ALONE}(?:Attorney|Governor|Solicitor|Secretary|Director|Surgeon|Inspector)(?:-(?P<cut>\.\s)"
            rf"|(?P<cut>\.)\s|(?P<cut>\.\s)-)General\b",
            Safety.SAFE,
        ),
        # met with President. President Novak, met with President. Novak
        Shape(
            rf"(?:{OPENS}|{NO_ARTICLE}|(?<=\p{{Ll}},\s))(?P<opens>)"
            rf"(?P<tail>(?:{MODIFIER}[ -]){{0,3}}{OFFICE}{TAIL}?)"
            rf"(?P<cut>\.\s(?P=tail))(?=\s{NAME})",
            trace=again_after_stop,
        ),
        Shape(
            rf"(?:{AFTER}|(?<=[)–—-]\s)){ALONE}(?:{MODIFIER}[ -]){{0,3}}{OFFICE}{TAIL}?"
            rf"(?P<cut>(?<=\p{{L}}{{4}})\.)\s(?!{HEAD}\b)(?P<name>{NAME})(?=\s(?:{NAME}|\p{{Ll}})|[,.])",
            trace=stopped,
        ),
        # Prime Prime Minister Silina
        Shape(
            rf"{ALONE}(?<!\b(?:Minister|Secretary)\s(?:of|for)\s)(?P<tail>{MODIFIER})(?P<cut>\s(?P=tail))(?=\s(?:{MODIFIER}\s){{0,2}}{HEAD}\b)",
            Safety.SAFE,
            trace=again_within_two,
        ),
        # President Novak President
        Shape(
            rf"{ALONE}(?P<start>(?:{MODIFIER}[ -]){{0,3}})(?P<tail>{OFFICE}{TAIL}?)"
            rf"\s(?!{HEAD}\b){NAME}(?:\s(?!{HEAD}\b|The\b){NAME})?"
            rf"(?P<cut>\s(?P=start)(?P=tail))(?=[,.;:]|\s\p{{Ll}})",
            trace=rf"(?P<last>{OFFICE}){TAIL}?\s{NAME}(?:\s{NAME})?\s(?:{MODIFIER}[ -]){{0,3}}(?P=last)",
        ),
        # Italian. President Monti
        Shape(
            rf"{OPENS}(?:{nation}|Former|Acting)(?P<cut>\.)\s(?:{MODIFIER}\s){{0,3}}+{HEAD}\s{NAME}",
            Safety.SAFE,
            trace=title_after_stop,
        ),
        # Police. Chief Eva Mala, Conservative. MP Neil Holm
        Shape(
            rf"{OPENS}(?:{MODIFIER}|{PARTY}|Auxiliary|{nation})(?P<cut>\.)\s(?:{MODIFIER}\s){{0,2}}(?:{HEAD}"
            rf"|MPs?|MSP|TD|Sen\.|Rep\.|Gov\.)\s{NAME}",
            Safety.SAFE,
            trace=title_after_stop,
        ),
        # coach Coach Holm, Offensive coordinator. Coordinator Holm
        Shape(
            rf"{ALONE}(?P<tail>{LOWER})(?P<cut>\s(?i:(?P=tail)))(?=\s(?!{HEAD}\b){NAME})", trace=lower_again
        ),
        Shape(
            rf"{OPENS}\p{{Lu}}\p{{Ll}}+\s(?P<tail>{LOWER})(?P<cut>\.\s(?i:(?P=tail)))(?=\s(?!{HEAD}\b){NAME}\s)",
            trace=lower_again,
        ),
        # minister of wildlife minister, director, director of parks
        Shape(rf"\bthe\s(?P<tail>{LOWER})\sof\s\p{{Ll}}+(?P<cut>\s(?P=tail))(?=[,.])"),
        Shape(rf"\bthe\s(?=(?P<cut>(?P<tail>{LOWER}),\s)(?P=tail)\sof)(?P=tail),\s(?P=tail)\sof\s\p{{Ll}}+"),
        # Prime Minister. Evika Silina
        Shape(
            rf"(?:{OPENS}|(?=\p{{Lu}})(?<=,\s)|{LEAD}{ALONE}{nation}\s|{ALONE}{nation}\s){title}(?P<cut>(?<!\b(?:Dr|Mrs?|Ms|Miss))\.)\s"
            rf"(?!{HEAD}\b){NAME}\s{NAME}",
            trace=stopped,
        ),
        Shape(
            rf"{OPENS}{title}(?P<cut>(?<!\b(?:Dr|Mrs?|Ms|Miss))\.)\s(?!{HEAD}\b){NAME}(?=,\s\d)",
            trace=stopped,
        ),
        # President President Holm, Sen. Senator Holm, Secretary of Secretary Jun, the governor, Governor Holm
        Shape(
            rf"{ALONE}(?P<start>(?:{MODIFIER}[ -]){{0,3}})(?P<tail>(?:{MODIFIER}[ -]){{0,3}}{HEAD}{TAIL}?)"
            rf"(?P<cut>(?<!\bProf\.\sDr\.)\s(?P=tail))(?=\s(?!{HEAD}\b){NAME})",
            Safety.SAFE,
            trace=again,
        ),
        Shape(rf"{ALONE}(?:{BOTH_FORMS})(?=\s{NAME})", Safety.SAFE),
        Shape(
            rf"{ALONE}(?=(?P<tail>{nation})\s)(?P<cut>{nation}\s)(?P=tail)\s(?:{MODIFIER}\s){{0,3}}+{HEAD}\b",
            Safety.SAFE,
            trace=again_within_two,
        ),
        # Defence Minister of Defence Holm, French President of France Holm, Mayor of York Mayor Holm
        Shape(
            rf"{ALONE}(?P<field>\p{{Lu}}\p{{Ll}}+)\s(?:{RULERS})(?P<cut>{OF}(?P=field)(?:\sAffairs)?)(?=\s{NAME})",
            trace=of_field,
        ),
        Shape(rf"{ALONE}(?:{OF_COUNTRY})(?=\s{NAME})", trace=of_field),
        Shape(
            rf"{ALONE}(?P<cut>(?:{RULERS}){OF}(?P<field>\p{{Lu}}\p{{Ll}}+)(?:\sAffairs)?\s)(?P=field)\s"
            rf"(?:{RULERS})(?=\s{NAME})",
            trace=of_field,
        ),
        Shape(
            rf"{ALONE}(?P<tail>{RULERS})\sof\s(?:the\s)?{NAME}(?:\s{NAME})?(?P<cut>\s(?P=tail))"
            rf"(?=\s(?!{HEAD}\b){NAME})",
            trace=of_field,
        ),
        Shape(rf"{ALONE}(?P<cut>(?:Premier|PM)\s)Prime\sMinister(?=\s{NAME})"),
        Shape(rf"{ALONE}(?P<tail>Secretary|Minister|Chief)(?P<cut>\sof\s(?P=tail))(?=\s{NAME})"),
        Shape(rf"{ALONE}(?P<tail>{HEAD})(?P<cut>,\s(?P=tail))(?=\s(?!{HEAD}\b){NAME})"),
        # Finance Minister Holm, the finance minister, said
        Shape(
            rf"{ALONE}(?P<title>(?:{MODIFIER}[ -]){{0,3}}{OFFICE}{TAIL}?)(?:\s{NAME})+"
            rf"(?P<cut>{RESTATED}(?=\p{{Ll}})(?i:(?P=title)),)(?=\s\p{{Ll}})",
            trace=rf"{RESTATED}\p{{Ll}}[\p{{Ll}} -]+,\s\p{{Ll}}",
        ),
        Shape(rf"\bthe\s(?P<cut>(?P<tail>(?i:{SMALL_HEADS})),\s)(?i:(?P=tail))(?=\s(?!{HEAD}\b){NAME})"),
    )


class SplitTitle(Rule):
    """A full stop splits a title, or part of it repeats.

    ## What it does
    Rejoins “Latvian Prime Minister. Minister Evika Silina”, “Foreign. Minister Silina”, “the finance.
    minister” and “Secretary of. State”, and drops the repeated part of “President President Holm”, “Sen.
    Senator Holm” and “Finance Minister Holm, the finance minister, said”. A lower-case title ends a sentence
    and passes, as do “the President. President Obama” and “President Obama. Obama said”.

    ## Why it matters
    Links inside a title are translated separately and joined with a stop.

    ## Fix safety
    Safe inside a title and for a title repeated before a name (6 million words of clean news have neither),
    and after a nationality that has no article or verb before it. Otherwise unsafe: a sentence may end in
    “the British Prime Minister.” and the next begin with another minister.

    ## References
    Study of machine-translated news, artefacts SB03 and TN04.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "He greeted ⟦Latvian Prime Minister. Minister⟧ Evika Silina at the door.",
            fixed="He greeted Latvian Prime Minister Evika Silina at the door.",
        ),
        Case(
            "It was signed by ⟦Swedish Foreign Minister. Foreign Minister⟧ Tobias Billstrom.",
            fixed="It was signed by Swedish Foreign Minister Tobias Billstrom.",
        ),
        Case(
            "Talks with ⟦NATO Secretary General. General⟧ Mark Rutte went on.",
            fixed="Talks with NATO Secretary General Mark Rutte went on.",
        ),
        Case(
            "Next came ⟦Deputy Prime Minister. Minister⟧ Anna Novak with her aides.",
            fixed="Next came Deputy Prime Minister Anna Novak with her aides.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They saw ⟦the Latvian Prime Minister. Minister⟧ Evika Silina arrive.",
            fixed="They saw the Latvian Prime Minister Evika Silina arrive.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "A call to ⟦Prime. Minister Evika⟧ Silina was not returned.",
            fixed="A call to Prime Minister Evika Silina was not returned.",
        ),
        Case(
            "They met ⟦Interior. Minister Novak⟧, and the ⟦finance. minister⟧ left.",
            fixed="They met Interior Minister Novak, and the finance minister left.",
        ),
        Case("The ⟦Secretary of. State⟧ left.", fixed="The Secretary of State left."),
        Case("The Deputy ⟦Attorney. General⟧ left.", fixed="The Deputy Attorney General left."),
        Case("It rained. ⟦Italian. President Monti⟧ left.", fixed="It rained. Italian President Monti left."),
        Case(
            "They met ⟦Sen. Senator⟧ Holm and ⟦Senator Sen.⟧ Lind.",
            fixed="They met Sen. Holm and Senator Lind.",
        ),
        Case(
            "The trip of ⟦Secretary of Secretary⟧ Jun was put off.",
            fixed="The trip of Secretary Jun was put off.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "A letter to ⟦Prime Minister Prime Minister⟧ Orpo was leaked.",
            fixed="A letter to Prime Minister Orpo was leaked.",
        ),
        Case(
            "Envoys met ⟦President President⟧ Holm and ⟦Secretary of State Secretary of State⟧ Marsh.",
            fixed="Envoys met President Holm and Secretary of State Marsh.",
        ),
        Case(
            "The plan came from ⟦Latvian Prime Minister. Evika Silina⟧ in May.",
            fixed="The plan came from Latvian Prime Minister Evika Silina in May.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Aides of ⟦Vice President President⟧ Orpo left.",
            fixed="Aides of Vice President Orpo left.",
        ),
        Case(
            "They met ⟦Chancellor, Chancellor⟧ Holm.",
            fixed="They met Chancellor Holm.",
            safety=Safety.UNSAFE,
        ),
        Case("It rained. ⟦Police. Chief Eva⟧ Mala left.", fixed="It rained. Police Chief Eva Mala left."),
        Case(
            "It rained. ⟦Conservative. MP Neil⟧ Holm left.",
            fixed="It rained. Conservative MP Neil Holm left.",
        ),
        Case(
            "They met the head ⟦coach Coach⟧ Holm.",
            fixed="They met the head coach Holm.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "She is ⟦the minister of parks minister⟧, he ⟦the director, director of parks⟧.",
            fixed="She is the minister of parks, he the director of parks.",
            safety=Safety.UNSAFE,
        ),
        Case("⟦Attorney General Attorney General⟧ Holm left.", fixed="Attorney General Holm left."),
        Case("⟦Gov. Gov.⟧ Holm left.", fixed="Gov. Holm left."),
        Case(
            "They met ⟦Defence Minister of Defence⟧ Holm, ⟦French President of France⟧ Roy, "
            "⟦Minister of Health Health Minister⟧ Lind and ⟦Mayor of York Mayor⟧ Berg.",
            fixed="They met Defence Minister Holm, French President Roy, Health Minister Lind and Mayor of "
            "York Berg.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "⟦Finance Minister Eva Holm, the finance minister,⟧ said so. “It rained,” ⟦President Lind, the "
            "country’s president,⟧ wrote.",
            fixed="Finance Minister Eva Holm said so. “It rained,” President Lind wrote.",
            safety=Safety.UNSAFE,
        ),
        Case("He met President Holm, the president of Chile, and Mayor Lind, the former mayor, left."),
        Case("They met ⟦Prime Prime⟧ Minister Holm.", fixed="They met Prime Minister Holm."),
        Case(
            "He spoke with ⟦President. President⟧ Holm, with ⟦Chancellor. Emil⟧ Kranz and "
            "⟦Foreign Minister Lind Foreign Minister⟧ too.",
            fixed="He spoke with President Holm, with Chancellor Emil Kranz and Foreign Minister Lind too.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "He saw the Latvian Prime Minister. Evika Silina was tired. She became French President. "
            "Anna Novak left."
        ),
        Case("They read of Major Major Holm and met Prof. Dr. Dr. Lind. Chair Chair Ltd is old.", plain=True),
        Case("They waited for President Obama. Obama said nothing."),
        Case("She met the prime minister. Minister Smith said it went well."),
        Case("He called the President. President Obama was asleep."),
        Case("It was sent to the Foreign Minister. Prime Minister Orpo has a copy."),
        Case("“Thank you, Mr. President. President Duda is right.”"),
        Case("She saw the Secretary of State. Secretary Kerry said no. He was acting. Mayor Holm was not."),
    )

    @property
    def trace(self) -> str:
        return TRACE

    def check_block(self, block: Block) -> Iterator[Finding]:
        done: list[Range] = []
        traced = {"": True}
        for shape in _shapes():
            if shape.trace not in traced:
                found = pattern(shape.trace).search(block.text, timeout=PATTERN_SECONDS)
                traced[shape.trace] = found is not None
            if not traced[shape.trace]:
                continue
            for match in pattern(shape.expression).finditer(block.text, timeout=PATTERN_SECONDS):
                finding = self._judge(match, shape)
                if finding and not any(map(finding.at.touches, done)):
                    done.append(finding.at)
                    yield finding

    @staticmethod
    def _judge(match: regex.Match[str], shape: Shape) -> Finding | None:
        groups = match.groupdict()
        tail, start, lead = groups.get("tail"), groups.get("start"), groups.get("lead")
        sure = groups.get("sure") is not None
        opens = groups.get("opens") is not None
        is_cut = "." in match["cut"][:2]
        if groups.get("name") in OPENERS or is_in_gallery(match.string, match.start()):
            return None
        if (tail in NAMES_TOO and not start) or (lead and not tail):
            return None
        if tail and tail[0].isupper() and is_cut and not start and not opens and (lead or not sure):
            return None
        safety = Safety.SAFE if sure and not lead else shape.safety
        text, at, cut = match.string, Range(*match.span()), Range(*match.span("cut"))
        right = text[at.start : cut.start] + text[cut.end : at.end]
        what = "title split by a full stop" if is_cut else "repeated title"
        return Finding(at, f"{what}: use “{right}”", (Change(cut, ""),), safety=safety)
