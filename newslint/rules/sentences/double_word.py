from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.english_words import frequency, is_word
from newslint.lexicon.function_words import ENGLISH
from newslint.lexicon.given_names import given_name
from newslint.lexicon.titles import HEADS
from newslint.lexicon.verb_forms import IRREGULAR_PAST
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    pattern,
)
from newslint.text.repeats import repeating

PREPOSITIONS = words_of("prepositions")
"""These may be repeated inside a sentence (“went on on Monday”), but not at its beginning."""
FUNCTION = words_of("prepositions", "determiners", "conjunctions", "auxiliaries")
DETERMINERS = words_of("determiners") - {"every", "no", "her"}
NEVER_THRICE = (FUNCTION | {"to"}) - {"every", "no"}
"""Words that nobody says three times for emphasis."""
CLAUSE = (
    r"(?i:\b(?:(?:what|whatever|whoever|whichever)\s(?:\p{L}+\s){0,2}"
    r"|(?:those|all|people|anyone|everyone|many|most|some|few)\swho\s(?:\p{L}+ly\s)?))\Z"
)
"""A clause that may end in a verb, before another that begins with it: “whatever happens happens”."""
RELATIVE = r"\b(?:who|which|that)\s\Z"
"""A word after which a doubled verb may belong to two clauses: “the delegates who left left early”."""
COPULAS = frozenset({"is", "was"})
SUBJECT = r"(?:\A|[.!?:,;]\s|[“\"‘]|\s(?:and|but|because|although)\s)(?i:he|she|it)\s\Z"
"""A subject that begins a clause, so that “was was” after it cannot be two verbs."""
SCALES = frozenset({"hundred", "thousand", "million", "billion"})
"""Numerals that multiply each other: “a million million”."""
SPELLED = r"(?i:a|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s\Z"
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "you", "who", "her", "this", "these", "there"})
SUBJECTS = (DETERMINERS | PRONOUNS) - {"who"}
"""Words that begin a clause after “that”, so that “that that” before them is not its subject."""
NOT_BEFORE_THAT = PREPOSITIONS | COPULAS | {"than", "not", "are", "were", "be", "’s", "it's", "that's"}
"""Words after which “that that the” may be a pronoun and a clause: “because of that that the firm left”."""
WORD_AFTER = r"\s+([a-z]+)"
FAR = 30
"""Characters before a word that are searched for the previous word."""
MOST_COPIES = 9
"""Further copies that are deleted with the first."""
LONGEST_AT_LINE = 3
"""Words compared at the end of a line and the beginning of the next."""
MODALS_AND_NAMES = frozenset({"Will", "May"})
DOUBLED = words_of("doubled_by_right") | {"talk", "sing", "walla", "bora", "duran", "baden"}
LONGEST_NAME = 4
"""Letters of a capitalised word that may be doubled in a name: “Sing Sing”, “Pago Pago”."""
NAME_AFTER = r"\s\p{Lu}\p{Ll}|[’']s\b"
WORD_BEFORE = r"(?:\A|(?<=\s))[\p{L}’'-]+\s\Z"


class DoubleWord(PatternRule):
    """The same word appears twice in a row.

    ## What it does
    Drops the second copy, of words of any length, figures, and given names before a surname, also across
    a line break in mid-sentence. Words that English doubles (“had had”, “that that boat”, “what it is is”,
    “went on on Monday”, “someone to talk to to pass the time”), emphasis (“very very”), triple words and
    names (“Bora Bora”) pass.

    ## Why it matters
    Engines translate segment by segment and tend to repeat the word at a seam; editors leave one behind
    when they rewrite.

    ## Fix safety
    Safe: all 102 findings in 6 million words of clean news were read, and each was one word too many. Unsafe
    where a preposition that English may double begins a sentence, after a name that may have lost its
    “to” (“Ambassador the the U.N.”), across a line break, for “that that” before a pronoun, and for a verb
    after “who”, which may belong to two clauses.

    ## Options
    `allowed`: further words that may be doubled, in lower case.
    """

    allowed: frozenset[str] = frozenset()
    """Further words that may be repeated, in lower case."""

    expression = (
        r"(?<![\p{L}\p{M}\p{N}’'\-./@#])([A-Za-z]+)(\s+)((?i:\1))"
        r"(?![\p{L}\p{M}\p{N}’'\-/@]|\.\p{L})"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("Police shut ⟦the the⟧ bridge.", fixed="Police shut the bridge."),
        Case("⟦The the⟧ bridge is shut.", fixed="The bridge is shut."),
        Case("⟦In in⟧ May it rained.", fixed="In May it rained.", safety=Safety.UNSAFE),
        Case("Rain fell. ⟦And and⟧ snow fell.", fixed="Rain fell. And snow fell."),
        Case("It says that ⟦they they⟧ stay.", fixed="It says that they stay."),
        Case("They should ⟦be be⟧ home.", fixed="They should be home."),
        Case("It took ⟦place place⟧ in May.", fixed="It took place in May."),
        Case("They are ⟦currently currently⟧ moving.", fixed="They are currently moving."),
        Case("It is all she dreamt ⟦of of⟧.", fixed="It is all she dreamt of."),
        Case(
            "In Oslo ⟦the the⟧ bridge was shut.",
            fixed="In Oslo the bridge was shut.",
            safety=Safety.UNSAFE,
        ),
        Case("They added milk ⟦the the⟧ list.", fixed="They added milk the list.", safety=Safety.UNSAFE),
        Case("The talks, ⟦the the⟧ envoy said, failed.", fixed="The talks, the envoy said, failed."),
        Case("Envoys returned ⟦the the⟧ ship.", fixed="Envoys returned the ship."),
        Case("⟦The The⟧ fair is shut. ⟦But But⟧ it opens.", fixed="The fair is shut. But it opens."),
        Case("It tends ⟦to to⟧ rain in order ⟦to to⟧ snow.", fixed="It tends to rain in order to snow."),
        Case("They adopted ⟦a a⟧ a dog.", fixed="They adopted a dog."),
        Case(
            "⟦It it⟧ was kept on ⟦her her⟧ sill, and they plan ⟦to to⟧ leave; she goes ⟦to to⟧ a school.",
            fixed="It was kept on her sill, and they plan to leave; she goes to a school.",
        ),
        Case(
            "She said ⟦that that⟧ the boat sank; a cabin near ⟦the the⟧ bow leaked.",
            fixed="She said that the boat sank; a cabin near the bow leaked.",
        ),
        Case(
            "The envoy, ⟦in in⟧ a speech, set the stage ⟦for for⟧ a vote.",
            fixed="The envoy, in a speech, set the stage for a vote.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The mayor let them back to the\n⟦the ⟧tables.",
            fixed="The mayor let them back to the\ntables.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "She said that that boat sank. It was because of that that the crew left, not that that he wept."
        ),
        Case("It cost her her job. Whoever asked who who was?"),
        Case(
            "The delegates who ⟦left left⟧ early.",
            fixed="The delegates who left early.",
            safety=Safety.UNSAFE,
        ),
        Case("Most of those who stayed stayed for lunch, and everyone who really tried tried twice."),
        Case("Whatever happens happens, and whoever wins wins; what began began."),
        Case("He had had enough, and said that that was that."),
        Case(
            "Duran Duran played on Bora Bora, and it was very very hot, very. They are far right right now."
        ),
        Case("What it is is a mess, and it came in in May."),
        Case("It went on on Monday; they had nobody to talk to to pass the time they waited for for years."),
        Case("⟦Officers Officers⟧ met a band.", fixed="Officers met a band.", safety=Safety.UNSAFE),
        Case("Justice Justice thought so."),
        Case("They read Of of of, a poem, and no no no was heard."),
        Case("Vitamin A a day helps, and the The Hague office knows."),
        Case("Rain fell. It ⟦was was⟧ dark.", fixed="Rain fell. It was dark."),
        Case("Rain fell ⟦and And⟧ snow fell.", fixed="Rain fell and snow fell.", safety=Safety.UNSAFE),
        Case(
            "Soon the ⟦dispatcher dispatcher⟧ waved to a Gorilla gorilla, and to Homo sapiens sapiens.",
            fixed="Soon the dispatcher waved to a Gorilla gorilla, and to Homo sapiens sapiens.",
            safety=Safety.UNSAFE,
        ),
        Case("Doctors of the ⟦WHO WHO⟧ met.", fixed="Doctors of the WHO met."),
        Case("They look for options ⟦to to⟧ to oil.", fixed="They look for options to oil."),
        Case("There are a million million of them, what he was was kind, and the band Ash Ash sang."),
        Case("Moon Jae-in in May met the anti-war war party."),
        Case("Will Will Holm run, and may May Lind sing?"),
        Case("They shouted win, win, win; 20 20 was on the sign."),
    )

    trace = ""

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        repeated = repeating(document.texts, document.encoded_text, self._matters)
        yield from super().check(document, [document.blocks[n] for n in repeated])
        for above, below in pairwise(block for block in document.blocks if block.kind in self.kinds):
            if copy := _copy_at_line_start(above, below):
                message = f"“{copy.of(below.text).strip()}” repeated after a line break"
                yield below, Finding(copy, message, (Change(copy, ""),), safety=Safety.UNSAFE)

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match[1], match[3]
        word = second.lower()
        if not _is_same_word(match, block) or not self._matters(word) or _may_be_name(match, block):
            return None
        right_after = SPELLED if word in SCALES else CLAUSE
        if pattern(right_after).search(block.text, max(match.start() - FAR, 0), match.start()):
            return None
        if word in words_of("doubled_by_right") and not self._is_wrong_here(word, match, block):
            return None
        if word not in NEVER_THRICE and self._is_said_thrice(word, match, block):
            return None
        if not self._plain(first, match, block):
            return None
        safety = None if self._sure(word, match, block) else Safety.UNSAFE
        cut = Change(self._copy(match, block), "")
        return Finding(Range(*match.span()), f"repeated word “{second}”", (cut,), safety=safety)

    def _matters(self, word: str) -> bool:
        """Whether the repetition of a lower-case word is of interest."""
        return word not in self.allowed and (
            frequency(word) > 0 or is_word(word) or word.upper() in column("acronyms", 0)
        )

    @staticmethod
    def _sure(word: str, match: regex.Match[str], block: Block) -> bool:
        """Whether the copy is superfluous, and no preposition is lost."""
        last = _word_before(match, block)
        is_noun = match[3].istitle() and word not in FUNCTION
        if not frequency(word) or is_noun or (match[3] != word and match[1] != match[3]):
            return False
        if word == "that":
            after = pattern(WORD_AFTER).match(block.text, match.end())
            return bool(after and after[1] in DETERMINERS)
        if word not in DETERMINERS:
            before = block.text[max(match.start() - FAR, 0) : match.start()]
            if pattern(RELATIVE).search(before) and not word.endswith("ly") and word not in ENGLISH:
                return False
            return word not in words_of("doubled_by_right") or word not in PREPOSITIONS or word == "to"
        if not last:
            return True  # the sentence begins here, or a mark precedes
        return last in ENGLISH | PREPOSITIONS or _may_be_past(last) or last.endswith(("ing", "ly"))

    @staticmethod
    def _is_wrong_here(word: str, match: regex.Match[str], block: Block) -> bool:
        """Whether a word that English sometimes doubles is doubled wrongly here."""
        before = _word_before(match, block)
        after = pattern(WORD_AFTER).match(block.text, match.end())
        if after and after[1] == word:
            return word in NEVER_THRICE
        if match[1][0].isupper():
            return word in PREPOSITIONS or word in PRONOUNS
        if word in COPULAS:
            start = max(match.start() - FAR, 0)
            return pattern(SUBJECT).search(block.text, start, match.start()) is not None
        if word in PREPOSITIONS and not before and match.start() > 0:
            return True  # after a mark: “the envoy, in in a speech”
        following = after[1] if after else ""
        return (
            (word == "that" and following in SUBJECTS and before not in NOT_BEFORE_THAT)
            or (word == "for" and following in DETERMINERS and not _may_be_past(before))
            or (
                word == "to"
                and (before in words_of("with_infinitive", "before_infinitive") or following in DETERMINERS)
            )
            or (word in PRONOUNS - {"there"} and before in PREPOSITIONS)
        )

    @staticmethod
    def _is_said_thrice(word: str, match: regex.Match[str], block: Block) -> bool:
        before = block.text[max(match.start() - len(word) - 2, 0) : match.start()]
        after = block.text[match.end() : match.end() + len(word) + 2]
        return before.rstrip().lower().endswith(f" {word}") or after.lower().split()[:1] == [word]

    @staticmethod
    def _plain(first: str, match: regex.Match[str], block: Block) -> bool:
        """Whether the first copy is lower-case, or capitalised only by position."""
        if first.islower() or first == match[3] != first.title():
            return True
        return _begins_sentence(match, block) and first[1:] == first[1:].lower()

    @staticmethod
    def _copy(match: regex.Match[str], block: Block) -> Range:
        """The copies after the first, with a space but no line break."""
        start, end = match.span(3)
        for _ in range(MOST_COPIES):
            more = pattern(WORD_AFTER).match(block.text, end)
            if not more or more[1] != match[3].lower():
                break
            end = more.end()
        if block.text[end : end + 1] == " ":
            return Range(start, end + 1)
        return Range(match.start(2), end)


def _copy_at_line_start(above: Block, below: Block) -> Range | None:
    """The words at the beginning of a line that end the last."""
    text, line = above.text, below.text
    if not (text[-1:].islower() and line[:1].islower()) or above.source.flow != below.source.flow:
        return None
    words = line.split(maxsplit=LONGEST_AT_LINE)[:LONGEST_AT_LINE]
    for length in range(len(words), 0, -1):
        copy = " ".join(words[:length])
        if line.startswith(copy + " ") and (text == copy or text.endswith(" " + copy)):
            return Range(0, len(copy) + 1)
    return None


def _is_same_word(match: regex.Match[str], block: Block) -> bool:
    """Whether the copy has the case of a copy."""
    first, second = match[1], match[3]
    if second.islower() or (second[0].isupper() and second.lower() in FUNCTION and _opens(match, block)):
        return True
    after = pattern(WORD_AFTER).match(block.text, match.end())
    if first == second and len(first) > 2 and first.isupper():
        return first in column("acronyms", 0) and after is not None
    if first == second and first.istitle() and after and _opens(match, block):
        may_be_name = given_name(first) is not None or first in HEADS or first.lower() in DOUBLED
        return len(first) > LONGEST_NAME and not may_be_name
    return first.islower() and second.istitle() and first in FUNCTION - DETERMINERS and after is not None


def _may_be_name(match: regex.Match[str], block: Block) -> bool:
    """Whether a name doubles the word: “Gorilla gorilla”, “Will Will Holm”."""
    if match[3] in MODALS_AND_NAMES or (match[3][0].isupper() and given_name(match[3])):
        return pattern(NAME_AFTER).match(block.text, match.end()) is not None
    before = block.text[max(match.start() - FAR, 0) : match.start()].split()[-1:]
    after_name = any(len(word) > 1 and word.istitle() for word in before)
    return not frequency(match[3].lower()) and (match[1][0].isupper() or after_name)


def _opens(match: regex.Match[str], block: Block) -> bool:
    """Whether both copies begin a sentence, the second with a capital too."""
    return _begins_sentence(match, block) and match[3][1:].islower() | (len(match[3]) == 1)


def _begins_sentence(match: regex.Match[str], block: Block) -> bool:
    """Whether the first copy begins a sentence, perhaps a quoted one."""
    start = block.sentence_at(match.start()).start
    return match.start() == start + (block.text[start] in '“"‘')


def _may_be_past(word: str) -> bool:
    """Whether a word may be a past tense or participle."""
    return word.endswith("ed") or word in IRREGULAR_PAST


def _word_before(match: regex.Match[str], block: Block) -> str:
    """The word right before both copies, in lower case, or ""."""
    before = pattern(WORD_BEFORE).search(block.text, max(match.start() - FAR, 0), match.start())
    return before[0].strip().lower().replace("’", "'").partition("'")[0] if before else ""
