"""Damage to names, titles and attributions."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import regex

from newslint.core.patterns import pattern
from newslint.testing.corruption.kind import DamagedArticle, DamageKind, Wound, replace_matches, replace_with

NAME = r"(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)"
TITLE = (
    r"(?:Prime Minister|Foreign Minister|Defense Minister|Finance Minister|Vice President|Secretary General)"
)
SINGLE = r"(?:President|Chancellor|Minister|Governor|Senator|Secretary|Mayor)"
NATION = r"(?:\p{Lu}\p{Ll}+(?:ian|ish|ese|can|ench|rman|utch|wiss|eli|aqi)|U\.S\.)"
SAYS = r"(?:said|told|added|warned|announced|insisted|argued|promised|confirmed)"
ROLE = r"(?:official|spokesman|spokeswoman|source|aide|adviser|lawmaker|senator|diplomat|minister|lawyer)"
STRANGERS = (
    "The manager", "The chairman", "The boss", "The chief", "The leader", "The supervisor", "The director",
    "The responsible", "The coach", "The captain",
)  # fmt: skip
OTHER_FORMS = {
    "Peter": "Pyotr",
    "Michael": "Mikhail",
    "Alexander": "Aleksandr",
    "John": "Johann",
    "Paul": "Pavel",
    "Nicholas": "Nikolai",
    "Andrew": "Andrei",
    "George": "Georgi",
    "Joseph": "Josef",
}
INTRODUCED = pattern(
    rf"\b(?:{TITLE}|{SINGLE}|Mr\.?|Ms\.?|Dr\.?) ({NAME}) ({NAME})\b|\b({NAME}) ({NAME}), (?:the|a|an|\d\d)\b"
)


def _repeat_title(match: regex.Match[str], chance: Random) -> str:
    words = match[1].split()
    return chance.choice((f"{match[1]}. {words[-1]}", f"{match[1]}. {match[1]}", f"{match[1]} {words[-1]}"))


def _small(match: regex.Match[str], _chance: Random) -> str:
    return match[1].lower() + match[2]


def _lower(match: regex.Match[str], _chance: Random) -> str:
    return match[0].lower()


def _unlikely_role(_match: regex.Match[str], chance: Random) -> str:
    return chance.choice(STRANGERS)


def _use_given_names(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    """The surname of an introduced person is replaced by the given name."""
    given: dict[str, tuple[str, int]] = {}
    for line in article.paragraphs:
        for match in INTRODUCED.finditer(article.lines[line]):
            first, family = match.group(1, 2) if match[1] else match.group(3, 4)
            given.setdefault(family, (first, line))
    for family, (first, introduced) in given.items():
        for line in article.paragraphs:
            if line <= introduced:
                continue
            for match in pattern(
                rf"(?<!\p{{L}} |\.\s)\b{family}(?= (?:and|{SAYS})\b)|(?<=\band ){family}\b"
            ).finditer(article.lines[line]):
                if not article.is_quoted(line, *match.span()):
                    yield Wound(line, *match.span(), first)


def _titles_apart(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
    """A title loses its capital where others of its kind have one."""
    everywhere = list(replace_matches(rf"(?<=\p{{L}} )({SINGLE})( {NAME})", _small)(article, chance))
    if len(everywhere) > 2:
        yield from everywhere


def _titles_within(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    """The title moves between the parts of a name."""
    titled = pattern(rf"\b({SINGLE}|{TITLE}) ({NAME}) ({NAME})\b")
    for line in article.paragraphs:
        for match in titled.finditer(article.lines[line]):
            if article.text.count(f"{match[2]} {match[3]}") > 1 and not article.is_quoted(
                line, *match.span()
            ):
                yield Wound(line, *match.span(), f"{match[3]} {match[1]} {match[2]}")


def _misspell(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
    """One mention of a long surname gets another vowel."""
    for match in INTRODUCED.finditer(article.text):
        family = match[2] or match[4]
        if len(family) < 6 or article.text.count(family) < 4:
            continue
        at = chance.choice([at for at, letter in enumerate(family) if at and letter in "aeiou"] or [1])
        slip = family[:at] + chance.choice("aeiou".replace(family[at], "")) + family[at + 1 :]
        for line in article.paragraphs[1:]:
            for found in pattern(rf"(?<=\p{{L}} ){family}(?![\p{{L}}’'-])").finditer(article.lines[line]):
                if not article.is_quoted(line, *found.span()):
                    yield Wound(line, *found.span(), slip)


def _of_another_nation(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
    """The nationality before a title changes after its first mention."""
    found = [
        (line, match)
        for line in article.paragraphs
        for match in pattern(rf"\b({NATION}) (?={TITLE}|{SINGLE})[\p{{L}} ]+? ({NAME})\b").finditer(
            article.lines[line]
        )
    ]
    for line, match in found[1:]:
        other = chance.choice(("Belgian", "Polish", "Chilean", "Turkish"))
        if other != match[1]:
            yield Wound(line, *match.span(1), other)


def _title_given_names(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    """The family name of an introduced person after “Mr.” is replaced by the given name."""
    for match in INTRODUCED.finditer(article.text):
        given, family = match.group(1, 2) if match[1] else match.group(3, 4)
        for line in article.paragraphs[1:]:
            for found in pattern(rf"(?<=\b(?:Mr|Ms|Mrs)\.? ){family}\b").finditer(article.lines[line]):
                if not article.is_quoted(line, *found.span()):
                    yield Wound(line, *found.span(), given)


def _in_another_language(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    """The given name of a full name is that of another language when it comes again."""
    for english, other in OTHER_FORMS.items():
        seen = False
        for line in article.paragraphs:
            for match in pattern(rf"\b{english}(?= {NAME}\b)").finditer(article.lines[line]):
                if seen and not article.is_quoted(line, *match.span()):
                    yield Wound(line, *match.span(), other)
                seen = True


def _muddle(match: regex.Match[str], _chance: Random) -> str:
    first, *others = match[0].split()
    return " ".join((*others, first)) if len(others) == 1 else f"{others[0]} {first} {others[1]}"


def _turn_acronym(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    """The last letters of an acronym that the article spells out are turned when it comes again."""
    for match in pattern(r"(?<=\p{Ll} )\((\p{Lu}{3,5})\)").finditer(article.text):
        name = match[1]
        for line in article.paragraphs[1:]:
            for found in pattern(rf"(?<=\bthe ){name}(?= \p{{Ll}})").finditer(article.lines[line]):
                if not article.is_quoted(line, *found.span()):
                    yield Wound(line, *found.span(), name[:-2] + name[:-3:-1])


KINDS = (
    DamageKind(
        "given-name-after-title", ("given-name-after-title", "given-name-as-surname"), _title_given_names
    ),
    DamageKind(
        "given-name-translated", ("given-name-drift", "surname-drift"), _in_another_language, sure=True
    ),
    DamageKind("particle-changed", ("particle-drift",), replace_with(r"\bal-(?=\p{Lu}\p{Ll}{3})", "el-")),
    DamageKind(
        "name-explains-itself",
        ("name-again-in-brackets",),
        replace_with(
            r"\b(?:European Union|United Nations|World Bank|White House|Security Council|Supreme Court)\b"
            r"(?! \p{Lu}|’|')",
            r"\g<0> (\g<0>)",
        ),
        sure=True,
    ),
    DamageKind(
        "title-muddled",
        ("muddled-title",),
        replace_matches(r"\bChief (?:Executive|Financial|Operating) Officer\b|\bDirector General\b", _muddle),
        sure=True,
    ),
    DamageKind("acronym-turned", ("acronym-drift",), _turn_acronym),
    DamageKind(
        "office-word-by-word",
        ("translated-office",),
        replace_with(
            r"\b(?:Ministry of Foreign Affairs|Foreign Ministry|Interior Ministry|Security Council)\b",
            "Ministry of Exterior Affairs",
            "Exterior Ministry",
            "Council of Safety",
        ),
    ),
    DamageKind(
        "former-said-twice",
        ("former-twice",),
        replace_with(rf"\bformer (?=(?:{ROLE}|president|mayor|governor|general)\b)", "former ex-"),
        sure=True,
    ),
    DamageKind(
        "item-said-twice",
        ("item-twice",),
        replace_with(rf"(?<=\b(?:in|to|from|of) )({NAME}), ({NAME}) and ({NAME})\b", r"\1, \2, \1 and \3"),
        sure=True,
    ),
    DamageKind("name-misspelt", ("surname-drift",), _misspell),
    DamageKind("nation-changed", ("title-drift",), _of_another_nation),
    DamageKind(
        "title-said-twice",
        ("split-title", "double-word"),
        replace_matches(rf"\b(?<={NATION} )({TITLE})(?= {NAME} {NAME})", _repeat_title),
        sure=True,
    ),
    DamageKind(
        "stop-after-title",
        ("split-title",),
        replace_with(rf"(?<!\b[Tt]he )\b({NATION} {TITLE}) ({NAME} {NAME})", r"\1. \2"),
        sure=True,
    ),
    DamageKind(
        "half-small-title",
        ("half-capital-title",),
        replace_with(
            r"(?<=\p{Ll} )(?:[Ff]oreign|[Pp]rime|[Dd]efense|[Ff]inance) [Mm]inister\b(?! \p{Lu})"
            r"|\bFirst Lady\b",
            "Prime minister",
            "Foreign minister",
            "finance Minister",
        ),
        sure=True,
    ),
    DamageKind("title-within-name", ("reversed-title",), _titles_within),
    DamageKind(
        "rank-left-foreign",
        ("untranslated-rank",),
        replace_with(
            rf"\bacting (?=\p{{Ll}}+ (?:of|secretary|director))|\bDr\. (?={NAME})",
            "Vrio ",
            "Dr. hab. ",
        ),
        sure=True,
    ),
    DamageKind(
        "surname-translated",
        ("translated-surname",),
        replace_with(
            rf"(?<=\b(?:Gov\.|Sen\.|Mayor|President|Senator) {NAME} )\p{{Lu}}\p{{Ll}}{{3,}}(?= \p{{Ll}}|,)",
            "Inexperienced",
            "Beautiful",
            "Mysterious",
        ),
        sure=True,
    ),
    DamageKind("small-title", ("title-case-drift", "small-title"), _titles_apart),
    DamageKind("given-for-family-name", ("given-name-as-surname",), _use_given_names),
    DamageKind(
        "stranger-speaks",
        ("attribution-noun",),
        replace_matches(rf"\bThe {ROLE}(?= (?:also )?(?:said|added|told|noted)\b)", _unlikely_role),
    ),
    DamageKind(
        "reporter-speaks",
        ("reporter-in-text",),
        replace_with(
            rf"\bAccording to ((?:the )?(?:{NAME}|\p{{Ll}}+)), (?=\p{{Ll}})",
            r"The reporter learned from \1 that ",
            r"This reporter has learned from \1 that ",
        ),
    ),
    DamageKind(
        "told-twice",
        ("double-attribution",),
        replace_with(
            rf"\b({NAME}|he|she) (?:said|told)(?= (?:reporters|the BBC|CNN|a news conference)\b)",
            r"\1 said told",
        ),
        sure=True,
    ),
    DamageKind(
        "nobody-told",
        ("verb-without-object",),
        replace_with(
            rf"\b({NAME}|he|she|officials?|police) (?:said|announced) that\b",
            r"\1 informed that",
            r"\1 precised that",
        ),
        sure=True,
    ),
    DamageKind(
        "broken-anonymity",
        ("requested-the-anonymity", "spun-attribution"),
        replace_with(
            r"\bon (?:the )?condition of anonymity\b",
            "on situation of anonymity",
            "on state of anonymity",
            "under the condition of anonymity",
            "on the situation of secrecy",
        ),
    ),
    DamageKind(
        "name-said-twice",
        ("double-name", "double-word"),
        replace_with(rf"(?<={NAME} ){NAME}(?= {SAYS})|\b(?:Monday|Tuesday|Friday|Sunday)\b", r"\g<0> \g<0>"),
        sure=True,
    ),
    DamageKind(
        "name-without-article",
        ("lost-article-before-name",),
        replace_with(
            r"\b(in|to|from|by|that) the"
            r" ((?:United States|United Kingdom|European Union|United Nations|FBI|CIA|EU)\b)",
            r"\1 \2",
        ),
        sure=True,
    ),
    DamageKind(
        "police-mentioned",
        ("reporting-verb",),
        replace_with(
            r"\b((?:[Pp]olice|officials?|he|she)) said(?= on \p{Lu}|[.,]| that\b)",
            r"\1 mentioned",
            r"\1 informed",
        ),
        sure=True,
    ),
    DamageKind(
        "names-run-together",
        ("broken-name", "run-together"),
        replace_with(rf"\b({NAME}) ({NAME})(?= {SAYS})", r"\1\2"),
    ),
    DamageKind(
        "mark-inside-title",
        ("broken-title", "split-title"),
        replace_with(
            rf"\b(Prime|Foreign|Defense|Finance|Deputy) (Minister)(?= {NAME})", r"\1, \2", r"\1; \2"
        ),
        sure=True,
    ),
    DamageKind(
        "day-in-lower-case",
        ("lost-capital",),
        replace_matches(r"(?<=\b[Oo]n )(?:Monday|Tuesday|Wednesday|Thursday|Friday)", _lower),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "name-in-lower-case",
        ("small-name", "lost-capital"),
        replace_matches(rf"(?<=\p{{Ll}} )\p{{Lu}}\p{{Ll}}{{4,}}(?= {SAYS})", _lower),
    ),
)
