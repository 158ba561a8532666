"""Restores a file that was fixed."""

from __future__ import annotations

import zlib

from newslint.core.atomic_write import AtomicWriter, version_of
from newslint.runner.file_writer import hash_of
from newslint.runner.fix_history import FileChange


class NotRestored(ValueError):
    """A file was left as it is; the message says why."""


def restore(change: FileChange) -> None:
    """Undo a change of a file, unless it was undone already.

    Raises:
        NotRestored: the file has changed since, or the history is damaged.
        OSError: the file cannot be read or written.

    """
    version = version_of(change.path)
    now = hash_of(change.path)
    if now == change.before:
        return
    if now != change.after:
        raise NotRestored("it has changed since it was fixed")
    draft = AtomicWriter(change.path, version)
    try:
        at = 0
        for old in change.old:
            draft.copy(at, old.start)
            draft.write(old.data)
            at = old.end
        draft.copy(at, version[2])
        draft.file.flush()
        if hash_of(draft.path) != change.before:
            raise NotRestored("the history is damaged")
        draft.commit()
    except zlib.error:
        raise NotRestored("the history is damaged") from None
    finally:
        draft.discard()
