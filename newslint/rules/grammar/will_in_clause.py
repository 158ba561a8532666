from __future__ import annotations

import regex

from newslint.lexicon.classes import column
from newslint.lexicon.verb_forms import common_verbs, conjugate, regular_verbs
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, any_of, pattern
from newslint.text.sentences import OPENING

VERBS = {verb.base for verb in (*regular_verbs(), *common_verbs())} | column("irregular_verbs", 0)
NOUNS = (
    r"(?:the|an?|his|her|its|their|this|these|our|my|your)\s"
    r"(?:(?!(?:that|which|who|and|or|will|he|she|they|it|we)\b)\p{Ll}+\s){1,3}"
)
SUBJECT = rf"(?P<subject>{NOUNS}|(?:he|she|it|they|we|I|you)\s)"
WILL = rf"will\s(?P<verb>{any_of(VERBS)})\b"
ASKS = r"(?<!\b(?:asks?|asked|decide|know|see|say|wonder|tell|or|and|as|even|unclear|clear|sure)\s)"
WILLING = frozenset(
    {
        "accept",
        "agree",
        "allow",
        "consider",
        "cooperate",
        "excuse",
        "forgive",
        "give",
        "hear",
        "help",
        "join",
        "lend",
    }
    | {"let", "listen", "negotiate", "permit", "talk", "trust"}
)
"""Verbs of what people may be willing to do: “if they will listen”."""
MANY = frozenset({"they", "we", "I", "you", "people", "police", "men", "women", "children"})


class WillInClause(PatternRule):
    """“Will” in a clause of time or condition: “until it will end”.

    ## What it does
    Writes the present tense after “as soon as”, “until”, “after”, “once”, “by the time”, “as long as” and
    “unless”, and after “if” and “when” where they begin the sentence or follow a future. Questions and what
    is asked (“they will ask if it will end”) pass, and so do polite words (“if you will forgive me”) and
    willingness (“if they will listen”).

    ## Why it matters
    Most languages have the future there, and engines keep it.

    ## Fix safety
    Unsafe: the subject may be longer than it seems.
    """

    expression = (
        rf"\b(?:[Aa]s\ssoon\sas|[Uu]ntil|[Aa]fter|[Oo]nce|[Bb]y\sthe\stime|[Aa]s\slong\sas|[Uu]nless)\s{SUBJECT}(?P<will>{WILL})"
        rf"|{OPENING}(?:If|When)\s{SUBJECT}(?P<will>{WILL})(?![^.!?]*\?)"
        rf"|\bwill\s(?!(?:ask|see|decide|know|tell|determine|check|wonder)\b)\p{{Ll}}+\s[^.;,:?“”\"\n]{{0,60}}{ASKS}\bif\s{SUBJECT}(?P<will>{WILL})"
    )
    cases = (
        Case(
            "It will sail ⟦as soon as the engine will be⟧ ready, and wait ⟦until they will come⟧ home.",
            fixed="It will sail as soon as the engine is ready, and wait until they come home.",
        ),
        Case(
            "⟦If the strikes will continue⟧, it closes. “⟦When she will arrive⟧, I go,” he said.",
            fixed="If the strikes continue, it closes. “When she will arrive, I go,” he said.",
        ),
        Case(
            "The road ⟦will be shut if the storm will continue⟧.",
            fixed="The road will be shut if the storm continues.",
        ),
        Case("If they will listen only to rain, let it rain. We will stay if the neighbours will help us."),
        Case("If you will forgive me, we go. They will ask if it will end. When they will go is open."),
        Case("After a plan that will change it, they may say when it will end. When will they go?"),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        subject, verb = match["subject"].split()[-1], match["verb"]
        is_if = pattern(r"\b[Ii]f\s").search(match[0]) is not None
        if is_if and (
            (subject == "you" and match[0].startswith("If")) or (subject != "it" and verb in WILLING)
        ):
            return None
        if match[0].startswith("When") and not regex.search(",", block.text[match.end() : match.end() + 80]):
            return None
        many = subject in MANY or (subject.endswith("s") and not subject.endswith(("ss", "us", "is")))
        right = _present(verb, subject, many=many)
        message = f"“will” in a clause of time or condition: use “{right}”"
        return Finding(Range(*match.span()), message, (Change(Range(*match.span("will")), right),))


def _present(verb: str, subject: str, *, many: bool) -> str:
    """The present of a verb with this subject."""
    if verb == "be":
        return "am" if subject == "I" else "are" if many else "is"
    return verb if many else conjugate(verb).third
