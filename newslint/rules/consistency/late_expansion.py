from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from newslint.rules import Block, BlockKind, Case, Document, Finding, Place, Range, Related, Rule, pattern

NAME = r"\p{Lu}[\p{L}’'-]+(?:\s(?:of|the|for|and|on|in|to)(?=\s)|\s\p{Lu}[\p{L}’'-]+){1,9}"
EXPANDED = rf"(?P<name>{NAME})\s\((?P<short>\p{{Lu}}{{3,6}})\)"
SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to"})


class LateExpansion(Rule):
    """An acronym is explained after its first use.

    ## What it does
    Flags “the Office of Port Relations (OPR)” after an earlier “OPR”. Only acronyms of three or more
    letters that begin the words of the name count. Off by default, because scrapes put captions first.

    ## Why it matters
    Paragraphs that were moved, or translated separately, explain too late.

    ## Fix safety
    No fix: the order of an article is its editor's decision.

    ## Options
    `known`: acronyms that need no explanation.

    ## References
    Study of machine-translated news, artefact UC05.
    """

    known: frozenset[str] = frozenset(
        {
            *("AIDS", "BBC", "CIA", "FBI", "NASA", "NATO", "HIV", "GDP", "GOP", "CNN", "NBC", "ABC", "CBS"),
            *("NFL", "NBA"),
        }
    )

    default = False
    cases = (
        Case("The OPR said so.\n\nThe ⟦Office of Port Relations (OPR)⟧ met on Friday."),
        Case("It was late when OPR staff left. The ⟦Office of Port Relations (OPR)⟧ paid."),
        Case("The Office of Port Relations (OPR) met. The OPR said so."),
        Case("The FBI said so. The Federal Bureau of Investigation (FBI) met."),
        Case("The CDU said so. Kramp of Saar (CDU) met. The Office of Port Relations (CDU) met."),
    )

    @property
    def trace(self) -> str:
        return r"\p{Lu}[\p{L}’'-]+\s\(\p{Lu}{3,6}\)"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        explained: set[str] = set()
        for block in document.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                for match in pattern(EXPANDED).finditer(block.text):
                    short = match["short"]
                    start = _start(match["name"], short)
                    if start is None or short in self.known | explained:
                        continue
                    explained.add(short)
                    used = _first_use(document, short, Place(block.index, Range(*match.span())))
                    if used:
                        at = Range(match.start("name") + start, match.end())
                        message = f"“{short}” is explained only after its first use: explain it there"
                        yield block, Finding(at, message, related=(Related(used, "first used here"),))


def _start(name: str, short: str) -> int | None:
    """The offset of the name with these initials among words, if any."""
    words = [(word.start(), word[0]) for word in regex.finditer(r"\S+", name)]
    for start in range(len(words)):
        initials = "".join(word[0] for _, word in words[start:] if word not in SMALL)
        every = "".join(word[0].upper() for _, word in words[start:])
        if short in (initials, every) and words[start][1] not in SMALL:
            return words[start][0]
    return None


def _first_use(document: Document, short: str, before: Place) -> Place | None:
    """The first use of an acronym in the paragraphs before a place."""
    for block in document.blocks[: before.block + 1]:
        end = before.at.start if block.index == before.block else len(block.text)
        found = regex.search(rf"(?<![\p{{L}}\p{{N}}@#(-]){short}(?![\p{{L}}\p{{N}}-])", block.text[:end])
        if found and block.kind is BlockKind.PARAGRAPH and not block.text.isupper():
            return Place(block.index, Range(*found.span()))
    return None
