from __future__ import annotations

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.given_names import Gender, given_name
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope, any_of, pattern
from newslint.text.sentences import OPENING

HIS = {"he": "his", "He": "his", "she": "her", "She": "her"}
OF_GENDER = {Gender.MEN: "his", Gender.WOMEN: "her"}
THINGS = any_of(words_of("personal_things"))
NAME = r"\p{Lu}[\p{L}\p{M}’'-]+"
GAVE = (
    "gave|lost|drove|wore|put|ate|shared|sold|built|paid|opened|left|broke|signed|brought|carried"
    "|offered|wrote"
    "|published|launched|started|founded|spent|risked|cut|cooked|painted|handed"
)
PAPERS = "statement|speech|letter|interview|testimony|memoir|email|resignation"
OTHERS = {
    "her": r"\b(?:[Ss]he|[Hh]ers?|herself|wom[ae]n|girls?|wife|mother|daughter|sister|Mrs|Ms|Queen|Lady)\b",
    "his": r"\b(?:[Hh]e|[Hh]is|him|himself|m[ae]n|boys?|husband|father|son|brother|Mr|King|Sir)\b",
}
"""Words of a second person whose the possessive may be."""


WOMEN = (
    "woman|girl|mother|widow|actress|grandmother|nun|duchess|queen|princess|businesswoman|policewoman|spokeswoman"
    "|waitress|bride|schoolgirl|housewife|congresswoman|daughter|sister|aunt|niece|heroine"
)
MEN = (
    "man|boy|father|widower|grandfather|monk|duke|king|prince|businessman|policeman|spokesman|groom|schoolboy"
    "|congressman|son|brother|uncle|nephew|fireman|fisherman|gunman"
)
PERSONS = {*WOMEN.split("|"), *MEN.split("|")}
MALE_OR_FEMALE = rf"(?:{WOMEN}|{MEN}|he|she|him|hers?|his|husband|wife|who|whose|that|which|and)"
ONE_OWNER = "wife|husband|girlfriend|boyfriend|fiancée|fiancé|widow|widower|personal\\sbest|autobiography"
"""What nothing but a person has, whoever the subject is."""
TRADE = (
    "profits?|sales|revenues?|turnover|workforce|subsidiar(?:y|ies)|shareholders|dividend|dividends|net\\sloss|market\\svalue"
    "|share\\sprice|annual\\sloss|quarterly\\sloss|product\\srange|full-year\\sforecast"
)
"""What firms have, and hardly any person."""
TRADES = (
    "doubled|tripled|trebled|halved|raised|raises|increased|increases|cut|cuts|reported|reports|makes|made|earns|earned|lowered"
    "|boosted|expects|forecast|sold|sells|closed|generates|generated|announced|published|lost|lifted"
)
OFFICES = any_of(column("roles", 0) | column("people", 0))
IN_LIFE = "seat|job|post|career|retirement|candidacy|life|resignation|marriage|childhood|citizenship|degree"
"""What a person of some office has; a firm may have some of it too."""
NO_PERSON = rf"\b(?:{any_of(words_of('animals'))}|[Ii]ts|[Ii]t)\b"
"""What “its” may refer to, earlier in the sentence."""
KIN = "husband|boyfriend|wife|girlfriend|own"
OF_NOUN = {**dict.fromkeys(WOMEN.split("|"), "her"), **dict.fromkeys(MEN.split("|"), "his")}


class WrongPossessive(PatternRule):
    """A possessive has the wrong gender: “he sold her own car”.

    ## What it does
    Reports “its” with a relative, clothes or a part of the body of a person, “his” or “her” with “own” where
    the subject is the other and nobody else is near, and “Emyr Holm said in her statement” where the
    given name tells the gender.

    ## Why it matters
    Languages whose possessive agrees with the thing owned (“son”, “su”, “sein”) lose the owner's gender
    on the way into English.

    ## Fix safety
    Unsafe: a second person may be meant.

    ## References
    Study of machine-translated news, artefact TN15.
    """

    safety = Safety.UNSAFE
    scope = Scope.DOCUMENT
    expression = (
        rf"(?<=[ .]|\A)(?P<who>he|she|who|He|She|(?:{NAME}\s){{1,2}}{NAME},?)\s(?P<between>(?:(?!\b(?:he"
        rf"|she|who|it|its)\s)[^.;:“”\"\n]){{0,60}}?)\b(?P<its>(?<!\b(?:to|from|on)\s(?=its\sknees))its)\s(?:own\s)?(?:{THINGS})(?![\p{{L}}-])"
        rf"(?!\s(?:maker|company|industry|firm|business|phone|is|on)\b)"
        rf"|(?<=[ .]|\A)(?P<who>he|she|He|She)\s(?:had\s"
        rf"|has\s)?(?:{GAVE})\s(?P<between>[\p{{Ll}}\s’-]{{0,40}}?)\b(?P<own>his|her)\sown\s"
        rf"|{OPENING}(?:The|A|An|One|This|That)\s(?:[\p{{Ll}}\d-]+\s){{0,2}}?(?P<who>{any_of(PERSONS)})\s(?P<between>(?:(?!{MALE_OR_FEMALE}\b)[\p{{Ll}}’-]+\s){{0,8}}?)"
        rf"(?<!\bby\s)\b(?P<kin>his|her)\s(?:{KIN})\b"
        rf"|{OPENING}(?P<who>{NAME}\s{NAME}),\s(?:an?|the)\s(?:[\p{{L}}-]+\s){{0,3}}(?P<office>{OFFICES})\b[^.;“”\n,]{{0,100}},"
        rf"\s(?:has\s|had\s)?\p{{Ll}}+\s(?P<its>its)\s(?:own\s)?(?:{IN_LIFE})(?![\p{{L}}-])"
        rf"|\b(?P<bare>its)\s(?:(?:own|late|former|new|first|pregnant)\s)?(?:{ONE_OWNER})(?![\p{{L}}’'-])"
        rf"|(?<![’'&-]|\p{{Lu}}[\p{{L}}.’'-]{{0,20}}\s|&\s)(?P<who>{NAME}(?:\s&\s{NAME})?)(?:,\s[^.;:()“”\"\n]{{3,60}},)?\s(?:(?:has|had|also)\s)?(?:{TRADES})\s(?P<between>(?:[\p{{Ll}}’-]+\s){{0,5}}?)"
        rf"(?P<firm>his|her)\s(?:(?:net|gross|operating|annual|quarterly|pre-tax|first|half-year|global)\s)?(?:{TRADE})\b"
        rf"|(?P<who>{NAME}\s{NAME}),?\s(?:said|added|wrote|says)\sin\s(?P<paper>his"
        rf"|her)\s(?:\p{{Ll}}+\s)?(?:{PAPERS})\b"
    )
    begins = (
        r"\b(?=(?:he|she|who|[^\W\d_a-z]\S*),?\s)"  # `re` has no class for capitals
        r"(?=[^.;:“”\"\n]{0,300}?\b(?:its|his|her)\s)|\b(?=its\s)"
    )
    cases = (
        Case("A baker, who keeps ⟦its⟧ father’s pin, left."),
        Case("She had given ⟦its⟧ own gloves to a boy.", fixed="She had given her own gloves to a boy."),
        Case(
            "He gave the boy half of ⟦her⟧ own sandwich.", fixed="He gave the boy half of his own sandwich."
        ),
        Case(
            "Frank Holm said in ⟦her⟧ statement that he left.",
            fixed="Frank Holm said in his statement that he left.",
        ),
        Case(
            "The woman in the film leaves ⟦his⟧ husband.", fixed="The woman in the film leaves her husband."
        ),
        Case(
            "The dog that he found missed its mother. The queen is played by his wife. He saw a calf and its"
            " mother. A firm sold its car unit."
        ),
        Case(
            "Ines Holm won in two hours, a minute off ⟦its⟧ personal best.\n\nHe sat with ⟦its⟧ wife.",
            fixed="Ines Holm won in two hours, a minute off her personal best.\n\nHe sat with his wife.",
            plain=True,
        ),
        Case(
            "The strike cost a lot, but Nordbo doubled ⟦his⟧ profit.",
            fixed="The strike cost a lot, but Nordbo doubled its profit.",
            plain=True,
        ),
        Case(
            "Frank Holm, a former minister who had sat there since 1996, lost ⟦its⟧ seat.",
            fixed="Frank Holm, a former minister who had sat there since 1996, lost his seat.",
        ),
        Case("Oak Bank, the city council said, lost its seat. The party, led by a minister, lost its seat."),
        Case("The founder ran the firm alone. He left, and Holm doubled his profit. The swan lost its mate."),
        Case(
            "She met a man. He gave her half of her own sandwich. Ann Holm said in her speech that he left."
        ),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\bits\s(?:\w+\s)?(?:{THINGS}|{ONE_OWNER}|{IN_LIFE})|\b(?:his|her)\s(?:[\w-]+\s)?(?:{TRADE})\b|\b(?:his|her)\s(?:{KIN})\b"
            rf"|\bin\s(?:his|her)\s(?:\w+\s)?(?:{PAPERS})"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["bare"] or match["firm"]:
            return self._of_firm(match, block) if match["firm"] else self._of_nobody(match, block)
        who = match["who"].rstrip(",")
        group = "its" if match["its"] else "own" if match["own"] else "kin" if match["kin"] else "paper"
        at, right = Range(*match.span(group)), HIS.get(who) or OF_NOUN.get(who) or _by_given_name(who)
        if group == "its":
            sentence = block.sentence_at(match.start())
            before = block.text[sentence.start : at.start]
            named = who not in HIS and who != "who"
            sole = pattern(rf"\s(?:own\s)?(?:{ONE_OWNER})\b").match(block.text, at.end)
            if pattern(NO_PERSON).search(before) or (
                named and not match["office"] and not right and not sole
            ):
                return None
            message = f"“its” refers to a person, “{who}”"
            if right is None:
                return Finding(at, f"{message}: use “his” or “her”", suggestions=("his", "her"))
            return Finding(at, f"{message}: use “{right}”", (Change(at, right),))
        wrong = match[group]
        if right is None or right == wrong or self._has_other(match, block, wrong):
            return None
        return Finding(at, f"“{wrong}” after “{who}”: use “{right}”", (Change(at, right),))

    @staticmethod
    def _of_nobody(match: regex.Match[str], block: Block) -> Finding | None:
        """The finding for “with its wife”, if no animal is spoken of."""
        sentence = block.sentence_at(match.start())
        before, at = block.text[sentence.start : match.start()], Range(*match.span("bare"))
        if pattern(NO_PERSON).search(before):
            return None
        message = "“its” refers to a person"
        named = [
            right for name in pattern(rf"{NAME}\s{NAME}").findall(before) if (right := _by_given_name(name))
        ]
        if len(named) != 1:
            return Finding(at, f"{message}: use “his” or “her”", suggestions=("his", "her"))
        return Finding(at, f"{message}: use “{named[0]}”", (Change(at, named[0]),))

    @staticmethod
    def _of_firm(match: regex.Match[str], block: Block) -> Finding | None:
        """The finding for “Acme doubled his profit”, if nobody precedes."""
        name, wrong, at = match["who"], match["firm"], Range(*match.span("firm"))
        texts = (*block.document.texts[: block.index], block.text[: at.start])
        if given_name(name) or block.document.people.by_family(name.rsplit(" ", 1)[-1]):
            return None
        if any(pattern(OTHERS[wrong]).search(text) for text in texts):
            return None
        return Finding(at, f"“{wrong}” refers to a firm, “{name}”: use “its”", (Change(at, "its"),))

    @staticmethod
    def _has_other(match: regex.Match[str], block: Block, wrong: str) -> bool:
        """Whether the paragraphs around name another person of that gender."""
        index = block.index
        around = " ".join(block.document.texts[max(index - 1, 0) : index]) + " "
        text = around + block.text[: match.start()] + match.string[match.start() : match.start("who")]
        return bool(pattern(OTHERS[wrong]).search(text)) or bool(
            pattern(OTHERS[wrong]).search(match.groupdict().get("between") or "")
        )


def _by_given_name(name: str) -> str | None:
    known = given_name(name.split(maxsplit=1)[0])
    return OF_GENDER.get(known.gender) if known else None
