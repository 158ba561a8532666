from __future__ import annotations

import regex

from newslint.lexicon.classes import entries, words_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope, any_of, pattern

VERBS = {row[4]: row for row in entries("state_verbs")}
"""Their rows by the form in -ing."""
FOLLOWED = {
    "agreeing": r"(?<=\s)that\b",
    "believing": r"(?!in\b)",
    "comprising": r"",
    "deserving": r"(?![.,;]|of\b|people|m[ae]n\b|wom[ae]n\b|persons?\b)",
    "existing": r"(?:for|only|since|between|on|here|there|today|now)\b|[.,;](?!\w)",
    "including": r"(?<=\s)(?:an?|the|two|three|four|five|six|several|many|some|more|\d+)\b",
    "knowing": r"(?!in\b|when\b|how\b|what\b|whether\b|if\b|why\b|where\b|and\b|[,.;])",
    "lacking": r"the\s(?:\p{Ll}+\s)?\p{Ll}+s\s(?:that|which|they|he|she|it|we|to)\b",
    "owing": r"(?!to\b)",
    "owning": r"(?!it\b|up\b|the\slibs\b)",
    "remembering": r"(?:that|an?|how|when|seeing|hearing)\b",
    "understanding": r"(?!in\b|how\b|what\b|why\b|where\b|people|m[ae]n\b|wom[ae]n\b|of\b|and\b|[,.;])",
    "wanting": r"(?!in\b|and\b|[,.;])",
    "weighing": r"(?:more|less|about|around|nearly|almost|as\smuch|\d)",
}
"""Text after verbs that have other senses; anything may follow the others."""
NO_GERUND = frozenset(
    {"belonging", "consisting", "containing", "possessing", "resembling", "seeming", "weighing"}
)
"""After “is” the others are gerunds as well: “the hard part is knowing when”."""
SURE = frozenset(
    {"belonging", "consisting", "possessing", "resembling", "seeming", "preferring", "owning", "mattering"}
    | {"doubting", "suspecting", "needing", "agreeing", "comprising"}
)
"""Verbs whose progressive was always wrong in news."""
ADVERB = r"(?:\s(?:\p{Ll}+ly|also|still|not|already|now))?"
PERFECT = "believing|wanting|including|remembering|weighing|understanding"
"""Verbs that are progressive in a perfect too: “has been wanting to quit”."""
FORMS = rf"\b(?P<be>am|is|are|was|were)(?P<adverb>{ADVERB})\s(?P<verb>{any_of(VERBS)})(?![\p{{L}}’'-])"
EQUATED = rf"\b(?i:{any_of(words_of('equated_nouns'))}|{any_of(VERBS)})\b|\b(?i:one|first|second|third)\s\Z"
"""Words earlier in the sentence that make the verb after “is” a gerund."""
RELATIVE = (
    r"(?<!\bof\s)\b(?:I|he|she|it|they|we|you|who|which|that|He|She|It|They|We|You|These|Those|people)\s\Z"
)
SUBJECT = r"[\p{L}\d][,’”]?\s\Z"
PRESENT = {"am": 0, "is": 1, "are": 0}
"""The simple form of a verb, as a column of its class, by the form of “be”."""
ACTOR = r"(?:\b(?:I|we|We|they|They|he|she|who|You|you)|(?:er|or|al|rew|eam|efighter)s|authorities)\s\Z"
"""People who contain a fire or a disease."""
REACH = 160
"""Characters before the verb in which its clause begins."""


class StativeProgressive(PatternRule):
    """A verb of state is progressive: “They are knowing the town”.

    ## What it does
    Writes the simple form. Gerunds (“the hard part is knowing when”), adjectives (“lacking in”, “an
    understanding man”), questions and quoted speech pass.

    ## Why it matters
    Most languages have one form for what happens and for what is happening; engines and spinners pick the
    wrong one. French “ils comptent” and Spanish “cuentan” even become “They are counting” for “They count”.

    ## Fix safety
    Safe for verbs that have no other sense, unsafe for the others: what looks like the verb may be a gerund.

    ## References
    - Study of machine-translated news, artefact WS17.
    - Rule a1 of the study of substituted words.
    """

    expression = (
        rf"{FORMS}"
        rf"|\b(?:has|have|had|[’'](?:s|ve|d))(?:\s(?:also|never|always|long|not))?\s(?P<been>been\s(?!(?:{PERFECT})\b)"
        rf"(?P<perfect>{any_of(VERBS)}))(?![\p{{L}}’'-])"
        r"|(?<=(?:^|[.!?”\"]\s+[“\"]?|[“\"]))(?P<who>They|These|Those)\s(?P<be>are"
        r"|were)\s(?P<verb>counting)(?=[.!?]|[”\"])"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    cases = (
        Case("The votes of the small towns are few. ⟦They are counting⟧."),
        Case("“The small things add up. ⟦They are counting⟧.” She laughed."),
        Case("They ⟦are knowing⟧ the town well.", fixed="They know the town well.", safety=Safety.UNSAFE),
        Case(
            "He ⟦was owning⟧ a boat that ⟦is belonging⟧ to her.", fixed="He owned a boat that belongs to her."
        ),
        Case("The panel ⟦is consisting⟧ of ten.", fixed="The panel consists of ten."),
        Case("The managers ⟦are still needing⟧ help.", fixed="The managers still need help."),
        Case(
            "The mayor said both sides ⟦were agreeing⟧ that it rained.",
            fixed="The mayor said both sides agreed that it rained.",
        ),
        Case(
            "The engine, which ⟦is weighing⟧ more than a ton, failed.",
            fixed="The engine, which weighs more than a ton, failed.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They, who have ⟦been owning⟧ it, had always ⟦been belonging⟧ there.",
            fixed="They, who have owned it, had always belonged there.",
            plain=True,
        ),
        Case("The hard part is knowing when to stop, and the key is understanding how it works."),
        Case("They are counting the votes. They are counting on him, and he is counting."),
        Case("He was found wanting, and it was lacking in taste. They are understanding people."),
        Case("The firm is weighing a bid, there are existing rules, and “I was needing a rest,” he said."),
    )

    @property
    def trace(self) -> str:
        return rf"\b(?:am|is|are|was|were|been)(?:\s\w+)?\s(?:{any_of(VERBS)}|counting)"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["perfect"]:
            return self._perfect(match, block)
        verb, be = match["verb"], match["be"]
        if verb == "counting":
            said = f"{match['who']} count"
            message = f"progressive of a stative verb, “counting”: does this mean “{said}”?"
            return Finding(Range(*match.span()), message, suggestions=(said,))
        text = block.text
        if not pattern(rf"\s?+(?:{FOLLOWED.get(verb, '')})").match(text, match.end()):
            return None
        if (match["adverb"].endswith("ly") and verb == "existing") or (
            verb == "containing" and pattern(ACTOR).search(text, max(match.start() - 20, 0), match.start())
        ):
            return None
        at = Range(match.start("be"), match.end("verb"))
        if _is_gerund(match, block) or (
            verb not in NO_GERUND | {"knowing", "mattering", "understanding"} and block.is_quoted(at)
        ):
            return None
        form = PRESENT.get(be, 2)
        said = (match["adverb"].lstrip() + " " if match["adverb"] else "") + VERBS[verb][form]
        safety = Safety.SAFE if verb in SURE else Safety.UNSAFE
        return Finding(at, f"progressive of a stative verb: use “{said}”", (Change(at, said),), safety=safety)

    @staticmethod
    def _perfect(match: regex.Match[str], block: Block) -> Finding | None:
        """The finding for “has been owning”."""
        verb, at = match["perfect"], Range(*match.span("been"))
        followed = FOLLOWED.get(verb, "") if verb != "owning" else ""
        if block.is_quoted(at) or not pattern(rf"\s?+(?:{followed})").match(block.text, match.end()):
            return None
        said = VERBS[verb][3]
        safety = Safety.SAFE if verb in SURE else Safety.UNSAFE
        return Finding(at, f"progressive of a stative verb: use “{said}”", (Change(at, said),), safety=safety)


def _is_gerund(match: regex.Match[str], block: Block) -> bool:
    """Whether the form in “-ing” may be a noun, or no clause."""
    start = max(block.sentence_at(match.start()).start, match.start() - REACH)
    before = block.text[start : match.start("be")]
    if not pattern(SUBJECT).search(before) or before.rstrip().endswith((" not", "there", "There")):
        return True
    if match["verb"] in NO_GERUND or match["be"] in ("am", "are", "were"):
        return False
    return bool(pattern(EQUATED).search(before)) and not pattern(RELATIVE).search(before)
