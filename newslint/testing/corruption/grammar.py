"""Damage to small words: articles, pronouns, number, repeated and split words."""

from __future__ import annotations

from random import Random

import regex

from newslint.testing.corruption.kind import DamageKind, chosen, struck

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


def _turned_article(match: regex.Match[str], _chance: Random) -> str:
    return {"a": "an", "an": "a", "A": "An", "An": "A"}[match[1]] + match[2]


def _plural(match: regex.Match[str], _chance: Random) -> str | None:
    return match[0] + "s" if match[0] in BARE else None


def _in_progress(match: regex.Match[str], _chance: Random) -> str:
    verb = match[2]
    return f"{match[1]} are {verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing."


def _again(match: regex.Match[str], chance: Random) -> str:
    return " ".join([match[0]] * chance.choice((4, 5, 7)))


KINDS = (
    DamageKind(
        "article-said-twice",
        ("double-word",),
        chosen(r"\b(?:the|an?|of|and|or|their|our)(?= \p{Ll})", r"\g<0> \g<0>"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "word-said-twice",
        ("double-word",),
        chosen(
            r"\b(?:to|for|with|from|by|his|its|was|were|be|will|\p{Ll}{6,})(?= \p{Ll}{3})", r"\g<0> \g<0>"
        ),
    ),
    DamageKind(
        "words-of-source",
        ("source-words",),
        chosen(
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
        struck(r"\b(?:\p{Ll}{4,}|\p{Lu}\p{Ll}{3,})(?= (?:and|in|of)\b)", _again),
        sure=True,
    ),
    DamageKind(
        "state-in-progress",
        ("stative-progressive",),
        struck(r"\b(They|We) (count|agree|know|believe|understand|matter|hope|disagree)\.", _in_progress),
    ),
    DamageKind(
        "stop-inside-sentence",
        ("stray-period",),
        chosen(r"(?<=\p{Ll}{4}) (?=(?:of|that|from|with|which|who|than) \p{L})", ". "),
    ),
    DamageKind(
        "name-glued-to-word",
        ("glued-words",),
        chosen(r"\b((?:with|told|from|near|said|into|that|after|met|and)) (?=\p{Lu}\p{Ll}{3,})", r"\1"),
        sure=True,
    ),
    DamageKind(
        "turned-article",
        ("wrong-article",),
        struck(
            r"\b([Aa]n?)"
            r"( (?:[bcdfgjklmnpqrstvwz]\p{Ll}{3,}|(?:[ai](?!sh)|e(?!u|we)|o(?!n[ce]\b))\p{Ll}{4,}))",
            _turned_article,
        ),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "article-before-acronym",
        ("article-before-acronym",),
        chosen(rf"(?<![Tt]he |[\p{{L}}-])(?:NATO|UNICEF|OPEC|UNESCO|NASA)(?= {VERB})", r"the \g<0>"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "article-before-country",
        ("article-before-country",),
        chosen(
            rf"(?<=\b(?:in|from|to|with|by) ){COUNTRY}(?=[.,]| (?:and|in|on|for|since|has|is)\b)",
            r"the \g<0>",
        ),
        sure=True,
    ),
    DamageKind(
        "article-before-initials",
        ("article-before-initials",),
        chosen(r"\ban ((?:FBI|NBC|NBA|NFL|MP|HIV|MRI|RAF|AP|IMF|ATM|NGO|LGBT)\b)", r"a \1"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "its-for-a-person",
        ("pronoun-for-person",),
        chosen(
            r"\b((?:President|Minister|Chancellor|Senator|Mayor|Governor)(?: \p{Lu}\p{Ll}+){1,2}"
            r" (?:announced|launched|defended|began|presented|gave|made|took)) (?:his|her)\b",
            r"\1 its",
        ),
    ),
    DamageKind(
        "since-how-long",
        ("since-for-duration",),
        chosen(
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
        struck(rf"\b(?:{'|'.join(sorted(BARE))})\b(?! (?:tech|sec|sys|war|min))", _plural),
        sure=True,
    ),
    DamageKind(
        "much-people",
        ("much-for-many",),
        chosen(rf"(?<!\b[Hh]ow )\b([Mm])any(?= (?:of the )?{COUNTABLE}\b)", r"\1uch"),
        sure=True,
    ),
    DamageKind(
        "who-for-a-thing",
        ("who-for-thing",),
        chosen(
            rf"\b([Tt]he (?:new )?{THING}),? (?:that|which) (?=\p{{Ll}}+s\b|was|had|has|would|will)",
            r"\1 who ",
        ),
        sure=True,
    ),
    DamageKind(
        "office-without-article",
        ("lost-article",),
        chosen(
            r"\b(to|by|in|at|from|with|told|for) the "
            r"((?:White House|New York Times|Financial Times|Washington Post|Guardian"
            r"|Kremlin|Pentagon|Wall Street Journal)\b)",
            r"\1 \2",
        ),
    ),
)
