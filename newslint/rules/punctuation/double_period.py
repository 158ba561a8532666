from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope, pattern

LAST_WORD = r"[\p{L}’'-]+\Z"
LONGEST_WORD = 40
CLOSED = r"[”’\"']"


INITIALS = r"(?:\b(?:\p{Lu}\.)+\p{Lu}|\b[ap]\.m)\Z"
"""An abbreviation whose own stop is doubled before a lower-case word."""


class DoublePeriod(PatternRule):
    """A sentence ends twice: “..”, “. .”, “.”.”, “?.”.

    ## What it does
    Keeps one stop, the one inside the quotation mark, or the question mark. Two stops that are detached from
    the word, or between letters, are ellipses and pass, as do names that end in a mark (“Yahoo!.”).

    ## Why it matters
    Engines that translate sentence by sentence add a stop to a segment that has one, and editing tools
    attach “U.K.” to the stop of the sentence.

    ## Fix safety
    Safe. Unsafe inside quotation marks and after “!”. Before a lower-case word or a dash there is no fix: the
    stops may be the rest of an ellipsis.
    """

    expression = (
        r"(?<=[\p{L}\p{N}%”’)\]])(?:(?P<twice>\.\.)|(?<=\p{Ll}{2})(?P<apart>\.[ \xa0]\.)(?![”’]))(?!\s?\.)"
        r"(?=[”’\"')\]]|(?P<on>\s+[\p{Ll}—–-])|\s|\Z)"
        rf"|(?<=\p{{Ll}}{{2}})(?P<around>\.{CLOSED}\.)(?=\s|\Z)(?![ ]\.)"
        r"|(?<=\p{Ll})(?P<asked>[?!]\.)(?=[”’\"']?(?:\s+[^\s.]|\s*\Z))"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    cases = (
        Case("The council stayed calm⟦..⟧", fixed="The council stayed calm."),
        Case("The council stayed calm⟦..⟧ Nobody left.", fixed="The council stayed calm. Nobody left."),
        Case("They flew to the U.K⟦..⟧ Some stayed.", fixed="They flew to the U.K. Some stayed."),
        Case(
            "It cost a third of the budget (about 30%)⟦..⟧",
            fixed="It cost a third of the budget (about 30%).",
        ),
        Case("The council stayed calm⟦. .⟧ Nobody left.", fixed="The council stayed calm. Nobody left."),
        Case("“Nobody left⟦.”.⟧ The council stayed calm.", fixed="“Nobody left.” The council stayed calm."),
        Case("Why did nobody leave⟦?.⟧ It rained.", fixed="Why did nobody leave? It rained."),
        Case("Nobody left⟦!.⟧ It rained.", fixed="Nobody left! It rained.", safety=Safety.UNSAFE),
        Case("They need⟦..⟧\n\n..a ship.", fixed="They need.\n\n..a ship.", safety=Safety.UNSAFE),
        Case("She drove to the harbour⟦..⟧ where the ship lay."),
        Case("The U.S⟦..⟧ fleet left at 5 p.m⟦..⟧ in fog.", fixed="The U.S. fleet left at 5 p.m. in fog."),
        Case("He owned up to it⟦..⟧ — then he left."),
        Case("The council stayed calm... Nobody left."),
        Case("Well..the council stayed calm, it said .. mostly."),
        Case("It was, of course.. . . He left; it was.. .. and so on."),
        Case("It was . . . of course. . . . He left."),
        Case("He works for Yahoo!. She asked “who?”. They came from the U.S.’. It was “Oh!”."),
        Case("The path ../news was gone."),
        Case("Pages 3..5 were missing, and so was the U.K. edition."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        end = next(match.end(name) for name in ("twice", "apart", "around", "asked") if match[name])
        at = Range(match.start(), end)
        marks = at.of(block.text)
        if match["on"] and not (match["twice"] and pattern(INITIALS).search(block.text, 0, at.start)):
            message = "double full stop: use one, or an ellipsis if something was left out"
            return Finding(at, message, suggestions=(".", "…"))
        if match["asked"]:
            return self._after_question(at, marks, block)
        if match["around"]:
            return self._around(at, marks)
        later = block.document.texts[block.index + 1 :]
        is_ellipsis = next(filter(None, later), "").startswith("..")
        safety = Safety.UNSAFE if is_ellipsis or block.is_quoted(at) else None
        return Finding(at, "double full stop", (Change(at, "."),), safety=safety)

    @staticmethod
    def _after_question(at: Range, marks: str, block: Block) -> Finding | None:
        """The finding for a stop after “?” or “!” outside names."""
        word = pattern(LAST_WORD).search(block.text, max(at.start - LONGEST_WORD, 0), at.start)
        if word and word[0][0].isupper():
            return None
        safety = Safety.UNSAFE if marks[0] == "!" else None
        return Finding(at, f"full stop after “{marks[0]}”: delete it", (Change(at, marks[0]),), safety=safety)

    @staticmethod
    def _around(at: Range, marks: str) -> Finding:
        """The finding for a stop on both sides of a closing mark."""
        return Finding(at, "full stop inside and outside the quotation mark", (Change(at, marks[:2]),))
