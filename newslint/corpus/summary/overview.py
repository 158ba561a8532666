"""The figures that both forms of a summary show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from newslint.corpus.tally import DAMAGE_STEPS, CorpusTally, Example, SourceTally

MOST_RULES = 25
MOST_SOURCES = 25
LEAST_WORDS = 2_000
"""Words from which a source's damage says something."""


class Overview(Struct, frozen=True):
    """A run: its title, what was read, and the counts."""

    title: str
    tally: CorpusTally
    failed: Mapping[str, str]

    @property
    def figures(self) -> Iterator[tuple[str, str]]:
        """The main figures, each with its name."""
        tally = self.tally
        yield "rows", f"{tally.rows:,}"
        yield "words", f"{tally.words:,}"
        yield "findings", f"{tally.findings:,}"
        yield "findings per 1,000 words", f"{_rate(tally.findings, tally.words):.2f}"
        for name in ("kept", "fixed", "flagged", "dropped", "failed"):
            if name in tally.decisions:
                yield f"rows {name}", f"{tally.decisions[name]:,}"
        for verdict, count in sorted(tally.verdicts.items()):
            yield f"rows that look {verdict}", f"{count:,}"

    @property
    def rules(self) -> list[tuple[str, int, int]]:
        """The rules that found most: name, findings and fixed ones."""
        ordered = sorted(self.tally.found.items(), key=lambda item: (-item[1], item[0]))
        return [(rule, count, self.tally.fixed.get(rule, 0)) for rule, count in ordered[:MOST_RULES]]

    @property
    def sources(self) -> list[tuple[str, SourceTally]]:
        """The most damaged sources with enough words, the worst first."""
        known = [(name or "(no source)", source) for name, source in self.tally.sources.items()]
        telling = (
            [one for one in known if one[1].words >= LEAST_WORDS] if len(known) > MOST_SOURCES else known
        )
        return sorted(telling, key=lambda one: (-one[1].damage, one[0]))[:MOST_SOURCES]

    @property
    def damage(self) -> list[tuple[str, int]]:
        """How many rows have how many findings per 1,000 words."""
        names = ["none", *(f"up to {step:g}" for step in DAMAGE_STEPS[1:]), f"over {DAMAGE_STEPS[-1]:g}"]
        return [(name, self.tally.damage.get(str(number + 1), 0)) for number, name in enumerate(names)]

    @property
    def errors(self) -> list[tuple[str, int]]:
        """Why rows could not be checked, the most frequent first."""
        return sorted(self.tally.errors.items(), key=lambda item: (-item[1], item[0]))

    @property
    def examples(self) -> list[tuple[str, list[Example]]]:
        """Examples of the rules that found most."""
        return [(rule, self.tally.examples.get(rule, [])) for rule, _, _ in self.rules]


def _rate(count: int, words: int) -> float:
    return 1000 * count / words if words else 0.0
