from __future__ import annotations

import regex

from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    RunKind,
    Safety,
    pattern,
)

NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}
DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")
JOINERS = frozenset("\u200c\u200d")
RIGHT_TO_LEFT = r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]"
PLAIN_SCRIPT = r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{N}\s\p{P}]|\Z"
NEAR = 60
MOJIBAKE = frozenset("ÂÃ¡")
"""Characters before a soft hyphen that is half of a wrongly decoded character."""
EMOJI = r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u2640\u2642]"


class InvisibleCharacter(PatternRule):
    """The text contains an invisible character.

    ## What it does
    Deletes soft hyphens, zero-width spaces, stray byte order marks and direction marks. Joiners in
    emoji and in scripts that need them, direction marks beside right-to-left text, and no-break spaces
    between figure and unit pass.

    ## Why it matters
    They come from web pages and layout programs, survive every copy, and hide the word they split from
    every search.

    ## Fix safety
    Safe: the page looks the same. Where a zero-width character is all that separates a word from a
    capital or a figure, the fix is unsafe, because a space may have been lost.
    """

    expression = (
        r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
        r"\x01-\x08\x0e-\x1f\x7f]+"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES, Protected.QUOTED})
    any_language = True
    reads = frozenset(RunKind) - {RunKind.MOJIBAKE}
    cases = (
        Case("The inter⟦\u00ad⟧national bridge opens.", fixed="The international bridge opens."),
        Case("⟦\u200b⟧The bridge opens.⟦\u200b\u200b⟧", fixed="The bridge opens."),
        Case("The bridge of Mac⟦\u00ad⟧duff opens.", fixed="The bridge of Macduff opens."),
        Case("The bridge ⟦\ufeff⟧opens in⟦\u2060⟧ May.", fixed="The bridge opens in May."),
        Case("The bridge of ⟦\u200b ⟧the town opens.", fixed="The bridge of the town opens."),
        Case("“We ⟦\u202a⟧open⟦\u202c⟧ it,” he said.", fixed="“We open it,” he said."),
        Case("The bridge opens⟦\x08⟧ in May.", fixed="The bridge opens in May."),
        Case("She met Mr. Mac⟦\u200b⟧Donald.", fixed="She met Mr. MacDonald.", safety=Safety.UNSAFE),
        Case("She is a 👩\u200d🚒 and he shrugs 🤷🏽\u200d♂️ at it."),
        Case("The word می\u200cخواهم and क्\u200dष were on the sign \u200f(שלום)\u200e too."),
        Case("The caf\u00c3\u00a9 of Mar\u00c3\u00ada is open."),
        Case("It weighs 5\u00a0kg and costs 10\u202f000 euros."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, hidden = Range(*match.span()), set(match[0])
        before, after = block.text[max(at.start - 1, 0) : at.start], block.text[at.end : at.end + 1]
        near = block.text[max(at.start - NEAR, 0) : at.end + NEAR]
        if _is_needed(hidden, before, after, near):
            return None
        glued = before.isalnum() or before in tuple(".,;:!?”")
        parts = glued and (after.isupper() or after.isdigit()) and hidden != {"\u00ad"}
        names = ", ".join(sorted({_name(character) for character in hidden}))
        message = f"invisible character, {names}: delete it"
        if parts:
            message += " or replace it with a space"
        if before == after == " ":
            at = Range(at.start, at.end + 1)
        return Finding(at, message, (Change(at, ""),), safety=Safety.UNSAFE if parts else None)


def _is_needed(hidden: set[str], before: str, after: str, near: str) -> bool:
    """Whether the characters have a purpose here, or belong to `mojibake`."""
    if hidden == {"\u00ad"} and before in MOJIBAKE:
        return True
    if hidden <= JOINERS:
        return any(_joins(side) for side in (before, after))
    return hidden <= DIRECTION and bool(pattern(RIGHT_TO_LEFT).search(near))


def _joins(side: str) -> bool:
    return bool(pattern(EMOJI).match(side)) or not pattern(PLAIN_SCRIPT).match(side)


def _name(character: str) -> str:
    known = NAMES.get(character, "direction mark" if character in DIRECTION else "control character")
    return f"{known} (U+{ord(character):04X})"
