from __future__ import annotations

from collections.abc import Iterator

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.lexicon.given_names import given_name
from newslint.lexicon.not_names import OPENERS
from newslint.lexicon.titles import HEADS, MODIFIERS, TAILS
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    Scope,
    any_of,
    pattern,
)
from newslint.text.galleries import is_in_gallery
from newslint.text.names.stray_given_names import is_nobody

NAME = r"\p{Lu}\p{Ll}[\p{L}’-]+"
ALONE = r"(?<![\p{L}’'-])"
FIELD = any_of(
    words_of("ministries") | {"Prime", "Foreign", "Deputy", "Vice", "Press", "Police", "Majority", "Minority"}
)
OFFICE = any_of(
    {head for head in HEADS - words_of("forms_of_address") if head.isalpha()} - {"General", "King"}
)
TITLE = (
    rf"(?:Chief\s(?:Justice|Executive)|(?:Attorney|Surgeon|Solicitor|Governor|Secretary)[ -]General"
    rf"|(?:(?:{FIELD})\s)?(?:{OFFICE})(?:{'|'.join(TAILS)})?+)"
)
MINISTRY = rf"(?:Prime|Foreign|{any_of(words_of('ministries'))})\sMinister"
RANKS = "Minister|President|Secretary|Mayor|Governor|Premier|Leader|Speaker|Commissioner|Inspector|Admiral"
LAWYERS = "Attorney|Solicitor|Surgeon"
SHORTEST = 4
"""Letters of an office that may follow its holder."""

FOLLOWING = "said|says|was|is|has|had|will|and|who|to|in|as|told|thanked"
INSIDE = (
    rf"(?:(?<=\b(?P<before>\p{{Lu}}[\p{{L}}’-]*)\s))?{ALONE}(?P<one>{NAME})\s(?P<title>{TITLE})\s"
    rf"(?P<two>{NAME})(?!\s\p{{Lu}})"
)
AFTER = (
    rf"(?<=\p{{Ll}},?\s)(?:(?<=\b(?P<before>\p{{Lu}}[\p{{L}}’-]*)\s))?(?P<name>(?:(?P<given>{NAME})\s)?{NAME})\s(?P<title>{TITLE})"
    rf"(?=\s(?:{FOLLOWING})\b|[,.;]|[’']s\s\p{{Ll}})"
)
ENDS = rf"\s(?:{OFFICE}|Justice|Executive|General)(?:{'|'.join(TAILS)})?(?:\s(?:{FOLLOWING})\b|[,.;]|[’']s\s)"
"""The title of AFTER and what follows, which is found faster."""
TURNED = (
    rf"{ALONE}(?<!\p{{Lu}}\p{{Ll}}+\s)(?P<head>{RANKS})\s(?P<field>{FIELD})(?=\s(?!(?:{OFFICE}|General)\b){NAME})"
    rf"|{ALONE}(?P<head>General)\s(?P<field>{LAWYERS})(?=\s{NAME})"
)


class ReversedTitle(Rule):
    """Title and name are in the wrong order: “Novak President Anna”.

    ## What it does
    Writes title, given name and family name in order: “Novak President Anna”, “Anna President Novak” and
    “Novak President said”, if the article has the name or the title with it in the right order elsewhere,
    and “Anna Prime Minister Novak” anyway. Turns “Minister Prime Novak” and “General Attorney Novak”.

    ## Why it matters
    Engines that reorder names put the title between their parts, and keep the order of the source in titles.

    ## Fix safety
    Unsafe: two names may meet by chance.

    ## References
    Study of machine-translated news, artefact TN06.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    scope = Scope.DOCUMENT
    cases = (
        Case(
            "Anna Novak came. Then ⟦Novak President Anna⟧ spoke.",
            fixed="Anna Novak came. Then President Anna Novak spoke.",
        ),
        Case(
            "Anna Novak came. Then ⟦Anna President Novak⟧ spoke.",
            fixed="Anna Novak came. Then President Anna Novak spoke.",
        ),
        Case("Then ⟦Anna Prime Minister Novak⟧ spoke.", fixed="Then Prime Minister Anna Novak spoke."),
        Case(
            "They met President Novak. Then ⟦Novak President⟧ said so.",
            fixed="They met President Novak. Then President Novak said so.",
        ),
        Case(
            "They met ⟦Minister Prime⟧ Novak and ⟦General Attorney⟧ Lind.",
            fixed="They met Prime Minister Novak and Attorney General Lind.",
        ),
        Case(
            "It rained, and in May, ⟦Novakova President⟧ thanked them.\n\nThen ⟦Lind Mayor⟧’s bill fell. "
            "Mayor Ann Lind left.",
            fixed="It rained, and in May, President Novakova thanked them.\n\nThen Mayor Lind’s bill "
            "fell. Mayor Ann Lind left.",
        ),
        Case("It rained, but Chelsea President’s club won."),
        Case("French President Anna came. Then Novak President Anna spoke."),
        Case("Anna French came. French President Orpo spoke. Charlotte Mayor Ann Holm left."),
        Case("Major Major came. Chief Executive Rick Chief left. Acting Chair Dame Wendy Chair spoke."),
        Case("Jackson Mayor Lind won. Ann Lind, Minister for Trade. The Novak President said so."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\p{{Lu}}\p{{Ll}}[\p{{L}}’-]+\s(?:(?:{FIELD})\s)?(?:{OFFICE})(?:(?:{'|'.join(TAILS)})?\s\p{{Lu}}\p{{Ll}}"
            rf"|(?:{'|'.join(TAILS)})?(?:\s(?:{FOLLOWING})|[,.;]|[’']s\s))"
            r"|\p{Ll}\s(?:Chief\s(?:Justice|Executive)"
            r"|(?:Attorney|Surgeon|Solicitor|Governor|Secretary)[ -]General)(?:\s|[,.;])"
            rf"|\b(?:{RANKS})\s(?:{FIELD})\s\p{{Lu}}|\bGeneral\s(?:{LAWYERS})\s"
        )

    def check_block(self, block: Block) -> Iterator[Finding]:
        for expression, judge in ((INSIDE, _inside), (AFTER, _after), (TURNED, _turned)):
            if expression is AFTER and not pattern(ENDS).search(block.text, timeout=PATTERN_SECONDS):
                continue
            for match in pattern(expression).finditer(block.text, timeout=PATTERN_SECONDS):
                right = judge(match, block)
                at = Range(*match.span())
                if right:
                    yield Finding(at, f"title in the wrong place: use “{right}”", (Change(at, right),))


def _inside(match: regex.Match[str], block: Block) -> str:
    """The right order of a title inside a name."""
    one, title, two = match["one"], match["title"], match["two"]
    if one == two or is_in_gallery(block.text, match.start()) or one in HEADS:
        return ""
    if match["before"] and match["before"] not in OPENERS | MODIFIERS:
        return ""
    turned, straight = f"{two} {one}", f"{one} {two}"
    if _has(turned, block):
        return f"{title} {turned}"
    known = given_name(one) is not None and (pattern(MINISTRY).fullmatch(title) or _has(straight, block))
    return f"{title} {straight}" if known and not _has(f"{one} {title}", block, beyond=match) else ""


def _after(match: regex.Match[str], block: Block) -> str:
    """The right order of name and title, if the article has it."""
    right = f"{match['title']} {match['name']}"
    if match["title"] == match["name"] or (match["before"] and match["before"] not in OPENERS):
        return ""
    if len(match["title"]) <= SHORTEST or is_in_gallery(block.text, match.start()):
        return ""
    acts = pattern(r"\s(?:said|says|told|thanked|has|had|will)\b").match(block.text, match.end())
    full = match["given"] and given_name(match["given"]) and acts
    called = rf"\b{match['title']}\s\p{{Lu}}\p{{Ll}}+\s{match['name']}\b"
    if acts and not match["given"] and block.text[: match.start()].endswith(", "):
        full = not is_nobody(match["name"]) and not is_word(match["name"].lower())
    return right if full or _has(right, block) or _has_shape(called, block) else ""


def _turned(match: regex.Match[str], _block: Block) -> str:
    """The title with its halves in order."""
    return f"{match['field']} {match['head']}"


def _has_shape(expression: str, block: Block) -> bool:
    return any(pattern(expression).search(text) for text in block.document.texts)


def _has(words: str, block: Block, *, beyond: regex.Match[str] | None = None) -> bool:
    """Whether the article has words, more than once if `beyond` is given."""
    return sum(text.count(words) for text in block.document.texts) > (beyond is not None)
