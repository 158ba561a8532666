from __future__ import annotations

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.counted import COUNTED
from newslint.lexicon.verb_forms import common_verbs, conjugate
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Scope, any_of
from newslint.text.sentences import OPENING, SENTENCE

SINGULAR = {"have": "has", "do": "does", "are": "is", "were": "was"}
PLURAL = {"has": "have", "does": "do", "is": "are", "was": "were"}
OTHERS = [
    *("call", "face", "help", "hope", "like", "live", "look", "plan", "play", "run", "stay", "try", "wait"),
    *("want", "work"),
]
"""Verbs that are nouns as well, which cannot follow “he”."""
THIRDS = {
    verb.base: verb.third
    for verb in (*common_verbs(), *map(conjugate, OTHERS))
    if verb.base not in ("become", "let")
}
BASES = {third: base for base, third in THIRDS.items()}
ONLY_THIRDS = BASES.keys() - {THIRDS[base] for base in OTHERS}
CLAUSE = r"(?<=\A|\n|[.!?][”’\"']?\s|,\s|\b(?:and|but|because|while|although|though|which|said|says)\s)"
"""Where a clause begins, where no auxiliary or verb of asking can precede the subject."""
SAID = r"\b(?:said|says|added|believes|thinks|knows|means|shows)\sthat\s"
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|numerous|various|\d+)"
AMOUNTS = (
    r"(?!(?:percent|per\s|million|billion|minutes|seconds|hours|pounds|dollars|euros|feet|miles|points"
    r"|shots)\b)"
)
ONE = any_of(
    column("roles", 0) | column("things", 0) - words_of("firms_too") - {"aircraft", "crew", "counsel"}
)
MANY = any_of(
    (column("roles", 1) | column("people", 1) | column("plain_plurals", 1) | COUNTED | {"people"})
    - {"police", "counsel", "months", "years", "days", "weeks", "hours"}
)
SUMS = (
    "cost|price|value|budget|bill|amount|length|size|damage|rise|fall|increase|delay|death|arrest|lack|loss"
    "|use|work"
)
"""Nouns in the singular that take “of”."""
FIGURES = any_of(
    {"figures", "results", "findings", "documents", "records", "reports", "studies", "statistics"}
    | {"images", "pictures"}
)
SHOWS = {
    base: conjugate(base).third
    for base in ("show", "suggest", "reveal", "indicate", "confirm", "prove", "describe")
}
SAY, SAYS = "|".join(SHOWS), "|".join(SHOWS.values())
REPORT = "report|study|survey|document|analysis|review|poll|audit|letter|investigation|inquiry|statement"
PHRASE = (
    r"(?:of|in|from|by|at|for|on|near|with|to)\s(?:(?:the|a|an|its|his|her|their|this|these)\s)?"
    r"(?:\p{L}+\s)?\p{L}+"
)
INSERTED = r",\s(?!and\b)[^,.;:?!–—\n“”\"]{5,80},"
LONG_PHRASE = r"\s(?:of|for|in|at|on|to|from)\s(?:(?!\b(?:which|that|who|and)\b)[^.,;:!?“”\"()\n]){3,60}"
WITH = (
    r",\s(?:(?:along|together)\swith|as\swell\sas|in\saddition\sto|including|accompanied\sby)"
    r"\s[^.;:!?“”\"\n]{5,90}?,\s"
)
"""What goes along with a subject and does not count."""
LONGEST = 60
"""Characters from subject to verb, beyond which only the verb is marked."""
TURNED = (
    r"(?:Among|With|Behind|Beside|Inside|Outside|Aboard|On|At|In|Near|Under|Next|Also|Below|Above|Along|Around"
    r"|Between)\b(?:(?!\b(?:which|that|who)\b)[^.,;:!?“”\"()\n]){2,50}?\s"
)
"""What precedes the verb when the subject follows it: “among the injured was …”."""
RIGHT = {
    "many": SINGULAR | THIRDS | SHOWS,
    "one": PLURAL | BASES | {third: base for base, third in SHOWS.items()},
}
"""By the group of a match: the right form of each wrong one."""
LEADS = r"(?:The|These|Those|His|Her|Its|Their|Some|Many|Most|Several|Two|Three|Four|Five|Ten)"
DOES, DO = "has|is|was|does", "are|have|were|do"
BOATS = rf"{LEADS}\s(?:\p{{Ll}}+\s)?(?:{MANY})"
A_BOAT = r"(?:The|A|An|His|Her|Its|This)\s(?:\p{Ll}+\s)?"
PLURAL_NOUN = r"\p{Ll}{2,}(?<![si])s"
NO_COMPLEMENT = r"\b(?!\s(?:a|an|what|how)\b)"
"""After a verb that may agree with what follows: “The boys in the boat is what it is about”."""
NOT_JOINED = r"\b(?![’'-])"
SHAPES = (
    # He have, and she want, said that he go
    rf"(?:{CLAUSE}(?:[Hh]e|[Ss]he|[Ii]t)|{SAID}(?:he|she|it))\s(?P<many>have|do|are|{any_of(THIRDS)}){NOT_JOINED}",
    rf"{SENTENCE}(?:He|She|It)\s(?P<many>were)\b",
    # They was
    rf"{CLAUSE}(?:[Tt]hey|[Ww]e)\s(?P<one>has|is|was|does|{any_of(BASES)}){NOT_JOINED}",
    # There is three boats
    r"\b[Tt]here\s(?P<one>is|was|has)(?:\sbeen)?\s(?:also\s|now\s|only\s|still\s)?"
    rf"(?:{NUMBER}\s{AMOUNTS}(?:\p{{Ll}}+\s)?{AMOUNTS}{PLURAL_NOUN}\b|(?:(?:no|some|many|few|{NUMBER})\s)?(?:{MANY})\b)",
    # The documents was
    rf"{SENTENCE}{BOATS}\s(?P<one>is|has|was|does)\b(?!\s(?:a|an|what|how|not\sa)\b)",
    # The workers in the port has
    rf"{OPENING}{BOATS}\s{PHRASE}\s(?P<one>{DOES}|{any_of(ONLY_THIRDS)}){NO_COMPLEMENT}(?![’'-])",
    # The results of the poll, paid for by us, shows that
    rf"{OPENING}(?:{LEADS}\s)?(?:\p{{L}}+\s)?(?:{FIGURES})(?:\s{PHRASE}|\s{PHRASE}{INSERTED}|{INSERTED})?"
    rf"\s(?P<one>{SAYS})(?=\s(?:that|the|how|an?)\b)",
    # The workers who was, the workers, hired in May, was
    rf"{OPENING}{LEADS}\s(?:{MANY})"
    rf"(?:\s(?:who|which|that)\s(?P<one>{DOES})\b|{INSERTED}\s(?P<one>{DOES}){NO_COMPLEMENT})",
    # A report by us show how
    rf"{OPENING}{A_BOAT}(?:{REPORT})(?:\s{PHRASE}|{INSERTED})?\s(?P<many>{SAY})(?=\s(?:that|the|how|an?)\b)",
    # The letter to the mayors were
    rf"{OPENING}{A_BOAT}(?!(?:host|couple|string|series)\b)(?:{ONE})\s{PHRASE}\s(?P<many>{DO}){NO_COMPLEMENT}",
    # Among them was two boys
    rf"{OPENING}{TURNED}(?P<one>is|was|has(?=\sbeen\b))\s(?:been\s|also\s)?(?:{NUMBER}\s{AMOUNTS}(?:\p{{L}}+\s)?"
    rf"{AMOUNTS}{PLURAL_NOUN}|(?:the\s)?(?:{MANY})(?!\s\p{{Ll}}))\b(?![’'-])",
    # The price of the boat, along with its engines, have
    rf"{OPENING}(?:The|A|An|His|Her|Its|Their|This|Each)\s"
    r"(?!(?:number|lot|couple|pair|group|series|majority|handful|host|team|string)\b)"
    rf"(?:[\p{{L}}-]+\s)?(?:{ONE}|{SUMS})(?:{LONG_PHRASE})?{WITH}(?P<many>have|are|were)\b",
    # The boys, along with the mayor, was
    rf"{OPENING}{BOATS}(?:\s{PHRASE})?{WITH}(?P<one>has|is|was){NO_COMPLEMENT}",
    # Mr Holm, together with his aides, were
    rf"{OPENING}(?:Mr|Mrs|Ms|Dr)\.?\s\p{{Lu}}[\p{{L}}’-]+{WITH}(?P<many>have|are|were)\b",
    # People was, the letter were, every boat are, everyone were
    rf"{SENTENCE}(?:People|Police|Children|Others|Women|Men|These|Those)\s(?P<one>{DOES}){NO_COMPLEMENT}",
    rf"{SENTENCE}(?:The|This|His|Her|Its)\s(?:{ONE})\s(?P<many>{DO})\b",
    rf"{SENTENCE}(?:Each|Every)\s(?!(?:few|two|three|four|five|six|other)\b)\p{{Ll}}+(?<!s)\s(?P<many>{DO})\b",
    rf"{SENTENCE}(?:Everyone|Everybody|Nobody|Someone|Somebody|Everything|Nothing)\s(?P<many>are|have|were)\b",
    # each of the boats are, the number of boats are, one of the boats were
    r"\b[Ee]ach\sof\s(?:the|these|those|them)\s(?:\p{Ll}+\s)?\p{Ll}+s\s(?P<many>are|were|have)\b"
    r"(?=\s(?:a|an|the|been|not|\p{Ll}+ed|given|in)\b)",
    rf"{SENTENCE}The\snumber\sof\s\p{{Ll}}+s\s(?P<many>are|have|were)\b(?!\s(?:been\s)?(?:who|that))",
    r"\b(?<!\b(?:in|of|by|for|on)\s)the\snumber\sof\s(?!times\b|ways\b)(?:(?!(?:that|which|who|and|the|in|to)\b)\p{Ll}+(?<!s)\s){0,2}"
    r"(?:\p{Ll}+(?<!s)s|people|women|men|children)\s(?P<many>have|are|were)(?=\s(?:been\s|\p{Ll}+ed\b|not\s|expected\b|fallen\b|risen\b|grown\b|gone\b"
    r"|now\s|still\s|higher\b|lower\b|too\s|so\s|up\b|down\b))",
    rf"{SENTENCE}One\sof\s(?:the|his|her|its|their|these)\s(?:\p{{Ll}}+\s)?\p{{Ll}}+s\s(?P<many>are|were|have)\b",
)
"""Subjects with a wrong verb: `many` is a plural that should be singular, `one` the reverse."""
BEGINS = (
    r"\A|\n|[.!?][”’\"']?\s|(?:\A|(?<=\s))[“\"]"
    r"|\b(?=(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Tt]here|[Ee]ach|the\snumber)\s|(?:said|says|added|believes|thinks|knows|means|shows)\sthat\s)"
)
"""Where any of these may begin."""


class Agreement(PatternRule):
    """A verb does not agree with its subject: “he have”.

    ## What it does
    Writes the form that goes with a pronoun (“they has”), with a common noun that begins the sentence, also
    across a phrase or inserted clause (“The officials in the port was”) or what it goes along with (“The
    cost, along with …, have”), with a noun after its verb (“among them was two boys”), with “there” (“there
    is three”), and with “each of” and “everyone”. Collective nouns (“the government have”), the subjunctive
    and quoted speech pass.

    ## Why it matters
    Chinese and Japanese verbs have one form for all, and an engine that loses the subject guesses.

    ## Fix safety
    Unsafe: the subject may be the word that is wrong.
    """

    scope = Scope.DOCUMENT
    expression = "|".join(SHAPES)
    begins = BEGINS
    cases = (
        Case(
            "The bus is late, but ⟦he have⟧ no car. ⟦They was⟧ home. ⟦She want⟧ it.",
            fixed="The bus is late, but he has no car. They were home. She wants it.",
        ),
        Case(
            "⟦There is three boats⟧ at sea. ⟦The documents was⟧ lost. ⟦The letter were⟧ lost.",
            fixed="There are three boats at sea. The documents were lost. The letter was lost.",
        ),
        Case(
            "It rained. ⟦Everyone were⟧ wet, and ⟦each of the boats are⟧ in port.",
            fixed="It rained. Everyone was wet, and each of the boats is in port.",
        ),
        Case(
            "She ⟦said that he go⟧ home. ⟦People was⟧ glad. ⟦One of the boats were⟧ old.",
            fixed="She said that he goes home. People were glad. One of the boats was old.",
        ),
        Case(
            "⟦The results of the poll, paid for by us, shows⟧ that it rains. ⟦A report by us show⟧ how.",
            fixed="The results of the poll, paid for by us, show that it rains. A report by us shows how.",
        ),
        Case(
            "⟦The workers in the port has⟧ gone. ⟦The workers, hired in May, was⟧ paid.",
            fixed="The workers in the port have gone. The workers, hired in May, were paid.",
        ),
        Case(
            "⟦The letter to the mayors were⟧ lost. ⟦The workers who was⟧ there left.",
            fixed="The letter to the mayors was lost. The workers who were there left.",
        ),
        Case(
            "⟦The price of the boat, along with its two engines, have⟧ doubled. ⟦Among them was two boys⟧.",
            fixed="The price of the boat, along with its two engines, has doubled. Among them were two boys.",
        ),
        Case(
            "Among them was a two-year-old. The boys, along with the crew, are home. In May it was two miles."
        ),
        Case(
            "They say ⟦the number of stray dogs have⟧ fallen.",
            fixed="They say the number of stray dogs has fallen.",
        ),
        Case("Leaders by the number of works were named, and the number of ways people are paid is small."),
        Case("Did he have it? They asked that she go, let it do harm, and if it were so, they have no say."),
        Case("The government have left. The crew are home. There is 20 percent left; there is one boat."),
        Case("“They was late,” he said. The people who live in the town is what it is about."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        group = "many" if match["many"] else "one"
        word = match[group]
        if block.is_quoted(at) and word in ("was", "is", "has", "do", "does"):
            return None
        right = RIGHT[group][word]
        message = f"“{word}” does not agree with its subject: use “{right}”"
        verb = Range(*match.span(group))
        return Finding(at if verb.end - at.start <= LONGEST else verb, message, (Change(verb, right),))
