from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety

NAME = r"\p{Lu}[\p{L}.’'-]*(?:[ ,]{1,2}(?:and )?\p{Lu}[\p{L}.’'-]*){0,5}"


@dataclass(frozen=True, kw_only=True)
class EditorCredit(ParagraphRule):
    """A paragraph names who edited or reported it, as foreign pages do: “Responsible editor: Li Wei”.

    Chinese and Russian pages end so, and engines translate the line. Only a whole paragraph counts.
    Deleting it wants eyes, because a newsroom may credit its people so.

    Source: artefact BP11 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
    """

    expression = (
        r"\s*[(（\[]?(?:(?i:(?:responsible |duty |executive )?editors?(?: in charge| in chief)?"
        r"|proofread(?:er|ing)?"
        rf"|(?:our |this )?(?:reporter|correspondent|intern)s?|translator"
        rf"|original author))\s?[:：]\s?{NAME}[)）\]]?[.]?\s*"
    )
    message = "credit line from another site: delete it unless it is yours"
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The bridge opens.\n\n⟦Responsible editor: Li Wei⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦(Reporter: Anna Oak)⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The editor: he was late. The bridge opens."),
        Case("Reporter: Why did it fall?\n\nMinister: Because of the storm."),
    )
