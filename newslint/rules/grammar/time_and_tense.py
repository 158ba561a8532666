from __future__ import annotations

import regex

from newslint.lexicon.classes import column
from newslint.lexicon.months import MONTH as DATED
from newslint.lexicon.months import MONTHS, WEEKDAY
from newslint.lexicon.verb_forms import common_verbs, conjugate, regular_verbs
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope, any_of, pattern

VERBS = (*common_verbs(), *regular_verbs())
PARTICIPLE = any_of({verb.participle for verb in VERBS} | column("irregular_verbs", 3) - {"been"})
AGO = (
    r"(?:yesterday|(?:two|three|four|five|six|seven|eight|nine|ten|several|a\sfew|\d+)"
    r"\s(?:days|weeks|months|years|decades|hours)\sago)"
)
FINISHED = rf"(?:{AGO}|last\s(?:week|month|year|night|summer|winter|spring|autumn|{WEEKDAY}))"
PASTS = any_of({verb.past for verb in VERBS} | column("irregular_verbs", 2))
BETWEEN = (
    rf"(?!(?:since|from|over|than|until|and|or|between|that|as|during|within|compared|against|through|before|after|when|who|which"
    rf"|was|were|is|are|if|every|only|what|how|why|because|but|more|where|whether|while|like|prior|despite|to|of|{PASTS}|{PARTICIPLE})\b"
    r"|\p{L}+(?:ing|ed)\b)\p{L}+"
)
"""A word that begins no clause, so that the time belongs to the perfect."""
SPAN = (
    r"(?:more\sthan\s|over\s|almost\s|nearly\s|about\s)?(?:(?:\p{Ll}+ty-)?(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|twenty|thirty|forty|fifty|sixty)|\d+|many|several)\s(?:years|decades|months|weeks)"
)
LASTS = "live|work|stay|teach|own|know|sit|serve|run|lead|wait"
LASTS_LONG = (
    "live|work|own|know|lead|head|run|chair|teach|study|wait|fight|suffer|struggle|campaign|belong|exist"
    "|manage|edit|use"
)
STATES = {verb.third: verb.participle for verb in map(conjugate, f"{LASTS}|{LASTS_LONG}".split("|"))}
STATE, LONG_STATE = (
    any_of(conjugate(base).third for base in bases.split("|")) for bases in (LASTS, LASTS_LONG)
)
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
DEADLINE = (
    rf"(?:the\s(?:end|beginning|start|middle|latest|summer|spring|autumn|winter)\b|{WEEKDAY}\b|{DATED}(?!\w)|20\d\d\b"
    rf"|\d\d?\s{DATED}|mid-|(?:the\s)?(?:next|following)\s(?:week|month|year|day|morning)\b|tomorrow\b|midnight\b|noon\b"
    r"|\d\d?(?:[:.]\d\d)?\s?[ap]\.?m)"
)
ONCE = "arrive|finish|submit|complete|return|deliver|reply|file|hand|repay|register|apply|agree|vacate"
ALSO_ONCE = (
    "respond|present|publish|issue|sign|decide|appeal|surrender|notify|approve|ratify|install|resign|answer|declare|lodge"
    "|nominate|announce|adopt|double|halve|unveil"
)
DONE_ONCE = any_of(
    form
    for verb in map(conjugate, f"{ONCE}|{ALSO_ONCE}".split("|"))
    for form in (verb.base, verb.participle)
    if verb.base not in ("return", "apply", "repay")
)
MUST = (
    r"(?:must|shall|should|will|(?:ha[sd]|have|needs?|needed|required|ordered|asked|told|obliged|expected|supposed"
    r"|promised|agreed|urged|pledged|vowed|plans?|planned|wants?|hopes?|hoped|due|scheduled|instructed|decided)\sto)"
)
"""Obligations; not “can” or “may”, after which “until” is right."""
PASSED = (
    rf"(?:(?:(?:early|late)\s)?on\s(?:(?:early|late)\s)?(?:{WEEKDAY}|{DATED}\s\d+)|yesterday)"
    r"\b(?!\s(?:and|through|to)\b)"
)
SINGLE = (
    "arrive|begin|close|collapse|crash|die|disappear|end|erupt|explode|fall|happen|leave|meet|occur|open|resign"
    "|return|rise|sink|start|arrest|kill|injure"
)
"""Verbs for what happens once, perhaps with a place before the day."""
HAPPENED = any_of(conjugate(base).participle for base in SINGLE.split("|"))
PLACE = (
    r"(?:in|at|near|from|off|outside|by)\s(?:(?:the|an?|his|her|its)\s)?[\p{L}’-]+(?:\s\p{Lu}[\p{L}’-]+)?\s"
)
ACTIVITY = (
    "wait|live|work|fight|struggle|search|look|try|campaign|call|ask|demand|study|hope|dream|complain|suffer"
    "|protest|negotiate|investigate|grow|fall|rise|decline|talk|warn|argue|battle|seek|push|lobby|sit|develop"
    "|collect|record|research|monitor|observe|follow|farm|fish|teach|write|train|beg|plead|demonstrate|lead"
)
"""Verbs for what has lasted; who “is staying for three months” may have come today."""
DOING = any_of(conjugate(base).gerund for base in ACTIVITY.split("|"))
FOR_LONG = (
    r"for\s(?:(?:the|these)\s(?:last|past)\s)?(?:(?:about|almost|nearly|over|more\sthan|at\sleast|well\sover)\s)?"
    r"(?:(?:\p{Ll}+ty-)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty)|\d+|many|several|a\sfew)\s(?:years|decades|months|centuries)\b(?!-|\s(?:a|per|at|before|in|ago|or|to)\b)"
)
NO_CLAUSE = (
    r"(?:(?!(?:that|who|which|what|and|but|or|has|have|had|been|not|going|enough|only|first|most|to|a|out)\b)"
    r"[\p{L}’'-]+\s)"
)
WHILE = r"\A(?:is|are|was|were)\b|\b(?:return|repa|appl|agree|regist)"
"""Words after which “until” may be right."""
NEGATED = r"(?:\b(?:not|never|nor|no|few|nobody|nothing)\b|n[’']t\b)[^.;:]*\Z"
"""A negation after which “until” is right: “is not due to return until May”."""
NEAR = 40
"""Characters before an obligation that are searched for a negation."""
OWNER = (
    r"(?:who|which|[Hh]e|[Ss]he|[Ii]t|\p{Lu}[\p{L}’-]+"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Aa])\s(?:\p{Ll}+\s)?\p{Ll}+)"
)


class TimeAndTense(PatternRule):
    """A tense does not fit a time: “has died last week”.

    ## What it does
    Reports a perfect with a time that is over (“has died last week”), a present with a length of time (“who
    lives there for 40 years”, “is in jail since May”), “until” where something is done once (“must arrive
    until Friday”), and “during” before a clause. Quoted speech and “since last week” pass.

    ## Why it matters
    German, French and Italian use the perfect for what happened, and the present for what has lasted.

    ## Fix safety
    Safe for “by” before the deadline of what is done once, and for “is in custody since May”. Elsewhere
    unsafe, and none where the verb has to be put into another tense.
    """

    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    expression = (
        rf"(?<!\b(?:would|could|should|might|may|must|to)\s)\b(?:has|have)\s(?:also\s)?(?:been\s)?(?:{PARTICIPLE})\s(?:(?!(?:{OTHER})\b)\p{{L}}+\s){{0,3}}"
        rf"(?:{FINISHED})\b(?![’']s|\s(?:and|to|have|has|through|or|until|because)\b)"
        rf"|(?<!\b(?:would|could|should|might|may|must|to|not)\s)\b(?:has|have)\s(?:also\s)?(?:{PARTICIPLE}|\p{{Ll}}{{3,}}ed)\s(?:{BETWEEN}\s){{4,8}}{AGO}\b(?![’']s|\s(?:and|to|have|has|through|or|until|because)\b)"
        rf"|\b(?:who|which|he|she|it|He|She|It)\s(?P<state>{STATE})\s(?:(?:there|here|(?:in|at|on|with|for)\s(?:the\s|a\s|his\s|her\s)?\p{{L}}+)\s)?"
        rf"(?:for|since)\s{SPAN}\b(?!\s(?:a|per|at|before|in|ago|or)\b|-)"
        rf"|\b{OWNER}\s(?P<state>{LONG_STATE})\s{NO_CLAUSE}{{0,5}}?{FOR_LONG}"
        rf"|(?:\b(?P<going>am|is|are)|[’'](?:m|re))\s(?:{NO_CLAUSE})?(?:{DOING})\s{NO_CLAUSE}{{0,5}}?{FOR_LONG}"
        rf"|(?<!\b(?:would|could|should|might|may|must|to|not)\s)\b(?:has|have)\s(?:\p{{Ll}}+ly\s|also\s)?(?:been\s)?(?:(?:{PARTICIPLE}|\p{{Ll}}{{3,}}ed)\s|(?:{HAPPENED})\s{PLACE}){PASSED}"
        rf"|\b(?P<be>is|are)\s(?:in|at|on|under|behind)\s(?:the\s|a\s)?\p{{Ll}}+\ssince\s{STARTED}"
        rf"|\b(?:(?:must|should|will|to)\s(?:be\s)?(?:{ONCE})(?:ed|d)?\s(?:\p{{Ll}}+\s){{0,2}}|(?:is|are|was|were)\s(?:due|ready)\s)"
        rf"(?P<until>until|till)\s{DEADLINE}"
        rf"|\b{MUST}\s(?:be\s)?(?:\p{{Ll}}+ly\s)?(?:{DONE_ONCE})\s(?:(?!(?:not|wait|who|which|that|until|and|or)\b)[\p{{L}}\d$£€,’'-]+\s){{0,7}}?"
        rf"(?P<until>until|till)\s{DEADLINE}"
        rf"|\b(?P<during>during)\s(?:he|she|they|it|we)\s(?:was|were|is|are|had|has|worked|lived|\p{{Ll}}+ed)\b"
    )
    cases = (
        Case("The mayor, who ⟦has died last Thursday⟧, was 94. She ⟦has visited Oslo last year⟧."),
        Case("The bishop ⟦has retired on Monday⟧, and two boats ⟦have sunk off Crete on Friday⟧."),
        Case("The court has set a hearing on Tuesday. It has worked on Sundays, and has closed in a week."),
        Case(
            "Growers ⟦have to file their claims until June⟧ 3. Ida Holm ⟦is in jail since March⟧ 2021.",
            fixed="Growers have to file their claims by June 3. Ida Holm has been in jail since March 2021.",
        ),
        Case(
            "⟦She runs the mill for ten years⟧.",
            fixed="She has run the mill for ten years.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They ⟦are searching for him for six months⟧. “I ⟦am fighting for ten years⟧,” he said.",
            fixed="They have been searching for him for six months. “I am fighting for ten years,” he said.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They are staying for six months, are not due to answer until May and can file it until Friday."
        ),
        Case(
            "He ⟦has founded a school for sailors near Bergen two years ago⟧. "
            "Ida Holm, ⟦who lives there for forty years⟧, left.",
            fixed="He has founded a school for sailors near Bergen two years ago. "
            "Ida Holm, who has lived there for forty years, left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The grain ⟦is due until the end⟧ of May. He fell ⟦during he worked⟧ there.",
            fixed="The grain is due by the end of May. He fell while he worked there.",
            safety=Safety.UNSAFE,
        ),
        Case("Prices have risen since last year, have fallen from last month and have more than doubled."),
        Case("He has worked there for ten years. It works for years. They must wait until Friday."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["going"] or match["be"] or match[0][0] in "’'":
            return self._lasting(match)
        is_negated = pattern(NEGATED).search(block.text, max(match.start() - NEAR, 0), match.start())
        if block.is_quoted(at) or (match["until"] and is_negated):
            return None
        if match["until"]:
            change = Change(Range(*match.span("until")), "by")
            safety = Safety.UNSAFE if pattern(WHILE).search(match[0]) else Safety.SAFE
            return Finding(at, "“until” with something done once: use “by”", (change,), safety=safety)
        if match["during"]:
            change = Change(Range(*match.span("during")), "while")
            return Finding(at, "“during” before a clause: use “while”", (change,), safety=Safety.UNSAFE)
        if match["state"]:
            right = f"has {STATES[match['state']]}"
            change = Change(Range(*match.span("state")), right)
            message = f"present tense with a length of time: use “{right}”"
            return Finding(at, message, (change,), safety=Safety.UNSAFE)
        return Finding(at, "perfect with a time that is over: use the past tense")

    @staticmethod
    def _lasting(match: regex.Match[str]) -> Finding:
        """A present tense with a time that began in the past."""
        at = Range(*match.span())
        group = "going" if match["going"] else "be"
        if match[group] is None:
            return Finding(at, "present tense with a length of time: use “have been”")
        right = "has been" if match[group] == "is" else "have been"
        about = "a length of time" if match["going"] else "“since”"
        change = Change(Range(*match.span(group)), right)
        safety = Safety.SAFE if group == "be" else Safety.UNSAFE
        return Finding(at, f"present tense with {about}: use “{right}”", (change,), safety=safety)
