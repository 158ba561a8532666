"""What goes wrong with LanguageTool, in words for a person."""

from __future__ import annotations


class LanguageToolError(Exception):
    """LanguageTool cannot be asked; the text says why and what helps."""


class CannotInstall(LanguageToolError):
    """The server cannot be put together."""


class ServerCannotStart(LanguageToolError):
    """The server did not come up; the text ends with the end of its log."""


class LanguageToolTimeout(LanguageToolError):
    """A text was not answered, and the server may be at fault: it is gone, does not move or has no memory."""


class LanguageToolRejected(LanguageToolError):
    """The server is sound and would not check this text."""
