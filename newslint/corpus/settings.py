"""What a corpus is checked with; a process makes its linter once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from newslint.api import create_linter
from newslint.core.diagnostics import Safety
from newslint.linter.linter import MAX_FALSE_POSITIVES, Linter
from newslint.runner.text_linter import TextLinter

TEXT_FORMATS = ("value", "plain", "markdown", "html")
"""What the texts of a column may be; `value` is read by its looks, as the same text in JSON Lines is."""


class CorpusSettings(Struct, frozen=True):
    """The rules and the language of a corpus; small and picklable.

    `select`, `ignore`, `options`, `style`, `words` and `max_fp` are those of `newslint.create_linter`.
    `unsafe` also applies fixes that need review. `text_format` is the format of the texts.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    style: str | None = None
    words: str | None = None
    max_fp: float = MAX_FALSE_POSITIVES
    unsafe: bool = False
    text_format: str = "value"

    def checking(self, language: str) -> TextLinter:
        """The checker of texts in a declared language, one per process."""
        return _text_linter(msgspec.json.encode(self), language, None)

    def fixing(self, language: str) -> TextLinter:
        """The fixer of texts in a declared language, one per process."""
        return _text_linter(msgspec.json.encode(self), language, self.level)

    @property
    def level(self) -> Safety:
        """The level of fixes to apply."""
        return Safety.UNSAFE if self.unsafe else Safety.SAFE

    def require_valid(self) -> None:
        """Refuse names and options that are wrong.

        Raises:
            UnknownName: there is no such rule, category, option or style.
            BadRule: an option has the wrong type.
            ConfigError: `words` cannot be read.
            ValueError: there is no such format, or `max_fp` is no rate.

        """
        _linter(msgspec.json.encode(self))


@lru_cache(maxsize=64)
def _text_linter(settings: bytes, language: str, level: Safety | None) -> TextLinter:
    linter = _linter(settings)
    options = replace(linter.parse_options, language=language)
    made = replace(linter, parse_options=options)
    made.__dict__["runner"] = linter.runner  # which depends on no language, and is expensive
    return TextLinter(made, level)


@lru_cache(maxsize=4)
def _linter(settings: bytes) -> Linter:
    said = msgspec.json.decode(settings, type=CorpusSettings)
    if said.text_format not in TEXT_FORMATS:
        raise ValueError(f"unknown text format “{said.text_format}”; choose from {', '.join(TEXT_FORMATS)}")
    return create_linter(
        select=said.select,
        ignore=said.ignore,
        options=said.options,
        style=said.style,
        words=Path(said.words) if said.words else None,
        max_fp=said.max_fp,
        language_format=said.text_format,
    )
