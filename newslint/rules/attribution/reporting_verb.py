from __future__ import annotations

import regex

from newslint.core.grade import Verdict
from newslint.lexicon.classes import entries
from newslint.lexicon.months import WEEKDAY
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope, any_of

WHO = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho|(?:\p{Lu}[\p{L}’'.-]+\s){0,3}\p{Lu}[\p{L}’'-]+|[Tt]he\s(?:\p{Ll}+\s)?\p{Ll}+"
    r"|[Oo]fficials|[Oo]fficers|[Pp]olice|[Aa]uthorities)"
)
OUTLET = any_of(
    f"the {name}" if article == "the" else name for name, article in entries("outlets") if len(name) > 3
)
PLAIN = {"mentioned": "said", "stated": "said", "instructed": "told", "informed": "told"}
ENDS = rf"(?=[.,;](?!\d)|\s(?:on\s)?{WEEKDAY}\b|\s(?:in|at|during)\s(?:a|an)\b|\s*\Z)"
SUSPICIOUS = 2
"""Odd reporting verbs in an article from which each counts."""


class ReportingVerb(PatternRule):
    """A verb reports speech that cannot: “it rained, the police mentioned”.

    ## What it does
    Writes “said” for “mentioned” at the end of an attribution, and “told” for “informed” and “instructed”
    after a quotation and before reporters and outlets. Where an article has more of them, “mentioned that” is
    one too, and in one that looks spun “stated” and all other such verbs. A thing that is mentioned and a
    person who is instructed to do something pass.

    ## Why it matters
    Spinners swap the reporting verb first, since each article has dozens; clean news hardly has one of these.

    ## Fix safety
    Unsafe: the verb may be meant.
    """

    safety = Safety.UNSAFE
    scope = Scope.DOCUMENT
    expression = (
        rf"(?<=[,?!][”\"’]\s{WHO}\s)(?:(?P<verb>mentioned){ENDS}|(?P<verb>informed|instructed)(?=[.,]|\s\p{{Lu}}))"
        rf"|(?<=,\s{WHO}\s)(?P<verb>mentioned)(?=\.(?!\d)|\s(?:on\s)?{WEEKDAY}\b|\s*\Z)"
        r"|(?P<verb>instructed)(?=\s(?:reporters|journalists|lawmakers)\b(?!\s(?:to|of|about|not|on|in|how)\b))"
        rf"|(?P<verb>informed|instructed)(?=\s(?:{OUTLET})\b(?!\s(?:to|of|about|not)\b))"
        rf"|(?<=\b{WHO}\s)(?P<gated>mentioned|stated)(?=\sthat\s|[:,]\s[“\"]|\s(?:on\s)?{WEEKDAY}\b)"
        r"|(?<!\b(?:was|were|is|are|be|been|being|not|above|previously|the|as|already|never)\s)"
        r"\b(?P<spun>mentioned|stated)(?!\s(?:in|by|above|below|as|here|earlier|aims?|goals?|beliefs?|policy|purpose)\b)\b"
        r"|\b(?P<spun>informed|instructed)(?=\s(?:\p{Lu}|reporters|journalists))"
    )
    cases = (
        Case("Two men were hurt, the police ⟦mentioned⟧.", fixed="Two men were hurt, the police said."),
        Case("“It rained,” Novak ⟦mentioned⟧ on Monday.", fixed="“It rained,” Novak said on Monday."),
        Case("He ⟦instructed⟧ reporters it rained.", fixed="He told reporters it rained."),
        Case("“It rained,” Novak ⟦informed⟧ Reuters.", fixed="“It rained,” Novak told Reuters."),
        Case(
            "He ⟦stated⟧ that it rained.\n\nShe ⟦mentioned⟧ that it did.\n\nIt rained, she ⟦mentioned⟧."
            "\n\nIt is gone, he ⟦mentioned⟧.",
            fixed="He said that it rained.\n\nShe said that it did.\n\nIt rained, she said."
            "\n\nIt is gone, he said.",
        ),
        Case("He stated that it rained. In the sources that he named she is mentioned, with the rain."),
        Case("The officer instructed reporters to leave. She informed them of it, as he was informed."),
    )

    @property
    def trace(self) -> str:
        return r"\b(?:mentioned|informed|instructed|stated)\b"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        group = next(name for name in ("verb", "gated", "spun") if match[name])
        verb, document = match[group], block.document
        if group == "gated" and sum(document.evidence.odd_verbs.values()) < SUSPICIOUS:
            return None
        if (group == "spun" or verb == "stated") and not document.proof_of(Verdict.SPUN):
            return None
        at, right = Range(*match.span(group)), PLAIN[verb]
        return Finding(at, f"“{verb}” reports no speech: use “{right}”", (Change(at, right),))
