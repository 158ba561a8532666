from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from msgspec import Struct

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.titles import HEADS, TAILS
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
from newslint.text.names.whole_words import count_whole
from newslint.text.quotations.narrator import SAYING

FIELDS = words_of("leading_modifiers", "ministries")
OFFICES = HEADS - words_of("forms_of_address")
MODIFIER = any_of(FIELDS)
BOUND = any_of(
    (FIELDS - HEADS - {"Former", "Acting", "Interim"}) | {"Police", "Attorney", "Lord", "District", "Press"}
)
"""Modifiers that are no title themselves."""
LEADING = any_of(words_of("leading_modifiers") - HEADS - {"Former", "Acting", "Interim"})
"""Those that no noun phrase ends in."""
MINISTRY = any_of(words_of("ministries"))
FOR = r"(?<!\b(?:for|of|and|at)\s|[,&]\s)"
HEAD = any_of(OFFICES)
LONG_HEAD = any_of({head for head in OFFICES if len(head) > 5 and head.isalpha()} - {"General"})
SHORTENED = any_of({short.rstrip(".") for short in column("title_abbreviations", 0)} | {"Mr", "Mrs", "Ms"})
GLUED = "Mrs?|Ms|Dr|Sen|Gov|Prof|Capt|Sgt"
PLAIN = "Mrs?|Ms|Dr|Sen|Rep|Gov"
"""Titles that never follow “the”, unlike “Rev.”."""
SMALL = r"mrs?\.?|(?:ms|dr|sen|gov|prof|capt|sgt|rev)\."
NAME = r"\p{Lu}[\p{L}\p{M}’'-]+"
PARTY = r"(?=,?\s\(?[DRI]-\p{Lu}\p{Ll}*\.)"
"""The party and the state as those write them who put a stop after “Rep.”."""
HOLDER = "President|Chancellor|Senator|Governor|Ambassador"
TITLES_TOO = any_of(words_of("leading_modifiers") & HEADS - {"Lord"})
"""Modifiers that are titles by themselves."""
ACTS_NOW = rf"\s(?:{SAYING}|was|is|has|had|will|would|should|could|must|did|does|also)\b"
UNHELD = r"(?<![\p{L}’',;:&]\s)(?<=^|[.!?…:][”’\"']?\s|[“‘\"]|\n)"
NATION = any_of(column("nations", 0) | column("nations", 1))
NOT_LISTED = rf"(?<!\b(?!(?:A|An|The|{NATION})\s)\p{{Lu}}[\p{{L}}’'-]*\s)"
NO_PERSON = (
    r"(?![\p{L}\s.’'-]*\b(?:Committee|Subcommittee|Caucus|Office|Bill|Act|Building|Center|Centre|House|Fund"
    r"|Foundation|Prize|Award|Show|Campaign|Street|Department)\b)"
)
ALONE = r"(?<![\p{L}\p{N}#@/&.’'-])"
ENDS = r"(?![\p{L}\p{N}@/]|\.\p{L})"
FORMER = r"(?<!\b(?:former|then|late|lt\.)\s(?:\p{Lu}\p{Ll}+\s)?)"
ACTS = rf"\s(?:{SAYING}|was|is|has|had|will|would|did|does|also|himself|herself)\b"


class BrokenShape(Struct, frozen=True):
    """A pattern of broken titles: `cut` is replaced by `right`.

    With `named`, the article must have the name elsewhere.
    """

    expression: str
    fault: str
    right: str = ""
    safety: Safety = Safety.UNSAFE
    named: bool = False


@cache
def _shapes() -> tuple[BrokenShape, ...]:
    office = rf"(?:{HEAD})(?:{'|'.join(TAILS)})?+\s{NAME}"
    return (
        # Prime.Minister Silina, Prime, Minister Silina, Prime - Minister Silina
        BrokenShape(rf"{ALONE}(?:{MODIFIER})(?P<cut>\.)(?:{HEAD}){ENDS}", "full stop inside a title", " "),
        BrokenShape(rf"{ALONE}(?:{LEADING})(?P<cut>[,;]\s){office}", "mark inside a title", " ", Safety.SAFE),
        # Deputy, Governor Otieno, where no person is a deputy
        BrokenShape(
            rf"{UNHELD}{ALONE}(?:{TITLES_TOO})(?P<cut>[,;]\s){office}",
            "mark inside a title",
            " ",
            Safety.SAFE,
        ),
        # A Home; Secretary should, the Prime, Minister's office
        BrokenShape(
            rf"{FOR}{NOT_LISTED}{ALONE}(?:"
            rf"(?:Prime|Foreign|{MINISTRY})(?P<cut>[,;]\s)Minister|(?:Home|Foreign|{MINISTRY})(?P<cut>[,;]\s)Secretary"
            rf"|Vice(?P<cut>[,;]\s)(?:President|Admiral|Chairman)|Attorney(?P<cut>[,;]\s)General)"
            rf"(?=[’']s\s|{ACTS_NOW})",
            "mark inside a title",
            " ",
        ),
        BrokenShape(
            rf"{FOR}{ALONE}(?:{MINISTRY})(?P<cut>,\s)(?:Minister|Secretary)\s{NAME}",
            "comma inside a title",
            " ",
        ),
        BrokenShape(rf"{ALONE}Attorney(?P<cut>,\s)General\s{NAME}", "comma inside a title", " "),
        BrokenShape(rf"{ALONE}(?:{BOUND})(?P<cut>\s?[–—]\s?|\s-\s?|-\s){office}", "dash inside a title", " "),
        # Prime the Minister Silina
        BrokenShape(rf"{ALONE}(?:{BOUND})\s(?P<cut>the\s){office}", "article inside a title"),
        # PrimeMinister Silina, PresidentNovak
        BrokenShape(rf"{ALONE}(?:{MODIFIER})(?P<cut>)(?:{HEAD}){ENDS}", "lost space", " "),
        BrokenShape(
            rf"{ALONE}(?:{LONG_HEAD})(?P<cut>)(?P<name>\p{{Lu}}\p{{Ll}}{{2,}}){ENDS}", "lost space", " "
        ),
        # Sen.Holm, MrHolm, Mr .Holm, sen. Holm
        BrokenShape(
            rf"{ALONE}(?:{SHORTENED})(?P<cut>\.)\p{{Lu}}\p{{Ll}}{{2,}}{ENDS}", "lost space", ". ", Safety.SAFE
        ),
        BrokenShape(
            rf"{ALONE}(?:{GLUED})(?P<cut>)(?P<name>\p{{Lu}}\p{{Ll}}{{2,}}){ENDS}",
            "lost space",
            " ",
            named=True,
        ),
        BrokenShape(
            rf"{ALONE}(?:{SHORTENED})(?P<cut>\s\.\s?)\p{{Lu}}\p{{Ll}}+",
            "full stop away from its title",
            ". ",
            Safety.SAFE,
        ),
        # Sen., Maria Holm
        BrokenShape(
            rf"{ALONE}(?:{SHORTENED})\.(?P<cut>[,;])\s{NAME}\s(?:\p{{Lu}}\.\s)?{NAME}(?!\p{{L}}|\.\s\p{{Lu}})",
            "mark after a shortened title",
        ),
        # Rep Ann Holm, D-Calif.
        BrokenShape(
            rf"{ALONE}(?:Rep|Sen|Gov)(?P<cut>)\s{NAME}\s(?:\p{{Lu}}\.\s)?{NAME}{PARTY}",
            "shortened title without its stop",
            ".",
            Safety.SAFE,
        ),
        # the Mr Holm said, the President Holm said
        BrokenShape(
            rf"(?<=\p{{Ll}},?\s)(?P<cut>the\s)(?:Mrs?|Ms)\.?\s(?:{NAME}\s)?{NAME}(?:(?<=[’']s|s[’'])|(?={ACTS}|[,.;]))",
            "article before a title",
        ),
        BrokenShape(
            rf"(?<=\p{{Ll}},?\s)(?P<cut>the\s)(?:(?:Sen|Rep|Gov|Dr)\.?|{HOLDER})\s{NO_PERSON}(?!{HEAD}\b)"
            rf"(?:{NAME}(?={ACTS})|{NAME}\s{NAME}(?={ACTS}|[,.;]))",
            "article before a title",
        ),
    )


class BrokenTitle(Rule):
    """A mark or a lost space breaks a title: “Prime, Minister Silina”.

    ## What it does
    Restores “Prime - Minister Silina”, “Prime the Minister Silina”, “PrimeMinister”, “PresidentNovak”,
    “Sen.Holm”, “Mr .Holm”, “sen. Holm” and “Rep Holm, D-Calif.”, and drops the article of
    “the Mr Holm said”. Tags and addresses pass.

    ## Why it matters
    Links in a title are translated apart from it, and scrapers lose the spaces around them.

    ## Fix safety
    Safe for a full stop that touches the name or has a space before it, and for a comma or semicolon before
    the rest of a title with its name. Otherwise unsafe.
    """

    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "They met ⟦Prime.Minister⟧ Silina.", fixed="They met Prime Minister Silina.", safety=Safety.UNSAFE
        ),
        Case(
            "They met ⟦Prime, Minister Silina⟧ and ⟦Vice; President Holm⟧. ⟦Deputy, Governor Lind⟧ left.",
            fixed="They met Prime Minister Silina and Vice President Holm. Deputy Governor Lind left.",
        ),
        Case(
            "They met ⟦Health - Minister Novak⟧ and ⟦Foreign the Minister Orpo⟧.",
            fixed="They met Health Minister Novak and Foreign Minister Orpo.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They met ⟦PrimeMinister⟧ Silina and ⟦PresidentNovak⟧.",
            fixed="They met Prime Minister Silina and President Novak.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They met ⟦Sen.Holm⟧ and ⟦Mr .Lind⟧ in rain.",
            fixed="They met Sen. Holm and Mr. Lind in rain.",
        ),
        Case(
            "The sponsor, ⟦Rep., Anna Holm⟧, left.",
            fixed="The sponsor, Rep. Anna Holm, left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The sponsor, ⟦Rep Anna Holm⟧, D-Calif., met Sen Ben Lind, D-CA.",
            fixed="The sponsor, Rep. Anna Holm, D-Calif., met Sen Ben Lind, D-CA.",
        ),
        Case(
            "Anna Holm left. They met ⟦MrsHolm⟧ and ⟦sen.⟧ Lind.",
            fixed="Anna Holm left. They met Mrs Holm and Sen. Lind.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Then ⟦the Mr Holm⟧ said no, and ⟦the President Anna Lind⟧ was late.",
            fixed="Then Mr Holm said no, and President Anna Lind was late.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "“A ⟦Home; Secretary⟧ should ask,” she said. Then the ⟦Prime, Minister⟧’s office closed.",
            fixed="“A Home Secretary should ask,” she said. Then the Prime Minister’s office closed.",
            safety=Safety.UNSAFE,
        ),
        Case("Ann Lind, Deputy, Governor-elect and owner. The Sen. Budget Committee left. Lt. General Holm."),
        Case("The ministers of Health, Home; Secretary Holm. Anna Lind, Deputy, Mayor Holm and others left."),
        Case("The tag #PrimeMinister, the page www.Sen.Holm.com and MrBeast were mentioned."),
        Case(
            "The Prime Minister, Minister Novak and the President left. The Mr Men and the Mr Olympia show."
        ),
    )

    @property
    def trace(self) -> str:
        return (
            rf"(?:{MODIFIER})\.?(?:{HEAD})|(?:{BOUND}|{LEADING})(?:,\s|\s?[–—]\s?|\s-\s?|-\s|\sthe\s)(?:{HEAD})"
            rf"|(?:{LONG_HEAD})\p{{Lu}}\p{{Ll}}|\b(?:{SHORTENED})(?:\.|\s\.\s?|\.[,;]\s)\p{{Lu}}\p{{Ll}}"
            rf"|\b(?:{GLUED})\p{{Lu}}\p{{Ll}}|\b(?:{SMALL})\s\p{{Lu}}\p{{Ll}}"
            rf"|\bthe\s(?:(?:{PLAIN})\.?|{HOLDER})\s\p{{Lu}}"
            rf"|\b(?:{MODIFIER})[,;]\s(?:{HEAD})|\b(?:Rep|Sen|Gov)\s\p{{Lu}}[^,;()]{{2,40}},?\s\(?[DRI]-\p{{Lu}}"
        )

    def check_block(self, block: Block) -> Iterator[Finding]:
        done: list[Range] = []
        for shape in _shapes():
            for match in pattern(shape.expression).finditer(block.text, timeout=PATTERN_SECONDS):
                at = Range(*match.span())
                if any(map(at.touches, done)):
                    continue
                if not shape.named or count_whole(match["name"], block.document):
                    done.append(at)
                    yield _finding(match, shape)
        for match in pattern(
            rf"{FORMER}{ALONE}(?:{SMALL})(?=\s(?!He\b|She\b|It\b|They\b|The\b){NAME})"
        ).finditer(block.text):
            at, right = Range(*match.span()), match[0].capitalize()
            if not block.is_quoted(at):
                message = f"title in lower case, “{match[0]}”: use “{right}”"
                yield Finding(at, message, (Change(at, right),), safety=Safety.UNSAFE)


def _finding(match: regex.Match[str], shape: BrokenShape) -> Finding:
    text, at, cut = match.string, Range(*match.span()), Range(*match.span("cut"))
    right = text[at.start : cut.start] + shape.right + text[cut.end : at.end]
    return Finding(at, f"{shape.fault}: use “{right}”", (Change(cut, shape.right),), safety=shape.safety)
