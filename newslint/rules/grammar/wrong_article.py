from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.sounds import FUNCTION_WORDS, begins_with_consonant, begins_with_vowel
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class WrongArticle(PatternRule):
    """“A” stands before the sound of a vowel, or “an” before that of a consonant: “a online magazine”.

    An engine or a spinner that swaps the noun leaves the article of the old one. The fix writes the
    other one. Only words in small letters count, since how a name or an acronym is said is known to
    its bearers; words with a mute h, and letters that are said one by one (“an mp3”), are minded.

    Source: artefacts AG03 and AG04 of the study of machine-translated news.
    Rates per million words: clean-curly 4.9, clean-straight 5.7, mt-documents 2.9; of 23 findings
    read on clean-curly 19 were true damage, the others “a onetime”, since mended.
    """

    expression = (
        r"(?<![\w’'&.+*/-])(?<!\b(?:[Vv]itamin|[Hh]epatitis|[Oo]ption|[Tt]ype|[Gg]rade|[Cc]lass|[Pp]lan)\s)"
        r"(?P<article>an?)\s(?!only\s(?:a|the)\b|ll(?!am|an))(?P<word>\p{Ll}[\p{Ll}’'-]+)(?![\p{L}\p{N}]|\.\p{L})"
    )
    safety = Safety.SAFE
    cases = (
        Case("She founded ⟦a online⟧ magazine.", fixed="She founded an online magazine."),
        Case("He gave ⟦an telephone⟧ interview.", fixed="He gave a telephone interview."),
        Case("It took ⟦a hour⟧ and ⟦an union⟧ vote.", fixed="It took an hour and a union vote."),
        Case("It was ⟦a unusual⟧ step of ⟦a honest⟧ man.", fixed="It was an unusual step of an honest man."),
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
        return r"\b(?:a\s(?:[aeio]|u[^s]|hour|hono|heir)|an\s(?:[bcdfgjklmnpqrstvwyz]|one|once|u[ns]|eu))"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        article, word = match["article"], match["word"]
        wrong = begins_with_vowel(word) if article == "a" else begins_with_consonant(word)
        if not wrong or word in FUNCTION_WORDS:
            return None
        right = "an" if article == "a" else "a"
        change = Change(Range(*match.span("article")), right)
        return Finding(Range(*match.span()), f"“{article} {word}”: say “{right} {word}”", (change,))
