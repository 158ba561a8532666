"""What all tests share."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from subprocess import Popen
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest
from pages import chromium

from newslint.core.interrupts import ENDING
from newslint.engines.languagetool.installation import classpath, home
from newslint.engines.languagetool.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

os.environ.setdefault("NEWSLINT_CACHE_DIR", mkdtemp(prefix="newslint-tests-"))
os.environ.setdefault("NEWSLINT_DATA_DIR", mkdtemp(prefix="newslint-tests-"))
os.environ["XDG_CONFIG_HOME"] = mkdtemp(prefix="newslint-tests-")
"""Nothing that whoever runs the tests has configured counts."""
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
"""A server of LanguageTool takes 5 seconds of processor time to start so, without 15."""
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""A hundred processes would compile newslint each for itself."""
for number in ENDING:  # a shell ignores interrupts of what runs in the background, and nohup hang-ups
    if signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def pytest_configure(config: pytest.Config) -> None:
    """Fill the cache while the workers collect: without automata each of them searches ten times as long."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        fill = "from tools.wheel_data import make_automata, run_cases; make_automata(); run_cases()"
        filling = Popen([sys.executable, "-c", fill], cwd=Path(__file__).parents[1])
        config.add_cleanup(filling.communicate)


def pytest_collection(session: pytest.Session) -> None:
    """No example of Hypothesis is too slow, for a busy machine makes any so."""
    if not session.config.pluginmanager.hasplugin("dsession"):  # which leaves collection to its workers
        from hypothesis import settings

        settings.register_profile("newslint", deadline=None)
        settings.load_profile("newslint")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what reads most prose last, when the automata are there that make it ten times as fast."""
    items.sort(key=lambda item: item.path.name == "test_blind.py")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, as in CI, a skip is a failure that tells its reason."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("NEWSLINT_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be: {report.longrepr}"
    return report


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the pages of a module; while one runs, no test of an event loop can."""
    with chromium() as started:
        yield started


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
    with serve(languagetool_home) as url:
        yield url
