from __future__ import annotations

import regex

from newslint.lexicon.amounts import ABBREVIATIONS, UNITS
from newslint.lexicon.classes import words_of
from newslint.lexicon.counted import is_counted
from newslint.lexicon.english_words import frequency, is_word
from newslint.lexicon.function_words import ENGLISH
from newslint.lexicon.months import MONTHS
from newslint.lexicon.numerals import SMALL, TENS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope
from newslint.text.names.whole_words import is_repeated

TENS_WORDS = "|".join(TENS)
JOINING = (
    ENGLISH
    | words_of("prepositions", "conjunctions", "auxiliaries", "determiners", "before_figures")
    | {"aged", "killed", "said"}
) - {"do", "if", "mine", "no", "over", "under"}
"""Words of which no name or model is made."""
FOLLOWING = (
    {word for word in JOINING if len(word) > len("ins")}
    | UNITS
    | {"and", "for", "per", "percent", "the", "was"}
)
FREQUENT = 200
"""Times that another word is found in 10 million words of news."""


class GluedNumber(PatternRule):
    """A number is glued to a word: “about30”, “eighty9”.

    ## What it does
    Adds the space in “about30”, “58,000people”, “March 5,2019” and “21percent”. Reports “eighty9”, “twenty
    5” and “a 1 3-year-old”, and shows the readings. Models and names (“mp3”, “4chan”), sums in headlines
    (“£3million”) and times of races (“7.23secs”) pass.

    ## Why it matters
    Stripped tags lose spaces, and engines build numbers from pieces.

    ## Fix safety
    Safe beside function words, months and nouns that are counted: only a space is added. Unsafe beside
    verbs. No fix where the number itself is in doubt.

    ## References
    Study of machine-translated news, artefact ND15.
    """

    expression = (
        rf"\b(?:(?P<tens>(?i:{TENS_WORDS}))[\s-]?(?P<unit>[1-9])(?![\d\w.,:%/-]|\s(?:million|billion))"
        r"|(?P<first>(?<![\d.,:/$€£]\s?)(?<=\b(?:[Aa]n?|[Hh]is|[Hh]er|[Tt]he"
        r"|[Tt]heir)\s)[1-9])\s(?P<second>\d)-(?=(?:years?|months?|day|birthday|hour)\b))"
        r"|(?<![^\s(“‘\"'—–])(?P<word>\p{L}\p{Ll}+)(?P<glued>)\p{Sc}?\d+(?:,\d+)*(?:\.\d+)?(?=(?:%|bn|m|tn|k)?(?:[.,;:!?)”’]*(?:\s|\Z)|[-–]\d))"
        r"|(?<![^\s(“‘\"'—–$€£])(?P<figure>\d+(?:,\d+)*(?:\.\d+)?%?)(?P<glued>)(?P<after>\p{L}\p{Ll}+)(?=[.,;:!?)”’]*(?:\s|\Z)|[’']s\s)"
        rf"|\b(?:{'|'.join(MONTHS)})\s\d{{1,2}},(?P<glued>)(?:19|20)\d\d(?!\d)"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NUMBERS, Protected.DATES, Protected.NAMES})
    cases = (
        Case("The mill is ⟦eighty9⟧ years old."),
        Case("He gave ⟦twenty 5⟧ reasons, and a ⟦1 3-⟧year-old laughed."),
        Case(
            "It took ⟦about30⟧ of ⟦58,000people⟧ and ⟦9clinics⟧, ⟦12percent⟧ more, on ⟦March23⟧.",
            fixed="It took about 30 of 58,000 people and 9 clinics, 12 percent more, on March 23.",
        ),
        Case(
            "It opened on ⟦March 5,2019⟧, ⟦in33⟧ towns, ⟦for$500⟧, and in ⟦2001and⟧ 2005.",
            fixed="It opened on March 5, 2019, in 33 towns, for $500, and in 2001 and 2005.",
        ),
        Case("A furnace ⟦2001fetched⟧ ten.", fixed="A furnace 2001 fetched ten.", safety=Safety.UNSAFE),
        Case("The mill is eighty-nine years old, and a 13-year-old laughed."),
        Case("In group twenty 5.5 million live; thirty 10-year-olds and the 1 4-0 win."),
        Case("She has an mp3 on 4chan, Top500, 22secs, £3million, 5G, 4x4, 5ft 7in, 49ers and mid2015-18."),
        Case("The9 and the8472 wrote; then the8472 left with a friend (himself65). It is by4 now, by4 then."),
        Case("It ran 7.23secs on 2nd, at 7pm, 50km, 1980s, 101cats/site, iOS12, Fox4 and https://t.co/in33."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\p{{Ll}}\p{{Sc}}?\d|\d%?\p{{L}}\p{{Ll}}{{2}}|\d(?:in|of|to|on|at|by|or|as)\b|\d,(?:19"
            rf"|20)\d\d|(?i:{TENS_WORDS})[\s-]?\d"
            r"|\s\d\s\d-(?:years?|months?|day|birthday|hour)"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["glued"] is not None and _is_name(match, block):
            return None
        if match["glued"] is not None:
            return self._missing_space(at, match)
        if match["first"]:
            return Finding(
                at,
                "number split in two",
                suggestions=(f"{match['first']}{match['second']}-", f"{match['second']}-"),
            )
        word = f"{match['tens']}-{SMALL[int(match['unit']) - 1]}"
        figure = (TENS.index(match["tens"].lower()) + 2) * 10 + int(match["unit"])
        return Finding(at, "number half in words, half in figures", suggestions=(word, f"{figure}"))

    @staticmethod
    def _missing_space(at: Range, match: regex.Match[str]) -> Finding | None:
        """A figure without the space before or after it."""
        gap = Range(match.start("glued"), match.start("glued"))
        word, after = match["word"], match["after"]
        safety: Safety | None = Safety.SAFE
        if word:
            safety = _before(word, match[0])
        elif after:
            safety = _after(after)
        if safety is None:
            return None
        return Finding(at, "missing space beside a number", (Change(gap, " "),), safety=safety)


def _before(word: str, whole: str) -> Safety | None:
    """How surely a word before a figure is not a name's."""
    if word in MONTHS or word.lower() in JOINING:
        return (
            None
            if word[0].isupper() and word not in MONTHS and len(whole) - len(word) < len("20")
            else Safety.SAFE
        )
    if word.islower() and word.endswith(("ed", "ing")) and is_word(word) and frequency(word) > FREQUENT:
        return Safety.UNSAFE
    return None


def _after(word: str) -> Safety | None:
    """How surely a word after a figure is not a name's."""
    if word in ABBREVIATIONS:
        return None
    if (
        word in MONTHS
        or word in FOLLOWING
        or (word.islower() and len(word) > len("ins") and is_counted(word))
    ):
        return Safety.SAFE
    if word[0].isupper() and word.lower() in JOINING:
        return Safety.UNSAFE  # a stop may be lost as well
    if word.islower() and len(word) > len("fold") and word.endswith(("ed", "ing")) and is_word(word):
        return Safety.UNSAFE
    return None


def _is_name(match: regex.Match[str], block: Block) -> bool:
    """Whether word and figure recur, or are in brackets like a user."""
    text = match.string
    alone = text[: match.start()].endswith("(") and text[match.end() :].startswith(")")
    return alone or (bool(match["word"] or match["after"]) and is_repeated(match[0], block.document))
