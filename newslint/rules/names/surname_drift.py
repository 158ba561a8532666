from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, permutations

from msgspec import Struct

from newslint.core.patterns import REMEMBERED
from newslint.lexicon.classes import column
from newslint.lexicon.english_words import is_word
from newslint.lexicon.given_names import given_name
from newslint.lexicon.not_names import BODIES, CALENDAR, OPENERS
from newslint.lexicon.spelled_names import GIVEN_NAMES
from newslint.lexicon.titles import HEADS, MODIFIERS
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
    any_of,
    pattern,
)
from newslint.text.names.altered_names import altered_names
from newslint.text.names.capitals import PARTICLES, headline_cased
from newslint.text.names.name_typos import differ_by_typo, near_words, same_sound, without_accents
from newslint.text.names.unintroduced_names import nobody
from newslint.text.names.whole_words import find_whole
from newslint.text.quotations.narrator import SAYING

SHORT = 5
"""Letters; a word up to this length counts as a name only before a verb."""
TITLED_USES = 3
"""Minimum uses of a name, one of them with the title of an odd spelling."""
VERB = (
    r"(?:[’']s?\s|,?\s(?:who\s)?(?:also\s|then\s|later\s|never\s|still\s)?"
    rf"(?:has|had|is|are|was|were|will|would|can|could|did|does|said|says|{any_of(IRREGULAR_PAST)}"
    r"|\p{Ll}{2,}(?<!i)ed|\p{Ll}{2,}s)\b|,\s\d\d,)"
)
"""Text after the name of a person who acts, or is described."""
TO_ACT = r"\sto\s\p{Ll}"
"""The verb of a headline."""
AT = r"\b(?:in|at|near|from)\s\Z"
"""Text before a place."""
SAYS = rf",?\s(?:{SAYING})\b"
NOT_BEFORE = (
    r"(?:[“‘\"'@#/.-]|\b(?:of|in|from|at|near|around|outside|as|spelled|spelt|printed|called|named"
    r"|known|born|née|alias|rhymes\swith))\s?$|^$"
)
"""Text before a title of a work, or a place."""
APPOSITION = r",\s(?:an?|the|another|his|her|also)\b(?!\s\p{Ll}+\ssaid)"
"""Text after a second person who is introduced."""
INTRODUCED = r",\s(?:\d\d,|(?:an?|the|who|his|her)\s)"
"""Text after the only name of a person."""
CAPITAL_BEFORE = rf"(?P<word>\p{{Lu}}[\p{{L}}\p{{M}}.’-]*)\s(?:{PARTICLES}\s|al-|el-)*\Z"
CAPITAL_AFTER = r"\s(?P<word>\p{Lu}\p{Ll}[\p{L}\p{M}-]*)"
NO_NAMES = OPENERS | CALENDAR
PEOPLES = frozenset({"Arabic", "Arabia", "Americas", "Arabian"}) | column("nations", 0) | column("nations", 1)
TITLES = HEADS | MODIFIERS | {"Mr", "Mrs", "Ms", "Dr", "Rev", "Sir"}
NO_GIVEN_NAMES = TITLES | BODIES


class SpelledName(Struct, frozen=True):
    """An occurrence of a capitalised word with the capitalised words around it."""

    place: Place
    before: str
    after: str

    @property
    def alone(self) -> bool:
        """Whether it has no other name beside it, except perhaps a title."""
        return (not self.before or self.before in TITLES) and not self.after


class SurnameDrift(Rule):
    """A person's family name is misspelled once: “Nausada” for “Nauseda”.

    ## What it does
    Flags a word that occurs once or twice, by itself, one typo, accent (Nauséda) or transliteration (Lugovoy
    for Lugovoi) away from the family name in a full name, and a name of several words that differs so from
    another in one of them (“Strathire Savings Bank”). So is a name that is split (“Berg holt”, “O’ Lind”),
    turned (“Nakagawa Haruto said”, “Bach Lan Thi Nguyen”), taken for a possessive (“Rowland’s said” for
    Rowlands), lacks a hyphen or a particle (“Van Meulen” for Van der Meulen), or has it in English (“from the
    Meulen”). Variant spellings of known names (Zelensky, Zelenskyy) are left to `name-style`, and both names
    in one sentence are two people.

    ## Why it matters
    Engines spell a name differently from sentence to sentence, and writers mistype.

    ## Fix safety
    Unsafe: there may be a second person with a similar name.

    ## Options
    `accept`: names to let pass.
    """

    accept: frozenset[str] = frozenset()
    """Accepted spellings."""

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Lithuanian President Gitanas Nauseda came. Nauseda left. On Friday ⟦Nausada⟧ wrote again.",
            fixed="Lithuanian President Gitanas Nauseda came. Nauseda left. On Friday Nauseda wrote again.",
        ),
        Case(
            "The painter Astrid Holmgren sang. Holmgren left.\n\n“No,” ⟦Holmgern⟧ said.",
            fixed="The painter Astrid Holmgren sang. Holmgren left.\n\n“No,” Holmgren said.",
        ),
        Case(
            "The painter Astrid Bruvik sang. Bruvik left. Later a critic met Astrid ⟦Bruvk⟧ again.",
            fixed="The painter Astrid Bruvik sang. Bruvik left. Later a critic met Astrid Bruvik again.",
        ),
        Case(
            "Astrid Abbott sang. Abbott left early.\n\n⟦Abbot⟧ said so.",
            fixed="Astrid Abbott sang. Abbott left early.\n\nAbbott said so.",
        ),
        Case(
            "President Gitanas Nauseda came. Nauseda left. On Friday ⟦Nauséda⟧ wrote a letter.",
            fixed="President Gitanas Nauseda came. Nauseda left. On Friday Nauseda wrote a letter.",
        ),
        Case("President Volodymyr Zelensky came. Zelensky left. On Friday Zelenskyy wrote a letter."),
        Case(
            "Andrei Lugovoi came. Lugovoi left. On Friday ⟦Lugovoy⟧ wrote a letter.",
            fixed="Andrei Lugovoi came. Lugovoi left. On Friday Lugovoi wrote a letter.",
        ),
        Case("Astrid Bruvik sang. Bruvik left. The Bruviks and a Bruviky crowd cheered with Paul Bruvin."),
        Case("Astrid Harmon sang. Harmon left. The hall in Harman was full, and the “Hermon” sailed."),
        Case(
            "Mr Bruvikstad won. Mr Bruvikstad left. Bruvikstad sang. On ice Mr ⟦Bruvakstad⟧ fell.",
            fixed="Mr Bruvikstad won. Mr Bruvikstad left. Bruvikstad sang. On ice Mr Bruvikstad fell.",
        ),
        Case(
            "Anna Bergholt sang. Then Ms ⟦Berg holt⟧ said so.",
            fixed="Anna Bergholt sang. Then Ms Bergholt said so.",
        ),
        Case(
            "Anna Ashe-Barton sang. Then Ms ⟦Ashe Barton⟧ left. Fans of Ms Ashe-Barton wrote.",
            fixed="Anna Ashe-Barton sang. Then Ms Ashe-Barton left. Fans of Ms Ashe-Barton wrote.",
        ),
        Case("The Asia-Pacific fund grew. The Asia Pacific fund fell. The Asia-Pacific fund rose."),
        Case(
            "Pieter van der Bruvik sang.\n\n⟦Van Bruvik⟧ said so. Eli van der Lind saw Ann van Lind.",
            fixed="Pieter van der Bruvik sang.\n\nVan der Bruvik said so. Eli van der Lind saw Ann van Lind.",
        ),
        Case(
            "Harutomo Bruvikawa sang.\n\n⟦Bruvikawa Harutomo⟧ said so.",
            fixed="Harutomo Bruvikawa sang.\n\nHarutomo Bruvikawa said so.",
        ),
        Case(
            "Kim Bak Un sang.\n\n⟦Bak Un Kim⟧ left. Ann van den Bruvik sang.\n\n⟦Bruvik van den⟧ said so.",
            fixed="Kim Bak Un sang.\n\nKim Bak Un left. Ann van den Bruvik sang.\n\nVan den Bruvik said so.",
        ),
        Case(
            "Park Ji-hoon sang.\n\nThen Park ⟦Ji hoon⟧ left.",
            fixed="Park Ji-hoon sang.\n\nThen Park Ji-hoon left.",
        ),
        Case(
            "Bruviyanto, an aide, left. Bruviyanto said so.\n\n⟦Bruvianto⟧ said nothing.",
            fixed="Bruviyanto, an aide, left. Bruviyanto said so.\n\nBruviyanto said nothing.",
        ),
        Case(
            "Rain fell in Brunere. Nobody sang in Brunere.\n\nThe port in ⟦Brunerre⟧ is shut.",
            fixed="Rain fell in Brunere. Nobody sang in Brunere.\n\nThe port in Brunere is shut.",
        ),
        Case(
            "Nguyen Thi Bach Lan sang.\n\n⟦Bach Lan Thi Nguyen⟧ left.",
            fixed="Nguyen Thi Bach Lan sang.\n\nNguyen Thi Bach Lan left.",
        ),
        Case(
            "Ann Rowlands sang.\n\n⟦Rowland’s⟧ said so. Ben van der Bruvik sang, ⟦from the Bruvik⟧ said.",
            fixed="Ann Rowlands sang.\n\nRowlands said so. Ben van der Bruvik sang, van der Bruvik said.",
        ),
        Case(
            "Ann ⟦Mac Bruvik⟧ and Ben ⟦O’ Lindsey⟧ sang. Then MacBruvik left.",
            fixed="Ann MacBruvik and Ben O’Lindsey sang. Then MacBruvik left.",
        ),
        Case("Ann Rowlands sang at the Rowland’s said to be old. The Mac Bruvik and Mac Minis sold."),
        Case("José Lind sang. On Friday Jose Lind wrote a letter."),
        Case("Astrid Holmgren sang. On Friday ⟦Holmgern⟧ wrote a letter."),
        Case("Astrid Holmgren sang. Holmgern, a friend of hers, wrote a letter."),
        Case(
            "Ibrahim Khamidov won. Khamidov left.\n\n⟦Hamidov⟧ was tired.",
            fixed="Ibrahim Khamidov won. Khamidov left.\n\nKhamidov was tired.",
        ),
        Case("The Strathyre Savings Bank closed. Nobody at ⟦Strathire⟧ Savings Bank spoke."),
        Case("Sara Kinloch won. Fans of ⟦Sarah⟧ Kinloch sang."),
        Case(
            "⟦Steven⟧ Hartnell sang. Stephen Hartnell left. A letter of Stephen Hartnell came.",
            fixed="Stephen Hartnell sang. Stephen Hartnell left. A letter of Stephen Hartnell came.",
        ),
        Case(
            "Steven Hartnell sang with Stephen Hartnell. Stephen, a vet, left. Fans of Stephen Hartnell ran."
        ),
        Case(
            "Lucía Ibáñez swam. Ibáñez, 19, won.\n\nThe coach said ⟦Ibanez⟧ had won.",
            fixed="Lucía Ibáñez swam. Ibáñez, 19, won.\n\nThe coach said Ibáñez had won.",
        ),
        Case(
            "⟦Shirmer⟧ to lead museum\n\nBirgit Schirmer sang. Schirmer left.",
            fixed="Schirmer to lead museum\n\nBirgit Schirmer sang. Schirmer left.",
        ),
        Case("Astrid Kutter sang. Kutter left. His wife, Katter, stayed.", options={"accept": ["Katter"]}),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        done: set[Place] = set()
        for place, finding in chain(self._drifted(document), _altered(document)):
            block = document.blocks[place.block]
            if place not in done and block.kind in self.kinds:
                done.add(place)
                yield block, finding
        for odd, usual, place in _given_names(document):
            if place not in done and odd not in self.accept:
                yield document.blocks[place.block], _finding(odd, usual, place, document, sure=True)

    def _drifted(self, document: Document) -> Iterator[tuple[Place, Finding]]:
        """Yield the places of misspelled names."""
        for odd, usual in near_words(document.capitals.words):
            if odd in self.accept or odd.lower() == usual.lower() or odd.isupper() or usual.isupper():
                continue
            if not _no_surnames().isdisjoint((odd, usual)) or not differ_by_typo(odd, usual):
                continue
            for place, safe in _drifted(odd, usual, document):
                quoted = document.blocks[place.block].is_quoted(place.at)
                if not quoted or _spoken(odd, usual, place, document):
                    yield place, _finding(odd, usual, place, document, sure=safe)


def _altered(document: Document) -> Iterator[tuple[Place, Finding]]:
    """Yield the places of unquoted names that are split or turned."""
    for altered in altered_names(document):
        place, right = altered.place, altered.right
        if not document.blocks[place.block].is_quoted(place.at):
            yield place, Finding(place.at, f"name changed: use “{right}”", (Change(place.at, right),))


def _spoken(odd: str, usual: str, place: Place, document: Document) -> bool:
    """Whether somebody says a name that the reporter wrote in two ways."""
    text = document.texts[place.block]
    return _sounds_alike(odd, usual) and bool(pattern(VERB).match(text, place.at.end))


def _sounds_alike(odd: str, usual: str) -> bool:
    """Whether two spellings may be of one name, not a word."""
    return same_sound(odd, usual) and not is_word(odd.lower()) and not is_word(usual.lower())


def _given_names(document: Document) -> Iterator[tuple[str, str, Place]]:
    """Given names misspelled once before the same family name: “Steven Hartnell”."""
    groups = dict.fromkeys(group for name in document.capitals.words for group in _spellings().get(name, ()))
    for group in groups:
        present = [name for name in group if name.encode() in document.encoded_text.data]
        for odd, usual in permutations(present, 2):
            odd_uses, uses = _uses(odd, document), _uses(usual, document)
            if len(odd_uses) != 1 or not odd_uses[0].after or odd_uses[0].before not in TITLES | {""}:
                continue
            same = [use for use in uses if use.after == odd_uses[0].after and use.before in TITLES | {""}]
            if len(same) > 1 and len(same) == len(uses) and not _in_one_sentence(odd_uses, uses, document):
                yield odd, usual, odd_uses[0].place


@cache
def _spellings() -> Mapping[bytes, Sequence[tuple[str, ...]]]:
    """The spellings of a given name by each of them, in UTF-8."""
    by_name: dict[bytes, list[tuple[str, ...]]] = defaultdict(list)
    for group in GIVEN_NAMES:
        for name in group:
            by_name[name.encode()].append(group)
    return dict(by_name)


@cache
def _no_surnames() -> frozenset[str]:
    """Capitalised words that are no family names."""
    return nobody() | OPENERS | PEOPLES


def _drifted(odd: str, usual: str, document: Document) -> Iterator[tuple[Place, bool]]:
    """The places of the odd spelling, and whether the other is usual."""
    odd_uses, uses = _uses(odd, document), _uses(usual, document)
    if not odd_uses or not uses or len(odd_uses) > len(uses) or _in_one_sentence(odd_uses, uses, document):
        return
    given = any(_is_full(use) for use in uses)
    sure = len(uses) > len(odd_uses)
    if not sure and (odd_uses[0].place < uses[0].place or without_accents(odd) == without_accents(usual)):
        return
    fewer = len(odd_uses) == 1 and len(uses) > 1 and all(use.alone for use in uses)
    for use in odd_uses:
        if (
            (fewer and _is_full(use) and not is_word(odd.lower()))
            or _same_run(odd, usual, use, uses)
            or _same_title(odd, use, odd_uses, uses)
            or (
                given
                and use.alone
                and all(other.alone for other in odd_uses)
                and _acts(odd, usual, use, document)
            )
            or (not given and _only_name(odd, usual, use, uses, document))
            or (not given and len(odd_uses) == 1 and _same_place(odd, usual, use, uses, document))
        ):
            yield use.place, sure


def _uses(word: str, document: Document) -> list[SpelledName]:
    """All occurrences of a word in sentences, with capitalised words around."""
    return [
        SpelledName(Place(number, at), before, after)
        for number in document.encoded_text.containing(word)
        for at, before, after in _uses_in(document.texts[number], word)
    ]


@lru_cache(REMEMBERED)
def _uses_in(text: str, word: str) -> tuple[tuple[Range, str, str], ...]:
    """Where sentences have a word, with the capitalised words around it."""
    if headline_cased(text):
        return ()
    found = []
    for at in find_whole(word, text):
        before = pattern(CAPITAL_BEFORE).search(text, max(at.start - 40, 0), at.start)
        after = pattern(CAPITAL_AFTER).match(text, at.end)
        one, other = before["word"] if before else "", after["word"] if after else ""
        if one in NO_NAMES or (one.endswith(".") and len(one) > 3 and one not in TITLES):
            one = ""
        found.append((at, one, "" if other in NO_NAMES else other))
    return tuple(found)


def _is_full(use: SpelledName) -> bool:
    """Whether a word ends a full name of a person."""
    return bool(use.before) and use.before not in NO_GIVEN_NAMES and not use.after and len(use.before) > 1


def _same_run(odd: str, usual: str, use: SpelledName, uses: Sequence[SpelledName]) -> bool:
    """Whether the same capitalised word precedes or follows both spellings."""
    shared = [
        beside
        for other in uses
        for beside, theirs in ((use.before, other.before), (use.after, other.after))
        if beside and beside == theirs and beside not in TITLES and len(beside) > 2
    ]
    if not shared or is_word(odd.lower()) or (is_word(usual.lower()) and not given_name(usual)):
        return False
    if given_name(odd) or given_name(usual):
        return same_sound(odd, usual)
    return True


def _same_title(
    odd: str, use: SpelledName, odd_uses: Sequence[SpelledName], uses: Sequence[SpelledName]
) -> bool:
    """Whether the usual spelling has the same title as the odd one."""
    if not use.alone or use.before not in TITLES or len(odd_uses) > 1 or len(uses) < TITLED_USES:
        return False
    same = any(other.before == use.before for other in uses)
    return same and not is_word(odd.lower()) and given_name(odd) is None


def _acts(odd: str, usual: str, use: SpelledName, document: Document) -> bool:
    """Whether the odd spelling by itself means a person."""
    text, at = document.texts[use.place.block], use.place.at
    if (given_name(odd) and not use.before) or (is_word(usual.lower()) and not same_sound(odd, usual)):
        return False
    if pattern(APPOSITION).match(text, at.end):
        return False
    acts = pattern(SAYS).match(text, at.end) or pattern(VERB).match(text, at.end)
    if is_word(odd.lower()):
        return bool(acts) and same_sound(odd, usual)
    if not acts and not same_sound(odd, usual) and len(odd) == len(usual) and sorted(odd) != sorted(usual):
        return False
    called = text[: at.start].endswith(", ") and text[at.end : at.end + 1] == ","
    strange = pattern(NOT_BEFORE).search(text, max(at.start - 12, 0), at.start)
    if strange and strange[0].strip().isalpha():
        return bool(pattern(SAYS).match(text, at.end))
    headline = not at.start and same_sound(odd, usual) and pattern(TO_ACT).match(text, at.end)
    return bool(acts or headline) or not (len(odd) <= SHORT or strange or called)


def _only_name(
    odd: str, usual: str, use: SpelledName, uses: Sequence[SpelledName], document: Document
) -> bool:
    """Whether both spellings are the only name of one who speaks."""
    if not _sounds_alike(odd, usual) or not (use.alone and uses[0].alone) or given_name(odd):
        return False
    speaks = pattern(SAYS).match(document.texts[use.place.block], use.place.at.end)
    first = document.texts[uses[0].place.block], uses[0].place.at.end
    return bool(speaks and (pattern(SAYS).match(*first) or pattern(INTRODUCED).match(*first)))


def _same_place(
    odd: str, usual: str, use: SpelledName, uses: Sequence[SpelledName], document: Document
) -> bool:
    """Whether both spellings sound alike and follow words before places: “in Maumere”."""
    if not _sounds_alike(odd, usual) or len(odd) <= SHORT:
        return False
    texts = ((document.texts[one.place.block], one.place.at.start) for one in (use, uses[0]))
    return not use.after and all(pattern(AT).search(text, max(at - 8, 0), at) for text, at in texts)


def _in_one_sentence(
    odd_uses: Sequence[SpelledName], uses: Sequence[SpelledName], document: Document
) -> bool:
    """Whether both spellings occur in one sentence, and so are two names."""
    for use in odd_uses:
        sentence = document.blocks[use.place.block].sentence_at(use.place.at.start)
        for other in uses:
            if other.place.block == use.place.block and sentence.start <= other.place.at.start < sentence.end:
                return True
    return False


def _finding(odd: str, usual: str, place: Place, document: Document, *, sure: bool) -> Finding:
    first = _uses(usual, document)[0]
    related = (Related(first.place, f"“{usual}” here"),)
    if not sure:
        message = f"one name spelled in two ways, “{usual}” and “{odd}”: choose one"
        return Finding(place.at, message, suggestions=(usual, odd), related=related)
    message = f"name spelled as “{odd}” here, as “{usual}” elsewhere"
    return Finding(place.at, message, (Change(place.at, usual),), related=related)
