from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.english_words import is_word
from newslint.lexicon.function_words import ENGLISH
from newslint.lexicon.given_names import given_name
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    PatternRule,
    Protected,
    Range,
    Scope,
    any_of,
    pattern,
)
from newslint.text.galleries import is_in_gallery
from newslint.text.repeats import repeating

SURNAME = r"(?:(?<=\A|[”\",.]\s)|(?<=\p{Ll}\s))(?P<alone>\p{Lu}\p{Ll}{4,})"
SPEAKS = r"(?=\s(?:said|says|told|added|wrote|tweeted|replied|explained)\b)"
NATION = rf"(?:{any_of(column('nations', 1))})"
NATIONS = frozenset(map(str.encode, column("nations", 1)))
ENDS = any_of(words_of("prepositions", "conjunctions", "relatives") | {"to"})
OWNER = rf"(?:\s(?!(?:{ENDS})\b)\p{{Ll}}[\p{{Ll}}-]+){{1,3}}"
"""One to three words between a nationality and a name, none of which ends a phrase."""
FULL_NAME = r"(?<=(?<![\p{L}’'-])(?P<first>\p{Lu}\p{Ll}+)\.?\s)(?P<family>\p{Lu}\p{Ll}{2,})"

NATION_TWICE = rf"\b(?P<nation>{NATION}){OWNER}\s(?P=nation)\s\p{{Lu}}\p{{Ll}}"


class DoubleName(PatternRule):
    """A name, acronym or weekday is doubled: “Jim Jim Varney”.

    ## What it does
    Drops the second copy, also of a surname that the article has with a given name, and of a nationality
    (“the French carmaker French Vauclin”). Double names (“Duran Duran”) pass.

    ## Why it matters
    A link around a name is translated apart from its sentence, and both contain the name.

    ## Fix safety
    Unsafe: names may be double.
    """

    may_change = frozenset({Protected.NAMES, Protected.DATES})
    expression = (
        r"(?<=\p{Ll}{2},?\s)(?P<name>\p{Lu}{3,})(?P<again>\s(?P=name))(?=[’']s\b|,?\s\p{Ll}{2}|[.;!?])"
        r"|(?<!\p{L}day\s)\b(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<again>\s(?P=name))(?!\s\p{Lu}|\p{L})"
        rf"|{FULL_NAME}(?P<again>\s(?P=family))(?=[.,;]|\s\p{{Ll}}{{2}})"
        rf"|{SURNAME}(?P<again>\s(?P=alone)){SPEAKS}"
        rf"|(?<![\p{{L}}’'-])(?P<nation>{NATION}){OWNER}(?P<again>\s(?P=nation))(?=\s(?P<owned>\p{{Lu}}\p{{Ll}}{{2,}}))"
        r"|(?<![\p{L}’'-])(?P<given>\p{Lu}\p{Ll}{2,})(?P<again>\s(?P=given))(?=\s\p{Lu}\p{Ll})"
    )
    trace = ""
    scope = Scope.DOCUMENT
    cases = (
        Case("The coach, ⟦Jim Jim⟧ Varney, left.", fixed="The coach, Jim Varney, left."),
        Case(
            "Envoys of ⟦NATO NATO⟧’s left on ⟦Monday Monday⟧ in rain.",
            fixed="Envoys of NATO’s left on Monday in rain.",
        ),
        Case("On ⟦Monday Monday⟧, 14 mowers left.", fixed="On Monday, 14 mowers left."),
        Case("The vet, Aileen ⟦Kerr Kerr⟧ said, left.", fixed="The vet, Aileen Kerr said, left."),
        Case("Mr ⟦Holm Holm⟧ left.", fixed="Mr Holm left."),
        Case(
            "It rained all day, ⟦Wilczek Wilczek⟧ told us. Zora Wilczek won, Bing Bing said. Fang Fang left.",
            fixed="It rained all day, Wilczek told us. Zora Wilczek won, Bing Bing said. Fang Fang left.",
        ),
        Case(
            "The ⟦French carmaker French⟧ Vauclin left the Czech team Czech Airlines.",
            fixed="The French carmaker Vauclin left the Czech team Czech Airlines.",
        ),
        Case("They saw Duran Duran play on Bora Bora Island in New York, New York, on Monday."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        repeated = set(repeating(document.texts, document.encoded_text, _may_be_name))
        if any(document.capitals.words[nation] > 1 for nation in NATIONS & document.capitals.words.keys()):
            repeated |= {n for n, text in enumerate(document.texts) if pattern(NATION_TWICE).search(text)}
        return super().check(document, [document.blocks[n] for n in sorted(repeated)])

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        name = match["given"] or match["family"] or match["name"] or match["alone"] or match["nation"]
        if match["first"] and not (
            given_name(match["first"]) or match["first"] in words_of("forms_of_address")
        ):
            return None
        if is_in_gallery(block.text, match.start()):
            return None
        if match["given"] and not given_name(name):
            return None
        if match["alone"] and not _is_surname(name, block.document.texts):
            return None
        if match["owned"] and is_word(match["owned"].lower()):
            return None
        change = Change(Range(*match.span("again")), "")
        return Finding(
            Range(match.start("family") if match["family"] else match.start(), match.end()),
            f"repeated name “{name}”",
            (change,),
        )


def _is_surname(name: str, texts: Sequence[str]) -> bool:
    """Whether the article has a name after another, and doubles it only once."""
    full = pattern(rf"\b(?!{name}\b)\p{{Lu}}\p{{Ll}}+\s{name}\b")
    doubled = f"{name} {name}"
    return any(full.search(text) for text in texts) and sum(text.count(doubled) for text in texts) == 1


def _may_be_name(word: str) -> bool:
    """Whether a lower-case word is no function word."""
    return word not in ENGLISH
