from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range
from newslint.text.sentences import OPENING

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
ASKED = (
    r"\b(?:asked|asks|wondered|wonders|explained|explains|unclear"
    r"|(?:told|asked|tell|ask)\s(?:him|her|them|me|us|reporters|journalists|police))\s"
)


class QuestionOrder(PatternRule):
    """A question has the wrong order: “asked where was it”.

    ## What it does
    Puts the auxiliary before the subject in a question that begins with “why”, “how” or “where”, and after it
    in what somebody asked (“asked where was the money”, “asked why did they leave”).

    ## Why it matters
    Romance and Slavic languages keep one order in both.

    ## Fix safety
    Unsafe, and none for “do”: its verb has another form then.
    """

    expression = (
        rf"{OPENING}(?:(?:And|But|So),?\s)?(?:(?i:why|where|how|what)"
        rf"|(?i:how)\s(?:much|many|long|often|far|soon)(?:\s{ASKED_NOUN})?|(?i:what|which)\s{ASKED_NOUN})\s"
        rf"{SUBJECT}(?P<auxiliary>{AUXILIARY})\b(?!\s(?:it|they)\?)(?=(?:\snot|\snever)?\s[^.!?;:,—–\n“”\"]{{2,80}}\?)"
        rf"|{ASKED}(?:why|how|where|when)\s(?P<inverted>is|are|was|were|has|have|had|will|would|can|could)\s{ASKED_SUBJECT}"
        r"(?!\?)(?=\p{Ll}+(?:ed|en|ing)?\b)"
        rf"|{ASKED}(?:why|how|where|what|when)\s(?P<do>do|does|did)\s{ASKED_SUBJECT}(?=\p{{Ll}})"
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
        Case("They ⟦asked why did he⟧ leave."),
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
            return Finding(at, f"question inside a statement: put the subject first, without “{match['do']}”")
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
