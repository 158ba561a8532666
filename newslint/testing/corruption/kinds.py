"""All kinds of damage by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newslint.testing.corruption import figures, grammar, letters, lines, marks, names, phrases
from newslint.testing.corruption.kind import DamageKind


class UnknownKind(LookupError):
    """There is no kind of damage of that name."""


@cache
def own_kinds() -> dict[str, DamageKind]:
    """Newslint's own kinds in order."""
    modules = letters, marks, figures, grammar, names, lines
    known = [kind for module in modules for kind in module.KINDS]
    return {kind.name: kind for kind in (*known, *phrases.kinds())}


def choose(names: Iterable[str] = (), own: Iterable[Path] = ()) -> tuple[DamageKind, ...]:
    """Select kinds by name, or all, including those of further tables.

    Raises:
        UnknownKind: a name is unknown.
        BadDamageTable: a table is invalid.
        OSError: a table cannot be read.

    """
    known = own_kinds() | {kind.name: kind for file in own for kind in phrases.kinds(file)}
    wanted = tuple(names) or tuple(known)
    for name in wanted:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean “{near[0]}”?" if near else f"; known kinds are {', '.join(known)}"
            raise UnknownKind(f"unknown kind of damage “{name}”{hint}")
    return tuple(known[name] for name in wanted)
