"""Tests for rules: `trials` lists what to try, `hold` tries one."""

from newslint.testing.harness import hold
from newslint.testing.renderers.form import Form
from newslint.testing.trials import Trial, trials

__all__ = ["Form", "Trial", "hold", "trials"]
