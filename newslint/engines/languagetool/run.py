"""What the processes of one run share about LanguageTool."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path


def _fresh() -> str:
    return f"newslint-languagetool-{os.urandom(8).hex()}"


@dataclass(frozen=True)
class ServerRun:
    """A folder, made when a server is needed, and the process that its server ends with at the latest."""

    name: str = field(default_factory=_fresh)
    master: int = field(default_factory=os.getpid)

    @property
    def folder(self) -> Path:
        """Where its processes look for the server."""
        import tempfile

        return Path(tempfile.gettempdir(), self.name)

    def end(self) -> None:
        """End the servers of the run, if there are any."""
        if not self.folder.exists():
            return
        import shutil

        from newslint.engines.languagetool import keeper

        for kept in self.folder.iterdir():
            keeper.end(kept)
        shutil.rmtree(self.folder, ignore_errors=True)
