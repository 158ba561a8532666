"""Lines that the pages of a site repeat around their articles: found in an archive, kept in a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newslint.config import ConfigError
from newslint.files import write
from newslint.text.page_lines import HEAD, TAIL, folded

LONGEST = 400
"""Code points; a longer paragraph is prose."""
PLACES = ("head", "tail", "any")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that recurs: with # for every number, where it stands, in how many articles, and examples."""

    text: str
    place: str
    count: int
    examples: tuple[str, ...]


@dataclass
class Recurring:
    """The lines at the ends of articles, counted."""

    articles: int = 0
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _body: Counter[str] = field(default_factory=Counter)
    _seen: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, paragraphs: Sequence[str]) -> None:
        """Count the ends of an article; one of few paragraphs has no ends."""
        if len(paragraphs) <= HEAD + TAIL:
            return
        self.articles += 1
        ends = {("head", p) for p in map(folded, paragraphs[:HEAD])}
        ends |= {("tail", p) for p in map(folded, paragraphs[-TAIL:])}
        for place, text in ends:
            if text and len(text) <= LONGEST:
                self._counts[place, text] += 1
                if len(self._seen[place, text]) < 3:
                    self._seen[place, text].append(name)
        self._body.update({folded(p) for p in paragraphs[HEAD:-TAIL]})

    def lines(self, least: int, share: float) -> Iterator[Line]:
        """Those that stand at one end of at least so many articles, and of such a share; the most first."""
        for (place, text), count in self._counts.most_common():
            if count >= least and count >= share * self.articles:
                where = "any" if self._body[text] >= least else place
                yield Line(text, where, count, tuple(self._seen[place, text]))


def read_lines(file: Path) -> tuple[tuple[str, str], ...]:
    """The lines of a table and where each stands; a row with ## is a comment.

    Raises:
        ConfigError: the file cannot be read, is no UTF-8, or a row names no place.

    """
    try:
        rows = file.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: not a table in UTF-8") from None
    return tuple(
        _row(file, number, row) for number, row in enumerate(rows, 1) if row and not row.startswith("##")
    )


def _row(file: Path, number: int, row: str) -> tuple[str, str]:
    place, _, text = row.partition("\t")
    if place not in PLACES or not text.strip():
        raise ConfigError(f"{file}: line {number}: write head, tail or any, a tab, and the line")
    return folded(text), place


def write_lines(file: Path, lines: Iterable[Line]) -> int:
    """Add lines to a table, and return how many were new.

    Raises:
        ConfigError: the file is no such table.
        OSError: it cannot be written.

    """
    old = file.read_text("utf-8") if file.exists() else ""
    known = {text for text, _ in read_lines(file)} if old else set()
    rows = [f"{line.place}\t{line.text}\n" for line in lines if line.text not in known]
    if rows:
        write(file, (old + ("" if old.endswith("\n") or not old else "\n") + "".join(rows)).encode())
    return len(rows)
