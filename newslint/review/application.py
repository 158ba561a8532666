"""Applies decisions: newslint's own proposals, to the reviewed file only."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from contextlib import redirect_stdout
from errno import ENOENT
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newslint.config.settings import Settings
from newslint.core import atomic_write
from newslint.core.diagnostics import Diagnostic
from newslint.core.errors import ParseError, SourceError
from newslint.core.report import FileReport
from newslint.engines.languagetool.names import ENGINE, languagetool_rules
from newslint.fixer.chosen import Choice, ChosenReport, fix_chosen
from newslint.linter.linter import Linter
from newslint.linter.proposals import own_choice, propose
from newslint.review.decisions import ReviewedFile, choice_of, hash_of
from newslint.runner.discovery import InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.file_writer import FileWriter
from newslint.runner.reading import FileTask
from newslint.text.document import ParsedFile

CHANGED = "the file has changed since it was reviewed; review it again"
ANY_CONFIDENCE = float("inf")
"""The limit of the report is unknown, and what was accepted was below it."""


class _Offers(Struct, frozen=True):
    """What newslint proposes in a version of a file."""

    linter: Linter
    own_texts: Collection[tuple[str, str]] = ()
    """Replacements that a person has written, each with its rule."""

    def __call__(self, parsed: ParsedFile) -> Mapping[Choice, Diagnostic]:
        proposals = propose(self.linter, parsed).proposals
        offers = {choice_of(option): option for proposal in proposals for option in proposal.choices}
        for proposal in proposals:
            for rule, text in self.own_texts:
                option = own_choice(parsed, proposal, text) if rule == proposal.diagnostic.rule else None
                if option:
                    offers.setdefault(choice_of(option), option)
        return offers


def apply_decisions(
    file: ReviewedFile,
    settings: Settings | None = None,
    writer: FileWriter | None = None,
    *,
    data: bytes | None = None,
    edits: Sequence[Choice] = (),
) -> ChosenReport:
    """Apply what was accepted to a file, and report failures.

    `settings` are those of the command line; the decisions say which rules run. `data` are the bytes of
    a file that is not on disk, `edits` replacements that a person has written.

    Raises:
        ConfigError: the configuration of the file is invalid.

    """
    rules = tuple(sorted({choice.rule for choice in (*file.accepted, *edits)}))
    linter = FileLinter(
        replace(
            settings or Settings(),
            select=rules,
            extend_select=(),
            ignore=(),
            use_baseline=False,
            language_format=file.language_format,
            style=file.style,
            max_fp=ANY_CONFIDENCE,
            engines=(ENGINE,) if languagetool_rules(rules) else (),
        )
    )
    try:
        with redirect_stdout(sys.stderr):  # what a rule prints is no report
            return _apply(file, linter, writer, data, edits)
    except (SourceError, ParseError) as error:
        return _failure(file, str(error))
    except atomic_write.NotWritten as error:
        return _failure(file, f"nothing was changed: {error}")
    except OSError as error:
        return _failure(file, f"nothing was changed: {error.strerror or error}")
    finally:
        linter.close()


def _apply(
    file: ReviewedFile,
    linter: FileLinter,
    writer: FileWriter | None,
    data: bytes | None,
    edits: Sequence[Choice],
) -> ChosenReport:
    target = InputFile(file.path, named=True)
    try:
        if data is None:
            _require_regular(file.path)
        data = linter.read(FileTask(target, file.path, data=data))
    except OSError as error:
        return _failure(file, f"cannot be read: {error.strerror or error}")
    if hash_of(data) != file.sha256:
        return _failure(file, CHANGED)
    source = linter.source(FileTask(target, file.path, data=data))
    rules = linter.workspace.linter_of(file.path)
    offers = _Offers(rules, {(edit.rule, edit.suggestion) for edit in edits})
    done = fix_chosen(source, rules.parse, offers, (*file.accepted, *edits))
    if writer and done.report.output is not None:
        writer.write(done.report, data)
    return done


def _require_regular(path: str) -> None:
    """Refuse a pipe or a device, which may have no end."""
    if not Path(path).is_file():
        raise OSError("not a regular file" if os.path.lexists(path) else os.strerror(ENOENT))


def _failure(file: ReviewedFile, why: str) -> ChosenReport:
    return ChosenReport(FileReport(file.path, error=why))
