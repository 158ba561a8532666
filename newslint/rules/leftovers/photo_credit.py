from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety


@dataclass(frozen=True, kw_only=True)
class PhotoCredit(ParagraphRule):
    """A paragraph is only a picture credit: “© Novak / Harbor Photos”.

    ## What it does
    Deletes the credit. Off by default, since many archives keep captions.

    ## Why it matters
    The picture did not come along, so the credit credits nothing.

    ## Fix safety
    Unsafe: the picture may still be there.

    ## References
    Study of machine-translated news, artefact BP08.
    """

    expression = (
        r"\s*[(\[]?(?:(?:©|\([cC]\))\s?[\p{L} .’'-]{2,40}(?:/[\p{L} .’'-]{2,40}){0,3}"
        r"|(?i:photo|picture|image|photograph)(?: by| credit:?"
        r"|:)\s\p{Lu}[\p{L} .’'-]{1,40}(?:/[\p{L} .’'-]{2,40}){0,3}"
        r"|\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.’'-]+){0,3}\s?/\s?(?:AP|AFP|Reuters|Getty Images|EPA|Sputnik"
        r"|TASS|Xinhua|NurPhoto|Bloomberg)(?:\s?/[\p{L} ]{2,30}){0,2})[)\]]?\.?\s*"
    )
    message = "picture credit: delete it if the picture is gone"
    safety = Safety.UNSAFE
    default = False
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦Photo by Ivo Brandt⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦© Anna Novak / Harbor Photos⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The photo by Ivo Brandt shows the bridge."),
    )
