"""Near-copies of articles, as agencies' customers cut them: without some paragraphs and sentences."""

from __future__ import annotations

import random

from newslint.text.sentences import split_sentences

PARAGRAPHS = 0.15
"""Share of the paragraphs that are cut, besides those that the end loses."""
SENTENCES = 0.1
"""Share of the sentences that are cut in the others."""
END = 0.3
"""The most that is cut from the end, as a share of the article."""


def cut_copy(text: str, rng: random.Random) -> str:
    """An article without some of its paragraphs and sentences; the first paragraph stays."""
    first, *others = [line for line in text.split("\n") if line.strip()]
    others = others[: len(others) - round(rng.uniform(0, END) * len(others))]
    kept = (_cut_sentences(line, rng) for line in others if rng.random() >= PARAGRAPHS)
    return "\n".join([first, *(line for line in kept if line)])


def _cut_sentences(line: str, rng: random.Random) -> str:
    sentences = split_sentences(line)
    kept = [at for at in sentences if rng.random() >= SENTENCES]
    return line if len(kept) == len(sentences) else " ".join(at.of(line) for at in kept)
