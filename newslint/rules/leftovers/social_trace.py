from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, RunKind


class SocialTrace(PatternRule):
    """A social-network link or mail address is in the prose.

    ## What it does
    Reports traces such as “pic.twitter.com/a1b2”. Off by default, since many are wanted.

    ## Why it matters
    Scrapers take embedded posts and contact lines along.

    ## Fix safety
    No fix: the post or address may belong to the story.

    ## References
    Study of machine-translated news, artefact BP16.
    """

    default = False
    expression = (
        r"\bpic\.(?:twitter|x)\.com/\w+|\bt\.co/\w+"
        r"|(?<![\w.@])[\w.+-]{1,40}@[\w-]{1,40}(?:\.[a-z]{2,12}){1,3}(?![\w@])"
    )
    reads = frozenset({RunKind.ADDRESS})
    cases = (
        Case("The storm hit the harbor. ⟦pic.twitter.com/a1b2C3⟧"),
        Case("Write to ⟦ana.novak@post.example⟧ for more."),
        Case("The post @harbor was deleted."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "social media link or email address: does it belong in the story?")
