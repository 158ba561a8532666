"""Whatever becomes of the server: it is told, our own rules speak, nothing hangs, and no JVM is left."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from commands import newslint

from newslint.engines.languagetool import client, connection, server, shared_server, watchdog
from newslint.engines.languagetool.client import RuleChoice
from newslint.engines.languagetool.connection import Connection
from newslint.engines.languagetool.errors import LanguageToolRejected, LanguageToolTimeout, ServerCannotStart
from newslint.engines.languagetool.options import LanguageToolOptions
from newslint.engines.languagetool.run import ServerRun
from newslint.engines.languagetool.server import Launch, Running, start
from newslint.engines.languagetool.shared_server import SharedServer

WENT = "The clerk has eat early."
OURS = "Police shut the the bridge.\n\n" + WENT + "\n"
ASKED = (
    "check",
    "--with",
    "languagetool",
    "--ignore",
    "verb-form",
    "--no-cache",
    "--output-format",
    "concise",
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "news")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("NEWSLINT_LT_URL", raising=False)
    Path("a.txt").write_text(OURS)


@pytest.fixture
def at_home(languagetool_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_LT_HOME", str(languagetool_home))
    return languagetool_home


@pytest.fixture
def run() -> Iterator[ServerRun]:
    run = ServerRun()
    yield run
    run.end()
    assert not run.folder.exists()


def access(run: ServerRun, home: Path, **table: object) -> Connection:
    return Connection(LanguageToolOptions(**{"home": str(home), "timeout": 20.0, **table}), run)  # type: ignore[arg-type]


def kept(run: ServerRun) -> Running:
    (folder,) = run.folder.iterdir()
    running = shared_server.load(folder).running
    assert running
    return running


def jvms() -> set[int]:
    """The servers that run now and are children of this process or of one that it started."""
    listed = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    lines = (line.split(None, 1) for line in listed.splitlines())
    return {int(line[0]) for line in lines if server.MAIN in line[1] and "java" in line[1].split()[0]}


def java(running: Running) -> int:
    """The JVM of a server."""
    listed = subprocess.run(["ps", "-eo", "pid=,pgid=,comm="], capture_output=True, text=True, check=True)
    rows = (line.split() for line in listed.stdout.splitlines())
    return next(int(pid) for pid, group, name in rows if int(group) == running.group and name == "java")


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.usefixtures("at_home")
def test_a_run_has_one_server_for_all_its_processes_and_leaves_none() -> None:
    before = jvms()
    for number in range(12):
        Path(f"n{number}.txt").write_text(WENT)
    result = newslint(*ASKED, "-j", "3", ".")
    assert (result.code, result.err) == (1, "")
    assert result.out.count("languagetool/HAVE_PART_AGREEMENT") == 13
    assert jvms() == before


def test_a_server_that_was_killed_is_started_again(at_home: Path, run: ServerRun) -> None:
    asking = access(run, at_home)
    assert asking.check(WENT, RuleChoice())
    first = kept(run)
    os.kill(java(first), signal.SIGKILL)
    assert [match.rule for match in asking.check(WENT, RuleChoice())] == ["HAVE_PART_AGREEMENT"]
    assert kept(run).url != first.url


def test_a_server_that_does_not_move_is_ended_and_started_again(at_home: Path, run: ServerRun) -> None:
    assert access(run, at_home, timeout=90.0).check(WENT, RuleChoice())
    stopped = java(kept(run))
    asking = access(run, at_home, timeout=4.0)
    os.kill(stopped, signal.SIGSTOP)
    with suppress(LanguageToolRejected):  # the new one may be too slow for so little patience
        assert asking.check(WENT, RuleChoice())
    assert not Path(f"/proc/{stopped}").exists()


@pytest.mark.usefixtures("at_home")
def test_too_little_memory_is_told_of_and_ours_still_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    before = jvms()
    for key, value in {"XMX": "24m", "START_TIMEOUT": "40", "TIMEOUT": "20"}.items():
        monkeypatch.setenv(f"NEWSLINT_LT_{key}", value)
    result = newslint(*ASKED, "a.txt")
    assert result.code == 3
    assert "double-word" in result.out
    assert "languagetool: LanguageTool" in result.out + result.err
    assert jvms() == before


def test_a_server_that_keeps_failing_is_not_started_for_ever(
    at_home: Path, run: ServerRun, monkeypatch
) -> None:
    monkeypatch.setattr(shared_server, "MAX_STARTS", 2)
    asking = access(run, at_home)

    def killed(*_: object) -> None:
        os.kill(java(kept(run)), signal.SIGKILL)
        raise LanguageToolTimeout("killed")

    monkeypatch.setattr(client.Client, "check", killed)
    with pytest.raises(LanguageToolRejected, match="failed twice at this text"):
        asking.check(WENT, RuleChoice())
    for _ in range(2):
        with pytest.raises(ServerCannotStart, match="failed 2 times in this run"):
            asking.check(WENT, RuleChoice())


def test_a_port_that_somebody_took_is_left_to_them(at_home: Path, tmp_path: Path, monkeypatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        free = server._free_port
        ports = iter([taken.getsockname()[1], free()])
        monkeypatch.setattr(server, "_free_port", lambda: next(ports))
        running = start(Launch(at_home), tmp_path, os.getpid())
        assert running.is_healthy()
        assert not running.url.endswith(f":{taken.getsockname()[1]}")
        running.end()
        assert not running.is_healthy()


def test_a_slow_start_is_told_of_and_nothing_is_left(at_home: Path, tmp_path: Path) -> None:
    before = jvms()
    with pytest.raises(ServerCannotStart, match=r"no answer within 0\.2 s"):
        start(Launch(at_home, patience=0.2), tmp_path, os.getpid())
    assert jvms() == before


def test_the_server_ends_with_a_run_that_was_killed(at_home: Path) -> None:
    code = (
        "import os, sys, time; from pathlib import Path;"
        "from newslint.engines.languagetool.server import *;"
        "r = start(Launch(Path(sys.argv[1])), Path('s'), os.getpid()); print(r.group, flush=True);"
        "time.sleep(99)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, at_home], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    group = int(process.stdout.readline())
    process.kill()
    process.wait()
    assert within(10, lambda: not _alive(group))
    assert not Path("s").exists()


def _alive(group: int) -> bool:
    rows = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    return any(int(g) == group and not s.startswith("Z") for g, s in map(str.split, rows.splitlines()))


def test_a_watched_command_ends_with_its_exit_code() -> None:
    folder = Path("state")
    folder.mkdir()
    assert watchdog.main(os.getpid(), folder, [sys.executable, "-c", "raise SystemExit(7)"]) == 7
    assert folder.exists()


def test_it_is_left_running_between_calls(at_home: Path, monkeypatch) -> None:
    assert newslint("languagetool").out.endswith("no server is running\n")
    started = newslint("languagetool", "start")
    assert started.code == 0
    try:
        assert newslint("languagetool", "start").out == started.out
        left = shared_server.load(connection.running_server_folder(at_home)).running
        assert left
        assert left.url in newslint("languagetool", "status").out
        with monkeypatch.context() as patched:
            patched.setattr(SharedServer, "url", lambda *_: pytest.fail("a second server was started"))
            assert "HAVE_PART_AGREEMENT" in newslint(*ASKED, "a.txt").out
        assert left.is_healthy()
        os.kill(java(left), signal.SIGKILL)
        assert "HAVE_PART_AGREEMENT" in newslint(*ASKED, "a.txt").out
    finally:
        assert newslint("languagetool", "stop").code == 0
    assert newslint("languagetool", "stop").out == "no server was running\n"


@pytest.mark.usefixtures("at_home")
def test_without_java_ours_still_speak(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = newslint(*ASKED, "a.txt")
    assert result.code == 3
    assert "double-word" in result.out
    assert "install Java 17" in result.out + result.err


def test_where_nothing_is_installed_it_says_what_to_do(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("NEWSLINT_LT_HOME", str(tmp_path / "nowhere"))
    assert "newslint languagetool install" in newslint("languagetool", "status").out
    if not server.shutil.which("java"):
        pytest.skip("Java is missing")
    result = newslint(*ASKED, "a.txt")
    assert result.code == 3
    assert "double-word" in result.out
    assert "newslint languagetool install" in result.out + result.err


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://127.0.0.1:9", "no LanguageTool answers at http://127.0.0.1:9"),
        ("ftp://127.0.0.1", "is not a server address"),
        ("http://192.0.2.1:8081", "`allow-remote = true` under [languagetool] in your own"),
    ],
)
def test_a_wrong_address_is_told_of(url: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python", reason="pip install 'newslint[languagetool]'")
    monkeypatch.setenv("NEWSLINT_LT_URL", url)
    monkeypatch.setenv("NEWSLINT_LT_TIMEOUT", "3")
    result = newslint(*ASKED, "a.txt")
    assert result.code == 3
    assert "double-word" in result.out
    assert told in result.out + result.err


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    monkeypatch.setenv("NEWSLINT_LT_URL", "http://127.0.0.1:9")
    result = newslint(*ASKED, "a.txt")
    assert "pip install '.[languagetool]'" in result.out + result.err


def test_an_address_that_is_silent_is_not_waited_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python", reason="pip install 'newslint[languagetool]'")
    monkeypatch.setenv("NEWSLINT_LT_URL", "http://127.0.0.1:9")
    asked: list[str] = []
    version = client.version

    def counted(url: str, timeout: float) -> str:
        asked.append(url)
        return version(url, timeout)

    monkeypatch.setattr(client, "version", counted)
    for number in range(3):
        Path(f"n{number}.txt").write_text(WENT)
    result = newslint("check", "--with", "languagetool", "-j", "1", ".")
    assert result.code == 3
    assert (result.out + result.err).count("no LanguageTool answers at") == 4
    assert asked == ["http://127.0.0.1:9"]


class Other(BaseHTTPRequestHandler):
    """A web server that is no LanguageTool, or one of another version."""

    answer: bytes = b"<html>"

    def do_GET(self) -> None:
        self._reply()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._reply()

    def _reply(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def other() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Other) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()


def test_what_is_no_languagetool_is_told_of(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python", reason="pip install 'newslint[languagetool]'")
    monkeypatch.setenv("NEWSLINT_LT_URL", other)
    result = newslint(*ASKED, "a.txt")
    assert result.code == 3
    assert "double-word" in result.out
    assert f"no LanguageTool answers at {other}" in result.out + result.err


def test_another_version_has_answers_of_its_own(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = []
    for number in ("6.7", "6.8"):
        told = {"software": {"version": number, "buildDate": "today"}, "matches": []}
        monkeypatch.setattr(Other, "answer", json.dumps(told).encode())
        versions.append(client.version(other, 5))
    assert versions == ["6.7 of today", "6.8 of today"]


def test_it_says_once_that_texts_leave_the_machine(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python", reason="pip install 'newslint[languagetool]'")
    monkeypatch.setattr(client, "loopback", lambda _: False)
    Path("b.txt").write_text(WENT)
    monkeypatch.setenv("NEWSLINT_LT_URL", other)
    monkeypatch.setenv("NEWSLINT_LT_ALLOW_REMOTE", "true")
    assert newslint(*ASKED, "a.txt", "b.txt").err.count(f"texts are sent to LanguageTool at {other}") == 1


def test_uninstalling_deletes_only_what_was_installed(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "libs").mkdir(parents=True)
    (mine / "libs" / "languagetool-server-6.8.jar").write_bytes(b"")
    assert newslint("languagetool", "uninstall", "--home", mine).code == 3
    assert (mine / "libs").exists()
    (mine / "rules.json").write_text("{}")
    assert newslint("languagetool", "uninstall", "--home", mine).code == 0
    assert list(mine.iterdir()) == []
