"""The baseline: known findings, by file, rule and sentence."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from newslint.core.bounded import read_at_most
from newslint.core.errors import ConfigError
from newslint.core.report import FileReport
from newslint.linter.suppressions import UNUSED, Ignore

VERSION = 1
LARGEST = 256_000_000
"""Maximum bytes of a baseline."""

Baseline = dict[str, tuple[Ignore, ...]]
"""The entries of each file, by its path from the directory of the baseline, with slashes."""


class _Table(Struct, frozen=True):
    version: int
    files: dict[str, tuple[Ignore, ...]]


def load(file: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: the file cannot be read, is too large or is not a baseline.

    """
    import json

    import msgspec

    try:  # names and sentences may contain lone surrogates, which msgspec does not read
        table = msgspec.convert(json.loads(read_at_most(file, LARGEST)), type=_Table)
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise ConfigError(f"{file}: not a baseline: {error}") from None
    if table.version != VERSION:
        raise ConfigError(f"{file}: version {table.version}; this newslint reads version {VERSION}")
    return table.files


def save(file: Path, baseline: Baseline) -> None:
    """Write a baseline, sorted so that versions can be compared."""
    import json

    from newslint.core.atomic_write import write

    files = {
        path: [_entry(ignore) for ignore in sorted(ignores, key=lambda i: (i.rule, i.sentence))]
        for path, ignores in sorted(baseline.items())
        if ignores
    }
    text = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=2)
    write(file, (text + "\n").encode("utf-8", "backslashreplace"))


def key(file: Path, path: str) -> str:
    """The name of a file in a baseline."""
    return Path(os.path.relpath(path, file.parent)).as_posix()


def rebuild(old: Baseline, file: Path, reports: Iterable[FileReport]) -> Baseline:
    """The baseline of the present findings.

    Files that were not checked keep their entries unless they are deleted. Reasons are kept.
    """
    kept = {path: ignores for path, ignores in old.items() if (file.parent / path).exists()}
    for path, found in _count_findings(file, reports).items():
        reasons = {(i.rule, i.sentence): i.reason for i in old.get(path, ())}
        kept[path] = tuple(
            Ignore(rule, sentence, reasons.get((rule, sentence), ""), count)
            for (rule, sentence), count in found.items()
        )
    return kept


def extend(old: Baseline, file: Path, reports: Iterable[FileReport], reason: str) -> Baseline:
    """The baseline with the remaining findings added."""
    grown = dict(old)
    for path, found in _count_findings(file, reports).items():
        known = {(i.rule, i.sentence): i for i in grown.get(path, ())}
        for (rule, sentence), count in found.items():
            before = known.get((rule, sentence))
            known[rule, sentence] = Ignore(rule, sentence, reason, count + (before.count if before else 0))
        grown[path] = tuple(known.values())
    return grown


def _count_findings(file: Path, reports: Iterable[FileReport]) -> Mapping[str, Counter[tuple[str, str]]]:
    """The number of findings of each rule in each sentence, by file."""
    counts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for report in reports:
        found = ((d.rule, d.sentence) for d in report.diagnostics if d.rule != UNUSED.name)
        counts[key(file, report.path)].update(found)
    return counts


def _entry(ignore: Ignore) -> dict[str, object]:
    return {
        "rule": ignore.rule,
        "sentence": ignore.sentence,
        "count": ignore.count,
        "reason": ignore.reason,
    }
