"""Where quoted speech ends in a paragraph without the closing mark.

Every condition was measured by removing closing marks from clean news and searching for their positions.
"""

from __future__ import annotations

from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.quotations.narrator import NAMES, SAYING, SPEAKER, narrator_clause
from newslint.text.sentences import split_sentences

TO_THE_END = r"[^.!?,“”\"]{0,40}\.\s*\Z"
OWN = r"\b(?:be|been|being|was|were|is|are|am|to|I|[Ww]e|[Yy]ou)\s"
"""Words after which a verb of saying names no other speaker: “being asked”."""
SPEAKER_SAID = rf"(?<!{OWN})\b(?:{SAYING}|according\s+to)\b"
TRACE = rf"\b(?:{SAYING}|according\s+to|referring\s+to)\b|,\s+{SPEAKER}\s+\p{{Ll}}+(?:ed|s)[.!?]?\Z"

RESUMING = rf"[,.?!…—][’']?(?:[”\"]|'')[^.“”\"]{{0,120}}\b(?:{SAYING})\b[^.“”\"]{{0,80}}\.\s*\Z"
ANNOUNCING = rf"\b(?:{SAYING}|saying|adding)\b[^.“”\":]{{0,60}}:\s*\Z"
SENTENCE_BEFORE = r"(?:\A|[.!?…:][”’\"')]*)\s*\Z"
QUESTION = r"\w\?(?=\s\p{Ll})"
SAID_BEFORE = rf"\b(?:{SAYING}|saying)\b[^.“”\":]{{0,30}}[,:]\s*\Z"
BEGINS = r"(?:\A|[,.?!…][”’\"')]*)\s*\Z"
ADVERBIAL = (
    r"(?:In|On|At|Until|By|After|Before|As|For|With|Under|During|Since|(?:Last|This|Next)\s(?:week|month|year|spring|summer|fall|time)|Earlier|Later|From|To|If|When|While"
    r"|Although|Through|Throughout|Instead|However|Meanwhile|Still|Then|Now|Today|According|Among|Like|Unlike|Of"
    r"|Despite|Because|Once|Over|About|\p{Lu}\p{Ll}+ly)\b"
)
UNFINISHED = r"\b(?:when|that|if|because|while|which|who|where),\Z"
NAMED_APART = rf",\s+{NAMES}(?:,|\Z)"
SHORTEST = 3
"""Words of a sentence before “he said” that are no adverbial."""
COMMA_BEFORE = r",\s*\Z"
FIRST_WORD = r"[^\p{L}\d]*[\p{Lu}\d]"
FIRST_PERSON = r"\b(?:I|[Ww]e|us|[Oo]urs?|[Mm]y|[Mm]e|[Yy]ou|[Yy]our)\b"
THIRD_PERSON = r"(?i)\b(?:he|she|his|her|him)\b"
NAMED = r"\s\p{Lu}(?!\b)"
SHORT = 10
"""Words; a sentence up to this length without a name is seldom the narrator's."""

LEAD = 240
"""Code points before an opening mark that are read."""
LONGEST_TAIL = 20
AFTER_STOP = " \t\u00a0”’\"')]"


class Ending(Struct, frozen=True):
    """Where a speech ends, and whether that is certain."""

    at: int
    sure: bool


def speech_end(text: str, opening: Range, limit: int) -> Ending | None:
    """Where speech after an opening mark ends, up to `limit`, or None.

    It ends before an attribution, or else with the paragraph, provided that whole sentences are quoted and
    none of them reads like the narrator's.
    """
    return (
        _before_narrator(text, opening, limit)
        or _in_brackets(text, opening, limit)
        or _with_paragraph(text, opening, limit)
    )


def _before_narrator(text: str, opening: Range, limit: int) -> Ending | None:
    """The end of speech before “he said”, or at a question mark."""
    narrator = narrator_clause(text, opening.end, limit)
    question = pattern(QUESTION).search(text, opening.end, narrator.start if narrator else limit)
    if question and not (narrator and question.end() == narrator.start):
        return Ending(question.end(), sure=False)
    if narrator is None:
        return None
    narrated = not pattern(FIRST_PERSON).search(text, narrator.end, limit)
    return Ending(narrator.start, sure=narrated and is_cut(text, opening, narrator.start))


def _in_brackets(text: str, opening: Range, limit: int) -> Ending | None:
    """The end of speech that begins in brackets."""
    bracket = text.find(")", opening.end, limit) if _follows_bracket(text, opening) else -1
    return Ending(bracket, sure=text.count("(", opening.end, bracket) == 0) if bracket >= 0 else None


def _with_paragraph(text: str, opening: Range, limit: int) -> Ending | None:
    """The end of the paragraph, if all of it reads as speech."""
    speech = text[opening.end :].strip()
    if limit < len(text) or not ends_sentence(text) or pattern(TRACE).search(speech):
        return None
    if not pattern(FIRST_WORD).match(speech):
        return None
    before = text[max(opening.start - LEAD, 0) : opening.start]
    first, *later = (sentence.of(speech) for sentence in split_sentences(speech))
    end, spoken = len(text.rstrip()), not later or _sounds_spoken(later[-1])
    if not pattern(SENTENCE_BEFORE).search(before):
        return Ending(end, sure=False) if pattern(COMMA_BEFORE).search(before) and spoken else None
    led = bool(pattern(RESUMING).search(before) or pattern(ANNOUNCING).search(before))
    sure = (led or bool(pattern(FIRST_PERSON).search(first))) and not any(map(_may_be_narrated, later))
    return Ending(end, sure=sure) if led or spoken else None


def _follows_bracket(text: str, opening: Range) -> bool:
    return text[opening.start - 1 : opening.start] == "("


def nested_end(text: str, opening: Range, outer: Range) -> Ending:
    """Where a quotation inside another ends, before its closing mark."""
    question = pattern(QUESTION).search(text, opening.end, outer.start)
    end = question.end() if question else outer.start
    said = pattern(SAID_BEFORE).search(text[max(opening.start - LEAD, 0) : opening.start])
    alone = text[outer.end : outer.end + 1] not in tuple("’'")
    whole = len(split_sentences(text[opening.end : end])) == 1 and text[end - 1] in ",.!?…"
    return Ending(end, sure=said is not None and alone and whole)


def begins_sentence(text: str, opening: Range) -> bool:
    """Whether a mark opens a quotation at the beginning of a sentence."""
    before = text[max(opening.start - LEAD, 0) : opening.start]
    return before.rstrip()[-1:] != ":" and pattern(SENTENCE_BEFORE).search(before) is not None


def is_cut(text: str, opening: Range, end: int) -> bool:
    """Whether words up to a narrator's clause are surely one speech.

    They begin a sentence, name no other speaker, and the last of them is no adverbial: “In May, he said”.
    """
    quoted, before = text[opening.end : end], text[max(opening.start - LEAD, 0) : opening.start]
    last = quoted[split_sentences(quoted)[-1].start :] if quoted.strip() else ""
    return (
        bool(pattern(BEGINS).search(before))
        and bool(pattern(FIRST_WORD).match(quoted))
        and not pattern(SPEAKER_SAID).search(quoted)
        and not pattern(NAMED_APART).search(quoted)
        and not pattern(UNFINISHED).search(quoted)
        and quoted[-2:-1] not in tuple("’'")
        and (last[-1:] != "," or not (pattern(ADVERBIAL).match(last) or len(last.split()) < SHORTEST))
    )


def ends_inside(text: str, opening: Range) -> bool:
    """Whether speech that no mark closes ends within the paragraph.

    “He asked the council.” follows it, or the bracket closes in which it is.
    """
    if _follows_bracket(text, opening) and ")" in text[opening.end :]:
        return True
    narrator = narrator_clause(text, opening.end, len(text))
    if narrator is None:
        return False
    at_end = pattern(TO_THE_END).match(text, narrator.end) is not None
    narrated = not pattern(FIRST_PERSON).search(text, narrator.end)
    return at_end or (narrated and is_cut(text, opening, narrator.start))


def reopens(text: str, opening: Range, following: Range) -> bool:
    """Whether a mark may reopen the same speech at a new sentence."""
    sentence = ends_sentence(text[opening.end : following.start][-LONGEST_TAIL:])
    capital = text[following.end : following.end + 1].isupper()
    return sentence and capital and not narrator_clause(text, opening.end, following.start)


def _may_be_narrated(sentence: str) -> bool:
    """Whether a later sentence of a speech may be the narrator's."""
    return not _sounds_spoken(sentence) or bool(pattern(THIRD_PERSON).search(sentence))


def _sounds_spoken(sentence: str) -> bool:
    """Whether a later sentence of a speech still reads as spoken."""
    if sentence.startswith("("):
        return False
    short = len(sentence.split()) <= SHORT and not pattern(NAMED).search(sentence)
    return short or bool(pattern(FIRST_PERSON).search(sentence))


def speaks_for_itself(text: str) -> bool:
    """Whether words are in the first or second person."""
    return pattern(FIRST_PERSON).search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return text[-LONGEST_TAIL:].rstrip(AFTER_STOP)[-1:] in tuple(".!?…")
