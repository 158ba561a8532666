from __future__ import annotations

import regex

from newslint.lexicon.articles import BEFORE_A_NOUN, NO_NOUN, POSSESSIVE, UNCOUNTABLE
from newslint.lexicon.sounds import FUNCTION_WORDS, begins_with_consonant, begins_with_vowel
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
    Verdict,
    pattern,
)

REACH = 40
WORD_BEFORE = r"([\p{L}\p{N}’'-]+)[,;:]?\s[“\"‘(]?\Z"
WORD_AFTER = r"\s(\p{Ll}[\p{L}’'-]*)"
PLURAL = (
    r"(?!(?:news|series|species|means|sports|arms|goods|always|perhaps|sometimes|besides|across)\b)"
    r"\p{Ll}{2,}(?<![suiaç'’])s"
)


class WrongArticle(PatternRule):
    """“A” and “an” are confused: “a online magazine”, “an telephone”.

    ## What it does
    Writes the article that the sound of the next word demands, allowing for mute h and letters said
    singly (“an mp3”). Only lower-case words count, since only its users know how a name or acronym is
    pronounced.

    ## Why it matters
    An engine or spinner that swaps the noun leaves the article of the old one.

    ## Fix safety
    Safe, unless another word may be the wrong one: “an plot” may be “and plot”, “Novak’s a account” has
    lost a word, “a information” takes no article. Those fixes are unsafe, and so are all in an article that
    looks spun, where the noun was swapped.

    ## References
    Study of machine-translated news, artefacts AG03 and AG04.
    """

    expression = (
        r"(?<![\w’'&.+*/\xad-])(?<!\b(?:[Vv]itamin|[Hh]epatitis|[Oo]ption|[Tt]ype|[Gg]rade|[Cc]lass|[Pp]lan)\s)"
        r"(?P<article>[Aa]n?)\s(?!only\s(?:a|the)\b|ll(?!am|an))(?P<word>\p{Ll}[\p{Ll}’'-]+)(?![\p{L}\p{N}]|\.\p{L})"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("She founded ⟦a online⟧ magazine.", fixed="She founded an online magazine."),
        Case("He gave ⟦an telephone⟧ interview.", fixed="He gave a telephone interview."),
        Case(
            "⟦A image⟧ was seen, and ⟦an unanimous⟧ vote held.",
            fixed="An image was seen, and a unanimous vote held.",
        ),
        Case("It took ⟦a hour⟧ and ⟦an union⟧ vote.", fixed="It took an hour and a union vote."),
        Case("It was ⟦a unusual⟧ step by ⟦a honest⟧ man.", fixed="It was an unusual step by an honest man."),
        Case("It began as ⟦an hospital⟧ in ⟦an house⟧.", fixed="It began as a hospital in a house."),
        Case("They planned ⟦an plot⟧ against him.", fixed="They planned a plot against him."),
        Case("They bought ⟦an plot⟧ of land.", fixed="They bought a plot of land.", safety=Safety.UNSAFE),
        Case(
            "She says that Novak’s ⟦a honest⟧ man.",
            fixed="She says that Novak’s an honest man.",
            safety=Safety.UNSAFE,
        ),
        Case("She scored ⟦a own⟧ goal.", fixed="She scored an own goal.", safety=Safety.UNSAFE),
        Case("She took ⟦a interest⟧.", fixed="She took an interest.", safety=Safety.UNSAFE),
        Case("It took ⟦a information⟧ campaign.", fixed="It took an information campaign."),
        Case("He has ⟦a economics⟧ degree.", fixed="He has an economics degree.", safety=Safety.UNSAFE),
        Case(
            "The mayor mentioned that folks came to ⟦a information⟧ briefing. He stated it, a baker "
            "mentioned. Nobody stayed, she mentioned, as he instructed them.",
            fixed="The mayor mentioned that folks came to an information briefing. He stated it, a baker "
            "mentioned. Nobody stayed, she mentioned, as he instructed them.",
            safety=Safety.UNSAFE,
        ),
        Case("They put an nginx proxy in front of it, and an xfce, an lxml and a ubuntu build."),
        Case("He was one of a only a few, an llinois man.", plain=True),
        Case("It is a one-off, a onetime friend, a union, a user, a European, a useful thing, a ewe."),
        Case("It is an hour, an heir, an honour, an unpaid, an uninsured, an mp3 and an x-ray."),
        Case("An historic day and a historic day, a hotel and an hotel."),
        Case("Hepatitis a and vitamin a are not the same; option a is cheap."),
        Case("They came from Frankfurt an der Oder."),
        Case("A of B, or a in the alphabet; there is a about it, an that, and an fbi.example address."),
    )

    @property
    def trace(self) -> str:
        return (
            r"\b(?:[Aa]\s(?:[aeio]|u[^s]|hour|hon[eo]|heir)"
            r"|[Aa]n\s(?:[bcdfghjklmnpqrstvwyz]|one|once|u[ns]|eu))"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        article, word = match["article"], match["word"]
        wrong = begins_with_consonant(word) if article.endswith("n") else begins_with_vowel(word)
        if not wrong or word in FUNCTION_WORDS:
            return None
        if article[0] == "A" and block.sentence_at(match.start()).start != match.start():
            return None
        at, right = Range(*match.span()), article[0] + ("" if article.endswith("n") else "n")
        message = f"use “{right}” before “{word}”"
        is_spun = block.document.proof_of(Verdict.SPUN) is not None
        if is_spun or self._may_be_another_slip(match, block.text):
            return Finding(at, message, (Change(Range(*match.span("article")), right),), safety=Safety.UNSAFE)
        return Finding(at, message, (Change(Range(*match.span("article")), right),))

    @staticmethod
    def _may_be_another_slip(match: regex.Match[str], text: str) -> bool:
        """Whether another word may be wrong, or the article superfluous.

        “An plot” may be “and plot”, “Novak's a account” lacks something, “a information” takes no article.
        """
        word = match["word"]
        before = pattern(WORD_BEFORE).search(text, max(match.start() - REACH, 0), match.start())
        after = pattern(WORD_AFTER).match(text, match.end())
        last = before[1] if before else ""
        if word in NO_NOUN or (word in UNCOUNTABLE and not after):
            return True
        if any(pattern(PLURAL).fullmatch(noun) for noun in (word, after[1] if after else "")):
            return True
        if last in POSSESSIVE or last.endswith(("’s", "'s", "s’", "s'")) or last.lower() == word:
            return True
        return (
            match["article"].lower() == "an"
            and last.lower() not in BEFORE_A_NOUN
            and not last.endswith(("ed", "ing"))
        )
