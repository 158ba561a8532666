from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
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
)
from newslint.text.names.whole_words import is_repeated

TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep", "Gen", "Lt", "U.S", "U.K", "U.N", ")"})
"""Before a stop that ends no sentence, or ends one for certain."""

ADDRESS = ("www.", "http")
OPENER = any_of(word for word in words_of("openers") if word[0].isupper() and word.isalpha())


class MissingSpaceAfterPeriod(PatternRule):
    """A sentence starts without a space after the last one.

    ## What it does
    Adds the space after a stop, a question mark or an exclamation mark, and after a figure or a straight
    quotation mark (“in 2014.The”, “it.”The”). Addresses, file names, handles and names whose first part is
    capitalised (“Kontur.Focus”, “HealthCare.Gov”) pass.

    ## Why it matters
    Scrapers join paragraphs, links are stripped, and engines drop the space between segments.

    ## Fix safety
    Safe after an English word and before one that opens sentences: 193 of 193 in clean news were right. What
    the article has more than once (“net.Server”) passes. Otherwise unsafe: names are written this way too
    (“node.Js”).

    ## Options
    `endings`: what follows the dot in an address.
    """

    endings: frozenset[str] = words_of("address_endings")
    """Text after the dot of an address or a brand, in lower case."""

    expression = (
        r"(?<![^\s“‘(\"'—–-])(?:(?P<before>\p{Ll}[\p{Ll}’'-]*\p{Ll})(?P<stop>[.?!])"
        r"(?P<after>\p{Lu}\p{Ll}++|\p{Lu}(?=[’']\p{Ll}|\s\p{Ll}))(?![.\p{Lu}@/_]\p{L})"
        r"|(?P<before>\p{Lu}\p{Ll}{2,}(?:[’']s)?)(?P<stop>[.?!])(?P<after>\p{Lu}\p{Ll}*)(?=\s\p{L}|,\s)"
        r"|(?P<before>Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|Lt)(?P<stop>\.)(?P<after>\p{Lu}\p{Ll}+)"
        r"|(?P<before>U\.S|U\.K|U\.N|\))(?P<stop>\.)(?P<after>\p{Lu}\p{Ll}+)(?=\s)"
        r"|(?P<before>\p{Ll}{3,})(?P<stop>\.)(?P<after>\p{Lu}{3,})(?=\s\p{Ll})"
        r"|(?P<before>(?:1[89]|20)\d\d|\d{1,3},\d{3}|\d{1,3}%|\d\d)(?P<stop>\.)(?P<after>\p{Lu}\p{Ll}*)(?=\s\p{L}|,\s)"
        r"|(?P<before>\p{Lu}{2,6}s?)(?P<stop>\.)(?P<after>\p{Lu}\p{Ll}+)(?=\s\p{L}|,\s))"
        rf"|(?<![^\s(“‘])(?P<before>(?:www\.|https?://)[\w./-]{{2,120}}?\p{{Ll}}{{2}})(?P<stop>\.)"
        rf"(?P<after>{OPENER})(?=\s\p{{Ll}})"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.URLS})
    cases = (
        Case("Five men face ⟦probes.There⟧ may be more.", fixed="Five men face probes. There may be more."),
        Case(
            "Logs pile up ⟦everywhere.I⟧’m worried, he said.",
            fixed="Logs pile up everywhere. I’m worried, he said.",
        ),
        Case(
            "He took a well-earned ⟦rest.Nobody⟧ minded.", fixed="He took a well-earned rest. Nobody minded."
        ),
        Case("They live in ⟦Oslo.The⟧ town is old.", fixed="They live in Oslo. The town is old."),
        Case(
            "The mill closed in ⟦2014.In⟧ May it burned.", fixed="The mill closed in 2014. In May it burned."
        ),
        Case("They met ⟦Mr.Holm⟧ in town.", fixed="They met Mr. Holm in town."),
        Case("Why did it ⟦burn?Nobody⟧ knows.", fixed="Why did it burn? Nobody knows."),
        Case("The mill was ⟦shut.Brandt⟧ left.", fixed="The mill was shut. Brandt left."),
        Case("He saw a ⟦brontic.Grund⟧ fell.", fixed="He saw a brontic. Grund fell.", safety=Safety.UNSAFE),
        Case("She heads the ⟦CDC.The⟧ post is new.", fixed="She heads the CDC. The post is new."),
        Case("They use Kontur.Focus and HealthCare.Gov at work, and Node.The."),
        Case(
            "The rules are at www.harbor.example/prize⟦.The⟧ vote is in May.",
            fixed="The rules are at www.harbor.example/prize. The vote is in May.",
        ),
        Case("Go to www.Example.org or example.Org for more."),
        Case("Write to anna.Oak@example.org or open notes.Old/list."),
        Case("The U.S.NAVY and will.I.am were there, at 9 a.m.Monday, in St.The."),
        Case("They wrote net.Server and call net.Server often."),
        Case("The package java.util.List was imported; version 2.Beta is out."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        before, after = match["before"], match["after"]
        if before in TITLES or before.startswith(ADDRESS):
            return self._finding(match, certain=True)
        if before == "www" or after.lower() in self.endings:
            return None
        if is_repeated(match[0], block.document):
            return None
        opens = after in words_of("openers") or after == "I"
        if not before.islower() and not opens:
            return None
        if before.lower() in words_of("abbreviations"):
            return None
        return self._finding(match, certain=opens or (is_word(before) and after.istitle()))

    @staticmethod
    def _finding(match: regex.Match[str], *, certain: bool) -> Finding:
        message = f"missing space between “{match['before']}{match['stop']}” and “{match['after']}”"
        change = Change(Range(match.end("stop"), match.end("stop")), " ")
        start = match.start("stop" if match["before"].startswith(ADDRESS) else "before")
        return Finding(
            Range(start, match.end()), message, (change,), safety=None if certain else Safety.UNSAFE
        )
