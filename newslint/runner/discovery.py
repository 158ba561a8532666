"""From the paths on the command line to the files to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from newslint.config.path_patterns import patterns
from newslint.config.resolver import ConfigResolver, exclude_patterns
from newslint.core.bounded import read_at_most
from newslint.core.file_names import matchable
from newslint.core.own_files import is_own

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
OWN_FORMATS = frozenset({"html", "json"})
"""The formats of the files that newslint writes itself."""
LARGEST_GITIGNORE = 4_000_000
"""Maximum bytes of a `.gitignore`."""
KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
"""Kinds that are never opened: reading them may block or have effects."""


class InputFile(Struct, frozen=True):
    """A file to read, or a path that is unreadable, and why.

    `named` files are on the command line; others were found in directories.
    """

    path: str
    error: str | None = None
    named: bool = False


class _Gitignore(Struct, frozen=True):
    """The patterns of `.gitignore` files from a directory up, nearest first."""

    levels: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def below(self, directory: Path) -> _Gitignore:
        """Add the patterns of a directory below."""
        file = directory / ".gitignore"
        if not os.path.isfile(file) or file.is_symlink():  # noqa: PTH113 - false if it is not accessible
            return self  # git does not follow links either
        try:
            lines = os.fsdecode(read_at_most(file, LARGEST_GITIGNORE)).splitlines()
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(file)) from None
        return _Gitignore(((_inside(directory), patterns(tuple(lines))), *self.levels))

    def ignores(self, path: str, slash: str) -> bool:
        """Whether the last matching pattern of the nearest file excludes the path."""
        for inside, spec in self.levels:
            below = matchable(path.removeprefix(inside).replace(os.sep, "/") + slash)
            said = spec.check_file(below).include
            if said is not None:
                return said
        return False


class _Tree(Struct):
    """A directory on the command line, and its skipped links."""

    name: str
    real: str
    led_out: int = 0
    own: int = 0
    """Pages and decision files of newslint."""

    def takes(self, entry: os.DirEntry[str], *, may_be_own: bool) -> bool:
        """Whether to read a file; links that lead out and newslint's own files are counted."""
        real = os.path.realpath(entry.path) if entry.is_symlink() else ""
        if real and real != self.real and not real.startswith(_inside(self.real)):
            self.led_out += 1
            return False
        if _is_link_to_dir(entry):
            return False
        if may_be_own and entry.is_file() and is_own(entry.path):
            self.own += 1
            return False
        return True

    @property
    def notes(self) -> Iterator[str]:
        """Notes on what was skipped: links that lead out, and newslint's own files."""
        name = _inside(self.name.rstrip(os.sep) or os.sep)
        if count := self.led_out:
            links = "1 link leads" if count == 1 else f"{count:,} links lead"
            yield f"newslint: {links} out of {name} and {'was' if count == 1 else 'were'} skipped"
        if count := self.own:
            files = "1 file in {} is a page" if count == 1 else f"{count:,} files in {{}} are pages"
            kind = "or decision file" if count == 1 else "or decision files"
            was = "was" if count == 1 else "were"
            yield f"newslint: {files.format(name)} {kind} of newslint and {was} skipped"


class FileFinder(Struct, frozen=True):
    """Finds the files of paths in order, each once.

    Directories are walked in the order of names; hidden ones, files excluded by the configuration and
    files in .gitignore are skipped, and links to directories are not followed, as in git. Links that
    lead out of the directory are skipped, and `tell` is called with a note about them.
    """

    workspace: ConfigResolver
    force_exclude: bool = False
    tell: Callable[[str], None] | None = None
    _seen: set[str] = field(default_factory=set)
    _directories: dict[str, str] = field(default_factory=dict)
    """The real directories of files."""

    def targets(self, paths: Iterable[str]) -> Iterator[InputFile]:
        """The files of the paths; unreadable ones come with a reason.

        Raises:
            ConfigError: the configuration of a directory is invalid.

        """
        for path in paths:
            for target in self._under(path):
                real = self._real(target.path)
                if real not in self._seen:
                    self._seen.add(real)
                    yield target

    def is_excluded(self, path: Path) -> bool:
        """Whether the configuration leaves out a path, or a directory above it."""
        is_dir = os.path.isdir(path)  # noqa: PTH112 - as above
        project = self.workspace.project_of(path if is_dir else path.parent)
        if path.absolute() == self.workspace.baseline_file(project):
            return True
        return exclude_patterns(project).match_file(project.relative(path) + ("/" if is_dir else ""))

    def _real(self, path: str) -> str:
        """The real path of a path."""
        directory, name = os.path.split(path)
        if directory not in self._directories:
            self._directories[directory] = os.path.realpath(directory)
        real = os.path.join(self._directories[directory], name)  # noqa: PTH118
        return os.path.realpath(path) if os.path.islink(real) else real  # noqa: PTH114

    def _under(self, path: str) -> Iterator[InputFile]:
        if path == STDIN:
            yield InputFile(path)
        elif not path:
            yield InputFile("''", "cannot be read: the path is empty", named=True)
        elif self.force_exclude and self.is_excluded(Path(path)):
            return
        elif os.path.isdir(path):  # noqa: PTH112 - as above
            tree = _Tree(path, os.path.realpath(path))
            yield from self._walk(path, None, tree)
            if self.tell:
                for note in tree.notes:
                    self.tell(note)
        else:
            yield InputFile(os.path.normpath(path), _fault(path), named=True)

    def _walk(
        self, directory: str, gitignore: _Gitignore | None, tree: _Tree, base: Path | None = None
    ) -> Iterator[InputFile]:
        here = Path(os.path.abspath(directory))  # noqa: PTH100 - links are not resolved
        try:
            if base is None and self.is_excluded(here):
                base = here  # a person who names an excluded directory means what is in it
            entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
            gitignore = (gitignore or _above(here)).below(here)
        except OSError as error:
            below = os.path.relpath(os.fsdecode(error.filename or directory), here)
            yield InputFile(os.path.normpath(_inside(directory) + below), _reason(error))
            return
        project = self.workspace.project_of(here)
        excludes = exclude_patterns(project)
        baseline = str(self.workspace.baseline_file(project))
        seen = (matchable(here.relative_to(base).as_posix()) if base else project.relative(here)) + "/"
        seen = "" if seen == "./" else seen
        for entry in entries:
            is_dir = entry.is_dir(follow_symlinks=False)
            path, slash = _inside(here) + entry.name, "/" if is_dir else ""
            if not is_dir and (
                path == baseline or not (self.workspace.knows(path) or _is_link_to_dir(entry))
            ):
                continue
            if excludes.match_file(seen + matchable(entry.name) + slash) or gitignore.ignores(path, slash):
                continue
            if is_dir:
                yield from self._walk(entry.path, gitignore, tree, base)
            elif tree.takes(entry, may_be_own=self.workspace.format_of(path).name in OWN_FORMATS):
                regular = entry.is_file(follow_symlinks=False)
                yield InputFile(os.path.normpath(entry.path), None if regular else _fault(entry.path))


def _is_link_to_dir(entry: os.DirEntry[str]) -> bool:
    """Whether a path is a link to a directory."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # a loop of links
        return False


def _fault(path: str) -> str | None:
    """Why a path is not a readable file, without opening it."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path for each would take long
    except OSError as error:
        return _reason(error)
    if stat.S_ISREG(mode):
        return None
    kind = next((kind for is_kind, kind in KINDS if is_kind(mode)), "not a regular file")
    return f"cannot be read: it is {kind}; pipe text into `newslint check -` instead"


def _reason(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"


def _inside(directory: str | Path) -> str:
    """The prefix of the paths in a directory."""
    return os.path.join(directory, "")  # noqa: PTH118


def _above(directory: Path) -> _Gitignore:
    """The `.gitignore` files above a directory, up to its repository's root."""
    above: list[Path] = []
    here = directory
    while not os.path.exists(here / ".git"):  # noqa: PTH110 - as above
        if here.parent == here:
            return _Gitignore()
        here = here.parent
        above.append(here)
    gitignore = _Gitignore()
    for parent in reversed(above):
        gitignore = gitignore.below(parent)
    return gitignore
