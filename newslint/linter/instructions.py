"""Instructions to newslint in comments, and the parts they apply to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct, field

from newslint.core.diagnostics import Diagnostic
from newslint.core.errors import UnknownName
from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import PROSE, Comment
from newslint.engines.languagetool.names import ENGINE
from newslint.rules.registry import CATEGORIES, find, is_known
from newslint.text.document import ParsedFile

COMMAND = pattern(
    r"(?s)newslint:\s*+(?P<verb>[\w-]*+)[ \t]*+(?:\[(?P<names>(?:[^\[\]]|\[\d+\])*+)\])?(?P<open>\[)?.*"
)
VERBS = ("ignore", "ignore-file")
MAX_SUGGESTIONS = 100
"""Maximum unknown names of a file for which a known one is suggested."""
ANYTHING = ""
"""The name that selects all rules."""


class Instruction(Struct, frozen=True, eq=False):
    """A comment that suppresses rules, or all of them."""

    comment: Comment
    names: frozenset[str]
    """Rules and categories, or `ANYTHING`."""
    is_for_file: bool = False


class Mistake(Struct, frozen=True):
    """A comment that is not a valid instruction, and its problem."""

    comment: Comment
    message: str


class _Group(Struct):
    """The instructions for a part of a file: their names and matches."""

    names: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def suppresses(self, diagnostic: Diagnostic) -> bool:
        """Whether an instruction suppresses a diagnostic; it is marked as used."""
        found = self.names & {diagnostic.rule, diagnostic.category, ANYTHING}
        self.used |= found
        return bool(found)


class Instructions:
    """The instructions in a file, and the mistakes in them.

    Each applies to the file, to the list, table or quotation after its comment, or to the block in or after
    which its comment is. A diagnostic is compared only with groups around its place, however many there are.
    """

    def __init__(self, parsed: ParsedFile) -> None:
        self.mistakes: list[Mistake] = []
        self._groups: list[tuple[Instruction, _Group]] = []
        self._problems: dict[str, str] = {}
        """The problems of unknown names."""
        self._file = _Group()
        self._blocks: dict[int, _Group] = {}
        self._targets: dict[Span, _Group] = {}
        ends = (b.source.segments[-1].span.end for b in parsed.blocks if b.kind in PROSE)
        self._ends = list(accumulate(ends, max)) if parsed.comments else []
        for comment in parsed.comments:
            self._add(comment)
        self._nested = _NestedComments(sorted(self._targets, key=lambda span: (span.start, -span.end)))

    def suppress(self, diagnostic: Diagnostic) -> bool:
        """Whether an instruction suppresses a diagnostic; it is marked as used."""
        suppressed = [group.suppresses(diagnostic) for group in self._groups_at(diagnostic.span.start)]
        return any(suppressed)

    def find_unused(self) -> list[Instruction]:
        """The instructions that suppressed nothing."""
        return [instruction for instruction, group in self._groups if not instruction.names & group.used]

    def _add(self, comment: Comment) -> None:
        found = COMMAND.fullmatch(comment.text)
        if not found:
            return
        verb, names = found["verb"], found["names"]
        if problem := _problem(verb, names, is_open=bool(found["open"])):
            self.mistakes.append(Mistake(comment, problem))
            return
        named = frozenset(name.strip() for name in (names or "").split(",") if name.strip())
        self.mistakes += (
            Mistake(comment, self._name_problem(name)) for name in sorted(named) if not _is_known(name)
        )
        instruction = Instruction(comment, named or frozenset({ANYTHING}), verb == "ignore-file")
        group = self._group_of(instruction)
        group.names |= instruction.names
        self._groups.append((instruction, group))

    def _name_problem(self, name: str) -> str:
        """The problem of an unknown name; the first few get a suggestion."""
        if name not in self._problems:
            if len(self._problems) >= MAX_SUGGESTIONS:
                return f"unknown rule “{name}”"
            try:
                find(name)
            except UnknownName as error:
                self._problems[name] = str(error)
        return self._problems[name]

    def _group_of(self, instruction: Instruction) -> _Group:
        comment = instruction.comment
        if instruction.is_for_file:
            return self._file
        if comment.target:
            return self._targets.setdefault(comment.target, _Group())
        return self._blocks.setdefault(bisect_right(self._ends, comment.span.start), _Group())

    def _groups_at(self, place: int) -> Iterator[_Group]:
        if self._file.names:
            yield self._file
        if group := self._blocks.get(bisect_left(self._ends, place)):
            yield group
        for target in self._nested.around(place):
            yield self._targets[target]


class _NestedComments:
    """Sorted spans, any two of which are nested or apart."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._outer: list[int] = []
        for number, span in enumerate(spans):
            outer = number - 1
            while outer >= 0 and spans[outer].end < span.end:
                outer = self._outer[outer]
            self._outer.append(outer)

    def around(self, place: int) -> Iterator[Span]:
        """The spans around a place, the innermost first."""
        number = bisect_right(self._spans, place, key=lambda span: span.start) - 1
        while number >= 0:
            if place <= self._spans[number].end:
                yield self._spans[number]
            number = self._outer[number]


def _problem(verb: str, names: str | None, *, is_open: bool) -> str:
    """The problem of an instruction's syntax; empty if none."""
    if verb not in VERBS:
        from difflib import get_close_matches

        near = get_close_matches(verb, VERBS, n=1)
        hint = f"did you mean “{near[0]}”?" if near else f"write “{VERBS[0]}” or “{VERBS[1]}”"
        return f"unknown instruction “{verb}”; {hint}"
    if is_open:
        return f"the bracket after “{verb}” is not closed; write “{verb}[rule-name]”"
    return "" if names is None or names.strip() else f"no rule in the brackets; write “{verb}[rule-name]”"


def _is_known(name: str) -> bool:
    """Whether there is a rule, category or engine of a name."""
    return name in CATEGORIES or name == ENGINE or name.startswith(f"{ENGINE}/") or is_known(name)
