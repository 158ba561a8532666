"""Tables of phrases that a newsroom keeps: two columns, the wrong phrase and the right one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.core.bounded import read_at_most, unpack_at_most
from newslint.core.errors import ConfigError

LARGEST = 64_000_000
"""Bytes of a table, unpacked."""
HEADS = frozenset({"wrong", "phrase", "tortured"})
"""What the first column is called, if the columns have names."""


def read_phrases(file: Path) -> tuple[tuple[str, str], ...]:
    """The phrases of a table, each with the right words; `.gz` is unpacked, a line with # is a comment.

    Raises:
        ConfigError: the file cannot be read, is too large or no UTF-8, or a line has no second column.

    """
    return tuple(_phrases(file))


def _phrases(file: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(_text(file).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        wrong, _, rest = line.partition("\t")
        right = rest.partition("\t")[0].strip()
        if number == 1 and wrong.strip().lower() in HEADS:
            continue
        if not wrong.strip() or not right:
            raise ConfigError(f"{file}: line {number}: write the wrong phrase, a tab, and the right one")
        if wrong.strip().lower() != right.lower():  # published tables have such rows; nothing is wrong there
            yield wrong.strip(), right


def _text(file: Path) -> str:
    try:
        data = read_at_most(file, LARGEST)
        return (unpack_at_most(data, LARGEST) if file.suffix == ".gz" else data).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: not a table in UTF-8") from None
    except ValueError as error:
        raise ConfigError(f"{file}: {error}") from None
