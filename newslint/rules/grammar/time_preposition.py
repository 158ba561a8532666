from __future__ import annotations

import regex

from newslint.lexicon.counted import SMALL_NUMBERS
from newslint.lexicon.months import MONTHS
from newslint.lexicon.verb_forms import conjugate
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of

SPANS = "seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries|seasons"
SPAN = (
    rf"(?:about\s|almost\s|nearly\s|over\s|more\sthan\s)?"
    rf"(?:\d[\d,.]*|(?:\p{{Ll}}{{3,5}}ty-)?(?:{'|'.join(SMALL_NUMBERS)})|\p{{Ll}}{{3,5}}ty-one|several|many|a\sfew)"
    rf"\s(?:{SPANS})\b"
)
GOES_ON = (
    r"(?!\s(?:before|after|later|ago|prior|into|from|earlier|past|old|out|beforehand|of|down|or|have"
    r"|has|afterwards?"
    r"|previously|hence|when|covering|shouted|together|to|elapse|passed)\b|[’'”\"-]"
    r"|\sand\s(?!(?:ha[sd]|was|were|lost|won|then|\p{Ll}+ed)\b))"
)
LASTS = (
    r"under\sway|in\sforce|in\seffect|on\sstrike|in\scustody|in\sprison|in\soffice|in\spower|missing"
    r"|in\sexile"
)
MONTH = any_of(MONTHS)
POINT = (
    rf"(?:last\s(?:year|month|week|spring|summer|autumn|winter|{MONTH})|(?:early\s|late\s"
    rf"|mid-)?(?:{MONTH})|(?:19|20)\d\d)\b"
)
STAYED = any_of(
    form
    for base in "live work stay lie wait sleep sit stand hide reign serve teach last".split()  # noqa: SIM905
    for form in (
        conjugate(base).base,
        conjugate(base).third,
        conjugate(base).past,
        conjugate(base).participle,
    )
)
"""What somebody does for a length of time."""
RIGHT = {"stayed": "for", "wrong": "for", "since": "since", "by": "by"}
"""The right preposition by the group that matches."""


class TimePreposition(PatternRule):
    """A preposition does not go with a time: “during 17 years”.

    ## What it does
    Writes “for” where “during” or “until” is before a length of time, “since” where a state that lasts goes
    with “for” and a beginning (“in force for September”), and “by” where a future perfect goes with “until”.
    “During two days of talks” and “until two days before” pass.

    ## Why it matters
    French “pendant”, Spanish “durante” and German “während” take a length of time, and German and Slavic
    languages have one word for “until” and “by”.

    ## Fix safety
    Safe after what lasts (“lived there during 17 years”). Elsewhere unsafe: a noun may be missing.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    expression = (
        rf"\b(?:{STAYED})\s(?:\p{{L}}+\s){{0,4}}?(?P<stayed>during)\s{SPAN}{GOES_ON}"
        rf"|(?<=\p{{Ll}},?\s)(?P<wrong>during)\s{SPAN}(?!\s(?:in\s(?:office|power|charge|prison|jail)|at)\b){GOES_ON}(?<!years(?=\sin\b))"
        rf"|(?<=\p{{Ll}}\s)(?P<wrong>until)\s{SPAN}{GOES_ON}"
        rf"|\b(?:has|have|had|been|is|are|was"
        rf"|were)\s(?:been\s)?(?:{LASTS})\s(?P<since>for)\s{POINT}(?!\s(?:and|to|through)\b)"
        rf"|\bwill\shave\s(?!to\b)(?:been\s)?(?:had|\p{{Ll}}+(?:ed|en"
        rf"|wn))\s(?:[\p{{L}}\d’-]+\s){{0,5}}?(?P<by>until)\s(?:the\send|{MONTH}|20\d\d)\b"
    )
    cases = (
        Case("She worked there ⟦during 17 years⟧.", fixed="She worked there for 17 years."),
        Case(
            "A man who lived ⟦during 11 years⟧ in a mill had lain there ⟦during forty-one hours⟧.",
            fixed="A man who lived for 11 years in a mill had lain there for forty-one hours.",
        ),
        Case(
            "The vet kept the dog ⟦until two days⟧ and treated it.",
            fixed="The vet kept the dog for two days and treated it.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The rule ⟦has been in force for September⟧.",
            fixed="The rule has been in force since September.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Half of them ⟦will have had a shot until the end⟧ of May.",
            fixed="Half of them will have had a shot by the end of May.",
            safety=Safety.UNSAFE,
        ),
        Case("It fell during two days of talks, during the two days, and until two days before the vote."),
        Case("The rule has been in force for ten years. They will have to wait until May."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        group = next(name for name in RIGHT if match[name])
        right = RIGHT[group]
        word = Range(*match.span(group))
        message = f"“{match[group]}” does not go with this time: use “{right}”"
        safety = Safety.SAFE if group == "stayed" else Safety.UNSAFE
        start = word.start if group == "stayed" else match.start()
        return Finding(Range(start, match.end()), message, (Change(word, right),), safety=safety)
