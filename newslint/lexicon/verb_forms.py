"""The forms of English verbs: “go, goes, went, gone, going”."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from newslint.lexicon.classes import column, entries

IRREGULAR_PAST = column("irregular_verbs", 2) - {"was"}
VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


class Verb(Struct, frozen=True):
    """A verb in all its forms."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Each form once."""
        return tuple(dict.fromkeys((self.base, self.third, self.past, self.participle, self.gerund)))


@cache
def conjugate(base: str) -> Verb:
    """Return a verb in all its forms; regular unless listed."""
    stem = base + _doubled_consonants().get(base, "")
    if base in _irregular():
        _, third, past, participle, _ = _irregular()[base]
        return Verb(base, third, past, participle, _gerund(base, stem))
    past = _past(base, stem)
    return Verb(base, _third(base), past, past, _gerund(base, stem))


@cache
def regular_verbs() -> tuple[Verb, ...]:
    """The regular verbs of news."""
    return tuple(conjugate(base) for base, *_ in entries("regular_verbs"))


@cache
def common_verbs() -> tuple[Verb, ...]:
    """The verbs whose base form is never a noun or adjective."""
    return tuple(conjugate(base) for base, *_ in entries("only_verbs"))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row[0]: row for row in entries("irregular_verbs")}


@cache
def _doubled_consonants() -> dict[str, str]:
    doubled = {base: rest[0] for base, *rest in entries("regular_verbs") if rest}
    short = (base for base in _irregular() if _ends_short(base))
    return doubled | {base: base[-1] for base in short}


def _ends_short(base: str) -> bool:
    """Whether a verb ends in a short vowel and a consonant: “begin”."""
    if base[-1] in VOWELS or base[-1] in "wxy" or base[-2] not in VOWELS:
        return False
    return base[-3] not in VOWELS or base[-3:-1] == "ui"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ies"
    return base + ("es" if base.endswith(SIBILANTS) else "s")


def _past(base: str, stem: str) -> str:
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ied"
    return base + "d" if base.endswith("e") else f"{stem}ed"


def _gerund(base: str, stem: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "be")):
        return f"{base[:-1]}ing"
    return f"{stem}ing"
