"""Reaching a server: one that was named, one that was left running, or one that this run starts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from newslint.engines.languagetool import client, keeper
from newslint.engines.languagetool import home as homes
from newslint.engines.languagetool.client import Client, Match, RuleChoice
from newslint.engines.languagetool.keeper import SharedServer
from newslint.engines.languagetool.options import LanguageToolOptions
from newslint.engines.languagetool.run import ServerRun
from newslint.engines.languagetool.server import Launch
from newslint.engines.languagetool.trouble import LanguageToolError, LanguageToolRejected, LanguageToolTimeout

T = TypeVar("T")


class Access:
    """The way to a server, as the user has it; each process has its own."""

    def __init__(self, options: LanguageToolOptions, run: ServerRun) -> None:
        """Know the way; nothing is started before a text is to be checked."""
        self.options, self.run = options, run
        self._known: Client | None = None
        self._at = ""
        """Where our own server answered last."""
        self._silent = ""
        """Why the address that was named is not asked again."""

    def check(self, text: str, wish: RuleChoice) -> tuple[Match, ...]:
        """What LanguageTool says of a text; where our own server fails at it, a new one is asked once more.

        Raises:
            Trouble: it says nothing; the text says why.

        """
        client.library()  # before a server is started in vain
        if self.url:
            return self._named(text, wish)
        at = self._at or self._own()
        try:
            return self._client(at).check(text, wish)
        except LanguageToolTimeout as error:
            first = error
        at = self._own(dead=at)
        try:
            return self._client(at).check(text, wish)
        except LanguageToolTimeout as again:
            self._at = ""
            self._keeper.give_up_on(at)
            raise LanguageToolRejected(f"LanguageTool failed twice at this text: {again}") from first

    @property
    def url(self) -> str:
        """The address that was named, without a slash at its end; empty where newslint has its own server."""
        return self.options.url.rstrip("/").removesuffix("/v2")

    @property
    def remote(self) -> bool:
        """Whether texts leave this machine."""
        return bool(self.url) and not client.loopback(self.url)

    @cached_property
    def home(self) -> Path:
        """Where the server lies that newslint starts."""
        return homes.home(self.options.home or None)

    @cached_property
    def version(self) -> str:
        """The version that answers, found out without starting a server where that can be.

        Raises:
            Trouble: none answers at the address that was named, or it is not allowed.

        """
        if self.url:
            return self._heard(lambda url: client.version(url, self.options.timeout))
        return homes.version(self.home)

    def _named(self, text: str, wish: RuleChoice) -> tuple[Match, ...]:
        """What the server says that was named."""
        asked = self._heard(self._client)
        try:
            return asked.check(text, wish)
        except LanguageToolTimeout:
            self._known = None
            raise

    def _client(self, url: str) -> Client:
        if self._known is None or self._known.url != url:
            self._known = None
            self._known = Client(url, self.options.timeout)
        return self._known

    def _heard(self, ask: Callable[[str], T]) -> T:
        """What a named address answers; one that was silent is left alone, or each file would wait for it."""
        if self._silent:
            raise LanguageToolTimeout(self._silent)
        try:
            return ask(self._allowed())
        except LanguageToolTimeout as error:
            self._silent = str(error)
            raise

    def _own(self, dead: str = "") -> str:
        """The address of a server that was left running, or else of that of this run; never the dead one."""
        left = keeper.load(standing(self.home)).running
        if left and not dead and left.healthy():
            self._at = left.url
        else:
            self._at = self._keeper.url(dead)
        return self._at

    @cached_property
    def _keeper(self) -> SharedServer:
        launch = Launch(self.home, self.options.xmx, self.options.start_timeout)
        return SharedServer(self.run.folder / _short(repr(launch)), launch, self.run.master)

    def _allowed(self) -> str:
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


def standing(home: Path) -> Path:
    """Where the state of a server lies that was left running from a home."""
    return homes.default().parent / "languagetool-servers" / _short(str(home.absolute()))


def _short(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()
