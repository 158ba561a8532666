"""Counts protected things before and after fixes, and refuses losses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from newslint.core.diagnostics import Diagnostic, Fix, Protected
from newslint.core.report import ProtectedChange, ProtectedCounts, Refusal
from newslint.fixer.verification import changed_texts
from newslint.text.document import ParsedFile

Loss = dict[Protected, tuple[Counter[str], Counter[str]]]
"""Losses and gains of each kind of protected things."""


def partition_by_loss(
    parsed: ParsedFile, diagnostics: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Separate fixes that preserve protected things from the others.

    A fix may change the kinds that its rule declares. Fixes that lose something only together with others are
    in neither part, and wait for the next round.
    """
    harmless: list[Diagnostic] = []
    refused: list[Refusal] = []
    for article in _group(diagnostics, lambda fix: fix.article):
        kept: list[Diagnostic] = []
        for group in _group(article, lambda fix: fix.may_change):
            kept_of_group, refused_of_group = _partition_group_by_loss(parsed, group)
            refused += refused_of_group
            if not kept or not _loss(parsed, kept + kept_of_group):
                kept += kept_of_group
        harmless += kept
    return sorted(harmless, key=lambda d: (d.span, d.rule)), refused


def _partition_group_by_loss(
    parsed: ParsedFile, group: list[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Separate fixes that may change the same kinds.

    They are checked together, and singly if that fails.
    """
    if not _loss(parsed, group):
        return group, []
    kept: defaultdict[int, list[Diagnostic]] = defaultdict(list)
    refused: list[Refusal] = []
    for diagnostic in group:
        if not (fix := diagnostic.fix):
            continue
        if loss := _loss(parsed, [diagnostic]):
            refused.append(Refusal(diagnostic, f"it would change {describe_loss(loss)}"))
        elif not kept[fix.block] or not _loss(parsed, [*kept[fix.block], diagnostic]):
            kept[fix.block].append(diagnostic)
    return list(chain.from_iterable(kept.values())), refused


def _group(diagnostics: Iterable[Diagnostic], key: Callable[[Fix], object]) -> Iterable[list[Diagnostic]]:
    """Group diagnostics by a key of their fixes."""
    groups: defaultdict[object, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        if fix := diagnostic.fix:
            groups[key(fix)].append(diagnostic)
    return groups.values()


def _loss(parsed: ParsedFile, diagnostics: Sequence[Diagnostic], *, all_kinds: bool = False) -> Loss:
    """The changes of protected things by fixes of an article.

    Kinds that one of the fixes may change are left out, unless `all_kinds` is set.
    """
    from newslint.text.protected import count_protected

    fixes = fixes_of(diagnostics)
    texts = parsed.documents[fixes[0].article].texts
    after = changed_texts(texts, fixes)
    counts = count_protected([texts[index] for index in after]), count_protected(list(after.values()))
    may_change = frozenset[Protected]() if all_kinds else allowed_changes(fixes)
    return unexpected_loss([counts[0]], [counts[1]], may_change)


def allowed_changes(fixes: Iterable[Fix]) -> frozenset[Protected]:
    """The kinds of protected things that at least one fix may change."""
    return frozenset(chain.from_iterable(fix.may_change for fix in fixes))


def expected_changes(parsed: ParsedFile, applied: Iterable[Diagnostic]) -> Iterator[ProtectedChange]:
    """The declared changes of applied fixes."""
    for diagnostic in applied:
        if diagnostic.fix and diagnostic.fix.may_change:
            for kind, (lost, gained) in _loss(parsed, [diagnostic], all_kinds=True).items():
                yield ProtectedChange(diagnostic.rule, kind, lost, gained)


def count_by_article(parsed: ParsedFile) -> list[ProtectedCounts]:
    """The protected things of each article."""
    from newslint.text.protected import count_protected

    return [count_protected(document.texts) for document in parsed.documents]


def sum_counts(counts: Iterable[ProtectedCounts]) -> ProtectedCounts:
    """The protected things of all articles together."""
    total: dict[Protected, Counter[str]] = {kind: Counter() for kind in Protected}
    for article in counts:
        for kind, things in article.items():
            total[kind] += things
    return total


def unexpected_loss(
    before: Sequence[ProtectedCounts], after: Sequence[ProtectedCounts], may_change: frozenset[Protected]
) -> Loss:
    """Losses and gains of protected things that may not change.

    The articles are taken as one if their number differs.
    """
    if len(before) != len(after):
        before, after = [sum_counts(before)], [sum_counts(after)]
    loss: Loss = {}
    for old, new in zip(before, after, strict=True):
        for kind in old.keys() - may_change:
            if old[kind] != new[kind]:
                lost, gained = loss.setdefault(kind, (Counter(), Counter()))
                lost.update(old[kind] - new[kind])
                gained.update(new[kind] - old[kind])
    return loss


def fixes_of(diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    """The fixes of diagnostics."""
    return [d.fix for d in diagnostics if d.fix]


def describe_loss(loss: Mapping[Protected, tuple[Counter[str], Counter[str]]]) -> str:
    """Describe a loss for a message."""
    return "; ".join(
        f"{kind} (lost: {', '.join(lost) or 'none'}; new: {', '.join(gained) or 'none'})"
        for kind in Protected
        if kind in loss
        for lost, gained in [loss[kind]]
    )
