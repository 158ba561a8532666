from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from string import ascii_letters, digits

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.months import WEEKDAYS
from newslint.rules import Block, Case, Change, Document, Finding, Protected, Range, Rule, Safety, pattern
from newslint.text.quotations.narrator import SAYING
from newslint.text.repeated_phrases import Repetition, may_repeat, repeated_phrases

BEFORE = 60
"""Code points looked back for the same phrase once more: three times is rhetoric."""
CALLED = re.compile(r"\b(?:[Mm]akes?|[Mm]ade|[Mm]aking|[Cc]alls?|[Cc]alled|[Cc]alling)\s\Z")
"""Verbs after which a thing is named twice."""
QUOTES = "“‘\"'"
MARKS = frozenset(',.;:!?—–“”"')
LONG = 4
"""Words of a phrase that is no slogan, and may hold figures and hyphens."""
SURE = 3
"""Minimum words of a phrase, one of them a function word, that nobody repeats on purpose."""

FUNCTION = words_of("prepositions", "determiners", "conjunctions", "auxiliaries", "relatives")
THRICE = FUNCTION | {"more", "less"}
"""Words that begin no phrase of a chant, and are one too many even if said three times."""
LINKS = frozenset({"and", "or", "nor", "but", "plus"})
"""Words that begin or end a phrase that is piled up: “or the one before that or the one before that”."""
DATE_MARKS = frozenset(".-" + ascii_letters + digits)
CLAUSES = frozenset({"what", "whatever", "who", "whoever"})
"""Words whose clause ends in the verb that follows it: “what was said was said in anger”."""
RELATIVES = frozenset({"who", "which", "that"})
"""Words after which a repeated verb may begin another clause: “the club that won the cup won the cup”."""
GROUNDS = words_of("prepositions") | {"according", "including", "because"}
"""Words that begin a complement, which is no emphasis if it is repeated after a comma."""
ADVERBS = frozenset({"however", "therefore", "meanwhile", "moreover", "nevertheless", "furthermore"})
PARALLEL = frozenset({"a", "an", "one", "same", "first", "last", "each", "every"})
"""Words of a phrase that is built like the next on purpose: “on the same bank on the same day”."""
PERSONS = words_of("roles", "people")
SAID = column("reporting_verbs", 2) | column("reporting_verbs", 1)
JOINERS = words_of("small_joiners") | {"for", "of", "and", "the", "in", "on"}
PAIR = r"(?<![\p{L}’'-])(?P<one>\p{Ll}{3,}s)\s(?:and|or)\s(?P=one)(?![\p{L}’'-])"
BOUND = (
    r"\b(?i:all|the|its|their|our|new|several|these|those|such|other|any|no|existing|foreign|local|some"
    r"|\p{Ll}{3,}(?:al|ive|ous|ic|ish|ary))\s\Z"
)
"""What says which things are meant, so that “rules and rules” are not many rules."""
ENDS = r"[.,;]|\s(?:on|in|at|to|from|by|with|that|which|will|would|must|should|have|had|were|are)\b"
"""Text after two nouns that are one."""
INSTANT = r"\s(?:night|morning|evening|afternoon|at|when|in|after|before|by|as)\b"
"""Text after a weekday that is repeated after a comma."""
SAYS = (
    rf"\s(?:{SAYING})\b"
    r"(?!,|(?:(?!\bthat\b)[^.!?,]){0,90},\s(?:will|would|has|have|had|is|was|are|were|must|should|can|could|may)\b)"
)
"""The verb of a repeated subject that no other verb follows: “The firm, the firm said, is shut.”"""
PREDICATE = r"\s(?:who|have|has|had|are|were|will|would|can|could|must|said|say|over|during|before|after)\b"
RELATIVE = r",\s(?:which|who|whose|where)\b"
OBJECT = (
    r"\s(?:along|around|at|between|by|for|from|in|near|of|on|through|to|under|with)"
    r"\s(?:the|an?|its|their|\p{Lu})"
)
"""A preposition with its noun."""
VERBAL = ("ed", "ing", "ly")
NO_NOUNS = (
    (FUNCTION - {"and", "of"}) | words_of("pronouns") | {"not", "so", "very", "more", "just", "never", "to"}
)
"""Words of no phrase of nouns: “get in, get in”."""
COUNTED = r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|other|all|the))\s\Z"
IDIOMS = frozenset(
    {"back to back", "back to", "to back", "face to", "to face", "hand in", "in hand", "side by", "day in"}
)


class RepeatedPhrase(Rule):
    """A phrase appears twice in a row: “in Oslo in Oslo”.

    ## What it does
    Drops the second copy of two to eight words, or of a word with an apostrophe or hyphen, that begins in
    lower case, with nothing between the copies, and of some after a comma: persons, attributions,
    complements, subjects (“The firm, the firm said”), nouns (“pipes, pipes along the road”) and “however”,
    and of four words or more joined by “and”. Reports a complement that is repeated with another noun, and
    nouns joined with themselves (“all rules and rules”). Idioms (“over and over and”, “day by day by”),
    phrases repeated three times and captions in capitals pass.

    ## Why it matters
    Engines repeat at the seam of two segments what both contain; editors leave a phrase behind when they
    rewrite.

    ## Fix safety
    Safe for three words or more, and for two that begin with a preposition, an article or “to”. Otherwise,
    inside quotation marks, and where two clauses may meet (“the club that won the cup won the cup”), unsafe.

    ## Options
    `allowed`: further phrases that may be repeated, in lower case.
    """

    allowed: frozenset[str] = frozenset()
    """Further phrases that may be repeated, in lower case."""

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES, Protected.NUMBERS, Protected.DATES, Protected.NEGATIONS})
    cases = (
        Case(
            "Prices will ⟦fall to fall to⟧ 12 euros.",
            fixed="Prices will fall to 12 euros.",
            safety=Safety.UNSAFE,
        ),
        Case("They met ⟦in Oslo in Oslo⟧, he said.", fixed="They met in Oslo, he said."),
        Case("She said ⟦that the road that the road⟧ was wet.", fixed="She said that the road was wet."),
        Case("⟦The company the company⟧ owns is old.", fixed="The company owns is old.", safety=Safety.SAFE),
        Case("It is ⟦of the of the⟧ town.", fixed="It is of the town."),
        Case("They came ⟦on Aug. 12 on Aug. 12⟧ by boat.", fixed="They came on Aug. 12 by boat."),
        Case(
            "“⟦It’s it’s⟧ wet,” said a ⟦12-year-old 12-year-old⟧ boy.",
            fixed="“It’s it’s wet,” said a 12-year-old boy.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "She was freed, ⟦after 62 years, after 62 years⟧, and he was stuck in ⟦Wick, Wick⟧, on Monday.",
            fixed="She was freed, after 62 years, and he was stuck in Wick, on Monday.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It sank, ⟦according to divers, according to divers⟧, she said. Its ⟦director, director⟧, left.",
            fixed="It sank, according to divers, she said. Its director, left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It ends a quarrel ⟦between the two countries between the two nations⟧. The state will train 300 "
            "⟦doctors and doctors⟧ over two years."
        ),
        Case("They trained doctors and doctors of law. The old workers and workers of Bern met."),
        Case("Firms obey all ⟦rules and rules⟧ on loans. They see many rules and rules of law."),
        Case(
            "⟦The firm, the firm⟧ said in a letter that it sank ⟦on Friday, on Friday⟧ night.",
            fixed="The firm said in a letter that it sank on Friday night.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They had ⟦no time to reply and no time to reply⟧ to him.",
            fixed="They had no time to reply to him.",
            safety=Safety.UNSAFE,
        ),
        Case("It was down on the year before and down on the year before that."),
        Case(
            "They buy the big ⟦bakery, bakery⟧, which is old. They lay ⟦gas and water pipes, gas and water "
            "pipes⟧ along the road.",
            fixed="They buy the big bakery, which is old. They lay gas and water pipes along the road.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Under federal law, federal law wins. If it works, it works in the end. They ran, ran to the sea."
        ),
        Case("The firm, the firm said, is shut. The firm, the firm said in a letter, is shut."),
        Case(
            "It moved from one old town to one old city, at a given place on the same day on the same bank."
        ),
        Case(
            "They live in New York, New York, and he sang in Oslo, Oslo and Bern. What makes a town a town?",
        ),
        Case(
            "The club that ⟦won the cup won the cup⟧ twice, led by ⟦a man who hit a man who hit⟧ her.",
            fixed="The club that won the cup twice, led by a man who hit her.",
            safety=Safety.UNSAFE,
        ),
        Case("They tried over and over and over again, step by step by step, and on and on and on."),
        Case("It rained and so on and so on, or the one before that or the one before that."),
        Case("What was said was said in anger. It went back to back, a day at a time, a day at a time."),
        Case("He said yes we can yes we can yes we can. Bora Bora Bora Bora is an island."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for block in compress(document.blocks, may_repeat(document.texts)):
            if block.kind not in self.kinds:
                continue
            yield from ((block, finding) for finding in _pairs(block))
            for repetition in repeated_phrases(block.text):
                if not repetition.is_exact:
                    if _is_joined(repetition, block):
                        yield block, _joined_finding(repetition)
                    elif _is_reworded(repetition, block):
                        whole = Range(repetition.first.start, repetition.second.end)
                        yield block, Finding(whole, "phrase repeated in other words: keep one")
                elif self._is_damage(repetition, block.text) and not _is_rhetoric(repetition, block):
                    yield block, self._finding(repetition, block.text)

    def _is_damage(self, repetition: Repetition, text: str) -> bool:
        words, first, second = repetition.words, repetition.first, repetition.second
        phrase = " ".join(words).lower()
        if phrase in self.allowed or _is_chant(words, phrase) or _is_definition(repetition, text):
            return False
        if words[-1].endswith(","):
            return (
                _is_complement(repetition, text)
                or _goes_on(repetition, text)
                or _is_thing_again(repetition, text)
            )
        opens = _begins_sentence(first, text)
        second_word = second.of(text)[:1].lower() + second.of(text)[1:] if opens else second.of(text)
        if not (_is_prose(words, second_word) or _is_name(repetition, text)):
            return False
        beyond = text[second.end : second.end + BEFORE].split()[:1]
        before = text[max(first.start - BEFORE, 0) : first.start].split()[-len(words) :]
        if (
            ((beyond and beyond[0].rstrip(",.;:!?") == words[0]) or tuple(before) == words)
            and words[0] not in THRICE
            and len(words) < LONG
        ):
            return False
        return not before or before[-1].strip(QUOTES).lower() not in CLAUSES

    @staticmethod
    def _finding(repetition: Repetition, text: str) -> Finding:
        words, first, second = repetition.words, repetition.first, repetition.second
        certain = words[0].lower() in FUNCTION or (len(words) >= SURE and not FUNCTION.isdisjoint(words))
        certain = certain and not words[-1].endswith(",") and not _may_be_two_clauses(repetition, text)
        safety = None if certain else Safety.UNSAFE
        whole = Range(first.start, second.end)
        message = f"repeated phrase “{' '.join(words).rstrip(',')}”"
        cut = Range(first.end - words[-1].endswith(","), second.end)
        return Finding(whole, message, (Change(cut, ""),), safety=safety)


def _is_definition(repetition: Repetition, text: str) -> bool:
    """Whether a thing is called itself: “call a spade a spade”."""
    return bool(CALLED.search(text[max(repetition.first.start - BEFORE, 0) : repetition.first.start]))


def _pairs(block: Block) -> Iterator[Finding]:
    """Yield persons who are joined with themselves: “two doctors and doctors said”."""
    for match in pattern(PAIR).finditer(block.text):
        text = block.text
        is_whole = pattern(PREDICATE).match(text, match.end()) or text[match.end() : match.end() + 1] == ","
        start = max(match.start() - BEFORE, 0)
        is_counted = pattern(COUNTED).search(text, start, match.start())
        persons = match["one"] in PERSONS and is_whole and is_counted
        things = pattern(BOUND).search(text, start, match.start()) and pattern(ENDS).match(text, match.end())
        if (persons or things) and not block.is_quoted(Range(*match.span())):
            yield Finding(Range(*match.span()), f"“{match['one']}” twice: what should be the other?")


def _is_joined(repetition: Repetition, block: Block) -> bool:
    """Whether “and” joins a phrase to itself: “all day and all day”."""
    words = repetition.words
    return (
        words[-1] in LINKS
        and len(words) > LONG
        and words[0].islower()
        and all(word.isalpha() for word in words)
        and LINKS.isdisjoint(words[:-1])
        and repetition.second.of(block.text).rsplit(maxsplit=1)[-1] != "that"
        and not block.is_quoted(repetition.first)
    )


def _joined_finding(repetition: Repetition) -> Finding:
    phrase, link = " ".join(repetition.words[:-1]), repetition.words[-1]
    start = repetition.first.end - len(link) - 1
    end = start + len(link) + 2 + len(phrase)
    cut = Change(Range(start, end), "")
    message = f"repeated phrase “{phrase}”"
    return Finding(Range(repetition.first.start, end), message, (cut,), safety=Safety.UNSAFE)


def _is_reworded(repetition: Repetition, block: Block) -> bool:
    """Whether a complement recurs with another noun: “in town in the city”."""
    words = repetition.words
    return (
        words[0] in words_of("prepositions")
        and all(word.isalpha() and word.islower() for word in words)
        and LINKS.isdisjoint(words)
        and RELATIVES.isdisjoint(words)
        and PARALLEL.isdisjoint(words)
        and not block.is_quoted(repetition.first)
    )


def _may_be_two_clauses(repetition: Repetition, text: str) -> bool:
    """Whether a relative clause separates or joins the copies."""
    words, first = repetition.words, repetition.first
    before = text[max(first.start - BEFORE, 0) : first.start].split()[-1:]
    if before and before[0].lower() in RELATIVES:
        return words[0] not in FUNCTION
    return not RELATIVES.isdisjoint(words[1:])


def _is_rhetoric(repetition: Repetition, block: Block) -> bool:
    """Whether a speaker says a phrase again after a comma."""
    return repetition.words[-1].endswith(",") and block.is_quoted(repetition.first)


def _is_prose(words: tuple[str, ...], second: str) -> bool:
    """Whether the copy is neither a caption in capitals nor figures."""
    letters = "".join(words)
    if not (second[0].islower() or second[0].isdigit()):
        return False
    if words[0].lower() in FUNCTION and words[-1].isdigit() and DATE_MARKS.issuperset(letters):
        return True
    return letters.isalpha() or (len(words) >= LONG and MARKS.isdisjoint(letters)) or len(words) == 1


def _is_name(repetition: Repetition, text: str) -> bool:
    """Whether a sentence goes on after a long name given twice."""
    words, second = repetition.words, repetition.second
    beyond = text[second.end : second.end + 3].replace(",", "", 1)[:2]
    if len(words) >= LONG:
        inner = (word for word in words if word not in JOINERS)
        goes_on = pattern(r"\s[(\p{Ll}]").match(text, second.end) is not None
        return goes_on and words[0].istitle() and all(word[0].isupper() for word in inner)
    return (
        len(words) > 1 and all(word.isalpha() and word.istitle() for word in words) and beyond[1:].islower()
    )


def _is_complement(repetition: Repetition, text: str) -> bool:
    """Whether commas enclose the copy after a preposition: “in Oslo, Oslo,”."""
    words, first, second = repetition.words, repetition.first, repetition.second
    last = words[-1].rstrip(",")
    if len(words) > SURE:
        return words[0] in GROUNDS
    if len(words) == 1 and last in PERSONS:
        return bool(pattern(r",|\s\p{Lu}\p{Ll}").match(text, second.end))
    if text[second.end : second.end + 1] not in {",", "."}:
        return len(words) == 1 and last.lower() in ADVERBS
    if len(words) > 1:
        return words[0] in GROUNDS or last in SAID
    if last.lower() in ADVERBS:
        return True
    before = text[max(first.start - BEFORE, 0) : first.start].split()[-1:]
    return before[:1] != [] and before[0] in words_of("prepositions") and second.of(text)[0].isupper()


def _goes_on(repetition: Repetition, text: str) -> bool:
    """Whether a repeated subject's verb follows, or a repeated day's hour."""
    words, first, second = repetition.words, repetition.first, repetition.second
    if words[0] == "on" and words[-1].rstrip(",") in WEEKDAYS:
        return pattern(INSTANT).match(text, second.end) is not None
    speaks = len(words) > 1 and words[0].istitle() and pattern(SAYS).match(text, second.end)
    return bool(speaks) and _begins_sentence(first, text)


def _is_thing_again(repetition: Repetition, text: str) -> bool:
    """Whether nouns are repeated before a preposition or a relative clause: “a mill, mill, which”."""
    bare = [word.rstrip(",") for word in repetition.words]
    if not all(word.isalpha() and word.islower() for word in bare) or bare[-1].endswith(VERBAL):
        return False
    if len(bare) == 1:
        return len(bare[0]) > LONG and pattern(RELATIVE).match(text, repetition.second.end) is not None
    return not NO_NOUNS & set(bare) and pattern(OBJECT).match(text, repetition.second.end) is not None


def _begins_sentence(at: Range, text: str) -> bool:
    """Whether a sentence begins at a place."""
    return at.start == 0 or text[at.start - 2 : at.start - 1] in {".", "?", "!"}


def _is_chant(words: tuple[str, ...], phrase: str) -> bool:
    """Whether English repeats the phrase on purpose: “day by day by day”."""
    if len(words) == 2:
        binders = words_of("binders")
        return phrase in IDIOMS or words[0] in {words[1], "as"} or not binders.isdisjoint(phrase.split())
    return len(words) > 1 and (
        len(set(words)) == 1 or words[0].lower() in LINKS or words[-1].lower() in LINKS
    )
