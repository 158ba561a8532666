"""A package of invented rules, to measure the cost of many rules.

They resemble real ones: six of ten are phrase tables, three are expressions with words, and one is an
expression of character classes only. They use frequent words of news, so that some of them match.
"""

from __future__ import annotations

import random
from pathlib import Path

PACKAGE = "invented"
CATEGORY = "wording"
KINDS = "tttttteeec"
"""The cycle of kinds: table, expression, classes."""

VERBS = """
accuse agree announce appeal approve argue arrest attack ban block build call cancel charge claim close
confirm condemn cut decide defend delay demand deny discuss end expect face fear find fine halt hold hope
join kill launch lead leave lift lose meet move open order plan promise protest publish raise reach reject
release report resign resume reveal seek seize sell show sign stop strike support suspend test urge vote
warn win withdraw
""".split()
NOUNS = """
agency airport army attack ballot bank border bridge budget case charge city coalition company conference
council country court crisis deal death decision delay demand district economy election energy evidence
factory family government hearing hospital industry inquiry investigation judge law leader market meeting
minister ministry month movement night offer office official opposition parliament party peace plan police
policy pressure price prison project proposal protest rate region report result road rule sanction school
season sentence service staff statement strike summit tax team trade treaty trial union verdict village
vote war week witness worker year
""".split()
MODIFIERS = """
annual armed central civil common current daily direct early economic federal final first foreign former
free full general global heavy high internal joint large late legal local main major military national new
official old open political private public recent regional second senior serious special strong whole
""".split()
LINKS = """
about after against among as at before between by during for from in into of on over to under with
""".split()
UNITS = "km kg tonnes miles acres barrels degrees seats votes shares people percent dollars euros".split()

EXPRESSION = '''\

from newslint.rules import Finding, PatternRule, Range


class Invented(PatternRule):
    """Number {number} of the invented rules."""

    expression = r"{expression}"
    cases = ()

    def judge(self, match, block):
        return Finding(Range(*match.span()), f"“{{match[0]}}” is not what the article means")
'''


def write_package(site: Path, count: int) -> None:
    """Write `count` rules as an installed package in a folder."""
    rules = site / f"{PACKAGE}_rules" / CATEGORY
    rules.mkdir(parents=True)
    for folder in (rules, rules.parent):
        (folder / "__init__.py").touch()
    info = site / f"{PACKAGE}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {PACKAGE}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[newslint.rules]\n{PACKAGE} = {PACKAGE}_rules\n")
    for number in range(count):
        name, text = rule(number)
        (rules / name).write_text(text, encoding="utf-8")


def refers_back(number: int) -> bool:
    """Whether a rule has a back reference, which no automaton supports."""
    return r"\1" in rule(number)[1]


def rule(number: int) -> tuple[str, str]:
    """The file of an invented rule, name and content; deterministic."""
    chance = random.Random(number)  # noqa: S311
    kind = KINDS[number % len(KINDS)]
    if kind == "t":
        return f"rule_{number}.toml", _table(number, chance)
    expression = _expression(chance) if kind == "e" else _classes(chance)
    return f"rule_{number}.py", EXPRESSION.format(number=number, expression=expression)


def _table(number: int, chance: random.Random) -> str:
    wrong = sorted({_phrase(chance) for _ in range(chance.randint(2, 30))})
    phrases = [f'[[phrase]]\nwrong = "{words}"\nright = "{_phrase(chance)}"\n' for words in wrong]
    return f'doc = "Table {number} of the invented rules."\ncase = []\n' + "\n".join(phrases)


def _phrase(chance: random.Random) -> str:
    """A plausible phrase of two to four words."""
    noun, link = chance.choice(NOUNS), chance.choice(LINKS)
    shape = chance.randrange(4)
    if shape == 0:
        return f"{chance.choice(MODIFIERS)} {noun}"
    if shape == 1:
        return f"{chance.choice(VERBS)} {link} the {noun}"
    if shape == 2:
        return f"{link} {chance.choice(MODIFIERS)} {noun}"
    return f"{noun} {link} {chance.choice(NOUNS)}"


def _expression(chance: random.Random) -> str:
    verbs = "|".join(chance.sample(VERBS, chance.randint(1, 6)))
    link, noun = chance.choice(LINKS), chance.choice(NOUNS)
    shapes = (
        rf"\b(?:{verbs})(?:s|ed|ing)? (?:a|the|its) (?:\w+ )?{noun}\b",
        rf"\b(?:{verbs}) {link} (?:a|an|the)? ?{noun}s?\b(?! {chance.choice(LINKS)})",
        rf"\b[Tt]he {chance.choice(MODIFIERS)} {noun} (?:has|have|had) (?:been )?\w+(?:ed|en)\b",
        rf"(?<=\b{noun} )(?:{verbs})s? {link}\b",
    )
    return chance.choice(shapes)


def _classes(chance: random.Random) -> str:
    many, unit = chance.randint(2, 5), chance.choice(UNITS)
    shapes = (
        rf"\b\d{{{many + 3},}},\d{{{many}}}\b",
        rf"\b[A-Z][a-z]{{{many + 12},}}[A-Z]\w*",
        rf"\b\d+(?:\.\d+)?(?:{unit})\b",
        rf"[;:,] ?[.!?]\w{{{many}}}\b",
        rf"\b(\w{{{many + 2},}}), \1\b",
    )
    return chance.choice(shapes)
