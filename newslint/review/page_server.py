"""The local server of the page to paste into.

A request is refused unless it names this computer as its host (else a page elsewhere could reach the server
under a name of its own), has the token in its path, and, if it sends a file, comes from the page itself. A
file is one request, whose body is a line of JSON and then the bytes of the file; answers have the same form.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
import socket
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import cache
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from socketserver import TCPServer
from string import Template
from threading import Timer

import msgspec
from msgspec import Struct

from newslint._version import __version__
from newslint.core.errors import UnknownName
from newslint.engines.languagetool.names import own_rules
from newslint.formats import FORMATS
from newslint.review.decisions import ReviewedFile
from newslint.review.desk import DeskAnswer, DeskTask
from newslint.review.limited_worker import WorkerFailure
from newslint.review.resources import resource
from newslint.rules import selection

HOSTS = ("127.0.0.1", "::1")
"""The addresses that only this computer reaches."""
MAX_BYTES = 20_000_000
"""Bytes of a request; nobody reviews more, and a browser would not show it."""
READ_SECONDS = 60.0
"""Maximum time for a request to arrive."""
LONGEST_NAME = 200
PASTED = "pasted.txt"
DESK = "file"
"""What files are sent to."""
TOKEN_BYTES = 24
HTML, CSS, SCRIPT, JSON, TEXT, DATA = (
    "text/html; charset=utf-8",
    "text/css; charset=utf-8",
    "text/javascript; charset=utf-8",
    "application/json",
    "text/plain; charset=utf-8",
    "application/octet-stream",
)
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the address has the token
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class BadRequest(Exception):
    """A request is refused with a status; the message says why."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


class _Sent(Struct, frozen=True, forbid_unknown_fields=True):
    """What the line before the bytes of a file says of it."""

    name: str
    decisions: ReviewedFile | None = None
    as_text: bool = False


class PageServer(ThreadingHTTPServer):
    """Serves the page, and hands files to a desk."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # where it lets others take the port over

    def __init__(self, desk: Callable[[DeskTask], DeskAnswer], host: str = HOSTS[0], port: int = 0) -> None:
        """Listen at an address of this computer; port 0 is any free.

        Raises:
            ValueError: others could reach the address.
            OSError: the port is not free.

        """
        if host not in HOSTS:
            raise ValueError(f"newslint serves this computer only, at {' or '.join(HOSTS)}")
        self.desk = desk
        self.token = secrets.token_urlsafe(TOKEN_BYTES)
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{self._name}/{self.token}/"

    @property
    def _name(self) -> str:
        host, port = self.server_address[:2]
        return f"[{host!s}]:{port}" if ":" in str(host) else f"{host!s}:{port}"

    def knows_host(self, said: str) -> bool:
        """Whether a Host header names this server."""
        return said.lower() in (self._name, f"localhost:{self.server_address[1]}")

    def server_bind(self) -> None:
        """Bind the socket without looking up the computer's name."""
        TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, unless the browser has only gone away."""
        import sys

        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PageServer
    timeout = READ_SECONDS

    def setup(self) -> None:
        """Limit the time in which the request must arrive."""
        super().setup()
        self._timer = Timer(READ_SECONDS, self._stop_reading)
        self._timer.daemon = True
        self._timer.start()

    def finish(self) -> None:
        """Stop the timer."""
        self._timer.cancel()
        super().finish()

    def _stop_reading(self) -> None:
        with suppress(OSError):  # the browser has gone away
            self.connection.shutdown(socket.SHUT_RD)

    def do_GET(self) -> None:
        """Send the page or a part of it."""
        try:
            name = self._require_path(_pages())
        except BadRequest as bad:
            self.send_error(bad.status, str(bad))
        else:
            kind, content = _pages()[name]
            self._send(HTTPStatus.OK, kind, content)

    def do_POST(self) -> None:
        """Check or fix a file."""
        try:
            self._require_path((DESK,))
            self._require_own_page()
            task = _task(self._read())
            self._timer.cancel()
            answer = self.server.desk(task)
        except BadRequest as bad:
            self.send_error(bad.status, str(bad))
        except WorkerFailure as error:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        else:
            if answer.error:
                self.send_error(HTTPStatus.UNPROCESSABLE_ENTITY, answer.error)
            else:
                self._send(HTTPStatus.OK, DATA if task.decisions else JSON, answer.content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Send a message as plain text."""
        self._send(code, TEXT, (message or HTTPStatus(code).phrase).encode("utf-8", "replace"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class calls it
        """Log nothing: the token would be in it."""

    def version_string(self) -> str:
        """The name of the server, without those of its parts."""
        return "newslint"

    def _require_path(self, known: Collection[str]) -> str:
        """What is asked for below the token.

        Raises:
            BadRequest: the host or the token is not that of this server, or there is no such thing.

        """
        if not self.server.knows_host(self.headers.get("Host", "")):
            raise BadRequest(HTTPStatus.FORBIDDEN, "this server has another name")
        path = self.path.partition("?")[0].removeprefix("/")
        token, slash, name = path.partition("/")
        if (
            not hmac.compare_digest(token.encode(), self.server.token.encode())
            or not slash
            or name not in known
        ):
            raise BadRequest(HTTPStatus.NOT_FOUND, "not found")
        return name

    def _require_own_page(self) -> None:
        """Refuse what another page sends.

        Raises:
            BadRequest: the origin is not that of this server, or a form could have sent it.

        """
        if self.headers.get("Origin") != f"http://{self.headers['Host']}":
            raise BadRequest(HTTPStatus.FORBIDDEN, "sent by another page")
        if self.headers.get("Content-Type") != DATA:
            raise BadRequest(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send {DATA}")

    def _read(self) -> bytes:
        """The body of the request.

        Raises:
            BadRequest: it is too large, too slow, or has no length.

        """
        said = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (said.isascii() and said.isdecimal()):
            raise BadRequest(HTTPStatus.LENGTH_REQUIRED, "say how long the request is")
        if len(said) > len(str(MAX_BYTES)) or int(said) > MAX_BYTES:
            raise BadRequest(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"larger than {MAX_BYTES // 1_000_000} MB, the limit"
            )
        body = self.rfile.read(int(said))
        if len(body) < int(said):
            raise BadRequest(HTTPStatus.REQUEST_TIMEOUT, "the request did not arrive whole, or in time")
        return body

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _task(body: bytes) -> DeskTask:
    """The task of a request.

    Raises:
        BadRequest: it is not one that the page sends.

    """
    head, line_end, data = body.partition(b"\n")
    try:
        sent = msgspec.convert(json.loads(head), _Sent)
        if sent.decisions:
            selection.expand(own_rules({choice.rule for choice in sent.decisions.accepted}))
    except (ValueError, RecursionError, UnknownName):
        sent = None
    if sent is None or not line_end:
        raise BadRequest(HTTPStatus.BAD_REQUEST, "not a request of this page")
    return DeskTask(_file_name(sent.name), data, sent.decisions, sent.as_text)


def _file_name(said: str) -> str:
    """A file name without directories, by which format and rules are chosen."""
    name = PurePosixPath(said.replace("\\", "/")).name.replace("\0", "")
    return name[-LONGEST_NAME:].encode("utf-8", "replace").decode() or PASTED


@cache
def _pages() -> Mapping[str, tuple[str, bytes]]:
    """What can be asked for, each with its type."""
    page = Template(resource("paste.html")).substitute(
        version=__version__,
        limit=MAX_BYTES,
        keys=resource("keys.html"),
        formats="".join(
            f'<option value="pasted{made.suffixes[0]}">{escape(made.title)}</option>'
            for made in FORMATS.values()
            if made.name != "docx"
        ),
        suffixes=escape(",".join(suffix for made in FORMATS.values() for suffix in made.suffixes)),
    )
    return {
        "": (HTML, page.encode()),
        "page.css": (CSS, resource("page.css", "paste.css").encode()),
        "page.js": (SCRIPT, resource("review.js", "paste.js").encode()),
    }
