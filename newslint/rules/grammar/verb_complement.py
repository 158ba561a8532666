from __future__ import annotations

from collections.abc import Iterable

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.verb_forms import Verb, common_verbs, conjugate, regular_verbs
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of, pattern

NOUNS = frozenset(
    {"be", "have", "date", "staff", "press", "trade", "market", "fire", "work", "record", "service", "school"}
)
"""Verbs that may be nouns after “to”, and auxiliaries: “as suggested to staff”."""
VERBS = {
    verb.base: verb
    for verb in (*regular_verbs(), *common_verbs(), *map(conjugate, column("irregular_verbs", 0)))
}
BASES = any_of(VERBS.keys() - NOUNS)
COMMON = any_of(verb.base for verb in common_verbs())
PREPOSITIONS = frozenset(
    {"including", "following", "involving", "regarding", "concerning", "surrounding", "having", "being"}
)
"""Gerunds that are prepositions too: “promises regarding these programs”."""
GERUNDS = {verb.gerund: verb.base for verb in VERBS.values() if verb.gerund not in PREPOSITIONS}
OBJECT = r"(?:the|an?|his|her|its|their|our|my|it|them|him|you|us|this|these|those)\b"


def _forms(bases: str, *, without: Iterable[str] = ()) -> str:
    """Every form of some verbs but their gerunds, which may be nouns."""
    verbs: Iterable[Verb] = map(conjugate, bases.split())
    return any_of({form for verb in verbs for form in verb.forms if form != verb.gerund} - set(without))


ACTIVE = r"(?<!\b(?:is|are|was|were|be|been|being|as|it’s|it's)\s(?:\p{Ll}+ly\s)?)(?<!\p{Ll}ly\s)"
"""No passive: “it was suggested to close the road”."""
TAKES_GERUND = (
    rf"(?:{_forms('suggest avoid deny admit enjoy resist postpone imagine')}"
    r"|(?:has|have|had)\sconsidered|finished|practised|delayed"
    r"|(?:not|n[’']t|he|she|they|we|would|could|will|may|might|doctors|experts|officials)\s(?:risks?|risked|recommended)|risking)"
)
GERUND_TOO = r"(?:avoid|suggest|deny|enjoy|consider|postpon|contemplat|finish|resist|risk)ing"
"""Gerunds of the same verbs, which no passive has: “it is considering to close”."""
SURE = r"(?:avoid|enjoy)(?:s|ed|ing)?\sto"
"""What is followed by nothing but a wrong infinitive."""
TAKES_INFINITIVE = (
    "refuses|refused|agreed|decides|decided|planned|manages|managed|promises|promised|hopes|hoped"
    "|expects|expected|fails|failed|offered|threatens|threatened|vows|vowed|seeks|sought|intends|intended|pledged"
)
NO_NOUN = r"(?<!\b(?:is|are|was|were|be|been|being|the|an?|his|her|its|their|of|as|with)\s(?:\p{Ll}+ly\s)?)"
"""No passive and no noun or adjective: “the planned building of a port”."""
NOUNS_IN_ING = words_of("nouns_in_ing")
PEOPLE = any_of(column("roles", 1) | column("people", 1) | {"people"})
CLAUSE = r"(?<=\A|\n|[.!?]\s|[“\"]|,\s|\b(?:and|but|because)\s)"


class VerbComplement(PatternRule):
    """A verb takes the wrong complement: “suggested to close”.

    ## What it does
    Writes the gerund after verbs that take it (“suggested to close”, “avoid to pay”, “look forward to meet”)
    and the infinitive after those that take that (“refused paying the fine”). Passives (“it was
    suggested to”) pass.

    ## Why it matters
    Most languages have one form where English has two, and engines keep theirs.

    ## Fix safety
    Safe after “avoid” and “enjoy”. Elsewhere unsafe: “suggested that they close it” may be better.
    """

    safety = Safety.SAFE
    expression = (
        rf"(?:{ACTIVE}\b{TAKES_GERUND}|\b{GERUND_TOO})\s(?P<infinitive>to\s(?P<base>{BASES}))\b(?![’'-]|\swith\b|\s(?:if|whether)\b)"
        r"|\b(?:avoid|avoids|avoided|avoiding|enjoys|risks|risking)\s(?P<infinitive>to\s(?P<base>be))\b"
        rf"|\b(?:{_forms('prevent prohibit discourage deter', without=['prohibited'])}|preventing|deterring)"
        rf"\s(?:(?:the|his|her|their|its)\s)?(?:him|them|us|me|{PEOPLE})"
        rf"\s(?P<infinitive>(?P<kept>to)\s(?P<base>{BASES}))\b(?![’'-])"
        rf"|\b[Ll]ook(?:s|ed|ing)?\sforward\sto\s(?P<infinitive>(?P<base>(?:{COMMON})\b|(?:{BASES})(?=\s{OBJECT})))(?![’'-])"
        rf"|(?:{NO_NOUN}\b(?:{TAKES_INFINITIVE})|\b(?:[Hh]e|[Ss]he|[Ii]t|who|which)\splans)\s(?P<gerund>{any_of(GERUNDS)})\s{OBJECT}"
        rf"|\b(?:refus(?:e|es|ed|ing)|declin(?:es|ed|ing)|(?:to|they|would|will|not)\sdecline)"
        rf"\s(?P<gerund>{any_of(GERUNDS.keys() - NOUNS_IN_ING)})\b(?!-)"
        rf"|{CLAUSE}(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)\s(?:wants?|wanted)\s(?P<gerund>{any_of(GERUNDS)})\s{OBJECT}"
    )
    cases = (
        Case(
            "Engineers ⟦suggested to close⟧ the road. He ⟦risks to be⟧ seen.",
            fixed="Engineers suggested closing the road. He risks being seen.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The port ⟦avoids to pay⟧ for it.",
            fixed="The port avoids paying for it.",
        ),
        Case(
            "The port is ⟦considering to sell⟧ a crane.",
            fixed="The port is considering selling a crane.",
            safety=Safety.UNSAFE,
        ),
        Case("They look at ports they are considering to see if they pay, plans covering an age of decline."),
        Case("He is finishing to better effect. They plan meetings, offering the plans regarding the port."),
        Case(
            "She ⟦denied to take⟧ it, and they ⟦look forward to meet⟧ her.",
            fixed="She denied taking it, and they look forward to meeting her.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "He ⟦refused paying the⟧ fine, and the firm ⟦decided selling its⟧ boats.",
            fixed="He refused to pay the fine, and the firm decided to sell its boats.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The fence ⟦prevents them to leave⟧ and ⟦prevented the villagers to sell⟧ it.",
            fixed="The fence prevents them from leaving and prevented the villagers from selling it.",
            safety=Safety.UNSAFE,
        ),
        Case("“⟦We want seeing it⟧,” she said."),
        Case(
            "Two aides, asked by phone, ⟦declined answering⟧, and the port ⟦refuses opening⟧ on Sundays.",
            fixed="Two aides, asked by phone, declined to answer, and the port refuses to open on Sundays.",
            safety=Safety.UNSAFE,
        ),
        Case("It was suggested to close it. He is considered to be rich, and they finish to loud cheers."),
        Case("They refuse funding. The planned building of the port was refused."),
        Case("They admit to mistakes, and look forward to work. They plan to go, hoping the rain stops."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["gerund"]:
            said, right = match["gerund"], f"to {GERUNDS[match['gerund']]}"
            change = Change(Range(*match.span("gerund")), right)
            message = f"gerund after a verb that takes the infinitive: use “{right}”"
            return Finding(at, message, (change,), safety=Safety.UNSAFE)
        said, right = match["base"], conjugate(match["base"]).gerund
        if match["kept"]:
            right = f"from {right}"
        change = Change(Range(*match.span("infinitive")), right)
        message = f"infinitive “to {said}” after a verb that takes the gerund: use “{right}”"
        safety = Safety.SAFE if pattern(SURE).match(match[0]) else Safety.UNSAFE
        return Finding(at, message, (change,), safety=safety)
