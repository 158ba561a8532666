from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

VERBS = {"precised": "specified", "concretized": "specified", "informed": "said", "assured": "said"}
SUBJECTS = (
    r"he|she|they|minister|president|spokesman|spokeswoman|ministry|police|official|mayor"
    r"|governor|company|office"
)


class VerbWithoutObject(PatternRule):
    """A verb of telling has no listener: “he informed that”.

    ## What it does
    Flags “inform”, “assure” and similar verbs followed directly by “that”, and verbs that English does
    not have (“she precised that”). The fix writes a verb that needs no object.

    ## Why it matters
    French “préciser” and Spanish “informar” and “asegurar” need no listener; English “inform” and
    “assure” do.

    ## Fix safety
    Unsafe: the listener may have been lost, or another verb may fit better.

    ## References
    Study of machine-translated news, artefact AT02.
    """

    expression = (
        rf"\b(?:(?i:{SUBJECTS})\s(?:has\s|have\s|had\s|also\s)?(?P<verb>{'|'.join(VERBS)})"
        r"|\p{Lu}\p{Ll}+\s(?P<verb>precised|concretized|informed))\sthat\b"
    )
    safety = Safety.UNSAFE
    cases = (
        Case("⟦He informed that⟧ the bridge was safe.", fixed="He said that the bridge was safe."),
        Case(
            "The ⟦ministry precised that⟧ two people died.",
            fixed="The ministry specified that two people died.",
        ),
        Case("The ⟦mayor has assured that⟧ it will hold.", fixed="The mayor has said that it will hold."),
        Case("He was informed that it was safe, and she assured them that it was."),
        Case("The minister informed the town that it was safe."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        verb = match["verb"]
        right = VERBS[verb]
        change = Change(Range(*match.span("verb")), right)
        return Finding(Range(*match.span()), f"“{verb} that” lacks an object: use “{right} that”", (change,))
