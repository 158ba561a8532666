from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from newslint.lexicon.function_words import ENGLISH
from newslint.lexicon.past_forms import IRREGULAR_PAST
from newslint.rules import Block, Case, Change, Document, Finding, PatternRule, Range, Safety, pattern
from newslint.text.repeats import repeating

NEVER_TWICE = frozenset({"a", "an", "and", "my", "of", "or", "our", "the", "their", "your"})
SELDOM = """
about as at be been between but can could from how if into its might must shall should some than they we what
will would
"""
SELDOM_TWICE = frozenset(SELDOM.split())
DETERMINERS = frozenset({"a", "an", "my", "our", "the", "their", "your"})
FAR = 30
"""Characters looked back for the word before."""
WORD_BEFORE = r"(?:\A|(?<=\s))[\p{L}’'-]+\s\Z"
EMPHASIS = frozenset(
    {"another", "anything", "forever", "finally", "nothing", "perhaps", "really", "totally", "whatever"}
)
LONG = 7


@dataclass(frozen=True, kw_only=True)
class DoubleWord(PatternRule):
    """The same word appears twice in a row.

    ## What it does
    Drops the second copy. Words that English doubles (“had had”, “that that”, “what it is is”, “went on
    on Monday”, “someone to talk to to pass the time”), emphasis (“very very”), triple words, figures
    and names (“Bora Bora”) pass.

    ## Why it matters
    Engines translate segment by segment and tend to repeat the word at a seam; editors leave one behind
    when they rewrite.

    ## Fix safety
    Safe for articles, “and”, “or”, “of” and possessives, which grammar never doubles. Unsafe for words
    that it seldom doubles, for long words, and after a name that may have lost its “to” (“Ambassador
    the the U.N.”).

    ## Options
    `allowed`: further words that may be doubled, in lower case.
    """

    allowed: frozenset[str] = frozenset()
    """Further words that may stand twice, in lower case."""

    expression = (
        r"(?<![\p{L}\p{M}\p{N}’'\-./@#])([A-Za-z]+)(\s+)((?i:\1))"
        r"(?![\p{L}\p{M}\p{N}’'\-/@]|\.\p{L}|\s+(?i:\1)\b)"
    )
    safety = Safety.SAFE
    cases = (
        Case("Police shut ⟦the the⟧ bridge.", fixed="Police shut the bridge."),
        Case("⟦The the⟧ bridge is shut.", fixed="The bridge is shut."),
        Case("Rain fell. ⟦And and⟧ snow fell.", fixed="Rain fell. And snow fell."),
        Case("They should ⟦be be⟧ home.", fixed="They should be home.", safety=Safety.UNSAFE),
        Case(
            "They are ⟦currently currently⟧ moving.", fixed="They are currently moving.", safety=Safety.UNSAFE
        ),
        Case("It is all she dreamt ⟦of of⟧.", fixed="It is all she dreamt of."),
        Case(
            "In Oslo ⟦the the⟧ bridge was shut.",
            fixed="In Oslo the bridge was shut.",
            safety=Safety.UNSAFE,
        ),
        Case("They added milk ⟦the the⟧ list.", fixed="They added milk the list.", safety=Safety.UNSAFE),
        Case("The talks, ⟦the the⟧ envoy said, failed.", fixed="The talks, the envoy said, failed."),
        Case("Envoys returned ⟦the the⟧ ship.", fixed="Envoys returned the ship."),
        Case("He had had enough, and said that that was that."),
        Case("Duran Duran played on Bora Bora, and it was very very hot."),
        Case("What it is is a mess, and it came in in May."),
        Case("It went on on Monday; they had nobody to talk to to pass the time they waited for for years."),
        Case("They read Of of of, a poem, and no no no was heard."),
        Case("Vitamin A a day helps, and the The Hague office knows."),
        Case("Moon Jae-in in May met the anti-war war party."),
        Case("They shouted win, win, win; 20 20 was on the sign."),
    )

    trace = ""

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        repeated = repeating(document.texts, document.joined, self._matters)
        return super().check(document, [document.blocks[n] for n in repeated])

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match[1], match[3]
        word = second.lower()
        if not second.islower() or first.lower() != word or not self._matters(word):
            return None
        if self._thrice(word, match, block) or not self._plain(first, match, block):
            return None
        safety = None if self._sure(word, match, block) else Safety.UNSAFE
        cut = Change(self._copy(match, block), "")
        return Finding(Range(*match.span()), f"repeated word “{second}”", (cut,), safety=safety)

    def _matters(self, word: str) -> bool:
        """Whether a word in small letters seldom stands twice in a row by right."""
        if word in self.allowed or word in EMPHASIS:
            return False
        return word in NEVER_TWICE or word in SELDOM_TWICE or len(word) >= LONG

    @staticmethod
    def _sure(word: str, match: regex.Match[str], block: Block) -> bool:
        """Whether the copy is one too many, and no lost preposition: “added milk (to) the the list”."""
        if word not in NEVER_TWICE or word not in DETERMINERS:
            return word in NEVER_TWICE
        start = match.start()
        before = pattern(WORD_BEFORE).search(block.text, max(start - FAR, 0), start)
        if not before:
            return True  # the sentence begins here, or a mark precedes
        last = before[0].strip().lower().replace("’", "'").partition("'")[0]
        return last in ENGLISH or last in IRREGULAR_PAST or last.endswith(("ed", "ing", "ly"))

    @staticmethod
    def _thrice(word: str, match: regex.Match[str], block: Block) -> bool:
        before = block.text[max(match.start() - len(word) - 2, 0) : match.start()]
        return before.rstrip().lower().endswith(f" {word}")

    @staticmethod
    def _plain(first: str, match: regex.Match[str], block: Block) -> bool:
        """Whether the first copy is in lower case, or capitalised because it opens a sentence."""
        if first.islower():
            return True
        opens = match.start() == block.sentence_at(match.start()).start
        return opens and first[1:] == first[1:].lower()

    @staticmethod
    def _copy(match: regex.Match[str], block: Block) -> Range:
        """The second copy and the space after it, so that a line break between the two may stay."""
        start, end = match.span(3)
        if block.text[end : end + 1] == " ":
            return Range(start, end + 1)
        return Range(match.start(2), end)
