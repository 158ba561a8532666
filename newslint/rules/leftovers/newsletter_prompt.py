from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class NewsletterPrompt(PageLineRule):
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

    residue = frozenset({ResidueKind.NEWSLETTER})
    message = "newsletter prompt left over from the page: delete it"
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
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
