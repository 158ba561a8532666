from __future__ import annotations

import regex

from newslint.lexicon.classes import column
from newslint.lexicon.verb_forms import common_verbs, conjugate, regular_verbs
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, any_of
from newslint.text.sentences import OPENING

BASES = {verb.base for verb in (*regular_verbs(), *common_verbs())} | column("irregular_verbs", 0)
AUXILIARY = "is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|does|did|do"
NOUNS = (
    r"(?:the|his|her|its|their|this|these|those|our|my|your)\s"
    rf"(?:(?!(?:{AUXILIARY}|hell|heck|who|that|which|and|or)\b)\p{{Ll}}+\s){{1,3}}"
)
ASKED_NOUN = (
    rf"(?!(?:{AUXILIARY}|of|to|in|on|at|if|about|for|with|from|the|an?|he|she|it|they|we|you|i)\b)"
    r"(?:more\s)?\p{Ll}{3,}"
)
SUBJECT = rf"(?P<subject>{NOUNS}|(?:he|she|it|they|we|you|I)\s)"
ASKED_SUBJECT = SUBJECT.replace("subject", "asked")
LAZY_SUBJECT = ASKED_SUBJECT.replace("{1,3}", "{1,3}?")
"""The shortest subject that a verb follows."""
ASKED = (
    r"\b(?:asked|asks|wondered|wonders|explained|explains|unclear"
    r"|(?:told|asked|tell|ask)\s(?:him|her|them|me|us|reporters|journalists|police))\s"
)
FINDING_OUT = (
    r"\b(?:establish|determine|find\sout|figure\sout|understand|investigate|examine|explore|learn|discover|clarify"
    r"|know|knows|knew|explaining|investigating|examining|asking|wondering|remember|decide|discuss|see)\s"
)
"""Words before a question inside a statement, where the question does not ask “what is it”."""


class QuestionOrder(PatternRule):
    """A question has the wrong order: “asked where was it”.

    ## What it does
    Puts the auxiliary before the subject in a question that begins with “why”, “how” or “where”, and after it
    in what somebody asked (“asked where was the money”, “asked why did they leave”).

    ## Why it matters
    Romance and Slavic languages keep one order in both.

    ## Fix safety
    Unsafe, and none for “do” in a question: its verb has another form then.
    """

    expression = (
        rf"{OPENING}(?:(?:And|But|So),?\s)?(?:(?i:why|where|how|what)"
        rf"|(?i:how)\s(?:much|many|long|often|far|soon)(?:\s{ASKED_NOUN})?|(?i:what|which)\s{ASKED_NOUN})\s"
        rf"{SUBJECT}(?P<auxiliary>{AUXILIARY})\b(?!\s(?:it|they)\?)(?=(?:\snot|\snever)?\s[^.!?;:,—–\n“”\"]{{2,80}}\?)"
        rf"|{ASKED}(?:why|how|where|when)\s(?P<inverted>is|are|was|were|has|have|had|will|would|can|could)\s{ASKED_SUBJECT}"
        r"(?!\?)(?=\p{Ll}+(?:ed|en|ing)?\b)"
        rf"|(?:{ASKED}(?:why|how|where|what|when)|{FINDING_OUT}(?:why|how|where|when))\s(?P<do>do|does|did)"
        rf"\s{LAZY_SUBJECT}(?P<done>{any_of(BASES)})(?![\w’'-])"
        rf"|{FINDING_OUT}(?:why|how|where)\s(?P<inverted>is|are|was|were|has|have|had)\s{ASKED_SUBJECT}"
        r"(?!\?)(?=\p{Ll}+(?:ed|en|ing)\b)"
        rf"|{ASKED}(?:why|how|where|what|when)\s(?P<inverted>is|are|was|were)\s(?P<asked>(?:the|his|her|its|their)\s(?!matter\b)\p{{Ll}}+)(?=[.,](?!\w))"
    )
    cases = (
        Case(
            "⟦Why the boats were⟧ not sold? “⟦How he is⟧ able to sleep?” she asked.",
            fixed="Why were the boats not sold? “How he is able to sleep?” she asked.",
        ),
        Case(
            "He ⟦asked what is the plan⟧, and she ⟦told him where was the money⟧.",
            fixed="He asked what the plan is, and she told him where the money was.",
        ),
        Case("They ⟦asked why did he⟧ leave.", fixed="They asked why he left."),
        Case(
            "They try to ⟦establish why did the pilot⟧ turn, and ⟦know how does the mill⟧ work.",
            fixed="They try to establish why the pilot turned, and know how the mill works.",
        ),
        Case("He wants to ⟦know why is the road⟧ closed.", fixed="He wants to know why the road is closed."),
        Case(
            "⟦How many boats they can⟧ build by May? ⟦What price the town will⟧ pay?",
            fixed="How many boats can they build by May? What price will the town pay?",
        ),
        Case("How much of it should we see? What can we do? What the town is: a port."),
        Case("Why were the boats sold? Why the boats were sold, nobody knows. How the boats are sold"),
        Case("He asked what was the matter. “Where are they?” he asked. He asked why it was sold."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(match.start(), match.start() + len(match[0].rstrip()))
        if match["do"]:
            return _without_do(match)
        if match["inverted"]:
            subject = match["asked"].rstrip()
            turned = Range(match.start("inverted"), match.start("asked") + len(subject))
            changes = (Change(turned, f"{subject} {match['inverted']}"),)
            return Finding(at, "question inside a statement: put the subject first", changes)
        subject, auxiliary = match["subject"].rstrip(), match["auxiliary"]
        turned = Range(match.start("subject"), match.end("auxiliary"))
        message = f"question without inversion: put “{auxiliary}” before its subject"
        if auxiliary in ("do", "does", "did"):
            return Finding(at, message)
        return Finding(at, message, (Change(turned, f"{auxiliary} {subject}"),))


def _without_do(match: regex.Match[str]) -> Finding:
    """The finding for “asked why did he leave”."""
    subject, auxiliary, done = match["asked"].rstrip(), match["do"], conjugate(match["done"])
    at = Range(match.start(), match.start("asked") + len(subject))
    message = f"question inside a statement: put the subject first, without “{auxiliary}”"
    right = {"did": done.past, "does": done.third}.get(auxiliary, done.base)
    turned = Range(match.start("do"), match.end("done"))
    return Finding(at, message, (Change(turned, f"{subject} {right}"),))
