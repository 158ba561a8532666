"""`newslint serve`: what its server refuses, and how it begins and ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from http.client import HTTPConnection, HTTPResponse
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from commands import newslint

from newslint.config.settings import Settings
from newslint.review import page_server
from newslint.review.desk import Desk, DeskAnswer, DeskTask
from newslint.review.limited_worker import LimitedWorker, WorkerBusy, WorkerFailure
from newslint.review.page_server import HEADERS, MAX_BYTES, PageServer

SEEDS = Path(__file__).parent.parent / "seeds"
DATA = "application/octet-stream"
STARTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
sys.argv = ["newslint", "serve", *sys.argv[1:]]
from newslint.__main__ import run
run()
"""
TEXT = b"Police shut the the bridge , he said.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class Client:
    """Sends requests to a server, and keeps what came to its desk."""

    def __init__(self, server: PageServer, tasks: list[DeskTask]) -> None:
        self.server, self.tasks = server, tasks
        self.host = urlsplit(server.url).netloc
        self.root = urlsplit(server.url).path

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str | None
    ) -> tuple[HTTPResponse, bytes]:
        """Send a request; a header that is None is not sent."""
        address, port = self.server.server_address[:2]
        connection = HTTPConnection(str(address), int(port), timeout=60)
        connection.putrequest(method, path, skip_host=True)
        said: dict[str, str | None] = {"Host": self.host}
        if body is not None:
            said |= {"Origin": f"http://{self.host}", "Content-Type": DATA, "Content-Length": str(len(body))}
        for name, value in (said | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def send(self, head: object, data: bytes) -> tuple[HTTPResponse, bytes]:
        return self.ask("POST", f"{self.root}file", json.dumps(head).encode() + b"\n" + data)


@pytest.fixture
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of a server at 127.0.0.1 whose desk does real work."""
    tasks: list[DeskTask] = []
    desk = Desk(Settings())

    def note(task: DeskTask) -> DeskAnswer:
        tasks.append(task)
        return desk(task)

    server = PageServer(note, getattr(request, "param", "127.0.0.1"))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield Client(server, tasks)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("name", ["", "page.css", "page.js"])
def test_the_page_and_its_parts_are_served(client: Client, name: str) -> None:
    answer, content = client.ask("GET", client.root + name)
    assert answer.status == 200
    assert content
    assert {key: answer.headers[key] for key in HEADERS} == HEADERS
    assert client.server.token.encode() not in content


def test_the_policy_lets_no_inline_code_run_and_the_page_has_none(client: Client) -> None:
    answer, content = client.ask("GET", client.root)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert {policy[key] for key in ("base-uri", "form-action", "frame-ancestors")} == {"'none'"}
    page = content.decode()
    assert page.count("<script") == page.count('<script src="page.js" defer></script>') == 1
    assert "<style" not in page
    assert "style=" not in page
    assert " on" not in "".join(part.split(">")[0] for part in page.split("<")[1:]).replace(" on ", "")


@pytest.mark.parametrize(
    "host", [None, "example.com", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.example.com:{port}"]
)
def test_another_host_is_refused(client: Client, host: str | None) -> None:
    named = host and host.replace("{port}", str(client.server.server_address[1]))
    for method, body in (("GET", None), ("POST", b"{}\n")):
        path = client.root + ("file" if body else "")
        answer, content = client.ask(method, path, body, Host=named, Origin=named and f"http://{named}")
        assert answer.status == 403
        assert b"<" not in content
    assert not client.tasks


def test_localhost_is_this_computer(client: Client) -> None:
    host = f"localhost:{client.server.server_address[1]}"
    assert client.ask("GET", client.root, Host=host)[0].status == 200
    body = b'{"name": "a.txt"}\n' + TEXT
    answer, _ = client.ask("POST", f"{client.root}file", body, Host=host, Origin=f"http://{host}")
    assert answer.status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/page.js",
        "/{token}",
        "/{token}x/",
        "/{cut}/",
        "/{token}/../",
        "/{token}/newslint.toml",
        "http://[/",
        "http://{token}/",
    ],
)
def test_another_path_is_refused(client: Client, path: str) -> None:
    token = client.server.token
    answer, content = client.ask("GET", path.replace("{token}", token).replace("{cut}", token[:-1]))
    assert answer.status == 404
    assert token.encode() not in content
    answer, _ = client.ask("POST", path.replace("{token}", token).replace("{cut}", token[:-1]), b"{}\n")
    assert answer.status == 404
    assert not client.tasks


def test_tokens_are_compared_in_constant_time(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    monkeypatch.setattr("newslint.review.page_server.hmac.compare_digest", compare)
    assert client.ask("GET", "/x/")[0].status == 404
    assert compared == [(b"x", client.server.token.encode())]


def test_each_server_has_a_token_of_its_own() -> None:
    tokens = set()
    for _ in range(3):
        server = PageServer(Desk(Settings()))
        server.server_close()
        tokens.add(server.token)
    assert len(tokens) == 3
    assert all(len(token) >= 32 for token in tokens)


@pytest.mark.parametrize("origin", [None, "null", "http://example.com", "https://{host}", "http://127.0.0.1"])
def test_another_origin_is_refused(client: Client, origin: str | None) -> None:
    said = origin and origin.replace("{host}", client.host)
    answer, _ = client.ask("POST", f"{client.root}file", b'{"name": "a.txt"}\n', Origin=said)
    assert answer.status == 403
    assert not client.tasks


@pytest.mark.parametrize(
    "kind", [None, "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"]
)
def test_what_a_form_can_send_is_refused(client: Client, kind: str | None) -> None:
    answer, _ = client.ask("POST", f"{client.root}file", b'{"name": "a.txt"}\n', Content_Type=kind)
    assert answer.status == 415
    assert not client.tasks


@pytest.mark.parametrize(
    ("length", "status"),
    [
        (None, 411),
        ("", 411),
        ("-1", 411),
        ("1e3", 411),
        ("²", 411),
        (str(MAX_BYTES + 1), 413),
        ("9" * 5_000, 413),
    ],
)
def test_a_request_without_a_length_or_too_large_is_refused(
    client: Client, length: str | None, status: int
) -> None:
    headers = {"Content_Length": length}
    answer, content = client.ask("POST", f"{client.root}file", b"", **headers)
    assert answer.status == status
    assert b"limit" in content or status == 411
    assert not client.tasks


def test_a_request_in_pieces_is_refused(client: Client) -> None:
    answer, _ = client.ask("POST", f"{client.root}file", b"", Transfer_Encoding="chunked")
    assert answer.status == 411


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}\n",
        b'{"name": "a.txt"}',
        b'{"name": 1}\n',
        b'{"name": "a.txt", "more": 1}\n',
        b"[" * 100_000 + b"\n",
        b"\xff\n",
        b'{"name": "a.txt", "decisions": {"path": "a.txt", "sha256": "", "decisions": [{"rule": "no-rule",'
        b' "start": 0, "end": 1, "suggestion": "", "accept": true}]}}\n',
    ],
)
def test_what_the_page_would_not_send_is_refused(client: Client, body: bytes) -> None:
    answer, content = client.ask("POST", f"{client.root}file", body)
    assert answer.status == 400
    assert content == b"not a request of this page"
    assert not client.tasks


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "<script>"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    answer, content = client.ask(method, client.root)
    assert answer.status == 501
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert content


def test_a_request_that_does_not_arrive_in_time_is_ended(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_server, "READ_SECONDS", 0.2)
    address, port = client.server.server_address[:2]
    head = f"POST {client.root}file HTTP/1.1\r\nHost: {client.host}\r\nOrigin: http://{client.host}\r\n"
    for begun in ("", "GET /", f"{head}Content-Type: {DATA}\r\nContent-Length: 100\r\n\r\nfirst"):
        with socket.create_connection((str(address), int(port)), timeout=60) as slow:
            slow.sendall(begun.encode())
            answer = slow.makefile("rb").read()
        assert not answer or answer.startswith((b"HTTP/1.0 408 ", b"this server has another name"))
    assert not client.tasks


@pytest.mark.parametrize("host", ["0.0.0.0", "", "::", "localhost", "192.0.2.1"])  # noqa: S104 - what is refused
def test_no_other_address_is_served(host: str) -> None:
    with pytest.raises(ValueError, match=r"this computer only"):
        PageServer(Desk(Settings()), host)
    assert newslint("serve", "--no-open", "--host", host).code == 2


@pytest.mark.skipif(not socket.has_ipv6, reason="this computer has no IPv6")
@pytest.mark.parametrize("client", ["::1"], indirect=True)
def test_the_other_address_of_this_computer_is_served(client: Client) -> None:
    assert client.server.url.startswith("http://[::1]:")
    assert client.ask("GET", client.root)[0].status == 200


def test_a_file_is_checked_by_its_name(client: Client) -> None:
    answer, content = client.send({"name": "../x\\..\\a.txt"}, TEXT)
    assert answer.status == 200
    checked = json.loads(content)
    assert checked["summary"] == "2 findings (safe fix: 2)"
    (file,) = checked["report"]["files"]
    assert file["path"] == "a.txt"
    assert file["sha256"] == sha256(TEXT).hexdigest()


def accept_all(checked: bytes) -> dict[str, object]:
    (file,) = json.loads(checked)["report"]["files"]
    file["decisions"] = [
        {
            "rule": finding["rule"],
            "start": finding["start"],
            "end": finding["end"],
            "suggestion": finding["suggestions"][0],
            "accept": True,
        }
        for finding in file.pop("findings")
        if finding["suggestions"]
    ]
    return file  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", sorted(path.name for path in SEEDS.glob("*.*") if path.suffix != ".md"))
def test_files_of_every_format_are_fixed_and_not_stored(client: Client, name: str) -> None:
    data = (SEEDS / name).read_bytes()
    _, checked = client.send({"name": name}, data)
    decisions = accept_all(checked)
    answer, content = client.send({"name": name, "decisions": decisions}, data)
    assert answer.status == 200, content
    head, _, fixed = content.partition(b"\n")
    assert (fixed != data) == bool(decisions["decisions"])
    assert json.loads(head)["summary"].startswith("Applied ")
    assert list(Path.cwd().iterdir()) == []
    if fixed != data:
        _, again = client.send({"name": name}, fixed)
        assert len(accept_all(again)["decisions"]) < len(decisions["decisions"])  # type: ignore[arg-type]


def test_text_to_copy_is_unicode_whatever_the_file_is(client: Client) -> None:
    data = "\ufeffPolice “shut” the the bridge.\r\n".encode("utf-16-le")
    _, checked = client.send({"name": "a.txt"}, data)
    wish = {"name": "a.txt", "decisions": accept_all(checked)}
    assert client.send(wish, data)[1].partition(b"\n")[2] == data.replace("the ".encode("utf-16-le"), b"", 1)
    text = client.send(wish | {"as_text": True}, data)[1].partition(b"\n")[2]
    assert text.decode() == "Police “shut” the bridge.\r\n"


def test_decisions_are_for_the_file_that_was_checked(client: Client) -> None:
    _, checked = client.send({"name": "a.txt"}, TEXT)
    answer, content = client.send({"name": "a.txt", "decisions": accept_all(checked)}, TEXT + b"More.\n")
    assert answer.status == 422
    assert b"has changed since it was reviewed" in content


def test_decisions_choose_no_words_of_their_own(client: Client) -> None:
    _, checked = client.send({"name": "a.txt"}, TEXT)
    decisions = accept_all(checked)
    for decision in decisions["decisions"]:  # type: ignore[attr-defined]
        decision["suggestion"] = "<script>"
    answer, content = client.send({"name": "a.txt", "decisions": decisions}, TEXT)
    head, _, fixed = content.partition(b"\n")
    assert answer.status == 200
    assert fixed == TEXT
    assert "newslint does not propose this here" in json.loads(head)["notes"][0]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.docx", b"PK\x03\x04 broken", "docx"),
        ("a.docx", b"", ""),
        ("a.txt", b"Police\0shut", "NUL"),
        ("a.json", b'{"body": ', ""),
        ("a.txt", b"caf\xe9", "not utf-8"),
        ("a.xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", ""),
    ],
)
def test_a_broken_file_is_an_error_on_the_page(client: Client, name: str, data: bytes, why: str) -> None:
    answer, content = client.send({"name": name}, data)
    assert answer.status == 200
    page = json.loads(content)
    assert ('<p class="error">Error: ' in page["html"]) == (page["summary"] == "Not checked.")
    assert why in page["html"]
    assert "root:" not in page["html"]


def test_the_configuration_of_the_directory_counts() -> None:
    Path("newslint.toml").write_text('ignore = ["double-word"]\n', "utf-8")

    def summary(settings: Settings) -> str:
        return str(json.loads(Desk(settings)(DeskTask("a.txt", TEXT)).content)["summary"])

    assert summary(Settings()) == "1 finding (safe fix: 1)"
    assert summary(Settings(isolated=True)) == "2 findings (safe fix: 2)"


def test_a_wrong_configuration_is_an_error_at_once() -> None:
    Path("newslint.toml").write_text("nonsense = 1\n", "utf-8")
    assert newslint("serve", "--no-open").code == 2


def test_a_port_that_is_taken_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = newslint("serve", "--no-open", "--port", taken.getsockname()[1])
    assert result.code == 3
    assert "Address already in use" in result.err


@pytest.mark.skipif(os.name == "nt", reason="Windows starts browsers another way")
@pytest.mark.parametrize("option", ["--open", "--no-open"])
def test_a_browser_is_opened_and_not_waited_for(option: str, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(
        f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/part; mv {tmp_path}/part {tmp_path}/opened; exec sleep 99\n'
    )
    browser.chmod(0o700)
    environment = os.environ | {"BROWSER": f"{browser} %s"}
    started = [sys.executable, "-c", STARTED, option]
    with subprocess.Popen(
        started, stdout=subprocess.PIPE, env=environment, start_new_session=True
    ) as process:
        assert process.stdout
        url = process.stdout.readline().decode().strip()
        address = urlsplit(url)
        connection = HTTPConnection(address.netloc, timeout=60)
        connection.request("GET", address.path)
        assert connection.getresponse().status == 200
        while option == "--open" and not (tmp_path / "opened").exists():
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 0
    if option == "--open":
        assert (tmp_path / "opened").read_text("utf-8") == url
    else:
        assert not (tmp_path / "opened").exists()


def sleep_or_crash(task: str) -> str:
    if task == "crash":
        os._exit(1)
    if task == "sleep":
        time.sleep(600)
    return task.upper()


def test_a_task_that_takes_too_long_or_crashes_spoils_no_other() -> None:
    worker = LimitedWorker(sleep_or_crash, 20)
    try:
        assert worker("a") == "A"
        with pytest.raises(WorkerFailure, match="crashed"):
            worker("crash")
        assert worker("b") == "B"
        worker._seconds = 0.2
        with pytest.raises(WorkerFailure, match=r"longer than 0\.2 seconds"):
            worker("sleep")
        with worker._lock, pytest.raises(WorkerBusy):
            worker("c")
        worker._seconds = 20
        assert worker("d") == "D"
    finally:
        worker.close()


def test_a_worker_closes_while_another_thread_restarts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = LimitedWorker(sleep_or_crash, 20)
    start, begun = worker._start, threading.Event()

    def start_slowly() -> None:
        worker._process = get_context("spawn").Process(target=sleep_or_crash, args=("a",))
        begun.set()
        time.sleep(0.5)
        start()

    def crash() -> None:
        with pytest.raises(WorkerFailure, match="crashed"):
            worker("crash")

    monkeypatch.setattr(worker, "_start", start_slowly)
    thread = threading.Thread(target=crash)
    thread.start()
    assert begun.wait(60)
    worker.close()
    thread.join()
    assert worker._process.exitcode is not None


def test_a_failure_of_the_worker_is_told() -> None:
    def fail(_task: DeskTask) -> DeskAnswer:
        raise WorkerFailure("it took longer than 1 seconds")

    server = PageServer(fail)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    answer, content = Client(server, []).send({"name": "a.txt"}, TEXT)
    server.shutdown()
    server.server_close()
    thread.join()
    assert (answer.status, content) == (503, b"it took longer than 1 seconds")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_server_and_its_process(number: signal.Signals, code: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STARTED, "--no-open"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        address = urlsplit(process.stdout.readline().strip())
        connection = HTTPConnection(address.netloc, timeout=60)
        body = b'{"name": "a.txt"}\n' + TEXT
        origin = {"Origin": f"http://{address.netloc}", "Content-Type": DATA}
        connection.request("POST", f"{address.path}file", body, origin)
        assert b"2 findings" in connection.getresponse().read()
        os.killpg(process.pid, number)  # as a terminal does
        said = process.stderr.read()  # which ends when the last of its processes has
        assert process.wait(60) == code
    assert "Traceback" not in said
