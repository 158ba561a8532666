from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.english_words import frequency, is_word
from newslint.lexicon.verb_forms import common_verbs, regular_verbs
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    RunKind,
    Safety,
    Scope,
    any_of,
    pattern,
)

ENDS_FEW = (
    words_of("determiners", "hungry_prepositions", "auxiliaries", "conjunctions", "relatives")
    | frozenset(["by", "for", "in", "like", "near", "on", "to", "under", "who"])
) - frozenset(["do", "does", "did", "no", "that"])
"""Words that may end a sentence before a capital, but not before lower case or a figure."""
BEFORE_STOP = ENDS_FEW | words_of("ends_no_sentence", "before_figures")
MAY_END = words_of("prepositions")
"""Words that may end a sentence whose object is in front: certain only before an object."""
BEGINS_OBJECT = (
    words_of("determiners")
    | column("pronouns", 1)
    | frozenset(["this", "that", "these", "those", "which", "whom"])
)
WITH_ON = frozenset(
    {"carried", "carry", "dragged", "early", "go", "goes", "going", "gone", "hold", "later", "let", "lets"}
    | {"letting", "live", "lived", "lives", "move", "moved", "moves", "moving", "now", "then", "went"}
)
"""Words with which “on” ends a sentence."""
EMPHATIC = r"\.\s\p{Ll}[\p{L}’'-]*[.!?]"
"""The rest of “every. single. day.”."""
FREQUENT = 300
"""Minimum frequency of the next word in 10 million words; speakers in transcripts have rarer names."""
BEFORE_DATES = frozenset(["by", "early", "from", "in", "late", "of", "on", "since", "until"])
GOES_ON = (words_of("prepositions", "conjunctions", "relatives", "auxiliaries") | {"not"}) - frozenset(
    ["can", "does", "do", "did", "since", "though", "if", "when", "while", "despite", "unlike", "will"]
)
"""Words that do not begin a sentence in a paragraph with capitals, except a question."""
MOST = 2
"""Findings in a paragraph; with more, lower case is its style."""
LONGEST_QUESTION = 300
PHRASE_ONLY = (
    r"(?:\A|[.!?][”’]?\s)[“‘]?(?:An?|The|Another|One|Two|Three|Four|Five|Six|Some|Several|Many|Police|Officials)"
    r"(?:\s(?!(?:\p{Ll}+ed|set|came|went)\b)\p{Ll}+){0,3}\s\Z"
)
"""The whole of a sentence before a stop, if it has no verb."""
PREDICATE = (
    r"(?:Was|Were|Is|Are|Has|Will|Would|Must|Could|Can)\s(?:\p{Ll}+ly\s)?"
    r"(?:be|been|being|not|also|become|due|in|at|by|from|under|\p{Ll}{2,}ed"
    rf"|{any_of(column('irregular_verbs', 3))})(?=\s)"
)
"""A verb that is no question, at the beginning of a sentence."""
BASES = {verb.base for verb in (*regular_verbs(), *common_verbs())} | column("irregular_verbs", 0)
BARE = (
    rf"(?:Will|Would|Must|Could|Can|Should|May|Might)\s(?:(?:also|not|now|soon|\p{{Ll}}+ly)\s)?"
    rf"(?:{any_of(BASES)})"
    r"|(?:Has|Had|Have|Was|Were|Is|Are)\s(?:not|also|been|now|still|in|at|on|due|under|\p{Ll}+ed)"
    r"|(?:Said|Told|Announced|Became|Began|Took|Gave|Went|Won|Lost|Fell|Rose)(?=\s\p{Ll})"
)
"""A verb that begins a sentence and whose subject has an aside: “a mill, which burned. Will close”."""
ASIDE = (
    r"(?:\A|[.!?][”’]?\s|\n)“?(?:The|A|An|His|Her|Its|Their|\p{Lu}[\p{L}’'-]+)\s[^,.;:!?\n]{2,80},"
    r"\s(?:which|who|whose|where|an?|the)\s[^,.;:!?\n]{3,100}\Z"
)
"""A subject and an aside whose second comma is missing."""
CLAUSAL = (
    r"emerged|warn(?:s|ed)|insist(?:s|ed)|estimate[sd]|concluded|complain(?:s|ed)|hope[sd]|fear(?:s|ed)"
    r"|argue[sd]"
)
"""Verbs whose “that” begins a clause and ends no sentence."""
AFTER_PLACE = rf"(?=[.;:!?]|\s(?:{any_of(words_of('prepositions', 'relatives'))})\s)"
LONGEST_PHRASE = 80
LONGEST_ASIDE = 300
TOLD = rf"\b(?:{any_of(words_of('reporting_verbs'))})(?:\s[\p{{L}}’'-]+){{1,4}}\Z"
VERB = rf"\s(?:{any_of(words_of('auxiliaries'))}|\p{{Ll}}+s)\b"
QUESTION = r"[^.!?]*\?"
OBJECT = r"(?:[ ][\p{L}\p{N}’'-]+){1,3}?(?=[.,;:!?”)]|\s*\Z|[ ](?:and|or|that|which|who)\b)"


@cache
def _complement() -> str:
    joiners = any_of(words_of("prepositions"))
    return rf"(?<![\w’'-])(?P<word>{joiners})(?P<object>(?:[ ][\p{{L}}\p{{N}}’'-]+){{1,3}})\Z"


class StrayPeriod(PatternRule):
    """A full stop cuts a sentence in two.

    ## What it does
    Deletes a stop after a word that cannot end a sentence (“the. road”, “of. the town”, “rose to. 12
    percent”), after a preposition before a name (“A court in. Oslo”), before a predicate without a subject
    (“The boat. Was turned back”, “The old mill, which opened in 1987. Will close”),
    inside a name (“Ann. Holm”) and between “told somebody” and “that”. Reports
    a stop before a lower-case word that cannot begin one, and shows every way to join the halves.
    Abbreviations (“Inc. and”, “Calif. to”), ellipses, questions, transcripts and paragraphs without any
    capitals pass.

    ## Why it matters
    When a link's text is translated apart from its sentence, the pieces come back joined with a stop,
    and often one repeats the other: “depend on the country. to Russian gas”.

    ## Fix safety
    Safe between a word that cannot end a sentence and a lower-case word, a figure or a date: 6 million words
    of clean news have none. Before another capital and after “that” it is unsafe, since the end of a sentence
    may be lost. Elsewhere there is no fix: dropping the stop does not make the halves fit, and a capital
    after it makes things worse.
    """

    expression = (
        rf"(?<=[\p{{L}}\p{{N}},;][”’)]?\s)(?<=(?P<nothing>(?:anything|nothing|everything|all|in)\s)?)(?P<cut>{any_of(BEFORE_STOP)}|The|This|These|Its|Their|Our|His|Her)"
        r"(?P<stop>\.)\s+(?P<rest>\p{L}[\p{L}’'-]*|[\p{Sc}]?\d[\d.,:]*)"
        rf"|(?<=(?:\A|[.!?][”’]?\s)[“‘]?)(?P<first>{any_of(words_of('begins_phrase'))})(?P<stop>\.)\s+"
        r"(?P<rest>\p{L}[\p{L}’'-]+|[\p{Sc}]?\d[\d.,:]*)(?=,?\s)"
        r"|(?<=(?:\A|[.!?]\s))(?P<given>\p{Lu}\p{Ll}{4,})(?P<stop>\.)[ ](?P<rest>\p{Lu}\p{Ll}{2,})"
        r"(?=,\s(?:who|an?|the|\d\d)\b|\s(?:said|told)\b)"
        rf"|\b(?:{CLAUSAL})\s(?P<that>that)(?P<stop>\.)\s(?P<rest>\p{{Lu}}[\p{{L}}’'-]*)(?=\s\p{{L}})"
        rf"|(?<=\p{{Ll}}[”’)]?)(?P<stop>\.)\s(?P<rest>{PREDICATE})"
        rf"|(?<=[\p{{Ll}}\d][”’)]?)(?P<stop>\.)\s(?P<rest>(?P<bare>{BARE}))(?=\s)"
        r"|(?<![\p{L}\p{N}.@’'-])(?P<last>\p{Ll}{2,}|\p{Lu}\p{Ll}{5,})\.\s"
        rf"(?P<next>{any_of(GOES_ON)})(?=\s)"
    )
    begins = r"\b(?=\w+(?: that)?\.\s)|(?=\.\s)"
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("They repaired ⟦the. road⟧. It held.", fixed="They repaired the road. It held."),
        Case("They repaired ⟦the. road⟧ to the port.", fixed="They repaired the road to the port."),
        Case(
            "The port is east ⟦of. the⟧ town.",
            fixed="The port is east of the town.",
        ),
        Case(
            "It rained ⟦and. The⟧ road was wet.",
            fixed="It rained and the road was wet.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It ⟦emerged that. The⟧ road was wet.",
            fixed="It emerged that the road was wet.",
            safety=Safety.UNSAFE,
        ),
        Case("Prices rose ⟦to. 12⟧ euros.", fixed="Prices rose to 12 euros."),
        Case("The bridge ⟦will. open⟧ in May.", fixed="The bridge will open in May."),
        Case("It closed early ⟦on. Friday⟧ after a storm.", fixed="It closed early on Friday after a storm."),
        Case("⟦In. 2014⟧ it fell.", fixed="In 2014 it fell."),
        Case("A road ⟦to. Molde⟧ fell.", fixed="A road to Molde fell.", safety=Safety.UNSAFE),
        Case(
            "The road that joins the towns⟦. Was shut⟧ by a storm.",
            fixed="The road that joins the towns was shut by a storm.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The old mill, which opened in 1987⟦. Will close⟧ soon. The mayor, a man⟦. Said⟧ it rained.",
            fixed="The old mill, which opened in 1987, will close soon. The mayor, a man, said it rained.",
            safety=Safety.UNSAFE,
        ),
        Case("He loved it. Must see it. The man, who left. Will he return? They left. Said it was late."),
        Case(
            "It rained. ⟦Adaora. Nwosu⟧, who drove, left. Nwosu was wet.",
            fixed="It rained. Adaora Nwosu, who drove, left. Nwosu was wet.",
            safety=Safety.UNSAFE,
        ),
        Case("He told ⟦Bergen. that⟧ the road fell.", fixed="He told Bergen that the road fell."),
        Case("Ice set in. Molde froze. Was it shut? Were they to leave, he asked, would it help."),
        Case("They depend ⟦on the country. to Russian gas⟧."),
        Case("They met ⟦envoys. with⟧ the heads of all the banks in town."),
        Case("The bridge that joins the towns fell on ⟦Wednesday. because⟧ of the storm."),
        Case("The firm makes ⟦boats. which⟧ float."),
        Case("More than 2 in. of rain fell, and the lake is down to 5 in. and falling."),
        Case("He works for Oak Inc. and for Elm Corp. in town."),
        Case("They sell pens, ink, etc. to schools in Calif. and beyond."),
        Case(
            "They did it every. single. day. It was what it was paid out of. 18F went for a while. e2e left."
        ),
        Case("It was anything but. The road fell in between. Wick was dry."),
        Case("He left. To stay was hard. And she left too."),
        Case("It was all she had dreamt of. Nobody knew what it was for. Monday came."),
        Case("He knew it would be. They had to. It was over at 5. Plan A. The road goes on."),
        Case("we came. and we saw. but we lost. is that all."),
        Case("They waited... and waited. . . to no end."),
        Case("She asked to go to the polls. are the others voting? will it rain?"),
        Case("Visit example.org or the U.S. and stay."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\b(?:{any_of(words_of('ends_no_sentence'))})\.\s\p{{L}}|\b(?:{any_of(ENDS_FEW)})\.\s\p{{Ll}}"
            r"|\b(?:The|This|These|Its|Their|Our|His|Her)\.\s\p{Ll}"
            rf"|\b(?:{any_of(words_of('before_figures'))})\.\s[\d\p{{Sc}}]|\p{{Ll}}\.\s(?:{any_of(GOES_ON)})\s"
            rf"|\b(?:{any_of(BEFORE_DATES)})\.\s(?:{any_of(words_of('dates'))})"
            rf"|\b(?:{any_of(words_of('before_places'))})\.\s\p{{Lu}}\p{{Ll}}|\b(?:{any_of(words_of('begins_phrase'))})\.\s[\p{{L}}\d]"
            r"|(?:\A|[.!?]\s)\p{Lu}\p{Ll}{4,}\.[ ]\p{Lu}\p{Ll}{2,}"
            r"(?:,\s(?:who|an?|the|\d\d)|\s(?:said|told))\b"
            rf"|\b(?:{CLAUSAL})\sthat\.\s\p{{Lu}}"
            rf"|[\p{{Ll}}\d][”’)]?\.\s(?:{BARE})\s"
            r"|\p{Ll}[”’)]?\.\s(?:Was|Were|Is|Are|Has|Will|Would|Must|Could|Can)\s\p{Ll}"
        )

    def check_block(self, block: Block) -> Iterator[Finding]:
        found = list(super().check_block(block))
        if 0 < len(found) <= MOST and not any(run.kind is RunKind.TRANSCRIPT for run in block.runs):
            yield from found

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        asked = pattern(QUESTION).match(block.text, match.end(), match.end() + LONGEST_QUESTION)
        if asked:
            return None
        if match["first"]:
            safety = Safety.UNSAFE if match["rest"][0].isupper() else None
            return self._deleted(match, match["first"], match["rest"], safety)
        if match["given"] or match["that"]:
            return self._before_capital(match, block)
        if match["cut"]:
            return None if _ends_sentence(match) else self._join(match)
        if match["stop"]:
            return self._before_predicate(match, block)
        return self._before_small_letter(match, block)

    @classmethod
    def _before_capital(cls, match: regex.Match[str], block: Block) -> Finding | None:
        """The finding for a stop after “that”, or inside a name."""
        given, family = match["given"], match["rest"]
        if given:
            again = block.document.encoded_text.count(family) > 1
            if not again or _is_known(given.lower()) or _is_known(family.lower()):
                return None
        return cls._deleted(match, given or "that", family, Safety.UNSAFE)

    @classmethod
    def _before_small_letter(cls, match: regex.Match[str], block: Block) -> Finding | None:
        """The finding for a stop before a word that begins no sentence."""
        if match["last"].lower() in words_of("abbreviations"):
            return None
        if match["next"] == "that" and cls._is_told(match):
            at = Range(match.end("last"), match.end("last") + 1)
            return Finding(
                Range(*match.span()), "full stop inside a sentence, before “that”", (Change(at, ""),)
            )
        at, readings = cls._readings(match, block.text)
        message = f"full stop inside a sentence, before “{match['next']}”: choose how to join the halves"
        return Finding(at, message, suggestions=readings)

    @classmethod
    def _join(cls, match: regex.Match[str]) -> Finding | None:
        """The finding that deletes the stop, if one word needs the other."""
        cut, rest = match["cut"].lower(), match["rest"]
        safety = cls._certainty(cut, rest, match)
        if safety is Safety.HINT:
            return None
        return cls._deleted(match, cut, rest, safety)

    @staticmethod
    def _deleted(match: regex.Match[str], cut: str, rest: str, safety: Safety | None) -> Finding:
        """The finding that deletes the stop."""
        rest = rest.lower() if rest in words_of("openers") else rest
        changes: tuple[Change, ...] = (Change(Range(*match.span("stop")), ""),)
        if rest != match["rest"]:
            changes += (Change(Range(*match.span("rest")), rest),)
        message = f"full stop inside a sentence, after “{cut}”: delete it"
        start = match.start("cut") if match["cut"] else match.start()
        return Finding(Range(start, match.end("rest")), message, changes, safety=safety)

    @staticmethod
    def _before_predicate(match: regex.Match[str], block: Block) -> Finding | None:
        """The finding for a stop between subject and verb, outside speech."""
        at, stop = Range(*match.span("rest")), Range(*match.span("stop"))
        aside = pattern(ASIDE).search(block.text, max(stop.start - LONGEST_ASIDE, 0), stop.start)
        if match["bare"] and not aside:
            return None
        if block.is_quoted(at) or pattern("[@#—]|- ").search(block.text):
            return None
        first = Range(at.start, at.start + 1)
        changes = Change(stop, "," if aside else ""), Change(first, first.of(block.text).lower())
        message = f"full stop before “{match['rest']}”: is its subject in the sentence before?"
        return Finding(Range(stop.start, at.end), message, changes, safety=Safety.UNSAFE)

    @staticmethod
    def _is_told(match: regex.Match[str]) -> bool:
        """Whether “that” begins what somebody is told."""
        text, start = match.string, max(match.end("last") - LONGEST_PHRASE, 0)
        told = pattern(TOLD).search(text[start : match.end("last")])
        return told is not None and not pattern(VERB).match(text, match.end())

    @staticmethod
    def _certainty(cut: str, rest: str, match: regex.Match[str]) -> Safety:
        """The certainty that one word needs the other; hints are unreported."""
        if rest[0].isupper():
            goes_on = pattern(AFTER_PLACE).match(match.string, match.end())
            if cut in BEFORE_DATES and rest in words_of("dates"):
                return Safety.SAFE if goes_on else Safety.UNSAFE
            cuts = cut in words_of("ends_no_sentence") and not match["nothing"]
            named = (
                cut in words_of("before_places")
                and rest not in words_of("openers")
                and not _is_known(rest.lower())
            )
            before = match.string[max(match.start() - LONGEST_PHRASE, 0) : match.start("cut")]
            cut_off = named and (goes_on or pattern(PHRASE_ONLY).search(before))
            return Safety.UNSAFE if cuts or cut_off else Safety.HINT
        if rest[0].islower():
            needed = cut in words_of("ends_no_sentence") or (
                cut in ENDS_FEW and (cut not in MAY_END or rest in BEGINS_OBJECT)
            )
            likely = cut in ENDS_FEW and frequency(rest) >= FREQUENT
            if needed and _is_known(rest):
                return Safety.SAFE
            return Safety.UNSAFE if needed or likely else Safety.HINT
        is_name = ":" in rest or match.string[match.end() : match.end() + 1].isalpha()
        return Safety.SAFE if not is_name and cut in words_of("before_figures") else Safety.HINT

    @staticmethod
    def _readings(match: regex.Match[str], text: str) -> tuple[Range, tuple[str, ...]]:
        """The range in question, and the ways to join the halves."""
        last, following = match["last"], match["next"]
        first = pattern(_complement()).search(text, max(match.start() - 60, 0), match.end("last"))
        second = pattern(OBJECT).match(text, match.end())
        if not first or not second or following not in words_of("prepositions"):
            return Range(*match.span()), (f"{last} {following}", f"{last}, {following}")
        said, added = first[0], f"{following}{second[0]}"
        readings = f"{first['word']}{second[0]}", added, said, f"{said} {added}", f"{said}, {added}"
        return Range(first.start(), second.end()), tuple(dict.fromkeys(readings))


def _ends_sentence(match: regex.Match[str]) -> bool:
    """Whether a word that seldom ends a sentence does here."""
    before, word = match.string[: match.start()].rstrip(), match["cut"]
    return (
        pattern(EMPHATIC).match(match.string, match.end()) is not None
        or (word == "in" and before[-1:].isdigit())  # inches
        or (word == "while" and before.endswith(" a"))
        or (word == "on" and before.rpartition(" ")[2] in WITH_ON and match["rest"] not in words_of("dates"))
    )


def _is_known(word: str) -> bool:
    """Whether letters are an English word or abbreviation rather than a name."""
    return is_word(word) or word in words_of("abbreviations")
