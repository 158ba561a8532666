"""The shapes that pass between a variant and its user."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace


class Alteration(Struct, frozen=True):
    """A replacement of [start, end) of the clean text by `bad`.

    `lead` and `tail` are added around it as mere space.
    """

    start: int
    end: int
    bad: str
    lead: str = ""
    tail: str = ""
    certain: bool | None = None
    safe: bool | None = None

    def with_verdict(self, certain: bool, safe: bool) -> Alteration:
        """Fill the two judgements that were left open."""
        return replace(
            self,
            certain=certain if self.certain is None else self.certain,
            safe=safe if self.safe is None else self.safe,
        )


Site = tuple[Alteration, ...]
"""Changes that only make sense together, mostly one."""


class Damage(Struct, frozen=True):
    """The damage at [start, end), where an editor would write `fixed`."""

    start: int
    end: int
    quote: str
    fixed: str
    certain: bool
    safe: bool


class Outcome(Struct, frozen=True):
    """An article before and after injection.

    The `damages` of a near miss are harmless changes.
    """

    clean: str
    text: str
    damages: tuple[Damage, ...]


def apply(text: str, changes: Iterable[Alteration]) -> Outcome:
    """Carry out alterations that do not overlap, certain and safe or not."""
    parts: list[str] = []
    damages: list[Damage] = []
    done, length = 0, 0
    for change in sorted(changes, key=lambda c: c.start):
        if change.start < done:
            raise ValueError("changes overlap")
        before = text[done : change.start] + change.lead
        start = length + len(before)
        parts += [before, change.bad, change.tail]
        length = start + len(change.bad) + len(change.tail)
        damages.append(
            Damage(
                start,
                start + len(change.bad),
                change.bad,
                text[change.start : change.end],
                bool(change.certain),
                bool(change.safe),
            )
        )
        done = change.end
    parts.append(text[done:])
    return Outcome(text, "".join(parts), tuple(damages))


def restore(outcome: Outcome) -> str:
    """Undo every damage of an outcome."""
    text = outcome.text
    for damage in reversed(outcome.damages):
        text = text[: damage.start] + damage.fixed + text[damage.end :]
    return text
