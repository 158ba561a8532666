"""The settings of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct, field

from newslint.engines.languagetool.run import ServerRun


class Settings(Struct, frozen=True):
    """The settings of the command line, which override files.

    `select` replaces what the configuration selects and ignores; the others extend it. Without
    `use_baseline` known findings are reported, too.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    overrides: dict[str, Any] = field(default_factory=dict)
    """Keys that take the place of those of every configuration."""
    isolated: bool = False
    """Whether configuration files are ignored."""
    baseline: Path | None = None
    use_baseline: bool = True
    language_format: str | None = None
    """What to read every file as, whatever its name."""
    style: str | None = None
    """The house style, in place of the configured one."""
    max_fp: float | None = None
    """Maximum false findings per 1,000 words of statistical rules."""
    engines: tuple[str, ...] = ()
    """Engines to run besides those of the configuration."""
    languagetool_rules: str | None = None
    """Which of LanguageTool's rules to hear, whatever the configuration says."""
    no_cache: bool = False
    """Whether answers of LanguageTool in earlier runs are ignored, and none are kept."""
    run: ServerRun = field(default_factory=ServerRun)
    """The state that the processes of this run share."""
