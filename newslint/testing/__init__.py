"""Tests for rules: `hold` tries one case in one form, `trials` lists all of a package."""

from newslint.testing.harness import hold, trials
from newslint.testing.renderers.form import Form

__all__ = ["Form", "hold", "trials"]
