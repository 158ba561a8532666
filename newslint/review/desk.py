"""Checks and fixes files from a browser, and keeps nothing."""

from __future__ import annotations

import json
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from newslint.config.settings import Settings
from newslint.core.errors import describe
from newslint.core.interrupts import let_pass
from newslint.linter.rule_info import info_of
from newslint.review.application import apply_decisions
from newslint.review.applied import AppliedTally, notes
from newslint.review.articles import ReviewArticles
from newslint.review.decisions import ReviewedFile
from newslint.review.reading import review_file
from newslint.runner.discovery import InputFile
from newslint.runner.file_linter import FileLinter


class DeskTask(Struct, frozen=True):
    """A file to check, or to fix by the decisions on it."""

    name: str
    data: bytes
    decisions: ReviewedFile | None = None
    as_text: bool = False
    """Whether the fixed text is wanted, and not the file."""


class DeskAnswer(Struct, frozen=True):
    """JSON for the page's script with the fixed file, or an error."""

    content: bytes = b""
    error: str = ""


class Desk(Struct, frozen=True, dict=True):
    """Does tasks with one configuration."""

    settings: Settings

    def __call__(self, task: DeskTask) -> DeskAnswer:
        """The answer to a task, whatever happens."""
        try:
            return self._fix(task, task.decisions) if task.decisions else self._check(task)
        except BaseException as error:  # noqa: BLE001 - one bad file must not end the page
            let_pass(error)
            return DeskAnswer(error=f"newslint failed: {describe(error)}")

    @cached_property
    def _linter(self) -> FileLinter:
        return FileLinter(self.settings)

    def _check(self, task: DeskTask) -> DeskAnswer:
        file = review_file(self._linter, InputFile(task.name, named=True), task.data)
        articles = ReviewArticles(info_of)
        articles.add(file)
        content = {
            "summary": articles.summary if file.parsed else "Not checked.",
            "html": articles.html,
            "rules": articles.rules_html,
            "report": articles.data,
            "isRead": file.parsed is not None,
            "isText": file.parsed is not None and not file.parsed.source.transcript,
        }
        return DeskAnswer(json.dumps(content).encode())

    def _fix(self, task: DeskTask, decisions: ReviewedFile) -> DeskAnswer:
        asked = replace(
            decisions,
            path=task.name,
            language_format=self.settings.language_format,
            style=self.settings.style,
        )
        done = apply_decisions(asked, self.settings, data=task.data)
        report = done.report
        if report.error:
            return DeskAnswer(error=report.error)
        tally = AppliedTally()
        tally.add(done)
        head = {"summary": tally.summary(names_files=False), "notes": list(notes(done))}
        file = task.data if report.output is None else report.output
        text = report.after.encode("utf-8", "replace") if task.as_text else file
        return DeskAnswer(json.dumps(head).encode() + b"\n" + text)
