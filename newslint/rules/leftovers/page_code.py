from __future__ import annotations

from newslint.rules import Block, Case, Protected, Safety, pattern
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import Residue, ResidueKind

MACHINERY = (
    r"(?:\[/?(?:ad|ads|adsense|su|vc|et_pb|fusion|wpforms?|mc4wp|tdb?|rev_slider)[_-][\w-]{1,30}[^\]\n]{0,120}\]\s*)+"
    r"|(?:googletag|adsbygoogle|cnxps|dataLayer|_taboola|fbq|gtag|_gaq|pbjs|apstag|ezstandalone|freestar|aniplayer"
    r"|OBR|twttr|instgrm)\b[.(\[][^\n]*"
)
"""Shortcodes of publishing systems, and calls of scripts of advertising networks and counters."""


class PageCode(PageLineRule):
    """A paragraph is only code of the page: “[gallery ids=2]”.

    ## What it does
    Deletes shortcodes, lines of scripts and style sheets, tags shown as text, and the parameters of
    trackers. Only a whole paragraph counts.

    ## Why it matters
    Scrapers take what the page should have run for prose.

    ## Fix safety
    Safe for shortcodes such as “[ad_1]” and for calls of the scripts of advertising networks and counters.
    Otherwise unsafe: the article may show code to its readers.
    """

    residue = frozenset({ResidueKind.CODE})
    message = "code left over from the page: delete it"
    safety = Safety.SAFE
    may_change = frozenset(Protected)
    cases = (
        Case("The bridge opens.\n\n⟦[ad_1]⟧", fixed="The bridge opens.\n\n", plain=True),
        Case(
            "The bridge opens.\n\n⟦googletag.cmd.push(function () { googletag.display('bridge'); });⟧",
            fixed="The bridge opens.\n\n",
            plain=True,
        ),
        Case(
            'The bridge opens.\n\n⟦[gallery ids="2,12"]⟧',
            fixed="The bridge opens.\n\n",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "The bridge opens.\n\n⟦var bridge = document.getElementById('bridge');⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case("The bridge opens.\n\n[applause]\n\nThe function (of the bridge) is clear."),
    )

    def sureness(self, block: Block, residue: Residue) -> Safety | None:
        """Return that deletion is safe for the machinery of pages only."""
        return None if pattern(MACHINERY).fullmatch(block.text.strip()) else Safety.UNSAFE
