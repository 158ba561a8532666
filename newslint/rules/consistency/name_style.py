from __future__ import annotations

from functools import cached_property

import regex

from newslint.lexicon.spelled_names import BOUND, SPELLINGS
from newslint.rules import Block, Case, Change, Protected, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

USUAL_SPELLINGS = {spelling: spellings[0] for spellings in SPELLINGS for spelling in spellings}


class NameStyle(ConsistencyRule):
    """A name departs from the usual spelling: “Kiev” for “Kyiv”.

    ## What it does
    Flags a spelling that the house, or the rest of the article, does not use. Dishes, clubs and courts
    keep their names (“chicken Kiev”).

    ## Why it matters
    Two spellings of a place read like two places.

    ## Fix safety
    Unsafe: the old name may be meant.

    ## Options
    `prefer`: the spellings of the house, which newslint's table must know. For other names the
    article's own habit decides.

    ## References
    - Study of machine-translated news, artefact UC04.
    - As far as it is style; stylebooks.
    """

    prefer: frozenset[str] = frozenset()

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Talks in ⟦Kiev⟧ with ⟦Zelensky⟧’s aides ended; he likes chicken Kiev and Dynamo Kiev.",
            fixed="Talks in Kyiv with Zelenskyy’s aides ended; he likes chicken Kiev and Dynamo Kiev.",
            options={"prefer": ["Kyiv", "Zelenskyy"]},
        ),
        Case(
            "Kyiv was dark. In Kyiv snow fell, and Kyiv slept. Then ⟦Kiev⟧ woke.",
            fixed="Kyiv was dark. In Kyiv snow fell, and Kyiv slept. Then Kyiv woke.",
        ),
        Case(
            "An ⟦al-Qaeda⟧ cell was found.",
            fixed="An al-Qaida cell was found.",
            options={"prefer": ["al-Qaida"]},
        ),
        Case("Kyiv was dark, and Kiev slept; Mumbai was not."),
        Case("Turkey voted. A Turkey Trot and a Kievan prince passed.", options={"prefer": ["Kyiv"]}),
    )

    def __post_init__(self) -> None:
        if unknown := sorted(self.prefer - set(USUAL_SPELLINGS)):
            raise ValueError(
                f"prefer: unknown spelling “{unknown[0]}”; "
                f"known spellings are {', '.join(sorted(USUAL_SPELLINGS))}"
            )

    @cached_property
    def expression(self) -> str:  # type: ignore[override]
        spellings = "|".join(
            BOUND.get(name, regex.escape(name)) for name in sorted(USUAL_SPELLINGS, key=len, reverse=True)
        )
        return rf"(?<![\p{{L}}\p{{N}}@_/-])(?:{spellings})(?![\p{{L}}\p{{N}}@_]|\.\w)"

    def required_variant(self, topic: str) -> str:
        return next((name for name in self.prefer if USUAL_SPELLINGS[name] == topic), "")

    def topic(self, match: regex.Match[str]) -> str:
        return USUAL_SPELLINGS[_plain(match)]

    def variant(self, match: regex.Match[str], block: Block) -> str:
        return _plain(match)

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        return Change(Range(*match.span()), variant)


def _plain(match: regex.Match[str]) -> str:
    """The match as in the table, with normalised white space and apostrophes."""
    return " ".join(match[0].replace("'", "’").split())
