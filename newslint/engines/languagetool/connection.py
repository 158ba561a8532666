"""Connects to a server: configured, left running, or started by this run."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from newslint.engines.languagetool import client, installation, shared_server
from newslint.engines.languagetool.client import Client, Match, RuleChoice
from newslint.engines.languagetool.errors import LanguageToolError, LanguageToolRejected, LanguageToolTimeout
from newslint.engines.languagetool.options import LanguageToolOptions
from newslint.engines.languagetool.run import ServerRun
from newslint.engines.languagetool.server import Launch
from newslint.engines.languagetool.shared_server import SharedServer

T = TypeVar("T")


class Connection:
    """A process's connection to a server, as the user has configured it."""

    def __init__(self, options: LanguageToolOptions, run: ServerRun) -> None:
        """Store the options; the server starts with the first text."""
        self.options, self.run = options, run
        self._known: Client | None = None
        self._at = ""
        """The URL at which our own server answered last."""
        self._failure = ""
        """The error of the configured server, which is not contacted again."""

    def check(self, text: str, wish: RuleChoice) -> tuple[Match, ...]:
        """Check a text; if our own server fails, retry with another.

        Raises:
            LanguageToolError: there is no answer; the message says why.

        """
        client.library()  # fail before starting a server in vain
        if self.url:
            return self._check_configured(text, wish)
        at = self._at or self._own_server()
        try:
            return self._client(at).check(text, wish)
        except LanguageToolTimeout as error:
            first = error
        at = self._own_server(dead=at)
        try:
            return self._client(at).check(text, wish)
        except LanguageToolTimeout as again:
            self._at = ""
            self._shared_server.give_up_on(at)
            raise LanguageToolRejected(f"LanguageTool failed twice at this text: {again}") from first

    @property
    def url(self) -> str:
        """The configured URL without a final slash; empty for our own server."""
        return self.options.url.rstrip("/").removesuffix("/v2")

    @property
    def remote(self) -> bool:
        """Whether texts leave this machine."""
        return bool(self.url) and not client.loopback(self.url)

    @cached_property
    def home(self) -> Path:
        """The directory of the server that newslint starts."""
        return installation.home(self.options.home or None)

    @cached_property
    def version(self) -> str:
        """The version of the server, if possible without starting it.

        Raises:
            LanguageToolError: the configured server does not answer, or is not allowed.

        """
        if self.url:
            return self._ask_configured(lambda url: client.version(url, self.options.timeout))
        return installation.version(self.home)

    def _check_configured(self, text: str, wish: RuleChoice) -> tuple[Match, ...]:
        """Check a text on the configured server."""
        client = self._ask_configured(self._client)
        try:
            return client.check(text, wish)
        except LanguageToolTimeout:
            self._known = None
            raise

    def _client(self, url: str) -> Client:
        if self._known is None or self._known.url != url:
            self._known = None
            self._known = Client(url, self.options.timeout)
        return self._known

    def _ask_configured(self, ask: Callable[[str], T]) -> T:
        """Ask the configured server, unless it has failed: each file would wait."""
        if self._failure:
            raise LanguageToolTimeout(self._failure)
        try:
            return ask(self._permitted_url())
        except LanguageToolTimeout as error:
            self._failure = str(error)
            raise

    def _own_server(self, dead: str = "") -> str:
        """The URL of a running server, or else of this run's."""
        left = shared_server.load(running_server_folder(self.home)).running
        if left and not dead and left.is_healthy():
            self._at = left.url
        else:
            self._at = self._shared_server.url(dead)
        return self._at

    @cached_property
    def _shared_server(self) -> SharedServer:
        launch = Launch(self.home, self.options.xmx, self.options.start_timeout)
        return SharedServer(self.run.folder / _short(repr(launch)), launch, self.run.master)

    def _permitted_url(self) -> str:
        if not self.url.startswith(("http://", "https://")):
            raise LanguageToolError(
                f"“{self.url}” is not a server address: it must begin with http:// or https://"
            )
        if self.remote and not self.options.allow_remote:
            raise LanguageToolError(
                f"{self.url} is another machine, to which every text would be sent; "
                "`allow-remote = true` under [languagetool] in your own configuration allows it"
            )
        return self.url


def running_server_folder(home: Path) -> Path:
    """The state folder of the server left running for a directory."""
    return installation.default().parent / "languagetool-servers" / _short(str(home.absolute()))


def _short(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()
