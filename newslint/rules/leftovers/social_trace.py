from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, RunKind


@dataclass(frozen=True, kw_only=True)
class SocialTrace(PatternRule):
    """A link of a social network or a mail address stands in the prose: “pic.twitter.com/a1b2”.

    Scrapers take embedded posts and contact lines along. Many are wanted, hence the rule is off.

    Source: artefact BP16 of the study of machine-translated news.
    Rates per million words: clean-curly 98.5, clean-straight 53.3, mt-documents 0; posts that the
    story quotes, hence off.
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
