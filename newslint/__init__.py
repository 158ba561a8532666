"""Find and repair the damage that machine translation, spinning and scraping leave in English news."""

from newslint._version import __version__

TYPE_CHECKING = False
"""As in `typing`, whose import would leave Ctrl-C to Python, and a traceback, for twice as long."""
if TYPE_CHECKING:
    from newslint.api import check, fix

__all__ = ["__version__", "check", "fix"]


def __getattr__(name: str) -> object:
    """Import the library when it is first used; the commands need only some of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newslint import api

    return getattr(api, name)
