from __future__ import annotations

import regex

from newslint.lexicon.classes import column
from newslint.lexicon.months import MONTHS, WEEKDAY
from newslint.lexicon.verb_forms import common_verbs, regular_verbs
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Scope, any_of

VERBS = (*common_verbs(), *regular_verbs())
PARTICIPLE = any_of({verb.participle for verb in VERBS} | column("irregular_verbs", 3) - {"been"})
FINISHED = (
    rf"(?:yesterday|last\s(?:week|month|year|night|summer|winter|spring|autumn|{WEEKDAY})"
    rf"|(?:two|three|four|five|six|seven|eight|nine|ten|several|a\sfew|\d+)\s(?:days|weeks|months|years|decades|hours)\sago)"
)
PASTS = any_of({verb.past for verb in VERBS} | column("irregular_verbs", 2))
BETWEEN = (
    rf"(?!(?:since|from|over|than|until|and|or|between|that|as|during|within|compared|against|through|before|after|when|who|which"
    rf"|was|were|is|are|if|every|only|what|how|why|because|but|more|where|whether|while|like|prior|despite|to|of|{PASTS}|{PARTICIPLE})\b"
    r"|\p{L}+(?:ing|ed)\b)\p{L}+"
)
"""A word that is no clause, so that the time belongs to the perfect."""
AGO = (
    r"(?:yesterday|(?:two|three|four|five|six|seven|eight|nine|ten|several|a\sfew|\d+)"
    r"\s(?:days|weeks|months|years|decades|hours)\sago)"
)
SPAN = (
    r"(?:more\sthan\s|over\s|almost\s|nearly\s|about\s)?(?:(?:\p{Ll}+ty-)?(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|twenty|thirty|forty|fifty|sixty)|\d+|many|several)\s(?:years|decades|months|weeks)"
)
LASTS = "live|work|stay|teach|own|know|sit|serve|run|lead|wait"
STATES = {verb.third: verb.participle for verb in VERBS if verb.base in LASTS.split("|")}
MONTH = any_of(MONTHS)
STARTED = (
    rf"(?:(?:early\s|late\s|mid-)?(?:{MONTH}|(?:19|20)\d\d)"
    rf"|last\s(?:year|month|week|spring|summer|autumn|winter|{MONTH}))\b"
)
OTHER = (
    "since|from|over|than|until|to|for|by|and|or|between|into|that|as|during|within|compared|against|through|before|after|of"
    "|when|who|about|is|was|if|every|only|the|what|how|because|but"
)
"""Words after which the time belongs to something else: “have fallen from last month”."""
DEADLINE = rf"(?:the\send\sof|{WEEKDAY}|{MONTH}|20\d\d|next\s(?:week|month|year)|tomorrow|midnight|noon)\b"
ONCE = "arrive|finish|submit|complete|return|deliver|reply|file|hand|repay|register|apply|agree|vacate"


class TimeAndTense(PatternRule):
    """A tense does not go with a time: “has died last week”.

    ## What it does
    Reports a perfect with a time that is over (“has died last week”), a present with a length of time (“who
    lives there for 40 years”, “is in jail since May”), “until” where something is done once (“must arrive
    until Friday”), and “during” before a clause. Quoted speech and “since last week” pass.

    ## Why it matters
    German, French and Italian tell what happened in the perfect, and what lasts in the present.

    ## Fix safety
    Unsafe, and none where the verb has to be put into another tense.
    """

    scope = Scope.DOCUMENT
    expression = (
        rf"(?<!\b(?:would|could|should|might|may|must|to)\s)\b(?:has|have)\s(?:also\s)?(?:been\s)?(?:{PARTICIPLE})\s(?:(?!(?:{OTHER})\b)\p{{L}}+\s){{0,3}}"
        rf"(?:{FINISHED})\b(?![’']s|\s(?:and|to|have|has|through|or|until|because)\b)"
        rf"|(?<!\b(?:would|could|should|might|may|must|to|not)\s)\b(?:has|have)\s(?:also\s)?(?:{PARTICIPLE}|\p{{Ll}}{{3,}}ed)\s(?:{BETWEEN}\s){{4,8}}{AGO}\b(?![’']s|\s(?:and|to|have|has|through|or|until|because)\b)"
        rf"|\b(?:who|which|he|she|it|He|She|It)\s(?P<state>{any_of(STATES)})\s(?:(?:there|here|(?:in|at|on|with|for)\s(?:the\s|a\s|his\s|her\s)?\p{{L}}+)\s)?"
        rf"(?:for|since)\s{SPAN}\b(?!\s(?:a|per|at|before|in|ago|or)\b|-)"
        rf"|\b(?P<be>is|are)\s(?:in|at|on|under|behind)\s(?:the\s|a\s)?\p{{Ll}}+\ssince\s{STARTED}"
        rf"|\b(?:(?:must|should|will|to)\s(?:be\s)?(?:{ONCE})(?:ed|d)?\s(?:\p{{Ll}}+\s){{0,2}}|(?:is|are|was|were)\s(?:due|ready)\s)"
        rf"(?P<until>until|till)\s{DEADLINE}"
        rf"|\b(?P<during>during)\s(?:he|she|they|it|we)\s(?:was|were|is|are|had|has|worked|lived|\p{{Ll}}+ed)\b"
    )
    cases = (
        Case("The mayor, who ⟦has died last Thursday⟧, was 94. She ⟦has visited Oslo last year⟧."),
        Case(
            "He ⟦has founded a school for sailors near Bergen two years ago⟧. "
            "Ida Holm, ⟦who lives there for forty years⟧, left. Her son ⟦is in jail since March⟧ 2021."
        ),
        Case(
            "The grain ⟦must arrive until the end of⟧ May. He fell ⟦during he worked⟧ there.",
            fixed="The grain must arrive by the end of May. He fell while he worked there.",
        ),
        Case("Prices have risen since last year, have fallen from last month and have more than doubled."),
        Case("He has worked there for ten years. It works for years. They must wait until Friday."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if block.is_quoted(at):
            return None
        if match["until"]:
            change = Change(Range(*match.span("until")), "by")
            return Finding(at, "“until” with something done once: use “by”", (change,))
        if match["during"]:
            change = Change(Range(*match.span("during")), "while")
            return Finding(at, "“during” before a clause: use “while”", (change,))
        if match["state"]:
            return Finding(at, f"present tense with a length of time: use “has {STATES[match['state']]}”")
        if match["be"]:
            return Finding(
                at, f"present tense with “since”: use “{'has' if match['be'] == 'is' else 'have'} been”"
            )
        return Finding(at, "perfect with a time that is over: use the past tense")
