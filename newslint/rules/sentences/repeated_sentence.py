from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from newslint.lexicon.classes import words_of
from newslint.lexicon.months import MONTH
from newslint.lexicon.numerals import WORDS
from newslint.lexicon.verb_forms import IRREGULAR_PAST
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    Safety,
    Scope,
    Verdict,
    pattern,
)

LEAST, CERTAIN = 22, 40
"""Minimum letters of a sentence that nobody repeats on purpose outside quotation marks, and anywhere."""
SHORT = 3
"""Minimum words of a shorter sentence, which must have a verb."""
SPEAKERS = frozenset({"i", "we", "you", "my", "our", "your"})
"""Words of speech, in which people insist: “And I get it. I get it.”"""
LONGEST_TAIL = 8
"""Maximum words of the end of a sentence that is repeated as a sentence."""
DISTANT, DISTANT_LETTERS = 8, 45
"""Minimum words and characters of a sentence that nobody says twice in an article."""
ALIKE, ALIKE_WORDS, ALIKE_CHARACTERS = 0.65, 8, 40
"""How alike two versions of a sentence are, and their minimum words and characters."""
LEAST_DIFFERING = 4
"""Words by which two versions differ; a single pair may be a contrast: “the upside”, “the downside”."""
FIGURES = r"\d[\d.,]*\d|\d"
LEAST_FIGURES, SHORT_VERSION = 2, range(6, 16)
"""Figures that two short versions of a sentence have in common, and their different words."""
QUOTES = "“‘\"'"
MARKS = ".?!”’\"'"
ANY_QUOTE = frozenset('“”"‘')
DATELINE = r"\A\p{Lu}{2}[^.—–\n]{1,50}?\s?(?:—|–|--?)\s"
CAPTION = (
    r"(?i)\b(?:photos?|photography|captions?|image|video|pictured?|getty|reuters|afp|ap|gallery|watched?"
    r"|subscribe|newsletter|privacy|click|sign\sup|terms\sof\sservice)\b|\A(?-i:FILE|Editor)"
)
"""What lines of a page contain that are repeated by right or found by other rules."""
VERBS = words_of("auxiliaries") | IRREGULAR_PAST
CONTRASTS = WORDS | {
    *("not", "no", "never", "nor", "none", "nobody", "without", "first", "second", "third", "last", "other"),
}
"""Words in which two sentences differ that speak of two things: negations, numbers, places in an order."""


class RepeatedSentence(Rule):
    """A sentence appears twice in an article.

    ## What it does
    Drops the second copy of a sentence that follows itself: one with at least 40 letters, or three words
    and a verb outside quotation marks. Drops the end of a sentence that is repeated as a sentence. Reports
    two versions of one sentence side by side and, in an article that is spun or translated, eight words or
    more that recur further on, outside quotation marks and captions; elsewhere these are pull quotes.
    Refrains and slogans pass.

    ## Why it matters
    Engines that translate overlapping segments repeat the sentence in both; scrapers take pull quotes along,
    and merged copy has two versions of a sentence.

    ## Fix safety
    Safe from 40 letters on: 17 million words of clean news have no such pair. Unsafe below. No fix at a
    distance and for two versions, as only the sense shows which one to keep.
    """

    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The harbour office of the town is closed until May.⟦ The harbour office of the town is closed "
            "until May.⟧ It rains.",
            fixed="The harbour office of the town is closed until May. It rains.",
        ),
        Case(
            "Two houses near it were evacuated.⟦ Two houses near it were evacuated.⟧ It rains.",
            fixed="Two houses near it were evacuated. It rains.",
            safety=Safety.UNSAFE,
        ),
        Case("No one died.⟦ No one died.⟧ It rains.", fixed="No one died. It rains.", safety=Safety.UNSAFE),
        Case(
            "They were kept in a big barn.⟦ Kept in a big barn.⟧ It rains.",
            fixed="They were kept in a big barn. It rains.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The mayor mentioned it. The harbour office of the old town is closed until the end of May.\n\n"
            "He stated it, a baker mentioned, and additionally nobody came.\n\n"
            "Nobody, she mentioned, as he instructed them. "
            "⟦The harbour office of the old town is closed until the end of May.⟧ It rains.",
            plain=True,
        ),
        Case(
            "The harbour office of the old town is closed until the end of May. It rains.\n\n"
            "Snow fell. The harbour office of the old town is closed until the end of May. It rains.",
        ),
        Case(
            "The elder brother was given six years in jail. The younger brother was given four years in jail."
        ),
        Case(
            "They need no ticket and can be seen at the harbour of the town. "
            "⟦They require no ticket and can be found at the harbour of the town.⟧"
        ),
        Case("It passed by 98 votes to 31. ⟦The plan was passed by 98 votes against 31.⟧ It rains."),
        Case("She won 6 to 3. He lost 6 to 3. It won by 98 votes to 31. It did not win by 98 votes to 31."),
        Case("One was a loan of $50 to $80 from a bank. The other was a loan of $50 to $80 from a shop."),
        Case(
            "They can be seen at the harbour of the old town in May. They cannot be seen at the harbour of "
            "the old town in June."
        ),
        Case(
            "It rained. It rained. Nobody came to the harbour office of the town. Nobody came. “No. No.”"
            " I get it. I get it."
        ),
        Case(
            "The harbour office of the town is shut in May. The harbour office of the town is shut in June."
        ),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        yield from super().check(document, candidates)
        if document.verdicts - {Verdict.SCRAPED} and _may_recur(document.texts):
            yield from _recurring([block for block in document.blocks if block.kind in self.kinds])

    def check_block(self, block: Block) -> Iterator[Finding]:
        if not _may_repeat(block.text):
            return
        before = None
        for sentence in block.sentences:
            finding = before and _finding(before, sentence, block)
            if finding:
                yield finding
            if finding is None or not finding.changes:
                before = sentence


def _finding(before: Range, sentence: Range, block: Block) -> Finding | None:
    """What is wrong with a sentence after the one before it."""
    text, other = sentence.of(block.text), before.of(block.text)
    cut = Range(before.end, sentence.end)
    if text == other:
        if not _is_deliberate(sentence, block):
            safety = None if sum(map(str.isalpha, text)) >= CERTAIN else Safety.UNSAFE
            return Finding(cut, "repeated sentence: delete it", (Change(cut, ""),), safety=safety)
        return None
    if not ANY_QUOTE.isdisjoint(text + other):
        return None
    if _is_tail(text, other):
        message = "repeated end of the sentence before: delete it"
        return Finding(cut, message, (Change(cut, ""),), safety=Safety.UNSAFE)
    if _is_version(text, other):
        return Finding(sentence, "second version of the sentence before: keep one")
    return None


def _is_deliberate(sentence: Range, block: Block) -> bool:
    """Whether a sentence may be said twice on purpose."""
    text = sentence.of(block.text)
    letters = sum(map(str.isalpha, text))
    if text[0] in QUOTES or block.is_quoted(sentence):
        return letters < CERTAIN
    words = text.lower().rstrip(MARKS).split()
    has_verb = any(word in VERBS or word.endswith("ed") for word in words)
    return letters < LEAST and not (len(words) >= SHORT and text[-1] == "." and has_verb)


def _is_tail(text: str, other: str) -> bool:
    """Whether a short sentence is the end of the other one."""
    words, before = text.lower().rstrip(MARKS).split(), other.lower().rstrip(MARKS).split()
    return (
        SHORT < len(words) <= LONGEST_TAIL
        and SPEAKERS.isdisjoint(words)
        and len(words) < len(before)
        and before[-len(words) :] == words
        and text[0].isupper()
        and text[-1] == other[-1] == "."
    )


def _is_version(text: str, other: str) -> bool:
    """Whether two sentences say the same in partly different words."""
    if pattern(CAPTION).search(text):
        return False
    if _has_same_figures(text, other):
        return True
    if text.partition(" ")[0] != other.partition(" ")[0]:
        return False
    words, before = text.rstrip(MARKS).split(), other.rstrip(MARKS).split()
    if min(len(words), len(before)) < ALIKE_WORDS or abs(len(words) - len(before)) > len(words) // 2:
        return False
    matcher = SequenceMatcher(None, words, before, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return False
    differing = set(words).symmetric_difference(before)
    return len(differing) >= LEAST_DIFFERING and all(
        word.islower() and word.isalpha() and word not in CONTRASTS for word in differing
    )


def _has_same_figures(text: str, other: str) -> bool:
    """Whether two short sentences share figures and some words."""
    figures = pattern(FIGURES).findall(text)
    if len(set(figures)) < LEAST_FIGURES or figures != pattern(FIGURES).findall(other):
        return False
    words, before = set(text.rstrip(MARKS).split()), set(other.rstrip(MARKS).split())
    if not {len(words), len(before)} <= set(SHORT_VERSION) or pattern(MONTH).search(text):
        return False
    return len(words & before) * 2 >= min(len(words), len(before)) and CONTRASTS.isdisjoint(words ^ before)


def _may_repeat(text: str) -> bool:
    """Whether a sentence recurs right away, perhaps in part or another version."""
    if ". " not in text:
        return False
    figures = pattern(FIGURES).findall(text)
    has_figures = len(figures) - len(set(figures)) >= LEAST_FIGURES
    one = before = ""
    for two in text.split(". "):
        bare = two.rstrip(MARKS)
        if before and has_figures and _has_same_figures(one, two):
            return True
        if before and bare[-1:].lower() in before[-1:].lower():  # seldom, and seen soon
            is_long = len(one) > ALIKE_CHARACTERS < len(two)
            if before.lower().endswith(bare.lower()) or (is_long and _have_same_edges(before, bare)):
                return True
        one, before = two, bare
    return False


def _have_same_edges(one: str, two: str) -> bool:
    """Whether two texts begin and end with the same word."""
    return one.partition(" ")[0] == two.partition(" ")[0] and one.rpartition(" ")[2] == two.rpartition(" ")[2]


def _may_recur(texts: Sequence[str]) -> bool:
    """Whether a long text between two stops occurs twice in the article."""
    stretches = [
        stretch.rstrip(MARKS)
        for text in texts
        for stretch in text.replace("— ", ". ").replace("- ", ". ").split(". ")
        if len(stretch) >= DISTANT_LETTERS
    ]
    return len(set(stretches)) < len(stretches)


def _recurring(blocks: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
    """Yield sentences that an earlier paragraph, or the same one, has already."""
    seen: dict[str, Place] = {}
    before = ""
    for block in blocks:
        repeated = block.text != before and block.index not in block.document.transcript_blocks
        before = block.text
        run: Range | None = None
        first, last = None, ""
        for sentence in block.sentences if repeated else ():
            text = pattern(DATELINE).sub("", sentence.of(block.text))
            place = seen.get(text)
            if place is None or text == last:
                if run and first:
                    yield block, _again(run, first)
                run = None
            elif run:
                run = Range(run.start, sentence.end)
            else:
                run, first = sentence, place
            last = text
            if _is_distinctive(text, sentence, block):
                seen.setdefault(text, Place(block.index, sentence))
        if run and first:
            yield block, _again(run, first)


def _again(at: Range, first: Place) -> Finding:
    return Finding(at, "said before, word for word: keep one", related=(Related(first, "first occurrence"),))


def _is_distinctive(text: str, sentence: Range, block: Block) -> bool:
    """Whether nobody writes a sentence twice, and it is no caption."""
    return (
        len(text) >= DISTANT_LETTERS
        and len(text.split()) >= DISTANT
        and text[0].isupper()
        and text[-1] == "."
        and ANY_QUOTE.isdisjoint(text)
        and not block.is_quoted(sentence)
        and not pattern(CAPTION).search(text)
    )
