from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


class BracketPair(PatternRule):
    """Brackets are doubled, empty or of two kinds: “((Reuters)”.

    ## What it does
    Writes one pair, and deletes an empty one. Code, links of wikis and brackets in brackets pass.

    ## Why it matters
    The page had a link or a template between them.

    ## Fix safety
    Unsafe: what was inside may be lost.
    """

    safety = Safety.UNSAFE
    expression = (
        r"(?<=\s|\A)(?P<twice>\(\((?P<first>[^()\n]{2,60})\))(?!\)|[^()\n]{0,80}\))"
        r"|(?<=\s)(?P<late>\((?P<second>[^()\n]{2,60})\)\s?\))"
        r"|(?P<mixed>(?<=\s|\A)\((?P<third>[\p{L}. -]{2,40})\])"
        r"|(?P<empty>\s?\([\s,.;]*\))(?<!\p{L}\(\))(?=[\s.,;])(?<=\p{L}\s?\([\s,.;]*\))"
    )
    cases = (
        Case("Wick ⟦((Reuters)⟧ – It rained.", fixed="Wick (Reuters) – It rained."),
        Case("It rained ⟦(in May) )⟧.", fixed="It rained (in May)."),
        Case("Wick ⟦(AP]⟧ – It rained.", fixed="Wick (AP) – It rained."),
        Case("The envoy⟦ ( , )⟧ left.", fixed="The envoy left."),
        Case("It rained (in May (and June)) and ((a) or (b)) and :) )."),
    )

    @property
    def trace(self) -> str:
        return r"\(\(\p{L}|\)\s?\)|\([\p{L}. -]{2,40}\]|\([\s,.;]*\)"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["late"] and block.text.count("(", 0, match.start()) > block.text.count(
            ")", 0, match.start()
        ):
            return None
        inside = match["first"] or match["second"] or match["third"]
        right = f"({inside})" if inside else ""
        at = Range(*match.span())
        message = f"brackets: use “{right}”" if right else "empty brackets: delete them"
        return Finding(at, message, (Change(at, right),))
