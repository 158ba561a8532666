"""Find and repair the damage that machine translation, spinning and scraping leave in English news."""

from newslint._version import __version__
from newslint.api import check, fix

__all__ = ["__version__", "check", "fix"]
