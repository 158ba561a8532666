"""Errors of LanguageTool."""

from __future__ import annotations


class LanguageToolError(Exception):
    """LanguageTool cannot be used; the message says why and what to do."""


class CannotInstall(LanguageToolError):
    """The server cannot be installed."""


class ServerCannotStart(LanguageToolError):
    """The server did not start; the message ends with its log."""


class LanguageToolTimeout(LanguageToolError):
    """No answer: the server may have ended, hang, or lack memory."""


class LanguageToolRejected(LanguageToolError):
    """The server works, but refuses this text."""
