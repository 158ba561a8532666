"""A folder of text files, each of which is a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.corpus.files.row_file import RowFile, Unwritable
from newslint.corpus.files.state import size_of
from newslint.corpus.rows import CorpusRow, RowBatch
from newslint.corpus.shards import ShardFile, WrittenFile
from newslint.runner.text_linter import MAX_TEXT, MOST_BYTES

BATCH_FILES = 50
MAX_BYTES = MAX_TEXT * MOST_BYTES


class TextFolder(RowFile, frozen=True):
    """The text files of a folder, whose subfolders are the sources."""

    files: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The suffix of its files."""
        return ".txt"

    @property
    def text_format(self) -> str:
        """The format of its texts."""
        return "plain"

    def batches(self, position: int, row: int) -> Iterator[tuple[RowBatch, int]]:
        """Yield the rows from a position on, with the bytes read."""
        light = TextFolder(self.path, self.name, self.columns)
        read = 0
        for start in range(position, len(self.files), BATCH_FILES):
            names = self.files[start : start + BATCH_FILES]
            size = sum(size_of(Path(self.path, name)) for name in names)
            read += size
            end = start + len(names)
            yield RowBatch(light, row, names, len(names), end, size), read
            row += len(names)

    def rows(self, batch: RowBatch) -> Iterator[CorpusRow]:
        """Yield the files of a batch."""
        for name in batch.data:
            source = Path(name).parent.as_posix()
            file = Path(self.path, name)
            try:
                size = file.stat().st_size
                if size > MAX_BYTES:
                    yield CorpusRow(name, source=source, error=f"file of {size:,} bytes: too long to be text")
                else:
                    yield CorpusRow(name, file.read_bytes(), source)
            except OSError as error:
                yield CorpusRow(name, source=source, error=f"cannot be read: {error.strerror}")

    def output(
        self, batch: RowBatch, texts: Sequence[str | None], dropped: frozenset[int]
    ) -> tuple[list[tuple[str, bytes]], Unwritable]:
        """The remaining files of the batch, each with its new bytes."""
        kept = [
            (name, Path(self.path, name).read_bytes() if text is None else text.encode("utf-8"))
            for number, (name, text) in enumerate(zip(batch.data, texts, strict=True))
            if number not in dropped and Path(self.path, name).is_file()
        ]
        return kept, {}

    def open_shard(self, folder: Path, number: int) -> FolderShard:  # noqa: ARG002 - a file has no number
        """Begin to write some of the files."""
        return FolderShard(folder)


class FolderShard:
    """Files written one by one, each whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Write into a folder."""
        self._folder = folder
        self._files: list[WrittenFile] = []

    def write(self, data: Sequence[tuple[str, bytes]]) -> None:
        """Write some files."""
        for name, content in data:
            shard = ShardFile(self._folder / name)
            try:
                shard.write(content)
                shard.commit()
            finally:
                shard.discard()
            self._files.append(WrittenFile(str(shard.path), 1, shard.size, shard.checksum))

    def commit(self, rows: int) -> list[WrittenFile]:  # noqa: ARG002 - as of other shards
        """What was written."""
        return self._files

    def discard(self) -> None:
        """Do nothing, as each file is whole and will be written again."""
