"""Damages an article in several places, each far from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from msgspec import Struct

from newslint.core.positions import Span
from newslint.testing.corruption.kind import DamagedArticle, DamageKind, Wound

MIN_DISTANCE = 2
"""Minimum number of paragraphs between two places of damage."""


class Answer(Struct, frozen=True):
    """A damaged place: its position now, its original text, and its rules.

    `rules` are those that should find it. `line` numbers the damaged paragraph among the lines of the clean
    article, from 0.
    """

    kind: str
    rules: tuple[str, ...]
    span: Span
    was: str
    line: int
    sure: bool
    exact: bool


class DamagedText(Struct, frozen=True):
    """An article after its damage."""

    text: str
    answers: tuple[Answer, ...]


class Injector:
    """Damages articles with the kinds used least so far."""

    def __init__(self, kinds: Sequence[DamageKind], seed: int, places: int) -> None:
        """Damage each article in up to `places` places."""
        self._kinds = kinds
        self._chance = Random(seed)  # noqa: S311 - the same seed must give the same damage
        self._places = places
        self.done: Counter[str] = Counter({kind.name: 0 for kind in kinds})

    def damage(self, text: str) -> DamagedText:
        """Damage an article, unless no kind applies."""
        article = DamagedArticle(text)
        struck: list[tuple[DamageKind, Wound]] = []
        for kind in self._rarest_first():
            if len(struck) == self._places:
                break
            wounds = [w for w in kind.places(article, self._chance) if _free(w, struck, article)]
            if wounds:
                struck.append((kind, self._chance.choice(wounds)))
                self.done[kind.name] += 1
        return _apply(article, sorted(struck, key=lambda blow: (blow[1].line, blow[1].start)))

    def _rarest_first(self) -> list[DamageKind]:
        shuffled = self._chance.sample(self._kinds, len(self._kinds))
        return sorted(shuffled, key=lambda kind: self.done[kind.name])


def _free(wound: Wound, struck: list[tuple[DamageKind, Wound]], article: DamagedArticle) -> bool:
    order = article.order
    return all(abs(order[other.line] - order[wound.line]) > MIN_DISTANCE for _, other in struck)


def _apply(article: DamagedArticle, struck: list[tuple[DamageKind, Wound]]) -> DamagedText:
    parts: list[str] = []
    answers: list[Answer] = []
    done = length = 0
    for kind, wound in struck:
        begin = sum(len(line) + 1 for line in article.lines[: wound.line])
        start, end = begin + wound.start, begin + wound.end
        parts += article.text[done:start], wound.text
        length += start - done
        span = Span(length, length + len(wound.text))
        answers.append(
            Answer(kind.name, kind.rules, span, article.text[start:end], wound.line, kind.sure, kind.exact)
        )
        done, length = end, span.end
    return DamagedText("".join([*parts, article.text[done:]]), tuple(answers))
