"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings

from newslint.engines.languagetool.home import classpath, home
from newslint.engines.languagetool.server import serving

os.environ.setdefault("NEWSLINT_CACHE_DIR", mkdtemp(prefix="newslint-tests-"))
os.environ["XDG_CONFIG_HOME"] = mkdtemp(prefix="newslint-tests-")
"""Nothing that whoever runs the tests has configured counts."""
settings.register_profile("newslint", deadline=None)  # a busy machine makes any example slow
settings.load_profile("newslint")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, as in CI, a skip is a failure that tells its reason."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("NEWSLINT_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def languagetool_home() -> Path:
    """Where LanguageTool is installed, with all that its server needs to run."""
    pytest.importorskip("language_tool_python", reason="pip install 'newslint[languagetool]'")
    if not shutil.which("java"):
        pytest.skip("Java is missing")
    if not classpath(home()):
        pytest.skip("LanguageTool is not installed; `newslint languagetool install` does")
    return home().absolute()


@pytest.fixture(scope="session")
def languagetool_url(languagetool_home: Path) -> Iterator[str]:
    """The address of a server that all tests share which do it no harm."""
    with serving(languagetool_home) as url:
        yield url
