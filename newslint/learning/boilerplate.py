"""Finds lines that the pages of a site repeat around their articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from newslint.config.line_tables import TableLine
from newslint.text.page_lines import HEAD, TAIL, normalise

MAX_LENGTH = 400
"""Code points; longer paragraphs are prose."""
PLACES = ("head", "tail", "any")


class EdgeLines(Struct):
    """The first and last lines of articles, counted."""

    articles: int = 0
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _body: Counter[str] = field(default_factory=Counter)
    _seen: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, paragraphs: Sequence[str]) -> None:
        """Count the first and last lines of an article.

        An article of few paragraphs has neither.
        """
        if len(paragraphs) <= HEAD + TAIL:
            return
        self.articles += 1
        ends = [("head", p) for p in map(normalise, paragraphs[:HEAD])]
        ends += [("tail", p) for p in map(normalise, paragraphs[-TAIL:])]
        for place, text in dict.fromkeys(ends):  # in the same order in every run
            if text and len(text) <= MAX_LENGTH:
                self._counts[place, text] += 1
                if len(self._seen[place, text]) < 3:
                    self._seen[place, text].append(name)
        self._body.update({normalise(p) for p in paragraphs[HEAD:-TAIL]})

    def lines(self, least: int, share: float) -> Iterator[TableLine]:
        """Yield the lines that recur often enough, the most frequent first.

        A line must occur at the same end of at least `least` articles, and of this `share` of all.
        """
        for (place, text), count in self._counts.most_common():
            if count >= least and count >= share * self.articles:
                where = "any" if self._body[text] >= least else place
                yield TableLine(text, where, count, tuple(self._seen[place, text]))
