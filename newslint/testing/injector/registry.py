"""The list of variants, and helpers to make them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from random import Random

from msgspec import Struct

from newslint.core.positions import Span
from newslint.testing.injector.carrier import PlantedSentence, plant
from newslint.testing.injector.dress import dress
from newslint.testing.injector.layout import headline, holds, prose
from newslint.testing.injector.material.slots import fill
from newslint.testing.injector.model import Alteration, Damage, Outcome, Site, apply
from newslint.testing.injector.place import choose

Finder = Callable[[str, Random], Iterable[Alteration | Site]]
SimpleFinder = Callable[[str, Random], Iterator[Alteration]]
Writer = Callable[[Random], str]
Bad = str | Callable[[re.Match[str], Random], str | None]

VARIANTS: dict[str, Variant] = {}


class Variant(Struct, frozen=True):
    """One way to damage an article, or to resemble damage.

    `finder` lists the places that the article offers. `writer` writes a sentence of its own to plant, with
    damages marked as in `carrier`; a sentence without marks is clean ground for `finder`.
    """

    name: str
    finder: Finder | None
    writer: Writer | None
    certain: bool
    safe: bool
    near_miss: bool
    style: str | None
    share: float

    def __call__(self, text: str, rng: Random) -> Outcome | None:
        """The damaged article, or None where the article offers no place."""
        base = dress(text, rng, self.style)
        if base is None:
            return None
        if self.writer and (self.finder is None or rng.random() < self.share):
            return self._plant(base, self.writer, rng)
        site = self._site(base, rng, None)
        if site is None and self.writer:
            return self._plant(base, self.writer, rng)
        return self._apply(base, site)

    def _plant(self, base: str, writer: Writer, rng: Random) -> Outcome | None:
        planted = plant(base, writer(rng), rng)
        if planted is None:
            return None
        if planted.changes:
            return self._apply(planted.text, planted.changes)
        if self.finder is None:
            return _leave_as_is(planted)
        return self._apply(planted.text, self._site(planted.text, rng, planted.span))

    def _site(self, base: str, rng: Random, ground: Span | None) -> Site | None:
        if self.finder is None:
            return None
        sites = [s if isinstance(s, tuple) else (s,) for s in self.finder(base, rng)]
        if ground:
            sites = [s for s in sites if all(holds(ground, c.start, c.end) for c in s)]
        sites = [s for s in sites if all(c.bad != base[c.start : c.end] for c in s)]
        return choose(base, sites, rng) if sites else None

    def _apply(self, base: str, site: Site | None) -> Outcome | None:
        if site is None:
            return None
        return apply(base, [c.with_verdict(self.certain, self.safe) for c in site])


def _leave_as_is(planted: PlantedSentence) -> Outcome:
    """A planted sentence that is good as it stands."""
    span = planted.span
    sentence = planted.text[span.start : span.end]
    return Outcome(
        planted.text, planted.text, (Damage(span.start, span.end, sentence, sentence, False, False),)
    )


def damage(
    name: str,
    finder: Finder | None = None,
    writer: Writer | None = None,
    *,
    certain: bool = True,
    safe: bool = True,
    style: str | None = None,
    share: float = 0.4,
) -> None:
    """Register a variant that damages."""
    _register(Variant(name, finder, writer, certain, safe, False, style, share))


def near(
    name: str,
    finder: Finder | None = None,
    writer: Writer | None = None,
    *,
    style: str | None = None,
    share: float = 0.4,
) -> None:
    """Register a near miss: good English that resembles damage."""
    _register(Variant(name, finder, writer, False, False, True, style, share))


def _register(variant: Variant) -> None:
    if variant.name in VARIANTS:
        raise ValueError(f"two variants named {variant.name}")
    VARIANTS[variant.name] = variant


def swap(pattern: str, bad: Bad, *, head: bool = False, flags: int = 0) -> SimpleFinder:
    """Find `pattern` in the prose and replace its group x, or all."""
    compiled = re.compile(pattern, flags)
    group = "x" if "x" in compiled.groupindex else 0

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for span in grounds(text, head):
            for match in compiled.finditer(text, span.start, span.end):
                new = bad if isinstance(bad, str) else bad(match, rng)
                if new is not None and new != match[group]:
                    yield Alteration(match.start(group), match.end(group), new)

    return find


def grounds(text: str, head: bool) -> tuple[Span, ...]:
    """The prose, with a headline that is wanted or like a sentence."""
    top = headline(text)
    if top and (head or _like_a_sentence(text[top.start : top.end])):
        return (top, *prose(text))
    return prose(text)


def _like_a_sentence(line: str) -> bool:
    """Whether a headline has capitals only where a sentence would."""
    words = line.split()
    return sum(w[0].islower() for w in words) > len(words) / 2


def table(entries: dict[str, tuple[str, ...]], *, before: str = r"\b", after: str = r"\b") -> SimpleFinder:
    """Find keys of a table in the prose and put values.

    The first letter may be of either case.
    """
    keys = sorted(entries, key=len, reverse=True)
    compiled = re.compile(f"{before}(?P<x>{'|'.join(map(re.escape, keys))}){after}", re.IGNORECASE)

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for span in grounds(text, False):
            for match in compiled.finditer(text, span.start, span.end):
                found = match["x"]
                key = found if found in entries else found[0].lower() + found[1:]
                if key in entries:
                    new = rng.choice(entries[key])
                    if found != key:
                        new = new[0].upper() + new[1:]
                    yield Alteration(match.start("x"), match.end("x"), new)

    return find


def sentences_of(*templates: str) -> Writer:
    """A writer that draws one of several sentences and fills its slots."""
    return lambda rng: fill(rng.choice(templates), rng)


def one_of(words: Iterable[str]) -> str:
    """An expression that matches any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
