from __future__ import annotations

from collections.abc import Iterator

from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    Protected,
    Rule,
    RunKind,
    Safety,
    Severity,
    pattern,
)
from newslint.text.mojibake import SUSPICIOUS, find_mojibake

LOST = r"(?<=\p{L})\ufffd(?=(?:s|t|re|ve|ll|d|m)\b)"
"""A replacement character that can only have been an apostrophe."""


class Mojibake(Rule):
    """Characters were decoded with the wrong encoding.

    ## What it does
    Decodes them again with ftfy, each run of characters by itself, so that curly quotes and ligatures
    elsewhere stay as they are. The replacement character is reported, with an apostrophe suggested
    where nothing else fits.

    ## Why it matters
    UTF-8 read as Windows-1252 turns ’ into â€™ and é into Ã©; GBK read as Latin-1 turns quotation marks
    into ¡° and ¡±; control bytes of Windows-1252 remain as invisible characters.

    ## Fix safety
    Safe: nothing but the damage changes. A replacement character has no fix, because the original is
    lost.
    """

    severity = Severity.ERROR
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES, Protected.CURRENCY, Protected.NEGATIONS, Protected.QUOTED})
    any_language = True
    reads = frozenset(RunKind)
    cases = (
        Case("They don⟦â€™⟧t know.", fixed="They don’t know."),
        Case("⟦â€œ⟧We open it,⟦â€\x9d⟧ he said.", fixed="“We open it,” he said."),
        Case("The caf⟦Ã©⟧ took 20 ⟦â‚¬⟧ from Mr. Mu⟦Ã±⟧oz.", fixed="The café took 20 € from Mr. Muñoz."),
        Case("It⟦\x92⟧s open⟦\x85⟧", fixed="It’s open…"),
        Case("It is a ⟦¡°⟧new⟦¡±⟧ bridge ⟦¨C⟧ an ugly one.", fixed="It is a “new” bridge – an ugly one."),
        Case("The town doesn⟦\ufffd⟧t pay ⟦\ufffd⟧."),
        Case("The ⟦â„¢⟧ of the FogPro⟦â„¢⟧ is known.", fixed="The ™ of the FogPro™ is known."),
        Case(
            "⟦â€œ⟧Stay,⟦â€⟧ she said. He said ⟦â€⟧ and left.",
            fixed="“Stay,” she said. He said â€ and left.",
            plain=True,
        ),
        Case("⟦â€œ⟧Stay,⟦â€⟧ she said.", fixed="“Stay,” she said."),
        Case("The town'⟦\x92⟧s vote, the town⟦’\x92⟧s mayor.", fixed="The town's vote, the town’s mayor."),
        Case("The quay ⟦\x97⟧ -- an old one -- is shut.", fixed="The quay  -- an old one -- is shut."),
        Case("The laureate⟦\x80\x94⟧a baker⟦\x80\x94⟧left.", fixed="The laureate—a baker—left."),
        Case(
            "Mayor Ba⟦ÅŸ⟧ak of Pozna⟦Å„⟧ met Mr. S⟦Ã¸⟧rensen.",
            fixed="Mayor Başak of Poznań met Mr. Sørensen.",
        ),
        Case("“Fiancée” and “naïve” are words from “Café Élysée”—he said—and ½ of 20 € is 10 °C…"),
        Case("Łódź, Åre, Ærø, Đà Nẵng and Kraków’s “ﬁne” ones."),
        Case("The sign read “AMANHÔ, or tomorrow, and ¡Hola!"),
        Case("Київ, Αθήνα, القاهرة and 北京 were named."),
    )

    @property
    def trace(self) -> str:
        return SUSPICIOUS

    def check_block(self, block: Block) -> Iterator[Finding]:
        for at, original in find_mojibake(block.text, block.sentence_at):
            shown = at.of(block.text)
            if original is not None:
                message = (
                    f"decoded wrongly: “{shown}” should be “{original}”"
                    if original
                    else "decoded wrongly: delete it"
                )
                yield Finding(at, message, (Change(at, original),))
            elif "\ufffd" in shown:
                likely = ("’",) if pattern(LOST).match(block.text, at.start) else ()
                yield Finding(at, "character lost in decoding: look up the original", suggestions=likely)
            else:
                yield Finding(at, f"decoded wrongly: look up the original of “{shown}”")
