"""Shards of output, written whole or not at all, with their checksums."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from newslint.core.atomic_write import AtomicWriter


class WrittenFile(Struct, frozen=True):
    """A file that was written: its path, rows, bytes and SHA-256."""

    path: str
    rows: int
    size: int
    sha256: str


class RowWriter(Protocol):
    """Writes rows or records to a draft."""

    def write(self, data: Any, /) -> Any:  # noqa: ANN401 - as the format of the file has it
        """Append data."""
        ...

    def close(self) -> None:
        """Complete the content; the file stays a draft."""
        ...


class Shard(Protocol):
    """Some consecutive rows of output."""

    def write(self, data: Any, /) -> None:  # noqa: ANN401 - as the format of the file has it
        """Append data."""
        ...

    def commit(self, rows: int) -> list[WrittenFile]:
        """Give its files their names.

        Raises:
            OSError: they cannot be written.

        """
        ...

    def discard(self) -> None:
        """Remove what has no name yet."""
        ...


class ShardFile:
    """A draft of a shard; `commit` gives it its name."""

    closed = False

    def __init__(self, path: Path) -> None:
        """Begin a draft beside the file to be."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.size = 0
        self._hash = sha256()
        self._draft = AtomicWriter(path, missing_ok=True)

    @property
    def checksum(self) -> str:
        """The SHA-256 of what was written."""
        return self._hash.hexdigest()

    def write(self, data: bytes) -> int:
        """Append bytes."""
        self._hash.update(data)
        self.size += len(data)
        self._draft.write(data)
        return len(data)

    def tell(self) -> int:
        """The number of bytes written."""
        return self.size

    def flush(self) -> None:
        """Do nothing, as a draft is only read when it is complete."""

    def close(self) -> None:
        """Do nothing, as `commit` or `discard` ends a draft."""

    def writable(self) -> bool:
        """Whether it can be written to."""
        return True

    def readable(self) -> bool:
        """Whether it can be read."""
        return False

    def seekable(self) -> bool:
        """Whether it can be written anywhere but at its end."""
        return False

    def commit(self) -> None:
        """Give the file its name.

        Raises:
            NotWritten: it cannot be written, or an earlier write failed.

        """
        self._draft.commit()

    def discard(self) -> None:
        """Remove the draft, if it has not got its name."""
        self._draft.discard()


class FileShard:
    """A shard that is one file."""

    def __init__(self, draft: ShardFile, writer: RowWriter) -> None:
        """Write to a draft through what its format needs."""
        self._draft, self._writer = draft, writer

    def write(self, data: Any) -> None:  # noqa: ANN401 - as the format of the file has it
        """Append data."""
        self._writer.write(data)

    def commit(self, rows: int) -> list[WrittenFile]:
        """Give the file its name."""
        self._writer.close()
        self._draft.commit()
        return [WrittenFile(str(self._draft.path), rows, self._draft.size, self._draft.checksum)]

    def discard(self) -> None:
        """Remove the draft, if it has not got its name."""
        self._draft.discard()
