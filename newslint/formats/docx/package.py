"""A Word file as a zip archive, read within bounds and rebuilt."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from newslint.core.errors import SourceError

MAX_UNPACKED = 64 * 2**20
"""Unpacked bytes of the members that are read; a novel takes 5 MB."""
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")
LOCKED = "EncryptedPackage".encode("utf-16-le")
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
LOCAL_SIZE, CENTRAL_SIZE, END_SIZE = 30, 46, 22
SIZES_FOLLOW = 0x0008
"""The flag of a record whose sizes follow its content."""
LARGE = 0x0001
"""The extra field for sizes above 4 GB."""
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, IndexError)


class Package(Struct, frozen=True):
    """An archive: its bytes, and its members by lower-case name."""

    data: bytes
    members: Mapping[str, ZipInfo]
    comment: bytes = b""

    @property
    def is_signed(self) -> bool:
        """Whether the content has a digital signature."""
        return any(name.startswith("_xmlsignatures/") for name in self.members)

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """Unpack members.

        Raises:
            SourceError: a member is encrypted or damaged, or together they are too large.

        """
        content, left = {}, MAX_UNPACKED
        with ZipFile(BytesIO(self.data)) as archive:
            for name in names:
                content[name] = _content(archive, self.members[name], left)
                left -= len(content[name])
        return content

    def rebuild(self, changed: Mapping[str, bytes]) -> bytes:
        """Build the archive with new content for some members.

        Other records keep their bytes and order. Changed ones keep their names, dates and attributes, but
        lose the marks for sizes above 4 GB or after the content.

        Raises:
            SourceError: the layout of the archive cannot be kept.

        """
        new = {self.members[name].header_offset: content for name, content in changed.items()}
        end = len(self.data) - END_SIZE - len(self.comment)
        size, start = struct.unpack_from("<LL", self.data, end + 12)
        if self.data[end : end + 4] != b"PK\5\6" or start + size != end:
            raise SourceError("the archive is laid out in an unusual way; save it again in Word")
        entries = list(_entries(self.data, start, end))
        moved, records = _records(self.data, sorted(at for at, _ in entries), start, new)
        central = b"".join(
            _directory_entry(entry, records[moved[at] : moved[at] + LOCAL_SIZE], moved[at], changed=at in new)
            for at, entry in entries
        )
        tail = bytearray(self.data[end:])
        struct.pack_into("<LL", tail, 12, len(central), len(records))
        return records + central + bytes(tail)


def open_package(data: bytes) -> Package:
    """Open the archive in the bytes of a file.

    Raises:
        SourceError: the bytes are not a Word file, or are incomplete.

    """
    if data.startswith(OLD_WORD):
        locked = LOCKED in data
        raise SourceError(
            "the file is locked with a password; remove it in Word"
            if locked
            else "the file is in the old Word format (.doc); save it as .docx"
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos, comment = archive.infolist(), archive.comment
    except (*BROKEN, NotImplementedError) as error:
        raise SourceError(f"not a Word file, or cut off: {error}") from None
    if infos and infos[0].filename == "mimetype" and OPEN_DOCUMENT in data[:200]:
        raise SourceError("an OpenDocument file; save it as .docx")
    members = {info.filename.lower(): info for info in infos}
    if len(members) != len(infos):
        raise SourceError("the archive holds two members with the same name; save it again in Word")
    return Package(data, members, comment)


def _content(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    if info.flag_bits & 1:
        raise SourceError(f"{info.filename} is encrypted; remove the password")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise SourceError(f"{info.filename} is compressed by a method that Word does not use")
    try:
        with archive.open(info) as member:
            content = member.read(most + 1) if info.file_size <= most else None
    except (*BROKEN, NotImplementedError, RuntimeError) as error:
        raise SourceError(f"{info.filename} is damaged: {error}") from None
    if content is None or len(content) > most:
        raise SourceError(f"the text unpacks to more than {MAX_UNPACKED >> 20} MB, too much for an article")
    return content


def _entries(data: bytes, at: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Yield the offset and the central directory entry of each record."""
    while at < end:
        lengths = struct.unpack_from("<HHH", data, at + 28)
        (record,) = struct.unpack_from("<L", data, at + 42)
        size = CENTRAL_SIZE + sum(lengths)
        yield record, data[at : at + size]
        at += size


def _records(
    data: bytes, offsets: list[int], end: int, new: Mapping[int, bytes]
) -> tuple[dict[int, int], bytes]:
    """All records, some with new content, and their new offsets."""
    if not new.keys() <= set(offsets) or any(data[at : at + 4] != b"PK\3\4" for at in offsets):
        raise SourceError("the archive is laid out in an unusual way; save it again in Word")
    moved, parts, size = {}, [data[: offsets[0]]], offsets[0]
    for at, following in zip(offsets, [*offsets[1:], end], strict=True):
        moved[at] = size
        parts.append(_record(data, at, new[at]) if at in new else data[at:following])
        size += len(parts[-1])
    return moved, b"".join(parts)


def _record(data: bytes, at: int, content: bytes) -> bytes:
    """The record of a member with new content."""
    head = bytearray(data[at : at + LOCAL_SIZE])
    flags, method = struct.unpack_from("<HH", head, 6)
    name, extra = struct.unpack_from("<HH", head, 26)
    names = at + LOCAL_SIZE + name
    kept = _without_sizes(data[names : names + extra])
    packed = _compress(content, method)
    struct.pack_into("<H", head, 6, flags & ~SIZES_FOLLOW)
    struct.pack_into("<LLLHH", head, 14, zlib.crc32(content), len(packed), len(content), name, len(kept))
    return bytes(head) + data[at + LOCAL_SIZE : names] + kept + packed


def _directory_entry(entry: bytes, record: bytes, offset: int, *, changed: bool) -> bytes:
    """The entry of a member in the central directory, updated."""
    head = bytearray(entry[:CENTRAL_SIZE])
    struct.pack_into("<L", head, 42, offset)
    if not changed:
        return bytes(head) + entry[CENTRAL_SIZE:]
    name, extra = struct.unpack_from("<HH", head, 28)
    names = CENTRAL_SIZE + name
    kept = _without_sizes(entry[names : names + extra])
    head[8:10] = record[6:8]
    head[16:28] = record[14:26]
    struct.pack_into("<H", head, 30, len(kept))
    return bytes(head) + entry[CENTRAL_SIZE:names] + kept + entry[names + extra :]


def _compress(content: bytes, method: int) -> bytes:
    if method == ZIP_STORED:
        return content
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _without_sizes(extra: bytes) -> bytes:
    """Extra fields without the one for sizes above 4 GB."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind != LARGE:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept + extra[at:]
