from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety


@dataclass(frozen=True, kw_only=True)
class ForeignQuoteMarks(PatternRule):
    """Words are quoted in foreign marks: «x», „x“, „x”.

    ## What it does
    Writes English marks and drops the space that French puts inside.

    ## Why it matters
    French, Russian and German marks come along with the text.

    ## Fix safety
    Safe. A mark without its partner has no fix.

    ## References
    Study of machine-translated news, artefact PQ18.
    """

    expression = (
        r"«[\s\xa0\u202f]?(?P<inner>[^«»„“”\n]{1,400}?)[\s\xa0\u202f]?»"
        r"|„(?P<inner>[^«»„“”\"\n]{1,400}?)[“”]|[«»„]"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case("The ship ⟦«Aurora»⟧ sank.", fixed="The ship “Aurora” sank."),
        Case("He said it was ⟦« over »⟧.", fixed="He said it was “over”."),
        Case(
            "The ⟦„Abendblatt“⟧ and the ⟦„Courier”⟧ agree.", fixed="The “Abendblatt” and the “Courier” agree."
        ),
        Case("The headline was ⟦«⟧So it goes."),
        Case("« Older stories ... Newer stories »", plain=True),
        Case("Read more »\n\nHome » News » Harbor", plain=True),
        Case("The ship “Aurora” sank; “so” and 'so'."),
    )

    @staticmethod
    def _is_arrow(match: regex.Match[str], text: str) -> bool:
        """Whether a guillemet points somewhere: at the end of a line or label, or between spaces.

        « quotes » with the spaces of French are a quotation only inside a sentence.
        """
        before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        if match["inner"] is None:
            spaced = text[match.start() - 1 : match.start()].isspace() and text[match.end() :][:1].isspace()
            return match[0] in "«»" and (not before or not after or spaced)
        spaced = match[0].startswith(("« ", "«\xa0", "«\u202f"))
        return spaced and not before and not after

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, inner = Range(*match.span()), match["inner"]
        if self._is_arrow(match, block.text):
            return None
        if inner is None:
            return Finding(at, "foreign quotation mark without its partner")
        start, end = match.span("inner")
        changes = (Change(Range(at.start, start), "“"), Change(Range(end, at.end), "”"))
        return Finding(at, "foreign quotation marks: use “ and ”", changes)
