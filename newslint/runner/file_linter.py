"""What a run does with one file: read, judge, repair, write."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

from newslint.config.resolver import ConfigResolver, Settings, ignored_here
from newslint.core.diagnostics import Safety
from newslint.core.drafts import remove_abandoned
from newslint.core.errors import ConfigError, ParseError, SourceError, describe
from newslint.core.interrupts import let_pass
from newslint.core.report import FileReport, Unread
from newslint.core.source import Source
from newslint.formats import Format
from newslint.linter.linter import Linter
from newslint.runner.binary_kinds import advice
from newslint.runner.chunks import stretches
from newslint.runner.discovery import STDIN, InputFile
from newslint.runner.reading import FileTask, read_bytes, standard_input
from newslint.text.document import ParsedFile

if TYPE_CHECKING:
    from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class HashedInput:
    """The bytes of a task, and what tells it from all others whose report may differ."""

    data: bytes
    key: bytes


@dataclass(frozen=True)
class FileLinter:
    """What to do with each file.

    `level` is what repairs to make, None to check only; `write` puts them into the files; with
    `prove` reports count the sacred things.
    """

    settings: Settings = field(default_factory=Settings)
    level: Safety | None = None
    write: bool = False
    prove: bool = False
    stdin_filename: str = STDIN

    @cached_property
    def workspace(self) -> ConfigResolver:
        """What applies to which file."""
        return ConfigResolver(self.settings)

    def prepare(self, targets: Sequence[InputFile]) -> None:
        """Settle what applies to every file, so that a wrong configuration stops before the first.

        Drafts that an earlier run left behind, because it was killed, are removed.

        Raises:
            ConfigError: a configuration is wrong, or leaves no rule for any file.

        """
        names = [self.name(target) for target in targets if not target.error]
        checked = [self._is_checked(name) for name in names]
        if names and not any(checked) and not self.workspace.broken:
            lacks = "".join(f"; {rule} needs {need}" for rule, need in self.workspace.skipped.items())
            raise ConfigError(f"no rules are selected, so nothing would be checked{lacks}")
        if self.write:
            for directory in {os.path.dirname(target.path) for target in targets}:  # noqa: PTH120
                remove_abandoned(directory or ".")

    def _is_checked(self, name: str) -> bool:
        """Whether there are rules for a file, or it is known that it alone is to have none."""
        linter = self.workspace.linter_of(name)
        return bool(
            linter.rules or linter.engine or any(ignored_here(self.workspace.project_with(name), name))
        )

    def close(self) -> None:
        """End what the run has started."""
        if self.workspace.seconds:
            self.settings.run.end()

    def tasks(self, target: InputFile) -> Iterator[FileTask]:
        """A file as one task, or as many if it is read as a stream.

        Standard input is put into a temporary file for that, so that any amount can be read.
        """
        if target.error:
            yield FileTask(target, target.path)
            return
        reader = self.workspace.linter_of(self.name(target)).format
        if not reader.streams:
            yield FileTask(target, target.path)
        elif target.path == STDIN:
            try:
                file = self._stdin.name
            except OSError as error:
                yield FileTask(replace(target, error=_failure(error, STDIN)), STDIN)
                return
            yield from self._cut(target, file, reader)
        else:
            yield from self._cut(target, target.path, reader)

    def seen(self, task: FileTask) -> HashedInput | None:
        """A task that has been looked at; None for one whose report is not to be kept."""
        if self.level is not None or task.target.error or task.target.path == STDIN:
            return None
        linter = self.workspace.linter_of(self.name(task.target))
        digest = self._mark(task.target, linter)
        if digest is None:
            return None
        with suppress(OSError, ParseError):
            data = read_bytes(task, linter.format)
            if task.stretch:
                head = task.stretch.head
                digest.update(b"%d %d %b" % (task.stretch.first_line, len(head), head))
            digest.update(data)
            return HashedInput(data, digest.digest())
        return None

    def do(self, task: FileTask, data: bytes | None = None) -> FileReport:
        """The report of one task, whose bytes may be read already; whatever fails is told in it.

        Raises:
            ConfigError: the configuration of the file is wrong.

        """
        path = self.name(task.target)
        if task.target.error:
            return FileReport(path, error=task.target.error)
        try:
            with redirect_stdout(sys.stderr):  # what a rule prints is no report
                return self._do(task, path, data)
        except ConfigError:
            raise
        except BaseException as error:  # noqa: BLE001 - one bad file must not stop the others
            return FileReport(path, error=_failure(error, task.file))
        finally:
            if task.stretch and self.level:
                gc.collect()  # blocks know their articles and these their blocks; millions would pile up

    def name(self, target: InputFile) -> str:
        """What a file is called."""
        return self.stdin_filename if target.path == STDIN else target.path

    def recalled(self, task: FileTask, data: bytes, known: FileReport) -> FileReport:
        """What is known of a task, with the texts that it is about; a clean file needs none."""
        path = self.name(task.target)
        if not known.diagnostics and not task.stretch:
            return replace(known, path=path)
        linter = self.workspace.linter_of(path)
        text = self._source(task, data, linter).text
        return replace(known, path=path, before=text, after=text)

    def _mark(self, target: InputFile, linter: Linter) -> blake2b | None:
        """The beginning of what tells a task from others: all that decides its report but its bytes."""
        path = self.name(target)
        config = self.workspace.project_with(path).config
        suffix = os.path.splitext(path)[1]  # noqa: PTH122 - a tenth of the time for ten thousand files
        about = id(linter), suffix, target.named, config.encoding, config.cache
        if about not in self._marks:
            self._marks[about] = _marked(linter, about[1:]) if config.cache else None
        mark = self._marks[about]
        return mark and mark.copy()

    @cached_property
    def _marks(self) -> dict[tuple[object, ...], blake2b | None]:
        """Those that were made, by the linter, which the workspace keeps, and what else counts."""
        return {}

    @cached_property
    def _stdin(self) -> IO[bytes]:
        """Standard input as a file, which is gone when the job is."""
        import shutil
        import tempfile

        file = tempfile.NamedTemporaryFile()  # noqa: SIM115 - as long as the job
        shutil.copyfileobj(standard_input(), file)
        file.flush()
        return file

    def _cut(self, target: InputFile, file: str, reader: Format) -> Iterator[FileTask]:
        chunks = stretches(Path(file), reader)
        while True:
            try:
                task = FileTask(target, file, next(chunks))
            except StopIteration:
                return
            except BaseException as error:  # noqa: BLE001 - as in `do`
                yield FileTask(replace(target, error=_failure(error, file)), file)
                return
            yield task

    def _do(self, task: FileTask, path: str, data: bytes | None) -> FileReport:
        linter = self.workspace.linter_of(path)
        if data is None:
            data = read_bytes(task, linter.format)
        source = self._source(task, data, linter)
        if task.stretch:
            linter = _of_stretch(linter)
        if self.level is None:
            done = linter.check(source)
        else:
            done = linter.fix(source, self.level, count_protected=self.prove)
        report = replace(
            done,
            encoding=source.encoding,
            bom=source.bom,
            transcript=source.transcript,
            note=self._note(done, task.target),
        )
        return report if task.stretch else self._written(report, data, task.target)

    def _note(self, done: FileReport, target: InputFile) -> str:
        """What to say of how a file was read; of one that was only found by a walk, that prose was not."""
        if target.named:
            return done.note or self.workspace.guess(done.path)
        return done.note if done.unread is Unread.PROSE else ""

    def read(self, task: FileTask) -> ParsedFile:
        """The articles of a task.

        Raises:
            ConfigError: the configuration of the file is wrong.
            SourceError: the bytes are none of its format.
            UnreadableProse: no prose can be made of it.
            OSError: it cannot be read.

        """
        linter = self.workspace.linter_of(self.name(task.target))
        return linter.parse(self._source(task, read_bytes(task, linter.format), linter))

    def _source(self, task: FileTask, data: bytes, linter: Linter) -> Source:
        path = self.name(task.target)
        is_start = task.stretch is None or not task.stretch.start
        if is_start and linter.format.name != "docx" and (advised := advice(data)):
            raise SourceError(advised)
        encoding = self.workspace.project_with(path).config.encoding
        source = linter.format.decode(data, path, encoding)
        if not task.stretch:
            return source
        head = linter.format.head(linter.format.decode(task.stretch.head, path, encoding))
        return replace(source, head=head, first_line=task.stretch.first_line)

    def _written(self, report: FileReport, data: bytes, target: InputFile) -> FileReport:
        """The report once the repairs are in the file, if they shall be, or why nothing was repaired."""
        if report.output is None or not self.write or target.path == STDIN:
            return report
        from newslint.core import atomic_write

        try:
            atomic_write.replace(Path(report.path), data, report.output)
        except OSError as error:
            why = f"nothing was fixed: {error.strerror or error}"
            return replace(report, after=report.before, diagnostics=(), fixed=(), output=None, error=why)
        return report


def _failure(error: BaseException, file: str) -> str:
    """Why a file failed, whatever was raised: a Rust panic and `SystemExit` too.

    Raises:
        KeyboardInterrupt: it is Ctrl-C.

    """
    let_pass(error)
    if isinstance(error, SourceError | ParseError):
        return str(error)
    if isinstance(error, OSError) and error.filename in (None, file):
        return f"cannot be read: {error.strerror or error}"
    return f"newslint failed: {describe(error)}"


def _marked(linter: Linter, about: tuple[object, ...]) -> blake2b | None:
    from hashlib import blake2b

    from newslint.runner import fingerprint

    applies = fingerprint.of_profile(linter)
    return (
        None
        if applies is None
        else blake2b(b"%d %b %b" % (len(applies), applies, repr(about).encode()), digest_size=20)
    )


def _of_stretch(linter: Linter) -> Linter:
    """The same, but an entry of the baseline that silenced nothing here may have its place elsewhere."""
    return replace(linter, suppressions=replace(linter.suppressions, report_unused=False))
