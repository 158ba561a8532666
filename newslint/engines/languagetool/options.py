"""Options of LanguageTool: the server, and the rules to run."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class LanguageToolOptions(Struct, frozen=True, kw_only=True):
    """How to reach LanguageTool, from the user's configuration, never a project's."""

    url: str = ""
    """URL of a running server; if empty, newslint starts its own."""
    home: str = ""
    """Its directory, if not that of `languagetool install`."""
    xmx: str = "1g"
    """Memory limit of the server, in Java notation."""
    timeout: float = 60.0
    """Seconds to wait for an answer; there are two attempts."""
    start_timeout: float = 90.0
    """Seconds to wait for the server to start."""
    allow_remote: bool = False
    """Whether texts may be sent to another machine."""


class LanguageToolRules(Struct, frozen=True, kw_only=True):
    """Which rules to run: the table `languagetool` of a project."""

    rules: Literal["curated", "all"] = "curated"
    """The rules chosen for news, or all that LanguageTool runs by default."""
