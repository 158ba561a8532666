from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import frequency
from newslint.rules import Block, Case, Change, Document, Finding, Protected, Range, Rule, Safety, pattern
from newslint.text.encoded_text import decode
from newslint.text.tokens import Tokens, tokens_of

FREQUENT = 900
"""Minimum frequency of the other half in 10 million words of news."""
SURE = 5_000
"""Minimum frequency of both halves for a safe fix."""
SURELY_APART = frozenset({"the", "of", "and", "that", "to", "for", "with", "from"})
"""Words of which one is in a safe fix; others end or begin nouns by chance (“hasher”, “whois”)."""
ALONE = frozenset({"but", "that", "which", "from", "were", "they", "have", "because", "would", "could"})
"""Words that no English word begins or ends with by chance, if the rest is a word of five letters."""
BEFORE_ANY = frozenset({"the", "and", "for", "of", "from", "into"})
"""Words that begin few other words; adverbs and past forms in “-ly” and “-ed” do not either."""
COMMON = 300
"""Minimum frequency of the noun after an adjective."""
COMPOUNDING = frozenset(["like", "most", "ness", "side", "time", "world"])
"""Words that end compounds with them all the same."""
LONG, RARE = 5, 50
"""Letters and minimum frequency of that rest."""
WORDS = "said|says|told|that|who|has|was|will|from|with|after|and"
NAME_AND_WORD = rf"(?<![\w’'-])(?P<name>\p{{Lu}}\p{{Ll}}{{2,}}?)(?P<word>{WORDS})(?![\w’'-])"

MAY_RUN_ON = re.compile(
    rb"[A-Z\xc3-\xdf\xe1\xea\xef\xf0][a-z\x80-\xff]{2,}(?:%b)(?![A-Za-z0-9_])" % WORDS.encode()
)
"""The same in bytes, or more."""


class RunTogether(Rule):
    """Two words without a space: “ofthe”, “saidthat”.

    ## What it does
    Divides an unknown word into a function word or an adjective and another frequent word, and a weekday or
    a name of the article from the next word. Compounds (“worktime”) and English
    words (“thereof”) pass.

    ## Why it matters
    The space disappeared with a tag that a scraper stripped, or at the end of a line.

    ## Fix safety
    Safe if both words are very frequent. Otherwise unsafe: a misspelt word may look the same (“billionare”).
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.DATES, Protected.NAMES})
    cases = (
        Case(
            "The mayor ⟦ofthe⟧ town has ⟦tobe⟧ there, with ⟦someof⟧ it lost.",
            fixed="The mayor of the town has to be there, with some of it lost.",
        ),
        Case("The mayor ⟦saidthat⟧ it rained.", fixed="The mayor said that it rained."),
        Case("In ⟦theinterview⟧ he wept.", fixed="In the interview he wept.", safety=Safety.UNSAFE),
        Case(
            "Nina Avery sang. Its singer ⟦Averysaid⟧ on ⟦Fridaythat⟧ it left ⟦boxesbut⟧ no bag.",
            fixed="Nina Avery sang. Its singer Avery said on Friday that it left boxes but no bag.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The judge was ⟦reportedlyworried⟧ by ⟦thestrange⟧ case.",
            fixed="The judge was reportedly worried by the strange case.",
            safety=Safety.UNSAFE,
        ),
        Case("It sold the ⟦oldchurch⟧ in May.", fixed="It sold the old church in May.", safety=Safety.UNSAFE),
        Case("The infor mation was lost in May, in an oldtime town."),
        Case("Alan Row met Rowland and Mr Alsaid in England; the debutante fell."),
        Case("Together they often forgot the wildland, thereof and whereupon, worktime and a billionare."),
        Case("They did it in toto; Beto has a beto sign."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        glued = {
            word: halves
            for word in frozenset().union(*document.unknown_words)
            if (halves := _halves(word)) and not document.encoded_text.containing(word.capitalize())
        }
        for block in candidates if glued else ():
            if block.kind in self.kinds:
                for word in glued.keys() & document.unknown_words[block.index]:
                    for finding in self._findings(block, word, glued[word]):
                        yield block, finding
        names = set(_names_run_on(document))
        for block in candidates if names else ():
            if block.kind in self.kinds:
                yield from ((block, finding) for finding in _divide_names(block.text, names))

    @staticmethod
    def _findings(block: Block, word: str, halves: tuple[str, str]) -> Iterator[Finding]:
        """Yield a finding for each occurrence of a word in a block."""
        tokens = tokens_of(block.text)
        sure = (
            min(map(frequency, halves)) >= SURE
            and not SURELY_APART.isdisjoint(halves)
            and halves[0] not in words_of("attributes")
        )
        safety = Safety.SAFE if sure else Safety.UNSAFE
        for index, token in enumerate(tokens.words):
            if token == word and not _is_split(tokens, index) and not _is_noun(tokens, index, halves):
                yield _finding(tokens.range(index, index + 1), halves, safety)


def _names_run_on(document: Document) -> Iterator[str]:
    """Yield weekdays and known names that run into a word: “Fridaythat”."""
    for found in set(MAY_RUN_ON.findall(document.encoded_text.data)):
        for match in pattern(NAME_AND_WORD).finditer(decode(found)):
            if match["name"] in words_of("dates") or _is_said(match["name"], document):
                yield match["name"]


def _divide_names(text: str, names: set[str]) -> Iterator[Finding]:
    """Yield a finding for each name that runs into a word."""
    for match in pattern(NAME_AND_WORD).finditer(text):
        if match["name"] in names:
            yield _finding(Range(*match.span()), (match["name"], match["word"]), Safety.UNSAFE)


def _is_said(name: str, document: Document) -> bool:
    """Whether an article has a name as a word by itself."""
    return any(_has_word(name, document.texts[number]) for number in document.encoded_text.containing(name))


def _has_word(word: str, text: str) -> bool:
    """Whether a text has a word by itself; compiles nothing."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_is_in_word(text[at - 1 : at]) or _is_in_word(text[end : end + 1])):
            return True
        at = text.find(word, end)
    return False


def _is_in_word(character: str) -> bool:
    return pattern(r"\w").match(character) is not None


def _finding(at: Range, halves: tuple[str, str], safety: Safety) -> Finding:
    gap = at.start + len(halves[0])
    message = f"missing space: “{halves[0]} {halves[1]}”"
    return Finding(at, message, (Change(Range(gap, gap), " "),), safety=safety)


def _is_split(tokens: Tokens, index: int) -> bool:
    """Whether an unknown word is half of a divided one: “infor mation”."""
    word = tokens.words[index]
    beside = (word + other for other in tokens.words[index + 1 : index + 2])
    before = (other + word for other in tokens.words[max(index - 1, 0) : index])
    return any(frequency(whole) >= RARE for whole in (*beside, *before))


def _is_noun(tokens: Tokens, index: int, halves: tuple[str, str]) -> bool:
    """Whether a word after an article is probably a noun: “a hasher”."""
    before = tokens.words[index - 1 : index] if index else []
    return before in (["a"], ["an"], ["the"]) and halves[0] in words_of("auxiliaries", "relatives")


def _halves(word: str) -> tuple[str, str] | None:
    """Divide letters into two frequent words, one of them a function word."""
    divided = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
    likely = [halves for halves in divided if _are_apart(*halves)]
    return max(likely, key=lambda halves: min(map(frequency, halves)), default=None)


def _are_apart(first: str, second: str) -> bool:
    if first == second:
        return False
    if max(len(first), len(second)) >= LONG and (first in ALONE or second in ALONE or second == "with"):
        return min(frequency(first), frequency(second)) >= RARE
    if len(second) >= LONG and (first in BEFORE_ANY or (len(first) >= LONG and first.endswith(("ly", "ed")))):
        return min(frequency(first), frequency(second)) >= RARE
    if first in words_of("joiners") or second in words_of("joiners"):
        return min(frequency(first), frequency(second)) >= FREQUENT
    if first in words_of("attributes") and len(second) >= LONG - 1 and second not in COMPOUNDING:
        return frequency(second) >= COMMON
    return first in words_of("small_joiners") and second in words_of("small_joiners")
