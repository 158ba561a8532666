"""Random modules with all kinds of strings; Python is the judge."""

from __future__ import annotations

import ast
import unicodedata
import warnings
from collections.abc import Iterator
from io import BytesIO
from random import Random
from tokenize import COMMENT, STRING, tokenize

from tools.documents.words import prose

PREFIXES = ("", "", "", "r", "R", "u", "f", "F", "rf", "fr", "b", "Rb")
QUOTES = ('"', "'", '"""', "'''")
HOLES = ("{name}", "{name!r:>{width}}", "{ total:,.2f }", "{ {1: 2}[1] }", "{desk.chief()}", "{name=}")
FIELDS = ("%s", "%(name)s", "{}", "{name!r}", "100%", "$name", "${x}")
STATEMENTS = (
    "paper = {0}\n",
    "paper: str = ({0}\n    {1}  # {c}\n    {0})\n",
    "paper = {0} \\\n    {1}\n",
    "print({0}, {1}, sep={0})\n",
    "_({0})\n",
    "ngettext({0}, {1}, 7)\n",
    "pgettext({0}, {1})\n",
    "logger.info({0} % paper, {1})\n",
    "{0}; {1}\n",
    "desk = [{0}, ({1}), {{{0}: {1}}}]\n",
    "if paper == {0} or paper in ({0}, {1}):\n    raise ValueError({1})\n",
    "paper = {0}.format(name={1})\n",
    "paper = {0} + paper + {1}\n",
    "re.compile({0})\n",
    "def sail(where={0}) -> {1}:\n    {2}\n    return {0}  # {c}\n",
    "class Ferry:\n    {2}\n\n    # {c}\n    # {c}\n    async def sail():\n        {2}\n        yield {0}\n",
    "# {c}\n#\n#: {c}\n",
    "paper = lambda: ({0} if {1} else {0})\n",
)
LAYOUTS = (
    "{0}",
    "{0}\n\n    {1}\n    {0}\n",
    "{0}\n    {1}\n\n    Args:\n        a: {0}\n            {1}\n        b (int): {1}\n",
    "{1}\n\n    Raises:\n        Fog: {0}\n",
    "{0}\n\n    :param name: {1}\n    :returns: {0}\n\n    .. note:: {1}\n       {0}\n",
    "{0}\n\n    Notes\n    -----\n    {1}\n\n    >>> sail(7)\n    {0}\n\n    {1}::\n\n        x = 7\n",
    "\n    - {0}\n    - {1}\n      {0}\n\n    ```\n    {1}\n    ```\n    ",
)
DIRECTIVES = ("noqa: E501", "type: ignore", "x = sail(7)", "newslint: ignore[double-word]")


def document(random: Random) -> bytes:
    """A module that Python can read."""
    while True:
        written = _module(random)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(written)
        except (SyntaxError, ValueError):
            continue
        return random.choice((b"", b"", b"\xef\xbb\xbf")) + written.encode()


def _module(random: Random) -> str:
    head = random.choice(("", "# coding: utf-8\n", "#!/usr/bin/python\n\n"))
    body = "".join(_statement(random) for _ in range(random.randint(1, 4)))
    end = random.choice(("\n", "\n", "\r\n"))
    return (head + random.choice(("", _documentation(random) + "\n")) + body).replace("\n", end)


def _statement(random: Random) -> str:
    text = random.choice(STATEMENTS)
    for hole, make in (("{0}", _literal), ("{1}", _literal), ("{2}", _documentation), ("{c}", _comment)):
        while hole in text:
            text = text.replace(hole, make(random).replace("{", "\x01"), 1)
    return text.replace("{{", "{").replace("}}", "}").replace("\x01", "{")


def _comment(random: Random) -> str:
    return random.choice(DIRECTIVES) if random.random() < 0.2 else _sentence(random)


def _sentence(random: Random) -> str:
    return f"The {prose(random)} It was said of the ferry."


def _documentation(random: Random) -> str:
    text = random.choice(LAYOUTS)
    for hole in ("{0}", "{1}"):
        text = text.replace(hole, _sentence(random))
    prefix, quote = random.choice(("", "", "r", "u")), random.choice(QUOTES[2:])
    return prefix + quote + "".join(_letter(random, c, prefix, quote) for c in text) + quote


def _literal(random: Random) -> str:
    prefix, quote = random.choice(PREFIXES), random.choice(QUOTES)
    text = _sentence(random) if random.random() < 0.8 else prose(random, 3)
    written = ""
    for letter in text:
        written += _letter(random, letter, prefix, quote)
        if letter == " " and random.random() < 0.1:
            written += random.choice(HOLES if "f" in prefix.lower() else FIELDS)
        if letter == " " and "r" not in prefix.lower() and random.random() < 0.05:
            written += random.choice(("\\\n", "\\q", "\\n", "\\t", "\\0", "\\ud800"))
    return prefix + quote + written + quote


def _letter(random: Random, letter: str, prefix: str, quote: str) -> str:
    """A letter in a kind of string, sometimes escaped; empty if impossible."""
    kind = prefix.lower()
    if "b" in kind and not letter.isascii():
        return ""
    if "f" in kind and letter in "{}":
        return letter * 2
    if "r" in kind:
        return "" if letter in "\\'\"\n" else letter
    if letter == "\\" or (letter in quote and len(quote) == 1):
        return "\\" + letter
    if letter == quote[0]:
        return random.choice((letter, "\\" + letter))
    return _escape(random, letter) if "b" not in kind and random.random() < 0.03 else letter


def _escape(random: Random, letter: str) -> str:
    number = ord(letter)
    forms = [f"\\U{number:08x}"]
    if number < 0x10000:
        forms.append(f"\\u{number:04X}")
    if number < 0x100:
        forms += [f"\\x{number:02x}", f"\\{number:03o}"]
    if name := unicodedata.name(letter, ""):
        forms.append(f"\\N{{{name}}}")
    return random.choice(forms)


def judge(data: bytes) -> list[str]:
    """What is neither, then every string with interpolations, and every comment."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data)
    except SyntaxError as error:
        return [f"not Python: {error}"]
    texts = list(_strings(tree))
    tokens = list(tokenize(BytesIO(data).readline))
    rest = [token.string for token in tokens if token.type not in (STRING, COMMENT)]
    comments = (token.string for token in tokens if token.type == COMMENT)
    return [repr(rest) + ast.dump(tree), *texts, *comments]


def _strings(tree: ast.AST) -> Iterator[str]:
    """The strings of a module, which are blank there afterwards."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside.update(node.values)
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else f"\0{ast.dump(part)}\0"
                for part in node.values
            )
            node.values = [part for part in node.values if not isinstance(part, ast.Constant)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside:
            yield node.value
            node.value = ""
