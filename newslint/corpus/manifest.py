"""Written at the end of a run: manifest, checksums and summary."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from newslint.core.atomic_write import write
from newslint.corpus.journal import Job, JobInput, Journal
from newslint.corpus.shards import WrittenFile
from newslint.corpus.summary import markdown, page
from newslint.corpus.summary.overview import Overview
from newslint.corpus.tally import CorpusTally

MANIFEST = "manifest.json"
VERSION = 1


class ManifestShard(Struct, frozen=True):
    """A shard: its file and rows, and what was written."""

    input: str
    first_row: int
    rows: int
    outputs: tuple[WrittenFile, ...]


class Manifest(Struct, frozen=True):
    """All that a run has done."""

    schema: str
    schema_version: int
    newslint: str
    options: Mapping[str, object]
    inputs: tuple[JobInput, ...]
    failed_files: Mapping[str, str]
    rows: int
    words: int
    decisions: Mapping[str, int]
    findings: Mapping[str, int]
    fixed: Mapping[str, int]
    verdicts: Mapping[str, int]
    errors: Mapping[str, int]
    shards: tuple[ManifestShard, ...]


def total(journal: Journal) -> CorpusTally:
    """The counts of all finished shards."""
    tally = CorpusTally()
    for entry in journal.entries():
        tally.add(entry.tally)
    return tally


def write_results(journal: Journal, job: Job, failed: Mapping[str, str], tally: CorpusTally) -> None:
    """Write the manifest, `SHA256SUMS`, `summary.md` and `summary.html`.

    Raises:
        OSError: one of them cannot be written.

    """
    shards = _shards(journal)
    manifest = Manifest(
        schema="newslint corpus manifest",
        schema_version=VERSION,
        newslint=job.newslint,
        options=job.options,
        inputs=job.inputs,
        failed_files=failed,
        rows=tally.rows,
        words=tally.words,
        decisions=tally.decisions,
        findings=tally.found,
        fixed=tally.fixed,
        verdicts=tally.verdicts,
        errors=tally.errors,
        shards=shards,
    )
    out = journal.out
    sums = "".join(f"{one.sha256}  {one.path}\n" for shard in shards for one in shard.outputs)
    write(out / "SHA256SUMS", sums.encode("utf-8", "surrogateescape"))
    overview = Overview(_title(job), tally, failed)
    write(out / "summary.md", markdown.render(overview).encode())
    write(out / "summary.html", page.render(overview).encode())
    write(out / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def _shards(journal: Journal) -> tuple[ManifestShard, ...]:
    rows: dict[str, int] = {}
    shards = []
    for entry in journal.entries():
        if entry.outputs:
            shards.append(ManifestShard(entry.input, rows.get(entry.input, 0), entry.rows, entry.outputs))
        rows[entry.input] = rows.get(entry.input, 0) + entry.rows
    return tuple(shards)


def _title(job: Job) -> str:
    names = [Path(one.path).name for one in job.inputs]
    more = f" and {len(names) - 2:,} more" if len(names) > 2 else ""
    return f"newslint corpus: {', '.join(names[:2])}{more}"
