from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety

PROMPT = (
    r"\s*(?:"
    r"(?i:Sign up (?:here )?(?:for|to)|Subscribe to|Get)\b[^.!?“”\"]{0,60}"
    r"\b(?i:newsletters?|inbox|updates|(?:morning|daily|weekly|evening) (?:briefing|digest|email))\b"
    r"[^.!?“”\"]{0,60}[.!]?(?: By signing up, you agree[^“”\"]{0,80})?"
    r"|(?i:(?:Don[’']t|Never) miss (?:any |our |an? |the )?(?:important |latest |big "
    r"|new )?(?:updates?|news|stor(?:y|ies))[!.]?)"
    r"|(?i:Newsletter sign[- ]?up|Manage newsletters)"
    r"|By signing up,? you agree[^“”\"]{0,120}"
    r")\s*"
)


@dataclass(frozen=True, kw_only=True)
class NewsletterPrompt(ParagraphRule):
    """A paragraph is only an invitation to subscribe.

    ## What it does
    Deletes lines such as “Sign up for our morning newsletter!”. Only a whole, short paragraph counts;
    `blank-lines` then closes the gap.

    ## Why it matters
    Scrapers take the box in the middle or at the foot of the page for prose.

    ## Fix safety
    Unsafe: a newsroom may sign off with its own invitation. A paragraph with figures in it is never
    deleted.
    """

    expression = PROMPT
    message = "newsletter prompt left over from the page: delete it"
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES, Protected.NEGATIONS})
    cases = (
        Case("The bridge opens.\n\n⟦Never miss important updates!⟧", fixed="The bridge opens.\n\n"),
        Case("The bridge opens.\n\n⟦Sign up for Daily Newsletters⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦Sign up for our morning newsletter!⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦Get Oak Post in your inbox. By signing up, you agree to our terms.⟧",
            fixed="The bridge opens.\n\n",
        ),
        Case("The bridge opens.\n\n⟦Newsletter sign-up⟧", fixed="The bridge opens.\n\n"),
        Case("The bridge opens.\n\nSign up for a newsletter, the mayor told them. Then he closed his inbox."),
        Case("The bridge opens.\n\nSubscribers of the newsletter were told first."),
        Case("The bridge opens.\n\nGet out, she said."),
    )
