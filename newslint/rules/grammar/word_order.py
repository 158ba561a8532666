from __future__ import annotations

import regex

from newslint.lexicon.classes import column
from newslint.lexicon.verb_forms import conjugate
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Scope, any_of

ADJECTIVE = any_of(column("comparisons", 0) - {"good", "close"})
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|a\sfew|several|\d{1,3})"
TIME = rf"{NUMBER}\s(?:hours|days|weeks|months|years|decades|centuries)"
TRANSITIVE = any_of(
    form
    for base in (
        *("know", "speak", "like", "play", "make", "get", "love", "visit", "support", "understand"),
        *("remember", "see", "describe", "use", "solve", "enjoy", "read", "write"),
    )
    for form in (conjugate(base).base, conjugate(base).third, conjugate(base).past)
)
ADVERBS = r"(?:very\s(?:well|much|often|badly|quickly|carefully)|perfectly|a\slot)"
"""Adverbs that English never puts between verb and object."""
TONGUES = any_of(
    form for base in ("speak", "know", "understand", "read", "write") for form in conjugate(base).forms
)
LANGUAGES = any_of(
    {
        "English",
        "French",
        "German",
        "Spanish",
        "Italian",
        "Portuguese",
        "Russian",
        "Chinese",
        "Mandarin",
        "Japanese",
        "Korean",
    }
    | {
        "Arabic",
        "Hebrew",
        "Persian",
        "Farsi",
        "Turkish",
        "Polish",
        "Dutch",
        "Swedish",
        "Norwegian",
        "Danish",
        "Finnish",
    }
    | {
        "Greek",
        "Hindi",
        "Urdu",
        "Bengali",
        "Swahili",
        "Ukrainian",
        "Hungarian",
        "Czech",
        "Romanian",
        "Welsh",
        "Irish",
    }
)
WHO = r"(?:he|she|it|they|we|He|She|It|They|We)"
AUXILIARY = r"(?:could|can|will|would|was|were|had|has|did|is|are|should)"


class WordOrder(PatternRule):
    """Words are in the order of another language: “enough old”.

    ## What it does
    Puts “enough” after its adjective and “not” after its auxiliary, moves adverbs from between verb
    and object (“knows very well the town”), and writes “three years ago” for “before
    three years” at the end of a clause and for “ago three years”.

    ## Why it matters
    Engines for distant languages translate the words and keep their order.

    ## Fix safety
    Unsafe: words between them may be lost.
    """

    scope = Scope.DOCUMENT
    expression = (
        rf"\b(?:not|is|was|are|were)\s(?P<first>enough)\s(?P<second>{ADJECTIVE})\b(?!-)"
        r"(?=\s(?:to|for)\b|\.)"
        rf"|(?<!\b(?:do|does|did|are|is|were|was|have|had|can|could|should|would|will|only|if|or|why|may)\s(?:\p{{L}}+\s)?)"
        rf"\b{WHO}\s(?P<first>not)\s(?P<second>{AUXILIARY})\b(?![’',])"
        rf"|\b(?P<before>before)\s(?P<time>{TIME})(?=\.)"
        rf"|\b(?P<ago>ago)\s(?P<time>{TIME})\b"
        rf"|\b(?:{TONGUES})\s(?P<adverb>{ADVERBS}|fluently|quite\swell)\s(?P<object>{LANGUAGES})\b(?![’'-]|\s\p{{L}}*s\b)"
        rf"|\b(?:{TRANSITIVE})\s(?P<adverb>{ADVERBS})\s(?P<object>him|them|me|us)\b(?=[.,;](?!\w)|\s(?:and|but|because)\b)"
        rf"|\b(?:{TRANSITIVE})\s(?P<adverb>{ADVERBS})\s(?P<object>(?:the|his|her|its|their|my|our)\s\p{{Ll}}+)\b(?=[.,](?!\w)|\s(?:of|in|and|but|on|that)\b)"
    )
    cases = (
        Case("The boat was not ⟦enough fast⟧ to win.", fixed="The boat was not fast enough to win."),
        Case("She left, and she ⟦not could⟧ go.", fixed="She left, and she could not go."),
        Case(
            "They left ⟦ago two days⟧, and met ⟦before three years⟧.",
            fixed="They left two days ago, and met three years ago.",
        ),
        Case("He ⟦knows very well the town⟧.", fixed="He knows the town very well."),
        Case("She ⟦speaks very well Finnish⟧.", fixed="She speaks Finnish very well."),
        Case("There is enough good bread. Why did they not have it? It ended before three days had passed."),
        Case("Years ago two men left. It was old enough to go, whether or not it could."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["adverb"]:
            at, right = Range(*match.span()), f"{match['object']} {match['adverb']}"
            changed = Range(match.start("adverb"), match.end("object"))
            return Finding(at, f"adverb between verb and object: use “{right}”", (Change(changed, right),))
        if match["time"]:
            at = Range(match.start("before") if match["before"] else match.start("ago"), match.end())
            right = f"{match['time']} ago"
        else:
            at = Range(match.start("first"), match.end("second"))
            right = f"{match['second']} {match['first']}"
        if block.is_quoted(at):
            return None
        return Finding(at, f"word order: use “{right}”", (Change(at, right),))
