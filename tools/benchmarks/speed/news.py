"""Writes real news as files or as JSON Lines."""

from __future__ import annotations

import json
import random
from itertools import cycle
from pathlib import Path

from rates import articles

SETS = ("clean-curly", "clean-straight", "clean-bbc", "mt-documents")
SMALL = 7_000
"""Bytes of the small article."""


def texts(corpora: Path, sets: tuple[str, ...] = SETS) -> list[str]:
    """The articles of all sets in a reproducible random order."""
    found = [text for name in sets for _, text in articles(corpora, name)]
    random.Random(4).shuffle(found)  # noqa: S311
    return found


def write_files(news: list[str], folder: Path, megabytes: float) -> list[str]:
    """Write articles up to a size; return their files in order."""
    names: list[str] = []
    size = 0
    for text in news:
        name = f"{len(names):05}.txt"
        size += Path(folder, name).write_bytes(text.encode())
        names.append(name)
        if size >= megabytes * 1e6:
            break
    return names


def first(folder: Path, names: list[str], megabytes: float) -> list[str]:
    """The first files up to a size."""
    size, taken = 0, 0
    while taken < len(names) and size < megabytes * 1e6:
        size += Path(folder, names[taken]).stat().st_size
        taken += 1
    return names[:taken]


def megabytes(folder: Path, names: list[str]) -> float:
    """The size of files, in MB of 1,000,000 bytes."""
    return sum(Path(folder, name).stat().st_size for name in names) / 1e6


def write_lines(news: list[str], path: Path, megabytes: float) -> int:
    """Write articles as JSON Lines up to a size; return their number."""
    size = written = 0
    with path.open("wb") as file:
        for text in cycle(news):
            size += file.write(json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n")
            written += 1
            if size >= megabytes * 1e6:
                return written
    return written


def small_article(seeds: Path) -> str:
    """The plain sample articles, joined up to a long one's size."""
    parts = [
        path.read_text(encoding="utf-8").strip()
        for path in sorted(seeds.glob("*.txt"))
        if not path.stem.endswith((".fixed", ".report"))
    ]
    return "\n\n".join(parts).encode()[:SMALL].decode(errors="ignore").rsplit(" ", 1)[0] + ".\n"
