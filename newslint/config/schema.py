"""The configuration of a project: one TOML table in the nearest file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from newslint.core.errors import ConfigError
from newslint.core.segments import FieldRole
from newslint.engines.languagetool.options import LanguageToolOptions

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
    languagetool: LanguageToolOptions = field(default_factory=LanguageToolOptions)
    """How LanguageTool is reached."""
    cache: bool = True
    """Whether what was found in a file is kept for when it is checked again unchanged."""
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The options of rules, by rule."""


KEYS = tuple(key.name.replace("_", "-") for key in fields(Config))
SERVER_KEYS = tuple(key.name.replace("_", "-") for key in fields(LanguageToolOptions))


@dataclass(frozen=True)
class Project:
    """The directory that a configuration speaks for; `file` is None where there is none."""

    root: Path
    config: Config
    file: Path | None = None

    @cached_property
    def baseline(self) -> Path:
        """Where the baseline of the project lies."""
        return self.root / self.config.baseline

    def relative(self, path: str | os.PathLike[str]) -> str:
        """A path as patterns see it: from the root of the project, with slashes."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links keep the place they are named by
        if absolute.is_relative_to(self.root):
            return absolute.relative_to(self.root).as_posix()
        return absolute.relative_to(absolute.anchor).as_posix()


def nearest(directory: Path) -> Project | None:
    """The project that a directory itself configures: `newslint.toml`, or else `[tool.newslint]`.

    Raises:
        ConfigError: the file is no TOML, or says what nobody understands.

    """
    own = directory / FILE
    if own.is_file():
        return Project(directory, read(own), own)
    shared = directory / "pyproject.toml"
    if shared.is_file() and b"newslint" in _bytes(shared):
        table = _parse(shared).get("tool", {})
        if "newslint" in table:
            return Project(directory, _convert(table["newslint"], shared), shared)
    return None


def read(file: Path) -> Config:
    """The table of a file that was named, or found as `newslint.toml`.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or says what nobody understands.

    """
    table = _parse(file)
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("newslint", {})
    return _convert(table, file)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None


def _parse(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(_bytes(file).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: {error}") from None


def _convert(table: dict[str, Any], file: Path) -> Config:
    known = _known(table, KEYS, file)
    if isinstance(server := known.get("languagetool"), dict):
        known["languagetool"] = _known(server, SERVER_KEYS, file, "languagetool.")
    import msgspec

    try:
        config = msgspec.convert(known, Config)
    except msgspec.ValidationError as error:
        said, _, place = str(error).replace(" | null", "").partition(" - at ")
        key = place.strip("`").removeprefix("$.").replace("_", "-") or "the table"
        raise ConfigError(f"{file}: {key}: {said[:1].lower()}{said[1:]}") from None
    try:
        return config if config.max_fp is None else replace(config, max_fp=as_rate(config.max_fp))
    except ValueError as error:
        raise ConfigError(f"{file}: max-fp: {error}") from None


def as_rate(said: float) -> float:
    """How many false findings in 1,000 words are borne.

    Raises:
        ValueError: it is below zero, or no number.

    """
    if said >= 0:
        return said
    raise ValueError(f"must be 0 or greater, not {said:g}")


def _known(table: dict[str, Any], keys: tuple[str, ...], file: Path, under: str = "") -> dict[str, Any]:
    """A table by the names of fields, once nobody doubts its keys."""
    for key in table:
        if key not in keys:
            from difflib import get_close_matches

            near = get_close_matches(key, keys, n=1)
            raise ConfigError(
                f"{file}: unknown key “{under}{key}”" + (f"; did you mean “{near[0]}”?" if near else "")
            )
    return {key.replace("-", "_"): said for key, said in table.items()}
