"""The configuration of a project: one TOML table in the nearest file."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from newslint.config import user
from newslint.config.project_files import inside
from newslint.config.tables import converted, keys_of, known_keys, read_bytes, read_toml
from newslint.core.errors import ConfigError
from newslint.core.file_names import matchable
from newslint.core.segments import FieldRole
from newslint.engines.languagetool.options import LanguageToolRules

FILE = "newslint.toml"
BASELINE = "newslint-baseline.json"


@dataclass(frozen=True, kw_only=True)
class Config:
    """The table, key by key, with what holds where it is silent.

    Patterns are those of .gitignore and count from the directory of the file.
    """

    select: tuple[str, ...] | None = None
    """Rules and categories to run, or `all`; without it, the rules that earned to be default."""
    extend_select: tuple[str, ...] = ()
    """Rules and categories to run as well."""
    ignore: tuple[str, ...] = ()
    """Rules and categories not to run."""
    extend_unsafe_fixes: tuple[str, ...] = ()
    """Rules and categories whose safe fixes count as unsafe here."""
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Rules and categories not to run on the files of a pattern."""
    exclude: tuple[str, ...] = (
        ".*/",
        "__pycache__/",
        "node_modules/",
        "venv/",
        "*.fixed.*",
        "*.report.txt",
    )
    """What a walk through directories leaves out."""
    extend_exclude: tuple[str, ...] = ()
    """What it leaves out as well."""
    style: str | None = None
    """The house style: switches on the rules on what it decides, with its options."""
    accept: tuple[str, ...] = ()
    """Words and names that are right here; no rule speaks of them."""
    words: str | None = None
    """What `newslint learn words` made, for the rule `unlikely-word`; the path counts from the file."""
    max_fp: float | None = None
    """What statistical rules are less sure of is not reported: false findings per 1,000 words."""
    phrase_tables: tuple[str, ...] = ()
    """Tables of wrong phrases and right ones, for the rule `own-phrase`; paths count from the file."""
    line_tables: tuple[str, ...] = ()
    """Tables of lines that the site's pages repeat, for the rule `own-line`; paths count from the file."""
    baseline: str = BASELINE
    """The file of findings that are known and let be."""
    encoding: str | None = None
    """Of files that do not say it themselves, where it is not UTF-8."""
    formats: dict[str, str] = field(default_factory=dict)
    """What to read the files of a pattern as, where their names do not tell."""
    front_matter: tuple[str, ...] = ()
    """Keys of front matter that hold prose, besides the usual ones."""
    fields: dict[str, FieldRole] = field(default_factory=dict)
    """What keys of JSON and columns of sheets hold, besides the usual ones."""
    elements: dict[str, FieldRole] = field(default_factory=dict)
    """What elements of XML hold, besides the usual ones."""
    continued_quotes: bool = True
    """Whether a quotation of several paragraphs opens in each and closes in the last."""
    report_unused_ignores: bool = True
    """Whether an ignore that ignores nothing is a finding."""
    engines: tuple[Literal["languagetool"], ...] = ()
    """What to ask besides newslint's own rules."""
    languagetool: LanguageToolRules = field(default_factory=LanguageToolRules)
    """Which of LanguageTool's rules are reported."""
    cache: bool = True
    """Whether what was found in a file is kept for when it is checked again unchanged."""
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The options of rules, by rule."""


KEYS = keys_of(Config)
NOT_OF_FILES = frozenset({"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Encodings of Python that stand for something else than the letters of a file, or for no certain ones."""
LANGUAGETOOL_KEYS = (*keys_of(LanguageToolRules), *user.KEYS)
"""Those that a project may set, and those that it is told to set elsewhere."""


@dataclass(frozen=True)
class Project:
    """The directory that a configuration speaks for; `file` is None where there is none."""

    root: Path
    config: Config
    file: Path | None = None

    @cached_property
    def baseline(self) -> Path:
        """Where the baseline of the project lies, whether it exists or not.

        Raises:
            ConfigError: it is not inside the project.

        """
        return self.named("baseline", self.config.baseline)

    def named(self, key: str, name: str) -> Path:
        """A file that a key of the configuration names.

        Raises:
            ConfigError: it is not inside the project, or not a regular file.

        """
        return inside(self.root, name, f"{self.file or self.root}: {key}")

    def relative(self, path: str | os.PathLike[str]) -> str:
        """A path as patterns see it: from the root of the project, with slashes."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links keep the place they are named by
        if absolute.is_relative_to(self.root):
            return matchable(absolute.relative_to(self.root).as_posix())
        return matchable(absolute.relative_to(absolute.anchor).as_posix())


def nearest(directory: Path) -> Project | None:
    """The project that a directory itself configures: `newslint.toml`, or else `[tool.newslint]`.

    Raises:
        ConfigError: the file is no TOML, or says what nobody understands.

    """
    own = directory / FILE
    if os.path.isfile(own) and not user.is_user_file(own):  # noqa: PTH113 - false where nobody may look
        return Project(directory, read(own), own)
    shared = directory / "pyproject.toml"
    if os.path.isfile(shared) and b"newslint" in read_bytes(shared):  # noqa: PTH113 - as above
        table = _tool_table(shared)
        if table is not None:
            return Project(directory, _convert(table, shared), shared)
    return None


def read(file: Path) -> Config:
    """The table of a file that was named, or found as `newslint.toml`.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or says what nobody understands.

    """
    table = _tool_table(file) if file.name == "pyproject.toml" else read_toml(file)
    return _convert(table or {}, file)


def _tool_table(file: Path) -> dict[str, Any] | None:
    """The table `[tool.newslint]` of a `pyproject.toml`; None if there is none."""
    tools = read_toml(file).get("tool")
    table = tools.get("newslint") if isinstance(tools, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise ConfigError(f"{file}: tool.newslint: expected a table")


def _convert(table: dict[str, Any], file: Path) -> Config:
    known = known_keys(table, KEYS, file)
    if isinstance(server := known.get("languagetool"), dict):
        user.refuse(server, file)
        known["languagetool"] = known_keys(server, LANGUAGETOOL_KEYS, file, "languagetool.")
    config = converted(known, Config, str(file))
    if config.encoding is not None and not _is_encoding(config.encoding):
        raise ConfigError(f"{file}: encoding: “{config.encoding}” is no encoding of text files")
    try:
        return config if config.max_fp is None else replace(config, max_fp=as_rate(config.max_fp))
    except ValueError as error:
        raise ConfigError(f"{file}: max-fp: {error}") from None


def _is_encoding(name: str) -> bool:
    """Whether files may be written in an encoding; Python has others, for names of hosts and for escapes."""
    try:
        return codecs.lookup(name).name not in NOT_OF_FILES and bool("a".encode(name))
    except (LookupError, ValueError):
        return False


def as_rate(said: float) -> float:
    """How many false findings in 1,000 words are borne.

    Raises:
        ValueError: it is below zero, or no number.

    """
    if said >= 0:
        return said
    raise ValueError(f"must be 0 or greater, not {said:g}")
