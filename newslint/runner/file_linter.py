"""Reads, checks, fixes and writes one file."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.config.resolver import ConfigResolver, Settings, ignored_here
from newslint.core.diagnostics import Safety
from newslint.core.drafts import remove_abandoned
from newslint.core.errors import ConfigError, ParseError, SourceError, describe
from newslint.core.interrupts import let_pass
from newslint.core.report import FileReport, UnreadPart
from newslint.core.source import Source
from newslint.engines.languagetool.names import own_rules
from newslint.formats import Format
from newslint.linter.comparison import comparing
from newslint.linter.linter import Linter
from newslint.runner.binary_kinds import advice
from newslint.runner.chunks import CHUNK_LINES, cut
from newslint.runner.discovery import STDIN, InputFile
from newslint.runner.originals import Originals
from newslint.runner.reading import FileTask, read_bytes, standard_input
from newslint.text.document import ParsedFile

if TYPE_CHECKING:
    from newslint.runner.file_writer import FileWriter


NO_RULES = "nothing was checked: per-file-ignores turns all rules off"
NO_PROSE = "nothing was checked: it has no prose"


class FileLinter(Struct, frozen=True, dict=True):
    """Checks or fixes files, each by its configuration.

    `level` is the level of fixes to apply, None to check only; `writer` writes them to files; with `prove`
    reports count protected things.
    """

    settings: Settings = field(default_factory=Settings)
    level: Safety | None = None
    writer: FileWriter | None = None
    prove: bool = False
    stdin_filename: str = STDIN
    originals: Originals | None = None
    """With what copies are compared, if they are."""
    grades: bool = False
    """Whether to grade articles, which writes nothing."""

    @cached_property
    def workspace(self) -> ConfigResolver:
        """The resolver of configurations."""
        return ConfigResolver(self.settings)

    def prepare(self, targets: Sequence[InputFile]) -> None:
        """Resolve the configuration of every file, before the first is read.

        Drafts that a run left behind which was killed are removed.

        Raises:
            ConfigError: a configuration is invalid, or no rule is selected for any file.

        """
        names = [self.name_of(target) for target in targets if not target.error]
        checked = [self._is_checked(name) for name in names]
        if names and not any(checked) and not self.workspace.broken:
            lacks = "".join(f"; {rule} needs {need}" for rule, need in self.workspace.skipped.items())
            raise ConfigError(f"no rules are selected, so nothing would be checked{lacks}")
        if self.writer:
            for directory in {os.path.dirname(target.path) for target in targets}:  # noqa: PTH120
                remove_abandoned(directory or ".")

    def _is_checked(self, name: str) -> bool:
        """Whether a file has rules, or explicitly none."""
        return self._has_rules(name) or any(ignored_here(self.workspace.project_with(name), name))

    def _has_rules(self, name: str) -> bool:
        linter = self.workspace.linter_of(name)
        return bool(linter.rules or linter.engine or self.originals)

    def close(self) -> None:
        """Stop what the run has started."""
        if self.workspace.seconds:
            self.settings.run.end()
        if self.writer:
            self.writer.close()

    def tasks(self, target: InputFile) -> Iterator[FileTask]:
        """A file as one task, or as one for each chunk.

        Standard input is copied to a temporary file first, so that its size is not limited.
        """
        if target.error or self.originals:  # which have the articles of a whole file
            yield FileTask(target, target.path)
            return
        reader = self.workspace.linter_of(self.name_of(target)).format
        if not (reader.streams or reader.splits) or not self._has_plain_line_ends(target):
            yield FileTask(target, target.path)
        elif target.path == STDIN:
            yield from self._cut_stdin(target, reader)
        else:
            yield from self._cut(target, target.path, reader)

    def _has_plain_line_ends(self, target: InputFile) -> bool:
        """Whether the configured encoding writes line ends as in ASCII."""
        encoding = self.workspace.project_with(self.name_of(target)).config.encoding
        try:
            return "\n".encode(encoding or "ascii") == b"\n"
        except LookupError:
            return False

    def process(self, task: FileTask) -> FileReport:
        """Check or fix a task; failures are part of the report.

        Raises:
            ConfigError: the configuration of the file is invalid.

        """
        path = self.name_of(task.target)
        if task.target.error:
            return FileReport(path, error=task.target.error)
        try:
            with redirect_stdout(sys.stderr):  # what a rule prints is no report
                return self._process(task, path)
        except ConfigError:
            raise
        except BaseException as error:  # noqa: BLE001 - one bad file must not stop the others
            return FileReport(path, error=_failure(error, task.file))
        finally:
            if task.chunk and (self.level or self.grades):
                gc.collect()  # blocks know their articles and these their blocks; millions would pile up

    def failure(self, task: FileTask, reason: str) -> FileReport:
        """The report of a task that no process could do."""
        return FileReport(self.name_of(task.target), error=reason)

    def size(self, task: FileTask) -> int:
        """The bytes that were read of a task."""
        return len(task.data or b"")

    def name_of(self, target: InputFile) -> str:
        """The path of a file, or the assumed name of standard input."""
        return self.stdin_filename if target.path == STDIN else target.path

    @cached_property
    def _spool(self) -> IO[bytes]:
        """A file for standard input, which is gone when the run is."""
        import tempfile

        return tempfile.NamedTemporaryFile()

    def _cut_stdin(self, target: InputFile, reader: Format) -> Iterator[FileTask]:
        """Standard input as a task, or as many."""
        import shutil

        try:
            begun = standard_input().read(CHUNK_LINES)
            if len(begun) < CHUNK_LINES:
                yield FileTask(target, STDIN, data=begun)
                return
            self._spool.write(begun)
            shutil.copyfileobj(standard_input(), self._spool)
            self._spool.flush()
        except OSError as error:
            yield FileTask(replace(target, error=_failure(error, STDIN)), STDIN)
            return
        yield from self._cut(target, self._spool.name, reader)

    def _cut(self, target: InputFile, file: str, reader: Format) -> Iterator[FileTask]:
        chunks = cut(Path(file), reader)
        while True:
            try:
                task = FileTask(target, file, next(chunks))
            except StopIteration:
                return
            except BaseException as error:  # noqa: BLE001 - as in `process`
                yield FileTask(replace(target, error=_failure(error, file)), file)
                return
            yield task

    def _process(self, task: FileTask, path: str) -> FileReport:
        data = self.read(task)
        source = self.source(replace(task, data=data))
        linter = self.workspace.linter_of(path)
        if task.chunk:
            linter = _for_chunk(linter)
        if self.originals:
            linter = self._with_original(linter, self.originals.of(path))
        if self.grades:
            done = linter.grade(source)
        elif self.level is None:
            done = linter.check(source)
        else:
            done = linter.fix(source, self.level, count_protected=self.prove)
        if not (self.grades or self._has_rules(path)):
            done = replace(done, note=NO_RULES, unread=UnreadPart.ALL)
        report = replace(
            done,
            encoding=source.encoding,
            bom=source.bom,
            transcript=source.transcript,
            note=self._note(done, task.target),
        )
        return report if task.chunk else self._write(report, data, task.target)

    def _with_original(self, linter: Linter, path: str) -> Linter:
        """The linter with the rules that compare a copy with its original.

        Raises:
            SourceError: the original cannot be read.

        """
        try:
            parsed = self.parse(FileTask(InputFile(path), path))
        except (OSError, ParseError, SourceError) as error:
            raise SourceError(f"its original {path}: {getattr(error, 'strerror', None) or error}") from None
        return comparing(linter, parsed, self.settings.select or (), own_rules(self.settings.ignore))

    def _note(self, done: FileReport, target: InputFile) -> str:
        """The note on how a file was read."""
        if target.named:
            no_prose = NO_PROSE if done.unread is UnreadPart.ALL else ""
            return done.note or no_prose or self.workspace.guess(done.path)
        return done.note if done.unread is UnreadPart.PROSE else ""

    def parse(self, task: FileTask) -> ParsedFile:
        """The articles of a task.

        Raises:
            ConfigError: the configuration of the file is invalid.
            SourceError: the bytes cannot be decoded.
            ParseError: the file cannot be parsed.
            OSError: the file cannot be read.

        """
        linter = self.workspace.linter_of(self.name_of(task.target))
        return linter.parse(self.source(task))

    def read(self, task: FileTask) -> bytes:
        """The bytes of a task.

        Raises:
            ParseError: the file is too large.
            OSError: it cannot be read.

        """
        return read_bytes(task, self.workspace.linter_of(self.name_of(task.target)).format)

    def source(self, task: FileTask) -> Source:
        """The decoded text of a task.

        Raises:
            SourceError: it is not text in the encoding of the file.
            ParseError: there are too many bytes to be read in one go.
            OSError: they cannot be read.

        """
        path, data = self.name_of(task.target), self.read(task)
        reader = self.workspace.linter_of(path).format
        is_start = task.chunk is None or not task.chunk.start
        if is_start and reader.name != "docx" and (advised := advice(data)):
            raise SourceError(advised)
        encoding = self.workspace.project_with(path).config.encoding
        source = reader.decode(data, path, encoding)
        if not task.chunk:
            return source
        head = reader.head(reader.decode(task.chunk.head, path, encoding))
        chunk = task.chunk
        return replace(source, head=head, first_line=chunk.first_line, is_last=chunk.is_last)

    def _write(self, report: FileReport, data: bytes, target: InputFile) -> FileReport:
        """Write the fixed file if asked to, and return the report."""
        if not self.writer or target.path == STDIN:
            return report
        try:
            self.writer.write(report, data)
        except OSError as error:
            why = f"nothing was fixed: {error.strerror or error}"
            return replace(report, after=report.before, diagnostics=(), fixed=(), output=None, error=why)
        return report


def _failure(error: BaseException, file: str) -> str:
    """Why a file failed, whatever was raised, Rust panics included.

    Raises:
        KeyboardInterrupt: the error is Ctrl-C.

    """
    let_pass(error)
    if isinstance(error, SourceError | ParseError):
        return str(error)
    if isinstance(error, OSError) and error.filename in (None, file):
        return f"cannot be read: {error.strerror or error}"
    return f"newslint failed: {describe(error)}"


def _for_chunk(linter: Linter) -> Linter:
    """The same, but an entry of the baseline that silenced nothing here may have its place elsewhere."""
    return replace(linter, suppressions=replace(linter.suppressions, report_unused=False))
