"""What rules find and safe fixes restore of each variant's damage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from newslint.core.diagnostics import Diagnostic
from newslint.core.positions import Span
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.testing.corruption.score import RuleFailedError
from newslint.testing.injector.inject import inject
from newslint.testing.injector.model import Damage, Outcome
from newslint.testing.injector.registry import Variant

LONGEST, TIMES = 80, 3
"""A finding longer than so many code points, and so many times its damage, finds nothing."""
WEAK = 0.2
"""The share found below which a variant counts as hardly known."""
AROUND = 25
"""Code points on both sides of a damage that must be right after its fix."""
CONTEXT = 40
"""Code points on both sides of a damage that are shown."""


class VariantFigures(Struct):
    """Counts for one variant.

    Of `places` `found` were reported, wrongly so if it is a near miss. Of those that are certainly wrong and
    safe to fix (`fixable`) safe fixes restored `fixed`.
    """

    near_miss: bool
    places: int = 0
    found: int = 0
    fixable: int = 0
    fixed: int = 0


class Means(Struct, frozen=True):
    """Means over variants; None if no variant can tell."""

    variants: int
    found: float | None
    fixed: float | None
    weak: int
    """Variants of which less than `WEAK` is found."""
    near_misses: int
    """Places that resemble damage."""
    reported: int


class SurprisingPlace(Struct, frozen=True):
    """Damage that was missed, or a near miss reported, in context."""

    variant: str
    near_miss: bool
    context: str


class Measurement(Struct):
    """The figures of all variants so far."""

    linter: Linter
    variants: dict[str, VariantFigures] = field(default_factory=dict)
    surprises: list[SurprisingPlace] = field(default_factory=list)

    def measure(self, variant: Variant, articles: Sequence[str], seed: int, wanted: int) -> None:
        """Damage up to `wanted` articles and count what is found.

        Raises:
            RuleFailedError: a rule failed on one.

        """
        self.variants.setdefault(variant.name, VariantFigures(variant.near_miss))
        for outcome in inject(variant, articles, seed, wanted):
            self.add(variant.name, outcome)

    def add(self, name: str, outcome: Outcome) -> None:
        """Count one article of a variant.

        Raises:
            RuleFailedError: a rule failed on it.

        """
        figures = self.variants[name]
        source = Source(outcome.text, name)
        report = self.linter.check(source)
        if report.error:
            raise RuleFailedError(f"{name}: {report.error}")
        for damage in outcome.damages:
            touching = [d.span for d in report.diagnostics if _touches(d, damage)]
            found = bool(touching) if figures.near_miss else any(_is_close(s, damage) for s in touching)
            figures.places += 1
            figures.found += found
            if found == figures.near_miss:
                self.surprises.append(SurprisingPlace(name, figures.near_miss, _context(outcome, damage)))
        if not figures.near_miss:
            self._count_fixed(figures, outcome, source)

    def _count_fixed(self, figures: VariantFigures, outcome: Outcome, source: Source) -> None:
        fixable = [damage for damage in outcome.damages if damage.certain and damage.safe]
        if not fixable:
            return
        after = _one_line(self.linter.fix(source).after)
        figures.fixable += len(fixable)
        figures.fixed += sum(_repair_of(outcome, damage) in after for damage in fixable)


def summarize(variants: Mapping[str, VariantFigures]) -> Means:
    """The means over variants that found a place."""
    damaged = [figures for figures in variants.values() if not figures.near_miss and figures.places]
    resembling = [figures for figures in variants.values() if figures.near_miss]
    return Means(
        variants=len(damaged),
        found=_mean(figures.found / figures.places for figures in damaged),
        fixed=_mean(figures.fixed / figures.fixable for figures in damaged if figures.fixable),
        weak=sum(figures.found / figures.places < WEAK for figures in damaged),
        near_misses=sum(figures.places for figures in resembling),
        reported=sum(figures.found for figures in resembling),
    )


def by_family(variants: Mapping[str, VariantFigures]) -> dict[str, Means]:
    """The means of each family, whose name begins those of its variants."""
    families: dict[str, dict[str, VariantFigures]] = {}
    for name, figures in variants.items():
        families.setdefault(name.partition("/")[0], {})[name] = figures
    return {family: summarize(members) for family, members in sorted(families.items())}


def _mean(shares: Iterable[float]) -> float | None:
    every = list(shares)
    return sum(every) / len(every) if every else None


def _touches(diagnostic: Diagnostic, damage: Damage) -> bool:
    return diagnostic.span.start <= damage.end and damage.start <= diagnostic.span.end


def _is_close(span: Span, damage: Damage) -> bool:
    """Whether a finding is short enough to point at the damage."""
    return span.end - span.start <= max(LONGEST, TIMES * (damage.end - damage.start))


def _repair_of(outcome: Outcome, damage: Damage) -> str:
    """The right words in their context, which ends where other damage begins."""
    others = [other for other in outcome.damages if other is not damage]
    before = max([0, damage.start - AROUND, *(d.end for d in others if d.end <= damage.start)])
    after = min([damage.end + AROUND, *(d.start for d in others if d.start >= damage.end)])
    text = outcome.text
    return _one_line(text[before : damage.start] + damage.fixed + text[damage.end : after])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _context(outcome: Outcome, damage: Damage) -> str:
    text = outcome.text
    before, after = text[max(0, damage.start - CONTEXT) : damage.start], text[damage.end :][:CONTEXT]
    return f"{before}⟦{damage.quote}⟧{after}".replace("\r", "").replace("\n", "⏎")
