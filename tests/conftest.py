"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Generator
from tempfile import mkdtemp

import pytest

os.environ.setdefault("NEWSLINT_CACHE_DIR", mkdtemp(prefix="newslint-tests-"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, as in CI, a skip is a failure that tells its reason."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("NEWSLINT_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be: {report.longrepr}"
    return report
