from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from newslint.lexicon.english_words import is_word
from newslint.lexicon.given_names import given_name, given_names
from newslint.lexicon.not_names import BODIES, CALENDAR, OPENERS
from newslint.lexicon.titles import HEADS
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Document,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    Scope,
    any_of,
    pattern,
)
from newslint.text.names.whole_words import count_whole, is_repeated
from newslint.text.quotations.narrator import SAYING

WORD = r"\p{Lu}\p{Ll}{2,}"
LEAST_USES = 2
"""Uses of a family name that the article does not introduce."""
ALONE = r"(?<![\p{L}\p{N}#@/._’'-])"
ENDS = r"(?![\p{L}\p{N}@/]|\.\p{L}|[’'-]\p{L}{2})"
ACTS = rf"(?=\s(?:{SAYING}|was|is|has|had|will|would|did|does|also)\b)"
PAIR = (
    rf"{ALONE}(?P<one>{WORD})(?P<gap>\.\s|,\s|)(?P<two>{WORD}){ENDS}(?!:|\s\p{{Lu}}|,?\s\p{{Lu}}\p{{Ll}}+,)"
    rf"|(?P<gap>\bthe\s)(?P<one>{WORD})\s(?P<two>{WORD}){ENDS}{ACTS}"
)
TURNED = (
    rf"(?<=[\p{{Ll}}.]\s){ALONE}(?P<one>{WORD})(?P<gap>,(?=\s\w+\s\p{{Ll}})\s|\s)(?P<two>{WORD}){ENDS}"
    r"(?!,?\s(?:and\s)?\p{Lu})"
)
HYPHEN = rf"{ALONE}(?P<one>{WORD})(?P<gap>\s-|-\s|--|‑-)(?P<two>\p{{L}}\p{{Ll}}+){ENDS}"
CAPITALS = (
    rf"{ALONE}(?:\p{{Lu}}{{2}}\p{{Ll}}{{2,}}|\p{{Lu}}\p{{Ll}}{{2,}}\p{{Lu}}|\p{{Ll}}\p{{Lu}}{{3,}}){ENDS}"
)
MAY_BE_CAPITALS = r"\p{Lu}{2}\p{Ll}{2}|\p{Ll}{2}\p{Lu}\b|\b\p{Ll}\p{Lu}{3}"
SOME_CAPITALS = r"\p{Lu}(?:\p{Lu}\p{Ll}{2}|(?<=\p{Ll}{2}\p{Lu})\b|(?<=\b\p{Ll}\p{Lu})\p{Lu}{2})"
"""The same, found nine times as fast by `regex`."""
INITIAL = rf"{ALONE}(?P<one>{WORD})\.(?P<gap>\s)(?P<two>\p{{Lu}}\.(?:\s?\p{{Lu}}\.)?\s\p{{Lu}}\p{{Ll}}+)"
"""A given name with a stop and an initial."""
STOP_AND_INITIAL = r"\.\s\p{Lu}\."
ENDING = r"(?:,|\b(?:for|with|by|to|from|of|in|at|than|about|against|(?<!,\s)and|or))\s\Z"
"""What precedes a name that ends its sentence: “plays for Santos. Dudu won.”"""
NOT_NAMES = BODIES | CALENDAR | OPENERS | HEADS
BEGINNINGS = frozenset({"Mac", "Mc", "Fitz"})
"""Words that begin a family name with a capital inside."""
COMMA_AFTER_INITIAL = (
    rf"{ALONE}(?P<one>{WORD})\s(?P<two>\p{{Lu}}[,;]\s\p{{Lu}}\p{{Ll}}[\p{{L}}’'-]+)"
    rf"(?:(?=,\s\d\d,|,\s(?:an?|the|who)\s)|{ACTS})"
)
"""An initial with a comma for its stop."""


class BrokenName(Rule):
    """A person's name is broken: “Anna. Holm”, “AnnaHolm”, “Holm Anna”.

    ## What it does
    Compares the names of the article: where it has “Anna Holm”, it restores “AnnaHolm”, “Anna. Holm”,
    “Anna, Holm”, “Holm Anna”, “Holm, Anna” and “the Anna Holm said”; where it has “Bergholt”,
    “AnnaBergholt” and “Ms Berg holt”; where it has “Ashe-Barton”, “Ashe Barton”; where it has
    “Holm”, “HOlm” and “hOLM”; where it has “Jean-Luc”, “Jean -Luc”. “Anna J, Holm” gets the stop
    of its initial.

    ## Why it matters
    Scrapers lose spaces around links, and engines translate the parts of a name apart.

    ## Fix safety
    Unsafe: the names may be two people's.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    scope = Scope.DOCUMENT
    cases = (
        Case(
            "Anna Holm sang. Then ⟦AnnaHolm⟧ left, and ⟦Anna. Holm⟧ said so.",
            fixed="Anna Holm sang. Then Anna Holm left, and Anna Holm said so.",
        ),
        Case(
            "Anna Holm sang. Then ⟦Anna, Holm⟧ left.\n\nFans of ⟦Holm Anna⟧ cheered.",
            fixed="Anna Holm sang. Then Anna Holm left.\n\nFans of Anna Holm cheered.",
        ),
        Case(
            "Anna Holm sang. Then ⟦the Anna Holm⟧ said so.",
            fixed="Anna Holm sang. Then Anna Holm said so.",
        ),
        Case(
            "Anna Berglund sang. Berglund smiled. Fans of ⟦BErglund⟧ cheered.",
            fixed="Anna Berglund sang. Berglund smiled. Fans of Berglund cheered.",
        ),
        Case("They met Judge ⟦Anna. T. Holm⟧ in rain.", fixed="They met Judge Anna T. Holm in rain."),
        Case("Jean-Luc Roy won. Then ⟦Jean -Luc⟧ left.", fixed="Jean-Luc Roy won. Then Jean-Luc left."),
        Case(
            "⟦AnnaBergholt⟧, 52, sang. Then Bergholt left.",
            fixed="Anna Bergholt, 52, sang. Then Bergholt left.",
        ),
        Case(
            "Politicians such as Berglund, Anna, and Holm. Anna Berglund sang for DeShawn of HarperCollins."
        ),
        Case(
            "Paul plays for Anna. Holm sang. Holm left. Holm won. Judge Anna Paul and Judge Paul Anna left."
        ),
        Case("So said ⟦Anna J, Bergholt⟧, 57, in rain.", fixed="So said Anna J. Bergholt, 57, in rain."),
        Case("They met Anna B, Ben Holm, and Paul C, Holm and others."),
        Case("He plays for Anna. T. Holm left. Saved by Anna. J. R. Lind won."),
        Case("Anna Holm sang with Paul Lind. Then Anna, Lind and Paul, Holm and others, left."),
        Case("Anna Holm sang. They saw Holm. Anna Lind left. “Come, Anna,” he said. The Anna Holm show."),
    )

    @property
    def trace(self) -> str:
        given = any_of(given_names())
        return (
            rf"\b(?:{given})[.,]\s{WORD}|[\p{{Ll}}.]\s(?:{WORD},?\s)(?:{given})(?:\s\p{{Ll}}|[.,;’'])"
            rf"|\b{WORD}{WORD}\b|\bthe\s{WORD}\s{WORD}{ACTS}|\b{WORD}(?:\s-|-\s|--)\p{{L}}"
            rf"|\b(?:{given})\.\s\p{{Lu}}\.|\b(?:{given})\s\p{{Lu}}[,;]\s\p{{Lu}}|{MAY_BE_CAPITALS}"
        )

    def check_block(self, block: Block) -> Iterator[Finding]:
        done: set[int] = set()
        for expression, right_of in _possible(block.text):
            for match in pattern(expression).finditer(block.text, timeout=PATTERN_SECONDS):
                right = right_of(match, block.document)
                at = Range(*match.span())
                if right and at.start not in done and not block.is_quoted(at):
                    done.add(at.start)
                    yield Finding(at, f"broken name: use “{right}”", (Change(at, right),))


def _possible(text: str) -> Iterator[tuple[str, Callable[[regex.Match[str], Document], str]]]:
    """Yield the expressions that a text may have."""
    yield PAIR, _joined
    yield TURNED, _turned
    if pattern(STOP_AND_INITIAL).search(text, timeout=PATTERN_SECONDS):
        yield INITIAL, _before_initial
    if pattern(r"\s\p{Lu}[,;]\s\p{Lu}").search(text, timeout=PATTERN_SECONDS):
        yield COMMA_AFTER_INITIAL, _with_initial
    if any(gap in text for gap in (" -", "- ", "--", "‑-")):
        yield HYPHEN, _hyphened
    if pattern(SOME_CAPITALS).search(text, timeout=PATTERN_SECONDS):
        yield CAPITALS, _small


def _joined(match: regex.Match[str], document: Document) -> str:
    """The full name that a mark, space or article breaks."""
    one, gap, two = match["one"], match["gap"], match["two"]
    if (
        one in BEGINNINGS
        or two in NOT_NAMES
        or one in NOT_NAMES
        or given_name(one) is None
        or given_name(two) is not None
    ):
        return ""
    if gap == "" and match[0] == "".join((one, two)) and is_repeated(match[0], document):
        return ""
    full = f"{one} {two}"
    if not _begins_name(match) or (gap == ". " and pattern(ENDING).search(match.string, 0, match.start())):
        return ""
    if count_whole(full, document) > (gap == "the "):
        return full
    if gap == "" and _is_strange(two) and count_whole(two, document):
        return full
    return full if gap in ("", ". ") and _only_here(one, two, document) else ""


def _turned(match: regex.Match[str], document: Document) -> str:
    """The full name in the right order."""
    one, two = match["one"], match["two"]
    if given_name(two) is None or given_name(one) is not None or one in NOT_NAMES:
        return ""
    full = f"{two} {one}"
    if not _begins_name(match) or pattern(SAYING).fullmatch(one.lower()):
        return ""
    if full in match.string:  # two people with similar names, side by side
        return ""
    return full if count_whole(full, document) and not is_repeated(match[0], document) else ""


def _begins_name(match: regex.Match[str]) -> bool:
    """Whether no other name precedes."""
    before = match.string[: match.start()].rsplit(maxsplit=1)[-1:]
    return not before or not before[0][0].isupper() or before[0] in HEADS | OPENERS


def _is_strange(family: str) -> bool:
    """Whether a word is not English."""
    return not is_word(family.lower())


def _only_here(given: str, family: str, document: Document) -> bool:
    """Whether the given name occurs only here, and the family name often."""
    return not is_repeated(given, document) and count_whole(family, document) > LEAST_USES


def _hyphened(match: regex.Match[str], document: Document) -> str:
    """The name with its hyphen, if the article has it so."""
    right = f"{match['one']}-{match['two']}"
    both = given_name(match["one"]) and given_name(match["two"])
    return right if both or (given_name(match["one"]) and count_whole(right, document)) else ""


def _before_initial(match: regex.Match[str], _document: Document) -> str:
    """The name without the stop before its initial, if that is safe."""
    if given_name(match["one"]) is None or not _begins_name(match):
        return ""
    titled = match.string[: match.start()].rsplit(maxsplit=1)[-1:]
    opens = not titled or titled[0].endswith((".", "—", ",")) or titled[0] in HEADS
    return f"{match['one']} {match['two']}" if opens else ""


def _with_initial(match: regex.Match[str], _document: Document) -> str:
    """The name with a stop after its initial, if a given name precedes and no list is meant."""
    if given_name(match["one"]) is None or not _begins_name(match):
        return ""
    initial, family = match["two"][0], match["two"][3:]
    return "" if given_name(family) or family in NOT_NAMES else f"{match['one']} {initial}. {family}"


def _small(match: regex.Match[str], document: Document) -> str:
    """The name with one capital, if the article has it so."""
    right = match[0].capitalize()
    if right in NOT_NAMES or is_word(right.lower()) or is_repeated(match[0], document):
        return ""
    return right if is_repeated(right, document) else ""
