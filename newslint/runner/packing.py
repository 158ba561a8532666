"""Reports of checks in few bytes: on their way from one process to another, and from one run to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newslint.core.report import FileReport


@dataclass(frozen=True, slots=True)
class Packed:
    """A report without its path and texts, and the text that it is about."""

    data: bytes
    text: str = ""
    failed: bool = False

    def report(self, path: str) -> FileReport:
        """The report again, of the file at `path`."""
        bare = unpack(self.data)
        return replace(bare or FileReport(""), path=path, before=self.text, after=self.text)


def pack(report: FileReport) -> Packed | None:
    """A report of a check; None where it holds what has no bytes, as half a character."""
    import msgspec

    bare = replace(report, path="", before="", after="")
    try:
        data = msgspec.msgpack.encode(bare)
    except (UnicodeEncodeError, TypeError, OverflowError):
        return None
    return Packed(data, report.before, report.error is not None)


def unpack(data: bytes) -> FileReport | None:
    """The report without its path and texts, or None if that is none of this version."""
    import msgspec

    try:
        return msgspec.msgpack.decode(data, type=FileReport)
    except (msgspec.DecodeError, TypeError, ValueError):
        return None
