from __future__ import annotations

import regex

from newslint.lexicon.classes import Row, column, entries, words_of
from newslint.lexicon.english_words import is_word
from newslint.lexicon.verb_forms import common_verbs, conjugate, regular_verbs
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope, any_of, pattern

VERBS = "irregular_verbs"
BASE, THIRD, PAST, PARTICIPLE, REGULAR = range(5)
NO_VERBS = frozenset(
    [
        *("put", "cut", "hit", "read", "shut", "beat", "found", "felt", "left", "led", "lost", "lay", "bit"),
        *("bound", "bent", "shot", "ground", "lit", "wound", "burnt", "meant", "fell", "saw"),
    ]
)
"""Pasts that are base forms, nouns or adjectives too."""
AFTER_STRANDED = frozenset(
    {"said", "told", "made", "paid", "got", "came", "won", "spent", "sold", "built", "had", "was", "did"}
)
"""Pasts that may follow a stranded “to”: “the people I spoke to said”."""
REAL_WORDS = frozenset(
    {"bended", "leaded", "seed", "singed", "teared", "striked", "hided", "flied", "showed"}
)
IN_USE = frozenset({"betted", "bursted", "casted", "creeped", "layed", "leaved", "payed", "weared"})
"""Regular forms that some writers use: “creeped out”, “payed out the rope”."""
MODAL = r"(?:can|cannot|could|would|should|may|might|must|will)(?:\snot)?"
WHO = r"(?:I|he|she|it|they|we|you|who|He|She|It|They|We|You)"
ADVERB = r"(?:really|even|ever|always|just|simply|actually|fully|only|also|never|soon|still|\p{Ll}{2,}ly)"
HAVE = rf"(?:has|have|having|had)(?:\snot|n[’']t)?(?:\s(?:already|since|{ADVERB}))?"
BE = r"(?:is|are|was|were|been|being)(?:\s(?:not|also|already))?"
DO = rf"(?<!\b(?:who|that)\s)\b(?:[Dd]id|[Dd]oes|[Dd]o)(?:\snot|n[’']t)(?:\s{ADVERB})?"
CONSONANT_ED = "embed|shed|wed|bed|rebred|shred|naked|sled"
"""Base forms in “-ed”."""
TO = (
    r"(?<!\b(?:referred|refers|referring|spoke|spoken|talked|listened|led|according|due|responses"
    r"|amount|amounts)\s)to"
)
"""A “to” that is not stranded: “the days he referred to comes later”."""
PASTS_AS_NOUNS = frozenset(
    {"did", "rose", "saw", "bore", "woke", "broke", "stole", "spoke", "drove", "dove", "wove"}
)
"""Pasts after “have” that may be nouns or adjectives: “they have rose gardens”."""
HAS = r"(?:has|have|had)(?:\snot|n[’']t)?\s"
SUBJECT = (
    r"(?:\b(?:who|which|would|should|could|might|must|will|may|to)|(?:\A|[.!?]\s|[“\"]|,\s|\b(?:and|but|because)\s)"
    r"(?i:he|she|it|they|we|I|you))\s\Z"
)
"""What shows that no relative clause ends with “have”, as in “all the money they have went into it”."""
NEGATED = r"(?i:do|does|did)(?:\snot|n[’']t)"
LEAD = (
    r"\b(?:has|have|had|having|is|are|was|were|be|been|being|(?P<article>an?|the|its|his|her|their|of|by))"
    r"(?:\snot)?\s\Z"
)
"""What a participle follows: “had catched”, “a freezed field”."""
HAPPENS = frozenset({"get", "notice", "happen", "perform", "become"})
"""Base forms that may follow “have”: “have him perform”."""
DOES = (
    r"\b(?:do|did|does|done|way|thing|things|say|idea|plan|message|job|is|step|goal|trick|everything"
    r"|all)\b[^.;:]{0,60}\Z"
)
"""Words whose “is” introduces a bare infinitive: “all he did was go”."""
OBJECT = r"(?=\s(?:the|an?|his|her|its|their|that)\b)"
NO_PASSIVE = {conjugate(base).participle: conjugate(base) for base in column("no_passive", 0)}
"""What happens to nobody."""
DONE_TO = {
    base: conjugate(base).participle
    for base in (
        *("build", "send", "sell", "hold", "write", "take", "give", "kill", "destroy", "injure", "arrest"),
        *("release", "publish", "make", "pay", "steal", "elect", "sign", "rescue", "jail", "evacuate"),
        "invent",
    )
}
"""Verbs whose base form is not an adjective, before a preposition."""
PARTICIPLES = {verb.base: verb.participle for verb in common_verbs() if verb.base != verb.participle}
IRREGULAR_PARTICIPLES = {
    row[PARTICIPLE]: row[BASE] for row in entries(VERBS) if row[PARTICIPLE] not in (row[BASE], row[PAST])
}
INFINITIVES = IRREGULAR_PARTICIPLES | {
    form: verb.base for verb in (*regular_verbs(), *common_verbs()) for form in (verb.third, verb.past)
}


def _expression() -> str:
    irregular_thirds = any_of(column(VERBS, THIRD) - words_of("third_persons_too"))
    thirds = any_of(verb.third for verb in common_verbs())
    regular_thirds = any_of(verb.third for verb in regular_verbs())
    regular_pasts = any_of(verb.past for verb in regular_verbs())
    pasts = column(VERBS, PAST) - column(VERBS, BASE) - NO_VERBS
    lexical = any_of(pasts - {"was", "did", "had"})
    common_pasts = any_of(verb.past for verb in common_verbs())
    rows = [row for row in entries(VERBS) if row[PAST] != row[PARTICIPLE]]
    simple = any_of({row[PAST] for row in rows} - NO_VERBS - {"was"})
    passive = any_of({row[PAST] for row in rows} - NO_VERBS - {"was", "broke", "woke", "did", "saw"})
    regular = any_of(column(VERBS, REGULAR) - REAL_WORDS)
    wanting = any_of(words_of("with_infinitive") - {"are", "is", "was", "were", "has", "have", "due"})
    return (
        rf"\b(?:{TO}|{MODAL})\s(?P<third>{irregular_thirds})\b(?![’'-])"
        rf"|\b(?:(?<=\b{WHO}\s){MODAL}|(?:could|would|should|must|cannot)(?:\snot)?|{TO})\s(?P<other>{thirds})\b(?![’'-])"
        rf"|\b(?:(?<=\b{WHO}\s){MODAL}|(?:could|would|should|must|cannot)(?:\snot)?)\s(?P<other>{regular_pasts}|{any_of(IRREGULAR_PARTICIPLES)})\b(?![’'-])"
        rf"|\b(?:{wanting})\sto\s(?P<other>{regular_thirds}|{regular_pasts})\b{OBJECT}"
        rf"|\b(?:to\s(?P<past>{any_of(pasts - AFTER_STRANDED)})"
        rf"|(?<!\b(?:the|a|good|own|free|his|her|its|their|political)\s)"
        rf"{MODAL}\s(?P<past>{any_of(pasts - {'was'})})"
        rf"|(?<=\b{WHO}\s)(?:must|should|will|would|could)(?:\snot|n[’']t)?"
        r"\s(?P<past>left|felt|found|led|lost))\b(?![’'-])"
        rf"|\b(?:would|could|should|must|cannot)(?:\snot|n[’']t)?\s{ADVERB}\s(?:(?P<past>{lexical})"
        rf"|(?P<other>{regular_pasts}|{any_of(IRREGULAR_PARTICIPLES)}))\b{OBJECT}"
        rf"|\b(?:[Dd]id|does)\s(?:he|she|they|we|you|I)\s"
        rf"(?:(?P<past>{lexical})|(?P<other>{thirds}|{common_pasts}))\b(?![’'-])"
        rf"|{DO}\s(?:(?P<past>{any_of(pasts | {'left', 'lost', 'led', 'fell', 'saw'})})"
        rf"|(?P<third>{irregular_thirds})|(?P<other>{thirds})"
        rf"|(?P<did>(?!(?:{CONSONANT_ED})\b)\p{{Ll}}{{3,}}(?<!e)ed))(?![\p{{L}}’'-])"
        rf"|\b{HAVE}\s(?P<simple>{simple})\b(?![’'-])"
        rf"|\b{HAVE}\s(?P<bare>{any_of(PARTICIPLES.keys() - HAPPENS)})\b(?![’'-])"
        rf"|\b{BE}\s(?P<simple>{passive})\b(?![’'-])"
        rf"|(?<!\b(?:is|was|are|were)\s)\b{BE}\s(?P<done>{any_of(DONE_TO)})(?=\s(?:in|by|on|at|from|after)\b)"
        rf"|(?<!\b(?:is|was|are|were)\s)\b{BE}\s(?P<bare>{any_of(PARTICIPLES)})\b(?![’',-])"
        rf"|(?<![’'-])\b(?P<regular>{regular})\b(?![’'-])"
        rf"|\b(?P<be>is|are|was|were|been)\s(?P<happened>{any_of(NO_PASSIVE)})\b(?!(?<=arrived)\sat\b|\s(?:in\s)?(?:by|for)\b|[’'-])"
        r"|\b(?:would|could|should|must)\s(?P<of>of)(?=\s(?:been|had|done|gone|made|taken|\p{Ll}{3,}ed)\b)"
    )


class VerbForm(PatternRule):
    """A verb has the wrong form: “to makes”, “did not knew”.

    ## What it does
    Finds third persons and pasts after “to”, modal verbs and “did not”, pasts and base forms after “have” and
    “be”, passives of verbs that have none (“was happened”), regular forms of irregular verbs (“catched”), and
    “would of”, and writes the right form.

    ## Why it matters
    Engines put every word into its tense by itself; spinners take one form for another.

    ## Fix safety
    Safe after “did not”, for a past in the place of a participle (“has wrote”), “would of been” and regular
    forms of irregular verbs. Elsewhere unsafe: another word may be wrong. No fix for a base form after “be”:
    “was happen” may be “happened”.
    """

    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    expression = _expression()
    cases = (
        Case("He wants ⟦to makes⟧ bread.", fixed="He wants to make bread.", safety=Safety.UNSAFE),
        Case("It ⟦can becomes⟧ cold.", fixed="It can become cold.", safety=Safety.UNSAFE),
        Case("They hope ⟦to went⟧ home.", fixed="They hope to go home.", safety=Safety.UNSAFE),
        Case(
            "She ⟦has wrote⟧ a book and ⟦has also began⟧ another.",
            fixed="She has written a book and has also begun another.",
        ),
        Case("He ⟦catched⟧ a fish and ⟦buyed⟧ it.", fixed="He caught a fish and bought it."),
        Case(
            "He ⟦payed⟧ for it on bended knee.", fixed="He paid for it on bended knee.", safety=Safety.UNSAFE
        ),
        Case("It ⟦would of⟧ been cold.", fixed="It would have been cold."),
        Case(
            "They ⟦did not went⟧ home and ⟦didn’t wanted⟧ to.",
            fixed="They did not go home and didn’t want to.",
        ),
        Case(
            "All the money they ⟦have went⟧ into it. The fact they ⟦didn’t tells⟧ a lot.",
            fixed="All the money they have gone into it. The fact they didn’t tell a lot.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It ⟦could announced⟧ it. It ⟦was took⟧ by a boy who ⟦has give⟧ it and ⟦wants to plays⟧ the ace.",
            fixed="It could announce it. It was taken by a boy who has given it and wants to play the ace.",
            safety=Safety.UNSAFE,
        ),
        Case("The fire ⟦was happen⟧ at dawn."),
        Case(
            "It ⟦was occurred⟧ at sea, where two men ⟦were died⟧ and one has ⟦been vanished⟧.",
            fixed="It occurred at sea, where two men died and one has vanished.",
            safety=Safety.UNSAFE,
        ),
        Case("An agreement was arrived at by both, and critics were disappeared."),
        Case(
            "The people he spoke to said no. They used the might of the fleet, and went on to found a town."
        ),
        Case("Could of course. What he will does not matter. The unpaid leave led to paid leave."),
        Case("They did not need to go. All he did was go home, and the answer is know the town."),
        Case(
            "“I ⟦didn’t knew⟧ it,” he said. It ⟦does not always worked⟧.",
            fixed="“I didn’t knew it,” he said. It does not always work.",
        ),
        Case(
            "It ⟦would quickly took⟧ the lead. Why ⟦did they went⟧? They ⟦have rose⟧ early.",
            fixed="It would quickly take the lead. Why did they go? They have risen early.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The hall ⟦was build⟧ in May and had ⟦been destroy⟧ by fire.",
            fixed="The hall was built in May and had been destroyed by fire.",
            safety=Safety.UNSAFE,
        ),
        Case("She had ⟦catched⟧ it.", fixed="She had caught it."),
        Case("It is a ⟦freezed⟧ field.", fixed="It is a frozen field.", safety=Safety.UNSAFE),
        Case("The project would fell 340 trees, and they must saw the wood."),
        Case("All she did was send in her card. What it does is take from the poor."),
        Case("The plan was to have him perform. “They don’t got it, and I seen it,” he said."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["happened"]:
            return _without_passive(match)
        groups = ("third", "other", "past", "did", "simple", "bare", "done", "regular", "of")
        wrong = next(name for name in groups if match[name])
        word, at, place = match[wrong].lower(), Range(*match.span()), Range(*match.span(wrong))
        if match[wrong][0].isupper() or (
            (wrong in ("bare", "simple") or word == "got") and block.is_quoted(at)
        ):
            return None
        if wrong == "done" and regex.search(DOES, block.text[max(match.start() - 80, 0) : match.start()]):
            return None
        if wrong == "bare" and "h" not in match[0][:2].lower():
            return self._after_be(match, block)
        right = _right(word, wrong)
        lead = pattern(LEAD).search(block.text, max(match.start() - 20, 0), match.start())
        if lead and wrong == "regular":
            right = next(row[PARTICIPLE] for row in entries(VERBS) if row[REGULAR] == word)
        if right is None:
            return None
        message = f"wrong form of a verb: “{word}” should be “{right}”"
        sure = self._is_sure(match, wrong, word) and not (wrong == "regular" and lead and lead["article"])
        safety = Safety.SAFE if sure else Safety.UNSAFE
        return Finding(at, message, (Change(place, right),), safety=safety)

    @staticmethod
    def _is_sure(match: regex.Match[str], wrong: str, word: str) -> bool:
        """Whether no other word can be the wrong one."""
        if wrong == "simple":
            return word not in PASTS_AS_NOUNS and _is_whole(match)
        if wrong in ("past", "did"):
            return pattern(NEGATED).match(match[0]) is not None
        return wrong == "of" or (wrong == "regular" and word not in IN_USE)

    @staticmethod
    def _after_be(match: regex.Match[str], block: Block) -> Finding | None:
        """A base form after “be”, unless the sentence says what is done."""
        start = block.sentence_at(match.start()).start
        if regex.search(DOES, block.text[start : match.start()]):
            return None
        said = match["bare"]
        return Finding(Range(*match.span()), f"base form “{said}” after a form of “be”: use another form")


def _is_whole(match: regex.Match[str]) -> bool:
    """Whether “have” and the past after it belong to one clause."""
    has = pattern(HAS).match(match[0])
    if has is None:
        return False
    between = match.start() + has.end() < match.start("simple")
    return between or bool(pattern(SUBJECT).search(match.string, max(match.start() - 20, 0), match.start()))


def _without_passive(match: regex.Match[str]) -> Finding:
    """The active of a verb that has no passive."""
    be, verb = match["be"], NO_PASSIVE[match["happened"]]
    right = {"is": verb.third, "are": verb.base, "been": verb.participle}.get(be, verb.past)
    at = Range(*match.span())
    return Finding(
        at, f"passive of a verb that has none: use “{right}”", (Change(at, right),), safety=Safety.UNSAFE
    )


def _right(word: str, wrong: str) -> str | None:
    """The form that belongs in the place of a wrong one."""
    if wrong == "of":
        return "have"
    if wrong in ("bare", "done"):
        return PARTICIPLES.get(word) or DONE_TO[word]
    if wrong == "other":
        return INFINITIVES[word]
    if wrong == "did":
        stems = (word[:-2], word[:-1], word[:-3])
        return INFINITIVES.get(word) or next(filter(is_word, stems), None)
    rows: dict[str, tuple[int, int]] = {
        "third": (THIRD, BASE),
        "past": (PAST, BASE),
        "simple": (PAST, PARTICIPLE),
        "regular": (REGULAR, PAST),
    }
    known, wanted = rows[wrong]
    row: Row = next(row for row in entries(VERBS) if row[known] == word)
    return row[wanted]
