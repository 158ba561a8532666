"""The state of LanguageTool that processes of a run share."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct, field


def _new_name() -> str:
    return f"newslint-languagetool-{os.urandom(8).hex()}"


class ServerRun(Struct, frozen=True):
    """A state folder, and the process with which its servers end."""

    name: str = field(default_factory=_new_name)
    master: int = field(default_factory=os.getpid)

    @property
    def folder(self) -> Path:
        """The folder with the state of the server."""
        import tempfile

        return Path(tempfile.gettempdir(), self.name)

    def end(self) -> None:
        """End the servers of the run, if any."""
        if not self.folder.exists():
            return
        import shutil

        from newslint.engines.languagetool import shared_server

        for server in self.folder.iterdir():
            shared_server.end(server)
        shutil.rmtree(self.folder, ignore_errors=True)
