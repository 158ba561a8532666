"""Damage to small words: articles, pronouns, number, repeated and split words."""

from __future__ import annotations

from random import Random

import regex

from newslint.testing.corruption.kind import DamageKind, replace_matches, replace_with

VERB = r"(?:said|announced|has|had|is|was|will|plans|agreed|decided|wants)"
COUNTRY = (
    r"(?:Japan|Germany|France|Russia|China|Ukraine|Poland|Spain|Italy|Turkey|Iran|Israel|India|Canada|Brazil)"
)
THING = (
    r"(?:agreement|law|treaty|bill|report|measure|storm|company|bridge|plan|vaccine|virus|attack|decision)"
)
COUNTABLE = r"(?:people|countries|voters|residents|companies|schools|workers|families|women|doctors)"
BARE = {
    "advice",
    "equipment",
    "evidence",
    "furniture",
    "information",
    "homework",
    "luggage",
    "software",
}


def _wrong_article(match: regex.Match[str], _chance: Random) -> str:
    return {"a": "an", "an": "a", "A": "An", "An": "A"}[match[1]] + match[2]


def _plural(match: regex.Match[str], _chance: Random) -> str | None:
    return match[0] + "s" if match[0] in BARE else None


def _in_progress(match: regex.Match[str], _chance: Random) -> str:
    verb = match[2]
    return f"{match[1]} are {verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing."


def _again(match: regex.Match[str], chance: Random) -> str:
    return " ".join([match[0]] * chance.choice((4, 5, 7)))


def _capital(match: regex.Match[str], _chance: Random) -> str:
    return match[0].capitalize()


TIMED = (
    r"(?:\A|(?<=\. ))On (?P<day>\p{Lu}\p{Ll}+day), [^.,;:“”\"\n]{10,60}?"
    r"(?= (?:was|is|has|had|will|said|told)\b)"
)


def _time_again(match: regex.Match[str], _chance: Random) -> str:
    return f"{match[0]} on {match['day']}"


def _before_quote(match: regex.Match[str], _chance: Random) -> str:
    return f"{match['word']} {match[0]}"


SYNONYMS = {"began": "started", "may": "might", "nearly": "almost", "big": "large", "during": "throughout"}


def _say_synonym(match: regex.Match[str], _chance: Random) -> str:
    return f"{match[0]} {SYNONYMS[match[0]]}"


KINDS = (
    DamageKind(
        "synonym-said-twice",
        ("synonym-twice",),
        replace_matches(rf"\b(?:{'|'.join(SYNONYMS)})\b(?= \p{{Ll}}{{3}})", _say_synonym),
        sure=True,
    ),
    DamageKind(
        "complement-said-twice",
        ("complement-twice", "repeated-phrase"),
        replace_with(r"\bin (May|June|July|August|October|November|December)\b", r"in \1 in the month of \1"),
        sure=True,
    ),
    DamageKind(
        "article-said-twice",
        ("double-word",),
        replace_with(r"\b(?:the|an?|of|and|or|their|our)(?= \p{Ll})", r"\g<0> \g<0>"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "word-said-twice",
        ("double-word",),
        replace_with(
            r"\b(?:to|for|with|from|by|his|its|was|were|be|will|\p{Ll}{6,})(?= \p{Ll}{3})", r"\g<0> \g<0>"
        ),
    ),
    DamageKind(
        "words-of-source",
        ("source-words",),
        replace_with(
            r"\b(?:and the|that the|with the|for the)(?= \p{Ll}{3})",
            "und auf der",
            "que les des",
            "que por los",
        ),
        sure=True,
    ),
    DamageKind(
        "word-in-a-loop",
        ("repetition-loop", "double-word"),
        replace_matches(r"\b(?:\p{Ll}{4,}|\p{Lu}\p{Ll}{3,})(?= (?:and|in|of)\b)", _again),
        sure=True,
    ),
    DamageKind(
        "state-in-progress",
        ("stative-progressive",),
        replace_matches(
            r"\b(They|We) (count|agree|know|believe|understand|matter|hope|disagree)\.", _in_progress
        ),
    ),
    DamageKind(
        "stop-inside-sentence",
        ("stray-period",),
        replace_with(r"(?<=\p{Ll}{4}) (?=(?:of|that|from|with|which|who|than) \p{L})", ". "),
    ),
    DamageKind(
        "name-glued-to-word",
        ("glued-words",),
        replace_with(r"\b((?:with|told|from|near|said|into|that|after|met|and)) (?=\p{Lu}\p{Ll}{3,})", r"\1"),
        sure=True,
    ),
    DamageKind(
        "turned-article",
        ("wrong-article",),
        replace_matches(
            r"\b([Aa]n?)"
            r"( (?:[bcdfgjklmnpqrstvwz]\p{Ll}{3,}|(?:[ai](?!sh)|e(?!u|we)|o(?!n[ce]\b))\p{Ll}{4,}))",
            _wrong_article,
        ),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "article-before-acronym",
        ("article-before-acronym",),
        replace_with(rf"(?<![Tt]he |[\p{{L}}-])(?:NATO|UNICEF|OPEC|UNESCO|NASA)(?= {VERB})", r"the \g<0>"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "article-before-country",
        ("article-before-country",),
        replace_with(
            rf"(?<=\b(?:in|from|to|with|by) ){COUNTRY}(?=[.,]| (?:and|in|on|for|since|has|is)\b)",
            r"the \g<0>",
        ),
        sure=True,
    ),
    DamageKind(
        "article-before-initials",
        ("article-before-initials",),
        replace_with(r"\ban ((?:FBI|NBC|NBA|NFL|MP|HIV|MRI|RAF|AP|IMF|ATM|NGO|LGBT)\b)", r"a \1"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "its-for-a-person",
        ("pronoun-for-person",),
        replace_with(
            r"\b((?:President|Minister|Chancellor|Senator|Mayor|Governor)(?: \p{Lu}\p{Ll}+){1,2}"
            r" (?:announced|launched|defended|began|presented|gave|made|took)) (?:his|her)\b",
            r"\1 its",
        ),
    ),
    DamageKind(
        "since-how-long",
        ("since-for-duration",),
        replace_with(
            r"\b(ha(?:s|ve|d) (?:\p{Ll}+ ){1,4})for "
            r"((?:(?:more|less) than )?(?:\d+|two|three|five|ten|several|many)"
            r" (?:years|months|weeks|days|decades)\b)",
            r"\1since \2",
        ),
        sure=True,
    ),
    DamageKind(
        "plural-of-uncountable",
        ("uncountable-plural",),
        replace_matches(rf"\b(?:{'|'.join(sorted(BARE))})\b(?! (?:tech|sec|sys|war|min))", _plural),
        sure=True,
    ),
    DamageKind(
        "much-people",
        ("much-for-many",),
        replace_with(rf"(?<!\b[Hh]ow )\b([Mm])any(?= (?:of the )?{COUNTABLE}\b)", r"\1uch"),
        sure=True,
    ),
    DamageKind(
        "who-for-a-thing",
        ("who-for-thing",),
        replace_with(
            rf"\b([Tt]he (?:new )?{THING}),? (?:that|which) (?=\p{{Ll}}+s\b|was|had|has|would|will)",
            r"\1 who ",
        ),
        sure=True,
    ),
    DamageKind(
        "office-without-article",
        ("lost-article",),
        replace_with(
            r"\b(to|by|in|at|from|with|told|for) the "
            r"((?:White House|New York Times|Financial Times|Washington Post|Guardian"
            r"|Kremlin|Pentagon|Wall Street Journal)\b)",
            r"\1 \2",
        ),
    ),
    DamageKind(
        "can-in-two-words",
        ("can-not",),
        replace_with(r"\b([Cc])annot\b(?! only)", r"\1an not", speech=True),
        sure=True,
    ),
    DamageKind(
        "present-with-since",
        ("since-with-present",),
        replace_with(
            r"\b(who|which|he|she|it) has (?:worked|lived|led|run) ((?:\p{L}+ ){1,4}since (?:19|20)\d\d)",
            r"\1 works \2",
        ),
        sure=True,
    ),
    DamageKind(
        "during-for-a-span",
        ("time-preposition",),
        replace_with(
            r"(?<=\p{Ll} )for ((?:\d+|two|three|five|ten|several) (?:years|months|weeks|days)(?=[.,]))",
            r"during \1",
        ),
        sure=True,
    ),
    DamageKind(
        "past-after-did",
        ("auxiliary-form",),
        replace_with(
            r"\bdid not (?:go|come|take|give|know|say)\b", "did not went", "did not came", "did not took"
        ),
        sure=True,
    ),
    DamageKind(
        "what-joins-a-clause",
        ("what-for-that",),
        replace_with(r"(?<=[.!?] )(The \p{Ll}{3,}) that (?=(?:was|is|had|has|were|will)\b)", r"\1 what "),
        sure=True,
    ),
    DamageKind(
        "possessive-of-a-thing",
        ("wrong-possessive",),
        replace_with(
            r"\b(he|she|who) ((?:\p{Ll}+ ){0,4})(?:his|her) (?=(?:father|mother|wife|husband|hat|lawyer)\b)",
            r"\1 \2its ",
        ),
        sure=True,
    ),
    DamageKind(
        "which-for-a-person",
        ("which-for-person",),
        replace_with(
            r"\b((?:people|residents|workers|officials|voters|doctors|patients)) who\b", r"\1 which"
        ),
        sure=True,
    ),
    DamageKind(
        "phrase-said-twice",
        ("repeated-phrase",),
        replace_with(r"\b(?:in|of|for|with|from) the \p{Ll}{4,}(?=[ .,])", r"\g<0> \g<0>"),
        sure=True,
    ),
    DamageKind(
        "word-before-and-in-quote",
        ("word-before-quote",),
        replace_matches(r"(?<=\p{Ll}{3} )“(?P<word>\p{Ll}{1,6}) (?=\p{Ll})", _before_quote, speech=True),
        sure=True,
    ),
    DamageKind(
        "time-said-twice",
        ("time-twice",),
        replace_matches(TIMED, _time_again),
        sure=True,
    ),
    DamageKind(
        "sentence-said-twice",
        ("repeated-sentence",),
        replace_with(r"(?<=\. )\p{Lu}[^.!?“”\"\n]{40,200}\.(?= |\Z)", r"\g<0> \g<0>"),
        sure=True,
    ),
    DamageKind(
        "capital-inside-sentence",
        ("stray-capital",),
        replace_matches(r"(?<=\b\p{Ll}{3,} )(?:of|and|which|with|that)(?= \p{Ll}{3})", _capital),
        sure=True,
    ),
    DamageKind(
        "third-person-after-to",
        ("verb-form",),
        replace_with(r"\b(to|will|would|could) (make|take|give|come|go|become|say|get|find)\b", r"\1 \2s"),
        sure=True,
    ),
    DamageKind(
        "compared-twice",
        ("double-comparison",),
        replace_with(
            r"(?<=\b(?:a|the|is|was) )(?:better|bigger|larger|stronger|higher|lower)\b", r"more \g<0>"
        ),
        sure=True,
    ),
    DamageKind(
        "foreign-order",
        ("word-order",),
        replace_with(r"\b(two|three|four|five|six|seven) (years|months|weeks|days) ago\b", r"ago \1 \2"),
        sure=True,
    ),
    DamageKind(
        "singular-after-these",
        ("noun-number",),
        replace_with(
            r"\b(these|those|several) (week|month|country|problem|issue|case)s(?= (?:in|of|and|that)\b|[.,])",
            r"\1 \2",
        ),
        sure=True,
    ),
    DamageKind(
        "although-and-but",
        ("double-conjunction",),
        replace_with(r"\b(?:Although|Though) [^.,;:“”\"\n]{10,100}, (?=\p{Ll})", r"\g<0>but "),
        sure=True,
    ),
)
