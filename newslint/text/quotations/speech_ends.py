"""Where quoted speech ends in a paragraph without the closing mark.

Every condition was measured by taking closing marks out of clean news and asking for their places.
"""

from __future__ import annotations

from dataclasses import dataclass

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.sentences import split_sentences

SAYING = (
    "said|says|say|told|tells|added|adds|asked|asks|wrote|writes|tweeted|posted|continued|explained"
    "|explains|insisted|warned|argued|argues|noted|notes|recalled|replied|responded|declared|stated"
    "|announced|concluded|claimed|joked|testified|acknowledged|admitted|urged|remarked|quipped|observed"
    "|echoed|agreed|reported|reports|reads|read|shouted|chanted"
)
VERBS = frozenset(SAYING.split("|"))
PRONOUNS = frozenset({"he", "she", "they"})
DETERMINERS = frozenset({"the", "a", "an", "one", "his", "her", "their"})
NO_NAMES = frozenset(
    {"He", "She", "They", "It", "We", "You", "I", "The", "This", "That", "There", "No", "And"}
)
BREAKS = frozenset(',;:!?“”"()')
NAME = r"\p{Lu}[\p{L}’'.\-]*"
NAMES = rf"{NAME}(?:\s+{NAME}){{0,3}}"
SOMEBODY = r"(?:the|a|an|one|his|her|their)(?:\s+[\p{L}\-]+){1,2}"
SPEAKER = rf"(?:he|she|they|{SOMEBODY}|{NAMES})"
RETURN = rf"(?<=[,?!])\s+(?:{SPEAKER}\s+(?:{SAYING})|(?:{SAYING})\s+{SPEAKER}|according\s+to)\b"
TO_THE_END = r"[^.!?,“”\"]{0,40}\.\s*\Z"
TRACE = rf"\b(?:{SAYING}|according\s+to|referring\s+to)\b|,\s+{SPEAKER}\s+\p{{Ll}}+(?:ed|s)[.!?]?\Z"

RESUMING = rf"[,.?!…—][’']?(?:[”\"]|'')[^.“”\"]{{0,120}}\b(?:{SAYING})\b[^.“”\"]{{0,80}}\.\s*\Z"
ANNOUNCING = rf"\b(?:{SAYING}|saying|adding)\b[^.“”\":]{{0,60}}:\s*\Z"
SENTENCE_BEFORE = r"(?:\A|[.!?…:][”’\"')]*)\s*\Z"
COMMA_BEFORE = r",\s*\Z"
FIRST_WORD = r"[^\p{L}\d]*[\p{Lu}\d]"
FIRST_PERSON = r"(?i)\b(?:I|we|us|our|ours|my|me|you|your)\b"
NAMED = r"\s\p{Lu}(?!\b)"
SHORT = 10
"""Words; a sentence of no more, and without a name, seldom is the narrator's."""

LEAD = 240
"""How far before an opening mark the words that lead up to it are read."""
LONGEST_TAIL = 20
AFTER_STOP = " \t\u00a0”’\"')]"


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a speech ends, and whether that is certain."""

    at: int
    sure: bool


def speech_end(text: str, opening: Range, limit: int) -> Ending | None:
    """Where speech after an opening mark ends, up to `limit`, or None.

    It ends where the narrator says who speaks, else with the paragraph, provided that whole sentences are
    quoted and none of them reads like the narrator's.
    """
    narrator = pattern(RETURN).search(text, opening.end, limit)
    if narrator:
        return Ending(narrator.start(), sure=False)
    if limit < len(text) or not ends_sentence(text):
        return None
    speech = text[opening.end :].strip()
    before = text[max(opening.start - LEAD, 0) : opening.start]
    if pattern(TRACE).search(speech) or not pattern(FIRST_WORD).match(speech):
        return None
    later = [sentence.of(speech) for sentence in split_sentences(speech)[1:]]
    end, spoken = len(text.rstrip()), not later or _spoken(later[-1])
    if pattern(SENTENCE_BEFORE).search(before):
        led = bool(pattern(RESUMING).search(before) or pattern(ANNOUNCING).search(before))
        return Ending(end, sure=led and all(map(_spoken, later))) if led or spoken else None
    return Ending(end, sure=False) if pattern(COMMA_BEFORE).search(before) and spoken else None


def ends_with_attribution(text: str, opening: Range) -> bool:
    """Whether “he asked the council.” ends a paragraph inside a quotation."""
    narrator = pattern(RETURN).search(text, opening.end)
    return narrator is not None and pattern(TO_THE_END).match(text, narrator.end()) is not None


def reopens(text: str, opening: Range, following: Range) -> bool:
    """Whether a mark may reopen the same speech at a new sentence."""
    sentence = ends_sentence(text[opening.end : following.start][-LONGEST_TAIL:])
    capital = text[following.end : following.end + 1].isupper()
    return sentence and capital and not pattern(RETURN).search(text, opening.end, following.start)


def narrated(before: str, after: str) -> bool:
    """Whether the narrator names the speaker right after a mark."""
    stop, words = before.rstrip()[-1:], after.split()[:6]
    if stop not in tuple(",.!?…") or (stop == "." and words and words[0][0].isupper()):
        return False
    verb = next((number for number, word in enumerate(words) if word.strip(",.:") in VERBS), None)
    if verb is None or len(words) < 2:
        return False
    speaker = words[:verb]
    return not speaker or (_names_somebody(speaker) and not BREAKS.intersection(" ".join(speaker)))


def _names_somebody(words: list[str]) -> bool:
    """Whether a speaker precedes “said” in mid-sentence.

    A pronoun, a name or somebody’s role.
    """
    if words[0] in PRONOUNS:
        return len(words) == 1
    if words[0] in DETERMINERS:
        return 2 <= len(words) <= 3
    return words[0] not in NO_NAMES and all(word[0].isupper() for word in words)


def _spoken(sentence: str) -> bool:
    """Whether a later sentence of a speech still reads as spoken."""
    if sentence.startswith("("):
        return False
    short = len(sentence.split()) <= SHORT and not pattern(NAMED).search(sentence)
    return short or bool(pattern(FIRST_PERSON).search(sentence))


def ends_sentence(text: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return text[-LONGEST_TAIL:].rstrip(AFTER_STOP)[-1:] in tuple(".!?…")
