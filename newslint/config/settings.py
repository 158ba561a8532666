"""What was asked for on the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from newslint.engines.languagetool.run import ServerRun


@dataclass(frozen=True)
class Settings:
    """What was asked for on the command line; it wins over files.

    `select` puts aside what the configuration selects and ignores; the others add to it. Without
    `use_baseline` everything is heard.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    baseline: Path | None = None
    use_baseline: bool = True
    format: str | None = None
    """What to read every file as, whatever its name."""
    style: str | None = None
    """The house style, whatever the configuration says."""
    max_fp: float | None = None
    """What statistical rules are less sure of is not reported."""
    engines: tuple[str, ...] = ()
    """Engines to ask besides those of the configuration."""
    languagetool_rules: str | None = None
    """Which of LanguageTool's rules to hear, whatever the configuration says."""
    remember: bool = True
    """Whether LanguageTool answers may come from earlier runs and are kept for later ones."""
    run: ServerRun = field(default_factory=ServerRun)
    """What the processes of this run share."""
