"""Damaged copy on disk: `clean/`, `damaged/` and `answers.jsonl`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from newslint.core.positions import Span
from newslint.testing.corruption.inject import Answer, DamagedText

CLEAN, DAMAGED, ANSWERS = "clean", "damaged", "answers.jsonl"


class NoBench(ValueError):
    """A directory does not hold damaged copy with valid answers."""


class _ArticleLine(msgspec.Struct, frozen=True):
    file: str
    kind: str
    rules: tuple[str, ...]
    start: int
    end: int
    was: str
    line: int
    sure: bool
    exact: bool


def write(folder: Path, name: str, clean: str, damaged: DamagedText) -> None:
    """Write an article and its damaged form, and add its answers.

    Raises:
        OSError: something cannot be written.

    """
    for part, text in ((CLEAN, clean), (DAMAGED, damaged.text)):
        file = folder / part / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    with (folder / ANSWERS).open("ab") as lines:
        for answer in damaged.answers:
            line = _ArticleLine(
                name, answer.kind, answer.rules, answer.span.start, answer.span.end, answer.was,
                answer.line, answer.sure, answer.exact,
            )  # fmt: skip
            lines.write(msgspec.json.encode(line) + b"\n")


def read(folder: Path) -> Iterator[tuple[str, str, str, list[Answer]]]:
    """Yield the name, clean text, damaged text and answers of each file.

    Raises:
        NoBench: something is missing or inconsistent.

    """
    answers: dict[str, list[Answer]] = defaultdict(list)
    for line in _lines(folder):
        answers[line.file].append(
            Answer(
                line.kind, line.rules, Span(line.start, line.end), line.was, line.line, line.sure, line.exact
            )
        )
    for name, known in answers.items():
        clean, damaged = (_text(folder, part, name) for part in (CLEAN, DAMAGED))
        if any(answer.span.end > len(damaged) for answer in known):
            raise NoBench(f"{folder / DAMAGED / name}: modified since; inject the damage again")
        yield name, clean, damaged, known


def _lines(folder: Path) -> list[_ArticleLine]:
    file = folder / ANSWERS
    try:
        return [msgspec.json.decode(line, type=_ArticleLine) for line in file.read_bytes().splitlines()]
    except OSError:
        raise NoBench(
            f"{folder}: no {ANSWERS} there; `newslint inject DIR --out {folder}` makes it"
        ) from None
    except msgspec.DecodeError as error:
        raise NoBench(f"{file}: {error}") from None


def _text(folder: Path, part: str, name: str) -> str:
    file = folder / part / name
    if ".." in Path(name).parts or Path(name).is_absolute():
        raise NoBench(f"{folder / ANSWERS}: {name} is outside the directory")
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise NoBench(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise NoBench(f"{file}: is not UTF-8") from None
