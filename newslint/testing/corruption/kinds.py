"""All kinds of damage by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newslint.testing.corruption import figures, grammar, letters, lines, marks, names, phrases
from newslint.testing.corruption.kind import DamageKind


class UnknownKind(LookupError):
    """No kind of damage has that name."""


@cache
def built_in() -> dict[str, DamageKind]:
    """The kinds that newslint knows, in their order."""
    modules = letters, marks, figures, grammar, names, lines
    known = [kind for module in modules for kind in module.KINDS]
    return {kind.name: kind for kind in (*known, *phrases.kinds())}


def choose(names: Iterable[str] = (), own: Iterable[Path] = ()) -> tuple[DamageKind, ...]:
    """The kinds of these names, or all, with those of own tables.

    Raises:
        UnknownKind: there is none of that name.
        BadDamageTable: an own table is invalid.
        OSError: an own table cannot be read.

    """
    known = built_in() | {kind.name: kind for file in own for kind in phrases.kinds(file)}
    wanted = tuple(names) or tuple(known)
    for name in wanted:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean “{near[0]}”?" if near else f"; there are {', '.join(known)}"
            raise UnknownKind(f"no kind of damage “{name}”{hint}")
    return tuple(known[name] for name in wanted)
