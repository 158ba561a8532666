"""An article as one row of lower-case words, figures and stops.

Tables of word sequences count these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field

from newslint.core.patterns import pattern
from newslint.lexicon.spellings import british

TOKEN = pattern(
    r"(?P<word>\p{L}[\p{L}\p{M}]*+(?:[’'\-]\p{L}[\p{L}\p{M}]*+)*+)|(?P<figure>\d[\d.,]*+)"
    r"|(?P<stop>[.?!…])|(?P<pause>[,;:()\[\]–—]|-{2,})"
)
STOP, PAUSE, FIGURE, NAME = ".", ",", "#", "^"
"""Tokens for the end of a sentence, a mark inside one, a figure and a rare name."""
POSSESSIVE = ("’s", "'s")
SELDOM = 128
"""A capitalised word inside a sentence is replaced by the name token, unless the table has it this often."""

Count = Callable[[tuple[str, ...]], int]


class WordTokens(Struct):
    """The tokens of an article, with a stop around each block.

    `capitals` says which words have a capital that no sentence began with; `blocks`, `starts` and `ends` are
    the positions of each token. All are equally long.
    """

    forms: list[str] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, form: str, block: int, start: int, end: int, *, capital: bool = False) -> None:
        """Put a token behind the others."""
        self.forms.append(form)
        self.capitals.append(capital)
        self.blocks.append(block)
        self.starts.append(start)
        self.ends.append(end)

    def with_name_tokens(self, count: Count) -> list[str]:
        """The forms, with one token for rare and unknown names."""
        return [
            NAME if capital and count((form,)) < SELDOM else form
            for form, capital in zip(self.forms, self.capitals, strict=True)
        ]


def tokens(texts: Sequence[str]) -> WordTokens:
    """The tokens of an article in American spelling."""
    found = WordTokens()
    found.add(STOP, 0, 0, 0)
    for block, text in enumerate(texts):
        _read(text, block, found)
        if found.forms[-1] != STOP:
            found.add(STOP, block, len(text), len(text))
    return found


def _read(text: str, block: int, found: WordTokens) -> None:
    spelled = british()
    for match in TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "word":
            word = match[0]
            owner = word.endswith(POSSESSIVE)
            stem = word[:-2] if owner else word
            small = stem.lower().replace("’", "'")
            capital = stem[0].isupper() and (found.forms[-1] != STOP or not stem[1:].islower())
            found.add(spelled.get(small, small), block, start, start + len(stem), capital=capital)
            if owner:
                found.add("'s", block, end - 2, end)
        elif kind == "figure":
            found.add(FIGURE, block, start, end)
        elif found.forms[-1] != (sign := STOP if kind == "stop" else PAUSE):
            found.add(sign, block, start, end)


def table_key(texts: Iterable[str]) -> str:
    """The key of a sequence of tokens in a table."""
    return " ".join(texts)
