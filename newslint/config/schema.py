"""The configuration of a project: a TOML table in the nearest file."""

from __future__ import annotations

import codecs
import os
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.config import user
from newslint.config.project_files import inside
from newslint.config.tables import convert, keys_of, known_keys, merge, read_bytes, read_toml
from newslint.core.errors import ConfigError
from newslint.core.file_names import matchable
from newslint.core.segments import FieldRole
from newslint.engines.languagetool.options import LanguageToolRules

FILE = "newslint.toml"
BASELINE = "newslint-baseline.json"
FILES = (FILE, "pyproject.toml", BASELINE)
"""The names of files that decide what is checked and reported."""
COMMAND_LINE = Path("--config")
"""The place of overrides in error messages."""


class Config(Struct, frozen=True, kw_only=True):
    """The keys of the table, with their defaults.

    Patterns are those of .gitignore, relative to the directory of the file.
    """

    select: tuple[str, ...] | None = None
    """Rules and categories to run, or `all`; by default the default rules."""
    extend_select: tuple[str, ...] = ()
    """Rules and categories to run in addition."""
    ignore: tuple[str, ...] = ()
    """Rules and categories not to run."""
    extend_unsafe_fixes: tuple[str, ...] = ()
    """Rules and categories whose safe fixes are unsafe here."""
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Rules and categories not to run on files that match a pattern."""
    exclude: tuple[str, ...] = (
        ".*/",
        "__pycache__/",
        "node_modules/",
        "venv/",
        "*.fixed.*",
        "*.report.txt",
    )
    """Files and directories to exclude."""
    extend_exclude: tuple[str, ...] = ()
    """Files and directories to exclude in addition."""
    style: str | None = None
    """The house style, which enables rules with its options."""
    accept: tuple[str, ...] = ()
    """Words and names that are right here and never reported."""
    words: str | None = None
    """The file of `newslint learn words`, for the rules of word choice; relative to this file."""
    max_fp: float | None = None
    """Maximum false findings per 1,000 words of statistical rules; 0.1 by default."""
    phrase_tables: tuple[str, ...] = ()
    """Tables of wrong and right phrases, for the rule `own-phrase`; relative to this file."""
    line_tables: tuple[str, ...] = ()
    """Tables of lines that the site repeats, for the rule `own-line`; relative to this file."""
    baseline: str = BASELINE
    """The file of known findings."""
    encoding: str | None = None
    """The encoding of files that do not declare one, if not UTF-8."""
    formats: dict[str, str] = field(default_factory=dict)
    """The formats of files by pattern, if their names do not indicate them."""
    front_matter: tuple[str, ...] = ()
    """Keys of front matter with prose, besides the usual ones."""
    fields: dict[str, FieldRole] = field(default_factory=dict)
    """Content of JSON keys and columns of tables, besides the usual ones."""
    elements: dict[str, FieldRole] = field(default_factory=dict)
    """Content of XML elements, besides the usual ones."""
    continued_quotes: bool = True
    """Whether a quotation of several paragraphs opens in each and closes in the last."""
    report_unused_ignores: bool = True
    """Whether an unused ignore is a finding."""
    engines: tuple[Literal["languagetool"], ...] = ()
    """Engines to run besides newslint's own rules."""
    languagetool: LanguageToolRules = field(default_factory=LanguageToolRules)
    """The LanguageTool rules to run."""
    cache: bool = True
    """Whether findings are cached for files that stay unchanged."""
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The options of rules, by rule."""


KEYS = keys_of(Config)
NOT_OF_FILES = frozenset({"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Encodings of Python that are not for files, or differ from system to system."""
LANGUAGETOOL_KEYS = (*keys_of(LanguageToolRules), *user.KEYS)
"""The keys that a project may set, and those that it must not."""


class Project(Struct, frozen=True, dict=True):
    """The root of a configuration; `file` is None if there is none."""

    root: Path
    config: Config
    file: Path | None = None

    @cached_property
    def baseline(self) -> Path:
        """The path of the project's baseline, which need not exist.

        Raises:
            ConfigError: it is outside the project.

        """
        return self.resolve("baseline", self.config.baseline)

    def resolve(self, key: str, name: str) -> Path:
        """A file that a key of the configuration names.

        Raises:
            ConfigError: it is outside the project, or not a regular file.

        """
        return inside(self.root, name, f"{self.file or self.root}: {key}")

    def resolve_existing(self, key: str, name: str) -> Path:
        """A file that a key of the configuration names, and that must be there.

        Raises:
            ConfigError: there is no such file in the project.

        """
        file = self.resolve(key, name)
        if not file.exists():
            raise ConfigError(f"{self.file or COMMAND_LINE}: {key}: no such file: {file}")
        return file

    def relative(self, path: str | os.PathLike[str]) -> str:
        """A path relative to the project's root, with slashes."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links are not resolved
        if absolute.is_relative_to(self.root):
            return matchable(absolute.relative_to(self.root).as_posix())
        return matchable(absolute.relative_to(absolute.anchor).as_posix())


def nearest(directory: Path) -> Project | None:
    """The project configured in a directory: by `newslint.toml`, or `[tool.newslint]`.

    Raises:
        ConfigError: the file is not TOML, or has unknown keys or invalid values.

    """
    own = directory / FILE
    if os.path.isfile(own) and not user.is_user_file(own):  # noqa: PTH113 - false if it is not accessible
        return Project(directory, read(own), own)
    shared = directory / "pyproject.toml"
    if os.path.isfile(shared) and b"newslint" in read_bytes(shared):  # noqa: PTH113 - as above
        table = _tool_table(shared)
        if table is not None:
            return Project(directory, _convert(table, shared), shared)
    return None


def read(file: Path) -> Config:
    """The table of `newslint.toml`, or of a file named by the user.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or has unknown keys or invalid values.

    """
    table = _tool_table(file) if file.name == "pyproject.toml" else read_toml(file)
    return _convert(table or {}, file)


def read_override(assignment: str) -> dict[str, Any]:
    """The table of a `KEY=VALUE` of the command line.

    The value is TOML, or bare: a text, or names with commas between them.

    Raises:
        ConfigError: it is neither, or the key or value is invalid.

    """
    import json
    import tomllib

    key, _, value = assignment.partition("=")
    names = [name.strip() for name in value.split(",")]
    errors: list[ConfigError] = []
    for text in (assignment, f"{key} = {json.dumps(value.strip())}", f"{key} = {json.dumps(names)}"):
        try:
            table = tomllib.loads(text)
            _convert(table, COMMAND_LINE)
        except tomllib.TOMLDecodeError:
            continue
        except ConfigError as error:
            errors.append(error)
            continue
        return table
    raise errors[0] if errors else ConfigError(f"{COMMAND_LINE} {assignment}: expected KEY=VALUE")


def override(config: Config, overrides: dict[str, Any]) -> Config:
    """A configuration with other values for some keys; tables are merged."""
    given = _convert(overrides, COMMAND_LINE)
    values = {}
    for name in (key.replace("-", "_") for key in overrides):
        value, old = getattr(given, name), getattr(config, name)
        values[name] = merge(old, value) if isinstance(old, dict) else value
    return replace(config, **values) if values else config


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
    config = convert(known, Config, str(file))
    if config.encoding is not None and not _is_encoding(config.encoding):
        raise ConfigError(f"{file}: encoding: “{config.encoding}” is not an encoding of text files")
    try:
        return config if config.max_fp is None else replace(config, max_fp=as_rate(config.max_fp))
    except ValueError as error:
        raise ConfigError(f"{file}: max-fp: {error}") from None


def _is_encoding(name: str) -> bool:
    """Whether an encoding is one for files, not for other uses."""
    try:
        return codecs.lookup(name).name not in NOT_OF_FILES and bool("a".encode(name))
    except (LookupError, ValueError):
        return False


def as_rate(said: float) -> float:
    """Check a maximum of false findings per 1,000 words.

    Raises:
        ValueError: it is negative or not a number.

    """
    if said >= 0:
        return said
    raise ValueError(f"must be 0 or greater, not {said:g}")
