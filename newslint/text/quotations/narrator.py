"""Words between quotations that name the speaker: “he said”, “said Ann Holm”."""

from __future__ import annotations

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Range
from newslint.lexicon.classes import column, words_of

SAYING = (
    "said|says|say|told|tells|added|adds|asked|asks|wrote|writes|tweeted|posted|continued|explained"
    "|explains|insisted|warned|argued|argues|noted|notes|recalled|replied|responded|declared|stated"
    "|announced|concluded|claimed|joked|testified|acknowledged|admitted|urged|remarked|quipped|observed"
    "|echoed|agreed|reported|reports|reads|read|shouted|chanted"
)
VERBS = frozenset(SAYING.split("|"))
PAST = "begged|boasted|complained|conceded|cried|exclaimed|lamented|laughed|mused|pleaded|predicted|vowed"

PRONOUNS = frozenset({"he", "she", "they"})
DETERMINERS = frozenset({"the", "a", "an", "one", "his", "her", "their"})
NO_NAMES = frozenset(
    {"He", "She", "They", "It", "We", "You", "I", "The", "This", "That", "There", "No", "And"}
)
BREAKS = frozenset(',;:!?“”"()')

NOBODY = r"(?!(?:I|We|You|He|She|They|It|The|A|NO|No|Yes|And|But|In|On|At|OK)\b)"
NAME = rf"{NOBODY}(?:(?:\p{{Lu}}\.)+|\p{{Lu}}\p{{Ll}}{{0,3}}\.(?=\s)|\p{{Lu}}[\p{{L}}\p{{M}}’'&\-]*)"
NAMES = rf"{NAME}(?:\s+(?:(?:of|for|the|and|de|van|von|bin|al|la)\s+){{0,2}}{NAME}){{0,6}}"
NO_ROLE = (
    "and|but|so|or|because|when|that|if|as|while|where|what|who|which|we|you|they|it|is|was|are|were|had|has|have"
    "|not|just|like|then|how|why|until|unless|after|before"
)
ROLE = rf"(?:(?!(?:{NO_ROLE})\b)\p{{Ll}}[\p{{L}}\-]+\s+){{1,4}}"
WORD = r"(?:(?:\p{Lu}\.)+|\p{Lu}\p{Ll}{0,3}\.(?=\s)|[\p{L}\p{N}’'\-]+)"
SOMEBODY = rf"(?:the|a|an|one|another|his|her|their)(?:\s+(?!(?:{NO_ROLE})\b){WORD}){{1,6}}?"
MANY = rf"(?:{ROLE})??(?:{any_of(column('roles', 1))}|police)"
SPEAKER = rf"(?:he|she|they|{SOMEBODY}|{MANY}|(?:{ROLE})?{NAMES})"
ASIDE = r"(?:,\s[^,“”\"‘]{1,90},|\s\([^()]{1,60}\)|,\s\d{1,2},)?"
MANNER = r"(?:(?:has|had|also|then|later|once|now|\p{Ll}{3,12}ly)\s+){0,2}"
NOT_DATE = rf"(?!(?:{any_of(words_of('dates'))})\b)"
LATE_SPEAKER = rf"{NOT_DATE}{SPEAKER}"
SAID = rf"(?:{SAYING}|{PAST})"
CLAUSE = rf"(?:{SPEAKER}{ASIDE}\s+{MANNER}{SAID}|{SAID}\s+{LATE_SPEAKER}|according\s+to)\b"
AFTER_MARK = rf"\s*{CLAUSE}"
AFTER_QUOTED = rf"(?<=[,?!])\s+{CLAUSE}"


def narrator_clause(text: str, start: int, end: int) -> Range | None:
    """The first narrator's clause after a comma, ? or !.

    It begins with the space before it; None if there is none.
    """
    found = pattern(AFTER_QUOTED).search(text, start, end)
    return Range(*found.span()) if found else None


def names_speaker_after(before: str, after: str) -> bool:
    """Whether the words after a mark begin by naming the speaker."""
    stop, words = before.rstrip()[-1:], after.split()[:6]
    if stop not in tuple(",.!?…") or (stop == "." and words and words[0][0].isupper()):
        return False
    verb_at = next((at for at, word in enumerate(words) if word.strip(",.:") in VERBS), None)
    if verb_at is None or len(words) < 2:
        return False
    speaker = words[:verb_at]
    return not speaker or (_names_somebody(speaker) and not BREAKS.intersection(" ".join(speaker)))


def _names_somebody(words: list[str]) -> bool:
    """Whether words before “said” are a pronoun, a name or a role."""
    if words[0] in PRONOUNS:
        return len(words) == 1
    if words[0] in DETERMINERS:
        return 2 <= len(words) <= 3
    return words[0] not in NO_NAMES and all(word[0].isupper() for word in words)
