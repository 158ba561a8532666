from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety
from newslint.text.quotations.narrator import LATE_SPEAKER, SAID

SUBJECTS = "There|It|They|We|This|These|Those|She"
CONJUNCTIONS = "that|which|because|if|whether|when|while|although|though|since|unless|until"
VERBS = "is|are|was|were|has|have|had|will|would|can|could|should|may|might|must"
WORDS = "Be|Been|Had|Has|Of|Was|Were"
"""Words that begin no sentence but a question."""


class StrayCapital(PatternRule):
    """A function word has a capital inside a sentence: “mayor Of”.

    ## What it does
    Writes it in lower case between two lower-case words on each side, after a comma, between a
    conjunction and its verb (“that There is”), and in an attribution (“It rained,” She said). Titles of
    works and names (“watched The Crown”), captions and sentences that begin there pass.

    ## Why it matters
    Engines keep the capital of a segment that they join to the one before.

    ## Fix safety
    Safe in an attribution. Otherwise unsafe: a full stop may be lost in front of it.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    expression = (
        rf"(?<=(?<![\p{{L}}’'-])\p{{Ll}}{{2,}}\s\p{{Ll}}{{2,}}\s)(?P<word>{WORDS})(?=\s\p{{Ll}}{{2,}}\s\p{{Ll}})"
        rf"|(?<=\p{{Ll}}\s(?:{CONJUNCTIONS})\s)(?P<word>{SUBJECTS})(?=\s(?:{VERBS})\s\p{{Ll}})"
        r"|(?<=\p{Ll}{3},\s)(?P<word>Which|Who|And|But|That|While|Where|When|Because)(?=\s\p{Ll}{3,}\s\p{Ll})"
        rf"|(?<=\s\p{{Ll}}[\p{{L}}’'-]*(?:,[”\"]|[”\"],)\s)(?P<speaker>He|She|They|Said|Says|Added|Told)"
        rf"(?=\s(?:(?<=(?:He|She|They)\s){SAID}(?<!\bread)[.,\s]|(?<=[sd]\s){LATE_SPEAKER}))"
    )
    cases = (
        Case("“It rained,” ⟦She⟧ said on Monday.", fixed="“It rained,” she said on Monday."),
        Case("“It rained,” ⟦Said⟧ the mayor.", fixed="“It rained,” said the mayor."),
        Case(
            "They met the old mayor ⟦Of⟧ the town.",
            fixed="They met the old mayor of the town.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It rained in the town, ⟦Which⟧ pleased nobody.",
            fixed="It rained in the town, which pleased nobody.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The mayor denounced that ⟦There⟧ is a network of thieves.",
            fixed="The mayor denounced that there is a network of thieves.",
            safety=Safety.UNSAFE,
        ),
        Case("They watched The Crown and read Of Mice and Men. It is in The Hague. A page from At sea."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        group = "speaker" if match["speaker"] else "word"
        at, right = Range(*match.span(group)), match[group].lower()
        safety = None if match["speaker"] else Safety.UNSAFE
        return Finding(at, f"capital inside a sentence: use “{right}”", (Change(at, right),), safety=safety)
