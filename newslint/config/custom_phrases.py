"""A newsroom's own phrase tables: wrong phrases, and right ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.core.bounded import read_at_most, unpack_at_most
from newslint.core.errors import ConfigError

LARGEST = 64_000_000
"""The most bytes that an unpacked table may have."""
HEADER_NAMES = frozenset({"wrong", "phrase", "tortured"})
"""What the first column may be called in a header."""


def read_phrases(file: Path) -> tuple[tuple[str, str], ...]:
    """Return the wrong phrases of a table, each with its right one.

    Raises:
        ConfigError: the file cannot be read, is too large or not UTF-8, or a line has no second column.

    """
    return tuple(_phrases(file))


def _phrases(file: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(_read_text(file).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        wrong, _, rest = line.partition("\t")
        right = rest.partition("\t")[0].strip()
        if number == 1 and wrong.strip().lower() in HEADER_NAMES:
            continue
        if not wrong.strip() or not right:
            raise ConfigError(f"{file}: line {number}: write the wrong phrase, a tab, and the right one")
        if wrong.strip().lower() != right.lower():  # published tables contain such rows
            yield wrong.strip(), right


def _read_text(file: Path) -> str:
    try:
        data = read_at_most(file, LARGEST)
        return (unpack_at_most(data, LARGEST) if file.suffix == ".gz" else data).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: not a table in UTF-8") from None
    except ValueError as error:
        raise ConfigError(f"{file}: {error}") from None
