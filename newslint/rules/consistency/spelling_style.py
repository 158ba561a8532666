from __future__ import annotations

from functools import cached_property
from typing import Literal

import regex

from newslint.lexicon.spellings import american, british
from newslint.rules import Block, Case, Change, Range, Safety, any_of
from newslint.rules.families.consistency import ConsistencyRule

HABIT_OF_BRITAIN = "The harbour was grey, the theatre shut and the neighbours had travelled."


class SpellingStyle(ConsistencyRule):
    """A word has the other side's spelling: “defence” for “defense”.

    ## What it does
    Flags British spellings in an American article and the reverse. Only lower-case words are examined,
    since names keep their spelling (“the Labour Party”, “the World Trade Center”). Words with two
    senses on one side are converted one way only: “programme” is American “program”, but “program” may
    well be British.

    ## Why it matters
    Mixed spelling looks like text from two desks.

    ## Fix safety
    Safe: only the spelling of a listed word changes.

    ## Options
    `house`: “american” or “british” (with “-ise”). Without it the article's own habit decides.
    `accept`: words to let pass.

    ## References
    - Study of machine-translated news, artefact UC02.
    - The word list was compiled for newslint.
    """

    house: Literal["", "american", "british"] = ""
    accept: frozenset[str] = frozenset()

    safety = Safety.SAFE
    cases = (
        Case(
            "The ⟦defence⟧ ministry will ⟦organise⟧ a ⟦programme⟧ for ⟦travellers⟧ in the center.",
            fixed="The defense ministry will organize a program for travelers in the center.",
            options={"house": "american"},
        ),
        Case(
            "His ⟦favorite⟧ ⟦neighbor⟧ ⟦realized⟧ that the ⟦theaters⟧ had a program.",
            fixed="His favourite neighbour realised that the theatres had a program.",
            options={"house": "british"},
        ),
        Case(f"{HABIT_OF_BRITAIN} A ⟦labor⟧ court met.", fixed=f"{HABIT_OF_BRITAIN} A labour court met."),
        Case(
            "The ⟦colour⟧ of 20⟦-metre⟧ poles.".replace("⟦-metre⟧", "-⟦metre⟧"),
            fixed="The color of 20-meter poles.",
            options={"house": "american"},
        ),
        Case("“My ⟦favourite⟧ is out,” she said.", options={"house": "american"}),
        Case("The harbour was grey, the theater shut."),
        Case(
            "The Labour Party met in the National Theatre; the Defence Ministry paid.",
            options={"house": "american"},
        ),
        Case("We organise it.", options={"house": "american", "accept": ["organise"]}),
        Case(
            "Advertise, surprise, exercise, tour, hour, four; prize, size and seize.",
            options={"house": "british"},
        ),
    )

    @cached_property
    def expression(self) -> str:  # type: ignore[override]
        return rf"(?<![\w’'.@#/])(?:{any_of([*american(), *british()])})(?![\w@/]|\.\w)"

    def required_variant(self, topic: str) -> str:
        return self.house

    def variant(self, match: regex.Match[str], block: Block) -> str:
        if match[0] in self.accept:
            return ""
        return "american" if match[0] in american() else "british"

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        other = british() if variant == "american" else american()
        return Change(Range(*match.span()), other[match[0]])
