"""Reads bilingual dictionaries for English words that share a translation.

Four kinds are known by their lines: Ding (`Fahrer {m} :: driver`), lists made from Wiktionary (`conductor
{m} :: driver`), CC-CEDICT (`司機 司机 [si1 ji1] /driver/`), and those of dictd (`.dict`, `.dict.dz`), whose
entries are a headword, with a pronunciation or a part of speech, and translations below.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import regex
from msgspec import Struct, field

from newslint.learning.wordnet import Lemma

MAX_MEANINGS = 60
"""English words of a foreign word; one with more is an affix or a list."""
MIN_STRENGTH = 0.01
"""The mean chance to get from a word to another by way of one foreign word."""
NEAREST = 25
"""Words that each word gets, the strongest first."""
SAMPLE = 2_000
"""Lines that tell what kind of dictionary a file is."""

REMARK = regex.compile(r"\{[^}]*\}|\([^)]*\)|/[^/]*/|\[[^\]]*\]|<[^>]*>|\"")
SEPARATOR = regex.compile(r"[,;]|\bor\b")
WORD = regex.compile(r"[a-z]{3,}")
PARTS = {
    **dict.fromkeys(("n", "m", "f", "mf", "c", "pl", "noun"), "n"),
    **dict.fromkeys(("v", "vt", "vi", "vr", "verb"), "v"),
    **dict.fromkeys(("adj", "a"), "a"),
    **dict.fromkeys(("adv",), "r"),
}
TAG = regex.compile(r"[{<(]([a-z]+)")
"""The part of speech after a word."""
CEDICT = regex.compile(r"\S+ (\S+) \[[^\]]*\] /(.+)/")
HEADWORD = regex.compile(r"(?P<word>[^\s\d/<(][^/<]*?) (?:/[^/]+/ ?)?(?P<tags>(?:<[^>]*> ?)*)\Z")
"""A headword of dictd, with its pronunciation, its part of speech, or both."""
NUMBER = regex.compile(r"\A\s*[IVX]*\.?\s*(?=<|\d|\Z)|\d+\.")

Entry = tuple[str, str, str]
"""A foreign word, the part of speech (n, v, a, r, or empty), and an English word."""


class UnknownDictionary(ValueError):
    """A file of no kind that newslint reads."""


class ForeignWords(Struct, frozen=True):
    """The English words for each foreign word, by part of speech."""

    english: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in the entries of a file."""
        for foreign, part, english in entries:
            self.english[foreign.lower(), part].add(english)

    def strengths(self) -> dict[Lemma, dict[str, float]]:
        """The chance to get from each English word to another and back."""
        foreign = defaultdict[Lemma, list[set[str]]](list)
        for (_, part), words in self.english.items():
            if 1 <= len(words) <= MAX_MEANINGS:
                for word in words:
                    foreign[word, part].append(words)
        found: dict[Lemma, dict[str, float]] = {}
        for (word, part), meanings in foreign.items():
            row = found.setdefault((word, part), {})
            for words in meanings:
                for other in words - {word}:
                    row[other] = row.get(other, 0) + 1 / len(meanings) / len(words)
        return found


def shared_translations(files: Iterable[Path]) -> dict[Lemma, list[str]]:
    """The words that share translations with each word, the strongest first.

    Raises:
        UnknownDictionary: a file is of no known kind.
        OSError: a file cannot be read.

    """
    total: dict[Lemma, dict[str, float]] = defaultdict(dict)
    books = defaultdict[Lemma, int](int)
    for file in files:
        words = ForeignWords()
        words.add(read_dictionary(file))
        for lemma, row in words.strengths().items():
            books[lemma] += 1
            for other, strength in row.items():
                total[lemma][other] = total[lemma].get(other, 0) + strength
    return {
        lemma: [
            other
            for other, strength in sorted(row.items(), key=lambda pair: (-pair[1], pair[0]))[:NEAREST]
            if strength / books[lemma] >= MIN_STRENGTH
        ]
        for lemma, row in total.items()
    }


def read_dictionary(file: Path) -> Iterator[Entry]:
    """Yield the entries of a dictionary of any known kind.

    Raises:
        UnknownDictionary: it is of no known kind.

    """
    lines = _lines(file)
    first = list(islice(lines, SAMPLE))
    for told, read in _KINDS:
        if sum(told(line) for line in first) * 5 > sum(bool(line.strip()) for line in first):
            yield from read(_rejoin(first, lines), file)
            return
    raise UnknownDictionary(f"{file}: no dictionary of dictd, Ding, CC-CEDICT or Wiktionary")


def _lines(file: Path) -> Iterator[str]:
    packed = file.suffix in (".gz", ".dz")
    with (
        gzip.open(file, "rt", encoding="utf-8", errors="replace")
        if packed
        else file.open(encoding="utf-8", errors="replace") as lines
    ):
        yield from lines


def _rejoin(first: list[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    yield from rest


def _read_columns(lines: Iterator[str], _file: Path) -> Iterator[Entry]:
    """Ding and Wiktionary: foreign words, two colons, English ones; bars between senses."""
    for line in lines:
        left, colons, right = line.rstrip("\n").partition(" :: ")
        if colons and not line.startswith("#"):
            for foreign, english in zip(left.split("|"), right.split("|"), strict=False):
                part = _part(foreign)
                words = list(_english(english, part))
                yield from ((one, part or kind, word) for one in _parts(foreign) for word, kind in words)


def _read_cedict(lines: Iterator[str], _file: Path) -> Iterator[Entry]:
    for line in lines:
        if match := CEDICT.match(line):
            for sense in match[2].split("/"):
                yield from ((match[1], kind or "n", word) for word, kind in _english(sense, ""))


def _read_dictd(lines: Iterator[str], file: Path) -> Iterator[Entry]:
    """Headwords in a language that the file name gives: `…eng-fra`."""
    from_english = regex.search(r"\b(?:eng?)-", file.name) is not None
    head, part = "", ""
    for line in lines:
        if match := HEADWORD.match(line.rstrip("\n")):
            head, part = match["word"], _part(match["tags"])
        elif head:
            part = _part(line) or part
            said = NUMBER.sub(" ", line)
            if from_english:
                english = list(_english(head, part))
                yield from ((one, part or kind, word) for one in _parts(said) for word, kind in english)
            else:
                yield from ((head, part or kind, word) for word, kind in _english(said, part))


def _part(text: str) -> str:
    return next((PARTS[tag] for tag in TAG.findall(text.lower()) if tag in PARTS), "")


def _parts(text: str) -> Iterator[str]:
    for part in SEPARATOR.split(REMARK.sub(" ", text)):
        if word := " ".join(part.split()).strip(" .:|!?0123456789"):
            yield word


def _english(text: str, part: str) -> Iterator[tuple[str, str]]:
    """The single English words of a translation, with their part of speech."""
    for said in _parts(text):
        small = said.lower()
        verb = small.startswith("to ")
        for start in ("to ", "a ", "an ", "the "):
            small = small.removeprefix(start)
        if WORD.fullmatch(small):
            yield small, part or ("v" if verb else "")


_KINDS: tuple[tuple[Callable[[str], bool], Callable[[Iterator[str], Path], Iterator[Entry]]], ...] = (
    (lambda line: " :: " in line, _read_columns),
    (lambda line: CEDICT.match(line) is not None, _read_cedict),
    (lambda line: HEADWORD.match(line.rstrip("\n")) is not None, _read_dictd),
)
"""How each kind is recognised by a line, and read."""
