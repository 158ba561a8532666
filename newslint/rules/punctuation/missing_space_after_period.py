from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class MissingSpaceAfterPeriod(PatternRule):
    """A sentence starts without a space after the last one.

    ## What it does
    Adds the space. Addresses, file names, handles and names whose first part is capitalised
    (“Kontur.Focus”, “HealthCare.Gov”) pass.

    ## Why it matters
    Scrapers join paragraphs, links are stripped, and engines drop the space between segments.

    ## Fix safety
    Unsafe: names are written this way too (“node.Js”).

    ## Options
    `endings`: what follows the dot in an address.
    """

    endings: frozenset[str] = frozenset(
        {
            "ai",
            "app",
            "co",
            "com",
            "edu",
            "eu",
            "gov",
            "info",
            "io",
            "js",
            "net",
            "news",
            "org",
            "tv",
            "uk",
            "us",
        }
    )
    """What may follow the stop of an address or a brand, in lower case."""

    expression = (
        r"(?<![^\s“‘(\"'—–-])(?:(\p{Ll}[\p{Ll}’'-]*\p{Ll})(\.)"
        r"(\p{Lu}\p{Ll}++|\p{Lu}(?=[’']\p{Ll}|\s\p{Ll}))(?![.\p{Lu}@/_]\p{L})"
        r"|(\p{Lu}\p{Ll}{2,})(\.)((?:The|On|In|He|She|They|But|And|It|This|There|At|For|His"
        r"|Her)\b)(?=\s\p{L}))"
    )
    cases = (
        Case("Five men face ⟦probes.There⟧ may be more.", fixed="Five men face probes. There may be more."),
        Case(
            "Logs pile up ⟦everywhere.I⟧’m worried, he said.",
            fixed="Logs pile up everywhere. I’m worried, he said.",
        ),
        Case(
            "He took a well-earned ⟦rest.Nobody⟧ minded.", fixed="He took a well-earned rest. Nobody minded."
        ),
        Case("They use Kontur.Focus and HealthCare.Gov at work."),
        Case("Go to www.Example.org or example.Org for more."),
        Case("Write to anna.Oak@example.org or open notes.Old/list."),
        Case("The U.S.Navy and will.I.am were there, at 9 a.m.Monday."),
        Case("The package java.util.List was imported."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        before, after = match[1] or match[4], match[3] or match[6]
        if before == "www" or after.lower() in self.endings:
            return None
        stop = Range(*match.span(2 if match[2] else 5))
        message = f"missing space between “{before}.” and “{after}”"
        return Finding(Range(*match.span()), message, (Change(stop, ". "),))
