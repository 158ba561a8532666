"""Lines of a page by their shape: code, credits, stamps, menus, links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newslint.core.patterns import any_of, pattern
from newslint.lexicon.classes import words_of
from newslint.lexicon.months import MONTHS
from newslint.text.residue.kinds import Residue, ResidueKind
from newslint.text.residue.tokens import Token, codes_of, kinds_of, tokenize

NAME = r"\p{Lu}[\p{L}.’'-]*(?:\s(?:de|del|da|di|van|von|der|den|al|el|bin|la|le|\p{Lu}[\p{L}.’'-]*)){0,4}"
SHORTCODE = (
    r"\[/[a-z]{2,20}(?:[_-][a-z]{1,20}){0,4}\]|\[[a-z]{2,20}(?:_[a-z]{1,20}){1,4}(?:\s[^\]\n]{0,120})?\]"
    r"|%%[a-z_]{2,30}%%|<!--[^\n]{0,200}?-->"
)
"""Code of a publishing system, which never occurs in prose."""
CODE = (
    rf"{SHORTCODE}|\[[a-z]{{2,16}}(?:-[a-z]{{2,16}}){{1,3}}\]"
    r"|\[/?[a-z]{2,16}(?:[_-]\d{1,4}|\s\w{1,16}=[^\]\n]{0,120})\]|(?i:&?utm_\w+=\S+)"
    r"|(?:(?:var|let|const)\s\w{1,40}\s?=|function\s?\w{0,40}\([^()\n]{0,80}\)\s?\{"
    r"|[\w$.]{1,60}\.(?:push|render|init|createElement|addEventListener|querySelector)\()[^\n]*"
    r"|\[/?(?:gallery|embed|caption|audio|video|playlist)\]|(?:</?[a-z]{1,10}\s?/?>\s?){1,6}"
    r"|\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}"
    r"|[.#]?[\w-]{1,40}\s?\{\s?[\w-]{2,40}\s?:[^{}\n]{1,120}\}|</?[a-z]{1,10}(?:\s[a-z-]{1,20}=[^<>\n]{0,120})?/?>"
)
CODE_HINT = r"[\[{<]|%%|\w\(|[Uu][Tt][Mm]_|(?:var|let|const)\s"
"""A quick test: every line of `CODE` has a match."""
SIGNS_OF_CODE = "[{<=(%"
"""A quicker one: every line of `CODE` has one of these characters."""
MONTH = rf"(?i:{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
CLOCK = r"\d{1,2}[:.]\d{2}\b"
DATE = rf"\b{MONTH}\b|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}"
YEAR = r"\b(?:19|20)\d\d"
COUNT = r"(?i:\d[\d.,]*\s?[km]?\s?(?:views?|shares?|comments?|likes|replies|reads|retweets|reactions))"
AGO = r"(?i:(?:\d{1,3}|an?|one)\s(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\sago)"
PART = r"(?i:(?:page|slide|photo|image) \d{1,3} (?:of|/) \d{1,3}(?: ?:[^\n]{3,100})?)"
COUNTS = rf"{PART}|(?:{COUNT}|{AGO})(?:[\s|·•,/-]+(?:{COUNT}|{AGO}))*"
STAMP = r"[dhmnpft|:.,;·•()/@–—-]+"
BYLINE = (
    r"(?i:edited(?: and (?:published|translated))? by|(?:content )?provided by|text|translat(?:ed by|ion|or)"
    r"|(?:written|compiled|posted|published|uploaded|reviewed|fact[- ]checked) by"
    r"|proofread(?:er|ing)?(?: by)?"
    r"|(?:responsible |duty |executive )?editors?(?: in charge| in chief)?|original author"
    r"|(?:our |this )?(?:reporter|correspondent|intern)s?|translator"
    r"|(?:video |photo )?(?:coverage|editing|filming)|camera(?:man|woman)?)"
)
SIGNED = r"(?i:(?:written|edited|compiled|posted|uploaded|translated|reviewed|fact[- ]checked) by|story by)"
"""What a name follows without a mark."""
SIGN_OFF = (
    rf"(?i:(?:our )?(?:reporter|correspondent))\s{NAME}\s(?:reports|has (?:more|the (?:story|details))"
    r"|(?:will )?(?:deliver|report|cover|bring)s?\s[^.\n]{2,40})\.?"
)
"""Hands over to a reporter of a broadcast."""
INPUTS = r"(?i:with (?:\w+ )?inputs?(?: from (?:\w+ )?\w+)?|with agenc(?:y|ies) inputs?)"
LEGAL = (
    r"(?i:(?:copyright\s*)?(?:©|\(c\))\s?(?:copyright )?\d{4}|copyright \d{4}|all rights reserved\b"
    r"|(?:this|the) (?:material|article|story|content) (?:may|must|can) not be"
    r" (?:published|reproduced|copied|used)\b)(?:[^“”\".\n]|\.(?!\s\p{Lu})"
    r"|\.\s(?=(?i:all|any|by|click|distributed|for|inc|llc|no part|reprint\w*|see|terms|this|un|use|visit)))"
    r"{0,200}"
)
HEADING = r"\p{Lu}[\p{L}’'&-]*(?:\s[\p{L}’'&-]+){0,4}"
TOPICS = (
    rf"(?i:{any_of(words_of('topic_labels'))})\s?:\s?"
    r"[\p{L}\p{N}’' &-]{2,40}(?:[,|·•]\s?[\p{L}\p{N}’' &-]{2,40}){0,12}"
)
BETWEEN_HEADINGS = r"\s[>»›|/·•]\s?|\s?[»›]\s?"
LINK = r"(?P<label>[^:|»>\n–—]{3,40}?)\s?[:|»>–—]\s?(?P<rest>\S[^\n]{2,170})"
LABELS = words_of("link_labels")
LINK_KINDS = frozenset({"related", "player", "picture"})
"""Kinds of residue that a label of a link may prove."""


LONGEST_CREDIT = 90
SHORTEST_CAPTION = 4
CAPTION = (
    r"(?P<text>\p{Lu}[^\n“”\"]+?[\p{L}\d.!?)])\s*"
    r"(?:(?<=[.!?]\s{0,3})(?P<credit>[^\n.()\[\]]{4,80})\.?|\s?[|/–—]\s?(?P<credit>[^\n.()\[\]|]{4,80})\.?"
    r"|[(\[](?P<credit>[^\n()\[\]]{4,80})[)\]]\.?)"
)
"""A caption with the credit of its picture after a stop, a bar or in brackets."""


def is_code(line: str) -> bool:
    """Whether a line is a script, a shortcode or a tracking code."""
    return (
        any(sign in line for sign in SIGNS_OF_CODE)
        and bool(pattern(CODE_HINT).search(line))
        and bool(pattern(CODE).fullmatch(line))
    )


def judge_stamp(line: str, tokens: Sequence[Token]) -> Residue | None:
    """Judge whether a line dates a page or counts its readers."""
    if pattern(COUNTS).fullmatch(line):
        return Residue(ResidueKind.STAMP, closed=True)
    if not pattern(STAMP).fullmatch(codes_of(tokens)):
        return None
    dated = all(pattern(part).search(line) for part in (CLOCK, DATE, YEAR))
    stamped = any(token.kind == "stamp" for token in tokens)
    return Residue(ResidueKind.STAMP, closed=True) if dated or stamped else None


@cache
def words_in_credits() -> frozenset[str]:
    """Return words, in all spellings, of which every credit has one."""
    small = {phrase.split()[0] for phrase in words_of("credit_words")} | words_of("byline_words")
    agencies = {phrase.split()[0].split("-")[0] for phrase in words_of("picture_agencies")}
    return frozenset(agencies | small | {w.title() for w in small} | {w.upper() for w in small})


def judge_credit(line: str) -> Residue | None:
    """Judge whether a line says whose picture or text it is."""
    if pattern(picture_credit()).fullmatch(line) and not pattern(LEGAL).match(line):
        return Residue(ResidueKind.CREDIT, closed=False)
    names = rf"{NAME}(?:\s?(?:[/|,;]|and)\s?{NAME}){{0,3}}"
    if pattern(rf"{BYLINE}\s?[:：]\s?{names}|{SIGNED}\s{names}|{INPUTS}|{SIGN_OFF}").fullmatch(line):
        return Residue(ResidueKind.BYLINE, closed=False)
    if pattern(LEGAL).fullmatch(line):
        return Residue(ResidueKind.LEGAL, closed=False)
    return None


@cache
def picture_credit() -> str:
    """Return the expression for the credit of a picture."""
    agencies = words_of("picture_agencies")
    agency = rf"(?:{any_of(agencies | {name.upper() for name in agencies})})"
    label, via = any_of(words_of("credit_words")), r"(?i:via|for)"
    other = rf"(?:{agency}|{NAME}|(?i:file|handout|pool))"
    owner = rf"(?:{agency}|{NAME})(?:\s?(?:[/|,;]|{via}|–|-)\s?{other}){{0,3}}"
    picture = r"(?:\s(?i:photo|pic|picture|file|image|file photo))"
    return (
        rf"(?i:{label})(?:\s?[:/|©]\s?|\s(?i:by|courtesy(?: of)?|via|from)\s?:?\s?){owner}"
        rf"|(?i:courtesy(?: of)?)\s?:?\s{owner}|©\s?{owner}"
        rf"|(?i:image copyright|image source|photo source),?\s{owner}"
        rf"|{NAME}\s?(?:[/|]|{via})\s?{agency}{picture}?(?:\s?(?:[/|]|{via})\s?(?:{agency}|{NAME}|(?i:file|pool))){{0,2}}"
        rf"|{agency}{picture}?\s?[/|]\s?{owner}|{agency}{picture}"
        rf"|{agency}(?:\s?/\s?{agency}){{1,3}}"
    )


def judge_caption(text: str) -> Residue | None:
    """Judge whether a line is a caption with a credit."""
    if words_in_credits().isdisjoint(pattern(r"\p{L}+").findall(text[-LONGEST_CREDIT:])):
        return None
    caption = pattern(CAPTION).fullmatch(text)
    if not caption or caption["credit"].strip(" .") in words_of("picture_agencies"):
        return None
    if len(caption["text"].split()) < SHORTEST_CAPTION or not judge_credit(caption["credit"].strip(" .")):
        return None
    return Residue(ResidueKind.CREDIT, closed=False)


def judge_menu(line: str) -> Residue | None:
    """Judge whether a line is a breadcrumb, topics or a menu."""
    if ":" in line and pattern(TOPICS).fullmatch(line):
        return Residue(ResidueKind.MENU, closed=False)
    sections = words_of("page_sections")
    parts = [part.strip() for part in pattern(BETWEEN_HEADINGS).split(line)]
    if len(parts) > 1 and all(
        pattern(HEADING).fullmatch(part) or part.lower() in sections for part in parts[:-1]
    ):
        known = [part.lower() in sections for part in parts]
        if parts[0].lower() == "home" or (len(parts) > 2 and sum(known) * 2 >= len(parts)):
            return Residue(ResidueKind.MENU, closed=all(known))
    words = line.split()
    if len(words) > 2 and all(word.lower() in sections and word[0].isupper() for word in words):
        return Residue(ResidueKind.MENU, closed=True)
    return None


def judge_link(line: str) -> Residue | None:
    """Judge whether a line is a label with a linked headline."""
    link = pattern(LINK).fullmatch(line)
    if not link:
        return None
    label = link["label"]
    if pattern(r"\p{Ll}{2}[.!?]\s\p{Lu}").search(link["rest"]):
        is_cut = not line.endswith((".", "!", "?", "…")) and kinds_of("page_buttons").get(label.lower())
        return Residue(ResidueKind.LINK, closed=False) if is_cut == "related" else None
    if link["rest"][0].islower() and not label.islower():
        return None
    tokens = tokenize(label)
    codes = codes_of(tokens)
    is_label = bool(LINK_KINDS & {token.kind for token in tokens}) and not pattern(r"[^vwnmtf]").search(codes)
    if label.lower() in LABELS or (
        is_label and (codes in {"m", "n", "mn"} or (len(codes) > 1 and set(codes) & set("vwm")))
    ):
        return Residue(ResidueKind.LINK, closed=False)
    return None
