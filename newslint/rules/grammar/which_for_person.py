from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.verb_forms import IRREGULAR_PAST
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of
from newslint.text.sentences import SENTENCE

NO_VERBS = any_of(words_of("determiners", "prepositions") | {"he", "she", "they", "we", "you"})
BEGINS = "(?:The|A|An|Some|Many|Most|Those|Several|Two|Three|All|Both|Nearly|About|More)"
AUXILIARIES = "is|are|was|were|has|have|had|will|would|can|could|did|does"
DONE_BY_PEOPLE = (
    "died|drowned|fled|perished|married|wept|starved|emigrated|voted|believe|lives|resigned|graduated|knew|know|wanted"
    "|decided|refused|hid|slept|wore|prayed"
)
"""What things never do."""
PEOPLE = words_of("roles", "people") - words_of("firms_too") | {"baby", "babies"}
"""Words for people that are not also firms, bodies or things."""


class WhichForPerson(PatternRule):
    """“Which” refers to a person: “the patients which relied on it”.

    ## What it does
    Writes “who” where “which” and a verb follow a word for people that begins a sentence, or has “a” before
    it. Elsewhere “which” may refer to a thing further back (“a report by doctors which said”).

    ## Why it matters
    Many languages have one word for “who” and “which”.

    ## Fix safety
    Safe: news has no such “which” after a person at the beginning of a sentence.
    """

    safety = Safety.SAFE
    expression = (
        rf"(?:{SENTENCE}(?:{BEGINS}\s)?(?:(?!(?:of|by|from|for|to|with|in|on|at|and|or)\b)[\p{{Ll}}\d,]+\s){{0,2}}|(?<!\b(?:of|by|from|for|to|with)\s)\b[Aa]n?\s(?:(?!(?:of|by|from|for|to|with|in|on|at|and|or)\b)\p{{Ll}}+\s){{0,2}}"
        rf")"
        rf"(?P<person>(?i:{any_of(PEOPLE)}|(?!exists|insists|consists|persists|resists|assists|lists|enlists|twists)\p{{Ll}}{{2,}}(?:makers?|ists?|woman|women|sman|smen)))\s(?P<which>which)\s"
        rf"(?!(?:{NO_VERBS})\b)(?=(?:\p{{Ll}}+ly\s)?(?:{AUXILIARIES}|\p{{Ll}}+ed|{any_of(IRREGULAR_PAST)}|\p{{Ll}}{{2,}})\b)"
        rf"|(?<!\b(?:of|by|from|for|to|with)\s(?:the\s)?)\b(?P<person>{any_of(PEOPLE)})\s(?P<which>which)\s(?=(?:{DONE_BY_PEOPLE})\b)"
        rf"|\b[Oo]ne\sof\s(?:the|his|her|its|their|those|these)\s(?:[\p{{Ll}}\d]+\s)?(?P<person>{any_of(PEOPLE)})\s(?P<which>which)\s"
        rf"(?=(?:(?P<object>I|he|she|they|we|you|it|the|his|her|their)|{AUXILIARIES}|\p{{Ll}}+ed|{any_of(IRREGULAR_PAST)})\b)"
        rf"|\b(?P<person>{any_of(PEOPLE)})\s(?P<which>which)\s(?=(?:is|was|are|were|has\sbeen|have\sbeen|had\sbeen)\s(?:accused|arrested|born|jailed|killed|injured|married|wounded|convicted|sentenced|detained|charged|suspected|wanted|elected|hired|fired)\b)"
    )
    cases = (
        Case("⟦Patients which⟧ relied on it left.", fixed="Patients who relied on it left."),
        Case("⟦The auditor which⟧ caught her was new.", fixed="The auditor who caught her was new."),
        Case("It was ⟦a peer which⟧ failed to pay.", fixed="It was a peer who failed to pay."),
        Case(
            "⟦Some 400 patients which⟧ relied on it left.", fixed="Some 400 patients who relied on it left."
        ),
        Case(
            "They held ⟦a former altar boy which⟧ is ill.", fixed="They held a former altar boy who is ill."
        ),
        Case("Police met two ⟦men which⟧ were arrested.", fixed="Police met two men who were arrested."),
        Case(
            "A stone for 31 ⟦miners which⟧ died was paid for by ⟦one of the nurses which⟧ knew them.",
            fixed="A stone for 31 miners who died was paid for by one of the nurses who knew them.",
        ),
        Case(
            "He is ⟦one of the boys which⟧ she taught.",
            fixed="He is one of the boys whom she taught.",
            safety=Safety.UNSAFE,
        ),
        Case("A strike by miners which refused all talks ended. A stone of the miners which wept is old."),
        Case("The list of patients, which was long, and the patients for which it was made."),
        Case("The committee of experts which drew it up met. A team of doctors which won it left."),
        Case("The company which employs them and the members which signed it."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        which = Range(*match.span("which"))
        right = "whom" if match["object"] else "who"
        message = f"“which” refers to a person, “{match['person']}”: use “{right}”"
        safety = Safety.UNSAFE if match["object"] else Safety.SAFE
        return Finding(Range(match.start(), which.end), message, (Change(which, right),), safety=safety)
