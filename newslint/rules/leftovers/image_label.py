from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety


@dataclass(frozen=True, kw_only=True)
class ImageLabel(ParagraphRule):
    """A paragraph is nothing but the label of a picture or a player: “toggle caption”, “Image 2 of 11”.

    Scrapers take the controls around pictures for prose. Only a whole paragraph without any caption
    counts. The fix deletes it; `blank-lines` mends the gap.

    Source: artefact BP07 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 2.3, mt-documents 0; all 4 findings on
    clean-straight were read, all true leftovers.
    """

    expression = (
        r"\s*(?i:(?:toggle|hide|show|view) caption(?: \d+ of \d+)?|(?:enlarge|expand|view) (?:this )?image"
        r"|(?:image|photo|slide|caption) \d{1,3} (?:of|/) \d{1,3}|image copyright"
        r"|media playback is (?:not supported"
        r"|unsupported) on (?:this|your) device|media caption|image caption|click to (?:enlarge"
        r"|expand|view)(?: image)?"
        r"|(?:view|open) (?:photo )?gallery|(?:play|watch) video"
        r"|photos? gallery|play slideshow|video player is loading)[.:]?\s*"
    )
    message = "picture or player label left over from the page: delete it"
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES, Protected.NUMBERS, Protected.NEGATIONS})
    cases = (
        Case(
            "The bridge opens.\n\n⟦toggle caption⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦Hide Caption 2 of 11⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦Media playback is unsupported on your device⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("Image copyright laws are strict.\n\nThe caption said so, and the gallery closed."),
        Case("Image caption The bridge in May."),
    )
