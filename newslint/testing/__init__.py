"""Tests for rules: `trials` lists them, `assert_case` runs one."""

from newslint.testing.harness import assert_case
from newslint.testing.renderers.form import Form
from newslint.testing.trials import Trial, trials

__all__ = ["Form", "Trial", "assert_case", "trials"]
