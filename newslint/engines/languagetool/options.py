"""How LanguageTool is reached, and which of its rules are reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class LanguageToolOptions:
    """How LanguageTool is started and reached: for the user to say, never for a project."""

    url: str = ""
    """Of a server that runs; without it newslint starts its own."""
    home: str = ""
    """The folder where it lies, if not where `languagetool install` puts it."""
    xmx: str = "1g"
    """The memory that the server may take, as Java writes it."""
    timeout: float = 60.0
    """Seconds to wait for what is said of a text; it is asked for twice."""
    start_timeout: float = 90.0
    """Seconds in which the server must be up."""
    allow_remote: bool = False
    """Whether texts may be sent to another machine."""


@dataclass(frozen=True, kw_only=True)
class LanguageToolRules:
    """Which of LanguageTool's rules are reported: the table `languagetool` of a project."""

    rules: Literal["curated", "all"] = "curated"
    """The rules that earned their place on news, or all that LanguageTool runs of itself."""
