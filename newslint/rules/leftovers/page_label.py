from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Block, Case, ParagraphRule, Protected, Safety

SINGLE = r"(?:Share|Tweet|Email|Print|Reddit|LinkedIn|WhatsApp|Pinterest|Flipboard|Replay|Advertise)"


@dataclass(frozen=True, kw_only=True)
class PageLabel(ParagraphRule):
    """A paragraph is only a button or box label: “Share on Facebook”.

    ## What it does
    Deletes labels of buttons, of boxes with other stories and of video controls. Only a whole paragraph
    counts; `blank-lines` then closes the gap.

    ## Why it matters
    Scrapers take them for prose.

    ## Fix safety
    Safe, except for a single word (“Print”): it may be a heading, so deleting it is unsafe.

    ## References
    Study of machine-translated news, artefacts BP06 and BP09.
    """

    expression = (
        rf"\s*(?:{SINGLE}|(?i:"
        r"(?:share|save|post|tweet)(?: this)?(?: (?:on|to|via|with))? (?:facebook|twitter|linkedin"
        r"|reddit|whatsapp|email"
        r"|pinterest)"
        r"|(?:share|email|print|save) this(?: (?:article|story|page|post))?"
        r"|copy (?:this )?link(?: to clipboard)?"
        r"|link copied!?|just watched|must watch|more videos?(?: \.\.\.|…)?|replay video|skip (?:ad"
        r"|to content)"
        r"|(?:related|recommended|popular|more|top|trending|latest) (?:articles|stories|content"
        r"|topics|videos|news)"
        r"|(?:you (?:may|might)(?: also)? like|most (?:read|popular|viewed)|trending now|editors?[’'] picks?"
        r"|more on this story|related topics"
        r"|(?:view|show|hide) comments|show more|load more|back to top|create a draft"
        r"|add a nickname|open in app|download (?:our|the) app|close dialog|unmute|full ?screen)"
        r"))[.:]?\s*"
    )
    message = "page label left over from the page: delete it"
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "The bridge opens.\n\n⟦Share on Facebook⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦Related stories⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦JUST WATCHED⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦Print⟧", fixed="The bridge opens.\n\n", safety=Safety.UNSAFE),
        Case("Share on Facebook what you like, she said.\n\nMost read it later."),
        Case("The bridge opens.\n\nPrint is dead.\n\nMore stories of the river were told."),
    )

    def sureness(self, block: Block) -> Safety | None:
        return Safety.UNSAFE if " " not in block.text.strip() else None
