from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety


@dataclass(frozen=True, kw_only=True)
class ImageLabel(ParagraphRule):
    """A paragraph is only a picture or player label: “toggle caption”.

    ## What it does
    Deletes labels such as “Image 2 of 11”. Only a whole paragraph without a caption counts;
    `blank-lines` then closes the gap.

    ## Why it matters
    Scrapers take the controls around pictures for prose.

    ## Fix safety
    Safe: the labels are listed and nothing else is in the paragraph.

    ## References
    Study of machine-translated news, artefact BP07.
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
