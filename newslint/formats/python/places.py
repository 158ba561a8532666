"""Strings and comments of a module, and what they are there: documentation, messages, keys, patterns.

Only the tokens beside a string and the bracket around it are asked: they tell what can be known
without running the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from newslint.core.positions import Span
from newslint.formats.python.tokens import BRACKETS, PythonToken, TokenKind, tokens, unreadable

MESSAGES = frozenset(
    """
    _ N_ _lazy l_ gettext ngettext pgettext npgettext dgettext dngettext dpgettext dnpgettext ugettext
    ungettext gettext_lazy ngettext_lazy pgettext_lazy npgettext_lazy ugettext_lazy gettext_noop
    lazy_gettext lazy_ngettext lazy_pgettext ngettext_noop npgettext_noop
    """.split()
)
"""Functions that look a text up in a catalogue of translations."""
NO_PROSE = frozenset(
    """
    compile search match fullmatch sub subn finditer findall escape split rsplit partition rpartition
    splitlines strip lstrip rstrip removeprefix removesuffix replace translate maketrans startswith
    endswith find rfind index rindex count encode decode fromhex
    execute executemany executescript eval exec literal_eval
    open Path PurePath getattr setattr hasattr delattr getenv import_module __import__
    TypeVar NewType namedtuple cast Literal strftime strptime parametrize
    """.split()
)
"""Functions whose texts are patterns, paths, queries or data."""
COMPARED = frozenset("== != < > <= >= in is not case |".split())
METHODS = frozenset("join split rsplit splitlines partition rpartition encode count find index".split())
"""Methods that are called on a text that is no prose."""
KEYWORDS = frozenset("and or not in is if else return yield lambda await assert raise case print del".split())


class Role(Enum):
    """What a string is in the program."""

    DOCUMENTATION = auto()
    MESSAGE = auto()
    """The key of a translation."""
    LITERAL = auto()
    """It may be prose."""
    FRAGMENT = auto()
    """It is added to something else."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One string or several that stand side by side; `owner` is the qualified name of what it documents."""

    strings: tuple[PythonToken, ...]
    role: Role
    owner: str = ""

    @property
    def span(self) -> Span:
        """All of it, with what stands in between."""
        return Span(self.strings[0].span.start, self.strings[-1].span.end)


@dataclass(slots=True)
class _Bracket:
    opening: PythonToken
    before: str
    """What stands before it."""
    called: str
    """The same, where that is something to call or to take an item of."""
    commas: int = 0


@dataclass(slots=True)
class _Place:
    """Where in the module a token stands."""

    text: str
    brackets: list[_Bracket] = field(default_factory=list)
    scopes: list[tuple[int, str]] = field(default_factory=list)
    """The indentations and names of the classes and functions around it."""
    statement: list[str] = field(default_factory=list)
    """The first words of the statement."""
    before: str = ""
    """The token before this one in the statement."""
    line: int = 0
    """Where the line of the statement begins."""

    def arrive(self, token: PythonToken) -> None:
        """Take notice of the first words of a statement."""
        if not self.statement:
            while self.scopes and self.scopes[-1][0] >= self._indent(token):
                self.scopes.pop()
        if self.statement in (["class"], ["def"]):
            self.scopes.append((self._indent(token), token.text))
        if len(self.statement) < 2 and token.text != "async":
            self.statement.append(token.text)

    def leave(self, token: PythonToken) -> None:
        """Go on to the next token."""
        if token.kind is TokenKind.END or (token.text == ";" and not self.brackets):
            self.statement, self.before = [], ""
            self.line = token.span.end if token.kind is TokenKind.END else self.line
            return
        self.arrive(token)
        if token.kind is TokenKind.SIGN:
            self._bracket(token)
        self.before = token.text

    def _bracket(self, token: PythonToken) -> None:
        sign = token.text
        if sign in BRACKETS:
            callable_ = self.before in (")", "]") or (
                self.before.isidentifier() and self.before not in KEYWORDS
            )
            self.brackets.append(_Bracket(token, self.before, self.before if callable_ else ""))
        elif sign in BRACKETS.values():
            if not self.brackets:
                raise unreadable(self.text, token.span.start, f"“{sign}” closes nothing")
            opening = self.brackets.pop().opening
            if BRACKETS[opening.text] != sign:
                raise unreadable(self.text, opening.span.start, f"“{opening.text}” is closed by “{sign}”")
        elif sign == "," and self.brackets:
            self.brackets[-1].commas += 1

    def _indent(self, token: PythonToken) -> int:
        """How far the line of a statement is indented."""
        line = self.text[self.line : token.span.start].expandtabs()
        return len(line) - len(line.lstrip())

    @property
    def owner(self) -> str:
        """The qualified name of what is being defined."""
        return ".".join(name for _, name in self.scopes)


@dataclass(frozen=True, slots=True)
class Survey:
    """The strings of a module that may hold prose, all its comments, and the names that its code uses."""

    literals: tuple[Literal, ...]
    comments: tuple[PythonToken, ...]
    names: frozenset[str]
    begins: int
    """Where the first statement begins."""


def survey(text: str) -> Survey:
    """Find what may hold prose in a module.

    Raises:
        UnreadableProse: a string does not end, or a bracket has no partner.

    """
    comments: list[PythonToken] = []
    code: list[PythonToken] = []
    for token in tokens(text):
        (comments if token.kind is TokenKind.COMMENT else code).append(token)
    code.append(PythonToken(TokenKind.END, "", Span(len(text), len(text))))
    begins = next((token.span.start for token in code if token.kind is not TokenKind.END), len(text))
    names = frozenset(token.text for token in code if token.kind is TokenKind.NAME)
    return Survey(tuple(_literals(text, code)), tuple(comments), names, begins)


def _literals(text: str, code: list[PythonToken]) -> Iterator[Literal]:
    place, run = _Place(text), list[PythonToken]()
    for number, token in enumerate(code):
        if token.kind is TokenKind.END and place.brackets and token.text:
            continue
        if token.kind is TokenKind.STRING:
            place.arrive(token)
            run.append(token)
            continue
        if run:
            role = _role(place, token.text, code[number + 1].text if token.text == "." else "")
            if role and not any("b" in string.prefix for string in run):
                yield Literal(tuple(run), role, place.owner)
            place.before, run = '"', []
        place.leave(token)
    if place.brackets:
        opening = place.brackets[-1].opening
        raise unreadable(text, opening.span.start, f"“{opening.text}” is never closed")


def _role(place: _Place, after: str, method: str) -> Role | None:
    """What a string is, by what stands around it; None where it is surely no prose."""
    bracket, before = place.brackets[-1] if place.brackets else None, place.before
    if not before and not bracket and after.strip() in ("", ";"):
        return Role.DOCUMENTATION
    if bracket and bracket.opening.text == "(" and bracket.called in MESSAGES:
        keys = bracket.called.startswith("d") + ("pgettext" in bracket.called)
        return None if bracket.commas < keys else Role.MESSAGE
    if method in METHODS or _is_data(bracket, before, after):
        return None
    return Role.FRAGMENT if "+" in (before[:1], after[:1]) else Role.LITERAL


def _is_data(bracket: _Bracket | None, before: str, after: str) -> bool:
    """Whether a string is compared, a key, a pattern, a type or an index."""
    if before in COMPARED or after in COMPARED or before == "->":
        return True
    if bracket is None:
        return before == ":"
    if bracket.before in COMPARED or bracket.called in NO_PROSE:
        return True
    if bracket.opening.text == "{":
        return after == ":"
    return before == ":" or bool(bracket.called and bracket.opening.text == "[")
