"""Terminal pictures for the README, of newslint on the README's paragraph."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import regex

from tools.generated import ROOT, settle

ARTICLE = "article.txt"
PARAGRAPH = regex.compile(r"<!-- damaged -->\n```text\n(.*?\n)```", regex.DOTALL)
SHOTS: Mapping[str, tuple[str, ...]] = {"check": ("check", ARTICLE), "fix": ("fix", "--diff", ARTICLE)}
WIDTH = 96
LETTERS = regex.compile(r"<text[^>]*>([^<]*)</text>")


def run(*, check: bool) -> int:
    """Refresh the pictures, or report stale ones."""
    article = paragraph((ROOT / "README.md").read_text("utf-8"))
    wanted = {ROOT / "docs" / f"{name}.svg": shot(article, args).encode() for name, args in SHOTS.items()}
    return settle(wanted, check=check, view=letters)


def paragraph(readme: str) -> str:
    """The damaged paragraph in the README.

    Raises:
        ValueError: the README has none.

    """
    found = PARAGRAPH.search(readme)
    if not found:
        raise ValueError("README.md has no ```text block after <!-- damaged -->")
    return found[1]


def shot(article: str, args: tuple[str, ...]) -> str:
    """A picture of a command and its output for an article."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ newslint {' '.join(args)}\n{output_of(article, args)}".rstrip()))
    return console.export_svg(title="newslint", unique_id=f"newslint-{args[0]}")


def output_of(article: str, args: tuple[str, ...]) -> str:
    """The output of a command in a terminal with colours.

    Raises:
        RuntimeError: newslint failed.

    """
    with TemporaryDirectory() as folder:
        Path(folder, ARTICLE).write_text(article, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "newslint", *args],
            cwd=folder,
            env={**os.environ, "FORCE_COLOR": "1", "NO_COLOR": "", "COLUMNS": str(WIDTH)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    if done.returncode > 1:
        raise RuntimeError(done.stdout)
    return done.stdout


def letters(svg: bytes) -> str:
    """The text of a picture, independent of rich's version."""
    return "\n".join(unescape(text).replace("\xa0", " ") for text in LETTERS.findall(svg.decode("utf-8")))
