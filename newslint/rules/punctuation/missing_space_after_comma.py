from __future__ import annotations

import regex

from newslint.lexicon.english_words import is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, pattern


class MissingSpaceAfterComma(PatternRule):
    """A comma, semicolon or colon between two words lacks its space: “stable,played”.

    ## What it does
    Adds the space, also between a bracket and a word (“town(population 403)”). Figures, addresses, single
    letters and bracketed endings (“phone(s)”) pass.

    ## Why it matters
    Stripped links and tokenizers lose it.

    ## Fix safety
    Safe after a comma or semicolon, between a name and its acronym (“Organization(WHO)”) and before a word
    after a bracket: only a space is added. Otherwise unsafe after a colon and at brackets, which names and
    code have without spaces.

    ## References
    Study of machine-translated news, artefact PQ14.
    """

    expression = (
        r"(?<![\w@/.#=&?%-])(?!tl;dr\b)(?P<first>\p{L}[\p{L}’'-]*\p{Ll}(?:[”\"](?=,\p{Ll}{2}))?|\p{Lu}{2,}(?=,\p{Ll})|\d[\d,.]*(?=,\p{Ll})|\)(?=,\p{Ll}))"
        r"(?:(?P<comma>[,;])(?=\p{L}{2}[\p{L}’'-]*(?:[\s.,;:!?”)]|\Z))|(?P<colon>:)(?=\p{L}{2}[\p{L}’'-]*(?:\s\p{L}|,\s))"
        r"|(?P<opening>)(?=\((?!TM\)|SM\)|C\)|R\))(?:\p{Lu}{2,}|\p{L}{3,}\s[^()\n]{2,80})\)(?:[\s.,;:!?]|\Z)))"
        r"|(?<=\s\((?:\p{Lu}{2,}|\p{Sc}?[\d.,]+\p{L}{0,3}))(?P<closing>\))(?=\p{Ll}{2,}[\s,.])"
        r"|(?<=\s\([^()\n]{2,80}\s[^()\n]{2,80})(?P<closing>\))(?=\p{Ll}{2,}[\s,.])"
    )
    safety = Safety.SAFE
    cases = (
        Case("The ⟦town,⟧which is old, is dry.", fixed="The town, which is old, is dry."),
        Case("It rained in ⟦Oslo,⟧Norway.", fixed="It rained in Oslo, Norway."),
        Case("It ⟦rained;⟧nobody came.", fixed="It rained; nobody came."),
        Case("He called it a “⟦failure”,⟧said Holm.", fixed="He called it a “failure”, said Holm."),
        Case(
            "It has two ⟦rules:⟧peace, and rain.",
            fixed="It has two rules: peace, and rain.",
            safety=Safety.UNSAFE,
        ),
        Case("It was ⟦close:⟧Just one came.", fixed="It was close: Just one came.", safety=Safety.UNSAFE),
        Case(
            "The ⟦town⟧(population of 403) paid less.",
            fixed="The town (population of 403) paid less.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They paid less (from four euros⟦)⟧despite the vote.",
            fixed="They paid less (from four euros) despite the vote.",
        ),
        Case("It was (UN⟦)⟧likely.", fixed="It was (UN) likely.", safety=Safety.UNSAFE),
        Case("The World Harbour ⟦Organization⟧(WHO) met.", fixed="The World Harbour Organization (WHO) met."),
        Case("The phone(s), the (hetero)sexual, the early(ish) and f(a b) at http://a.org; key:value."),
        Case("The tl;dr of it: the Crusoe(TM) chip and the Oak(SM) card."),
        Case("It cost 3,500 euros; see a.org/one,two and f(a,b), x,y."),
        Case("The town, which is old, is dry."),
    )

    @property
    def trace(self) -> str:
        return r"[\p{L}\d)”\"][,;]\p{L}{2}|\p{Ll}:\p{L}{2}|\p{L}\(\p{L}{2}|\)\p{Ll}{2}"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        group = next(name for name in ("comma", "colon", "opening", "closing") if match[name] is not None)
        what = {",": "the comma", ";": "the semicolon", ":": "the colon", ")": "the bracket", "": "the word"}
        mark = match[group]
        change = Change(Range(match.end(group), match.end(group)), " ")
        sure = (
            group == "comma"
            or (group == "opening" and _names_its_acronym(match))
            or (group == "closing" and _goes_on(match))
        )
        safety = None if sure else Safety.UNSAFE
        return Finding(Range(*match.span()), f"missing space after {what[mark]}", (change,), safety=safety)


def _goes_on(match: regex.Match[str]) -> bool:
    """Whether a separate word follows the bracket, unlike “(UN)likely”."""
    rest = pattern(r"\p{Ll}+").match(match.string, match.end())
    within = pattern(r"\p{L}*\Z").search(match.string, 0, match.start("closing"))
    return bool(rest and within and is_word(rest[0]) and not is_word(f"{within[0]}{rest[0]}".lower()))


def _names_its_acronym(match: regex.Match[str]) -> bool:
    """Whether the acronym in brackets shares the name's first letter."""
    acronym = pattern(r"\((\p{Lu}{2,6})\)").match(match.string, match.end())
    first = match["first"][0]
    return bool(acronym and first.isupper() and first in acronym[1])
