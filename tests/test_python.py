"""Python: what of a module is prose, and repairs that leave the program what it is."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import libcst
import pytest
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper

from newslint.core.diagnostics import Safety
from newslint.core.errors import ParseError, SourceError
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.python import declared_encoding, parse
from newslint.formats.python.syntax import parse_syntax
from newslint.linter.linter import Linter
from newslint.rules import selection
from tools.documents.python import judge

PYTHON = FORMATS["python"]
RULES = Linter(selection.select(), format=PYTHON)
SAID = "The ferry will not sail today."


def blocks(code: str) -> list[tuple[str, str]]:
    return [(block.source.name, block.text) for block in parse(Source(code)).blocks]


def texts(code: str) -> list[str]:
    return [text for _, text in blocks(code)]


def fixed(code: str) -> str:
    report = RULES.fix(Source(code, "a.py"), Safety.UNSAFE)
    assert report.error is None
    return report.after


def found(code: str) -> list[str]:
    return [diagnostic.quote for diagnostic in RULES.check(Source(code, "a.py")).diagnostics]


# What is prose


def test_documentation_is_named_by_what_it_documents() -> None:
    ferry = f"class Ferry:\n    \"\"\"{SAID}\"\"\"\n    async def sail(self):\n        r'''{SAID}'''\n"
    code = f'"""{SAID}"""\n{ferry}'
    assert blocks(code) == [("module", SAID), ("Ferry", SAID), ("Ferry.sail", SAID)]


@pytest.mark.parametrize(
    "literal",
    [
        f"x = '{SAID}'",
        "x = ('The ferry '\n     \"will not sail today.\")",
        "x = 'The ferry ' \\\n    r'will not sail today.'",
        r"x = 'The ferry\x20will \N{LATIN SMALL LETTER N}ot \163ail \u0074oday.'",
        f"raise ValueError('{SAID}')",
        f"x = {{'key': '{SAID}'}}",
        f"def f(x='{SAID}'): pass",
        f"print('{SAID}' if x else '')",
    ],
)
def test_sentences_in_literals_are_read(literal: str) -> None:
    assert texts(literal) == [SAID]


@pytest.mark.parametrize(
    "code",
    [
        f"x = b'{SAID}'",
        f"x == '{SAID}'",
        f"x in ('{SAID}', 7)",
        f"x['{SAID}']",
        f"{{'{SAID}': 7}}",
        f"re.compile('{SAID}')",
        f"'{SAID}'.split()",
        "x = 'SELECT name FROM ferries WHERE it will sail today.'",
        "x = '<p>The ferry will not sail today.</p>'",
        "x = 'text/html; charset=utf-8'",
        "x = '%(asctime)s %(name)s: %(message)s.'",
        "x = 'the ferry'",
        "x = 'and the ferry will not sail today'",
    ],
)
def test_what_is_surely_or_likely_no_prose_is_not_read(code: str) -> None:
    assert texts(code) == []


def test_interpolations_stand_in_the_sentence_and_are_not_touched() -> None:
    code = "x = f\"The ferry {ship.name!r:>{width}} of {line} sails  at  {f'{hour}'} o'clock,, they said.\"\n"
    assert texts(code) == ["The ferry {ship.name} of {line} sails  at  {} o'clock,, they said."]
    assert fixed(code) == code.replace(",,", ",")


def test_documentation_is_read_by_its_layout() -> None:
    code = '''def sail(to, by):
    """Sail to an island.

    The first line goes on
    in the second.

    Args:
        to: The island that the ferry
            sails to.
        by (int): The hour.

    :param x: A field of reStructuredText.
    :rtype: int

    Returns
    -------
    bool
        Whether the ferry arrived.

    >>> sail("Anholm..")
    "the the"

    - The first item.
    - The second
      item, over two lines.

    Like this::

        the the code is not read

    ```
    nor this the the
    ```
    """
'''
    assert texts(code) == [
        "Sail to an island.",
        "The first line goes on in the second.",
        "The island that the ferry sails to.",
        "The hour.",
        "A field of reStructuredText.",
        "Returns",
        "Whether the ferry arrived.",
        "The first item.",
        "The second item, over two lines.",
        "Like this::",
    ]


def test_comments_on_lines_that_follow_are_one_paragraph() -> None:
    code = "# The ferry will\n# not sail.\n#\n# It rained.\nx = 7  # It rained all day.\n# Another remark.\n"
    assert texts(code) == ["The ferry will not sail.", "It rained.", "It rained all day.", "Another remark."]


@pytest.mark.parametrize(
    "comment",
    [
        "#!/usr/bin/env python",
        "# -*- coding: utf-8 -*-",
        "# noqa: E501",
        "# type: ignore[the the]",
        "# pylint: disable=the-the",
        "# x = sail(the, the)",
        "# for ship in ships:\n#     ship.sail()",
        "# Copyright 2026 the the owners. All rights reserved.\nx = 7",
    ],
)
def test_comments_that_are_code_or_speak_to_tools_are_not_read(comment: str) -> None:
    assert texts(comment + "\n") == []


# What is repaired


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('x = "The the ferry sails, they said.."', 'x = "The ferry sails, they said."'),
        (r"x = 'It\'s the the ferry they saw.'", r"x = 'It\'s the ferry they saw.'"),
        (
            "x = ('The ferry sails '\n     'no no no Monday , they said.')",
            "x = ('The ferry sails '\n     'no no no Monday, they said.')",
        ),
        (
            'x = ("It will be the "\n     "the last ferry of today.")',
            'x = ("It will be the "\n     "last ferry of today.")',
        ),
        ("# It will be the\n# the last ferry of today.\n", "# It will be the\n# last ferry of today.\n"),
        ('"""It rained ,\r\nthey said.."""\r\n', '"""It rained,\r\nthey said."""\r\n'),
        ("# It rained , they said..\n", "# It rained, they said.\n"),
        (
            r'x = "\u201cIt rained\u201d , they said of the day."',
            r'x = "\u201cIt rained\u201d, they said of the day."',
        ),
    ],
)
def test_repairs_change_nothing_else(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize(
    ("code", "quote"),
    [
        ('_("The the ferry will not sail today.")', "The the"),
        ('ngettext("A ferry sails the the sea.", "{n} ferries sail the the sea.", n)', "the the"),
    ],
)
def test_what_is_only_reported(code: str, quote: str) -> None:
    assert {*found(code)} == {quote}
    assert fixed(code) == code


def test_a_finding_in_a_message_is_at_its_place() -> None:
    (diagnostic,) = RULES.check(Source('_("It is the the last ferry.")', "a.py")).diagnostics
    assert diagnostic.span.of('_("It is the the last ferry.")') == "the the"


def test_the_fields_of_a_template_stay() -> None:
    code = 'x = "The ferry to %(town)s , they said, sails at {hour} today .".format(hour=7)\n'
    after = fixed(code)
    assert after == 'x = "The ferry to %(town)s, they said, sails at {hour} today.".format(hour=7)\n'
    assert judge(code.encode())[0] == judge(after.encode())[0]


def test_a_comment_silences_its_line() -> None:
    code = 'x = "The the ferry sails today."  # newslint: ignore[double-word]\n'
    assert found(code) == []
    assert found(code.replace("double-word", "double-comma")) != []


# Whole modules


def places(code: str) -> list[tuple[int, int]]:
    """Where the strings and comments of a module are."""
    syntax = parse_syntax(code)
    return sorted((one.span.start, one.span.end) for one in (*syntax.strings.values(), *syntax.comments))


@pytest.mark.parametrize("name", ["textwrap", "tokenize", "dataclasses", "string"])
def test_strings_and_comments_are_where_the_metadata_has_them(name: str) -> None:
    code = (Path(sysconfig.get_path("stdlib")) / f"{name}.py").read_text("utf-8")
    assert code.isascii()
    seen: set[tuple[int, int]] = set()

    class Strings(libcst.CSTVisitor):
        METADATA_DEPENDENCIES = (ByteSpanPositionProvider,)

        def _note(self, node: libcst.CSTNode) -> bool:
            at = self.get_metadata(ByteSpanPositionProvider, node)
            seen.add((at.start, at.start + at.length))
            return False

        visit_SimpleString = visit_FormattedString = visit_Comment = _note  # noqa: N815

    MetadataWrapper(libcst.parse_module(code), unsafe_skip_copy=True).visit(Strings())
    assert places(code) == sorted(seen)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = 'é🗞'  # 🗞 é\n", ["'é🗞'", "# 🗞 é"]),
        ("x = f'é{y!r:>{w}}' 'é' # é\n", ["f'é{y!r:>{w}}'", "'é'", "# é"]),
        ("x = (  # a\n  f'{y}'  # b\n  # c\n)\n", ["# a", "f'{y}'", "# b", "# c"]),
        ("x = (  # 'a'\n  'a'  # 'a'\n  'a'\n)\n", ["# 'a'", "'a'", "# 'a'", "'a'"]),
        ("'''a\r\n'''\r\n# b\r\nx = 't'\r\n", ["'''a\r\n'''", "# b", "'t'"]),
        ("x = 'a'\r# b\r'c'", ["'a'", "# b", "'c'"]),
        ("\fx = 'a'\n\f\n\fdef f():\n  \f\n  'b'\n\f# c\n", ["'a'", "'b'", "# c"]),
        ("\\\nx = 'a'\nx = \\\n\t'b'\n# c", ["'a'", "'b'", "# c"]),
        ("if x:\n\t'a'\n# b\n\tx = 'c'\n  # d\n  # e\n  ", ["'a'", "# b", "'c'", "# d", "# e"]),
        ("x\n    # 'a'\n    # 'b'\n", ["# 'a'", "# 'b'"]),
        ("x = rb'a\\'' + b\"'\" + R'\\\\'\n", ["rb'a\\''", 'b"\'"', "R'\\\\'"]),
        ("x = a['b'] if 'c' else lambda x='d': 'e'\n", ["'b'", "'c'", "'d'", "'e'"]),
        ("@f('a')\nclass A('b'):\n  c: 'd' = 'e'\n", ["'a'", "'b'", "'d'", "'e'"]),
        ("def f(a: 'b' = 'c', *d: 'e') -> 'f': 'g'\n", ["'b'", "'c'", "'e'", "'f'", "'g'"]),
        ("x = t'a{b}' 'c'\n", ["t'a{b}'", "'c'"]),
    ],
)
def test_strings_and_comments_of_odd_modules_have_their_places(code: str, expected: list[str]) -> None:
    assert [code[start:end] for start, end in places(code)] == expected


@pytest.mark.parametrize("name", ["textwrap", "string"])
def test_a_repaired_module_is_the_same_program(name: str) -> None:
    code = (Path(sysconfig.get_path("stdlib")) / f"{name}.py").read_text("utf-8")
    report = RULES.fix(PYTHON.decode(code.encode(), "a.py"), Safety.UNSAFE)
    assert report.output is not None
    assert report.has_changes
    assert judge(code.encode())[0] == judge(report.output)[0]


# Encodings and broken modules


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"# coding: latin-1\n", "latin-1"),
        (b"#!/bin/python\n# -*- coding: cp1252 -*-\n", "cp1252"),
        (b"x = 7\n# coding: cp1252\n", None),
        (b"\n\n# coding: cp1252\n", None),
        (b"# vim: set fileencoding=UTF_8 :\n", "utf-8"),
        (b"", None),
    ],
)
def test_a_module_names_its_encoding(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


def test_a_module_is_read_and_written_in_the_encoding_that_it_names() -> None:
    data = '# coding: latin-1\nx = "The café is the the last one they saw."\n'.encode("latin-1")
    report = RULES.fix(PYTHON.decode(data, "a.py"), Safety.UNSAFE)
    assert report.output == data.replace(b"the the", b"the")
    with pytest.raises(SourceError, match="declares its encoding"):
        PYTHON.decode("# coding: utf-8\nx = 'é'".encode("latin-1"), "a.py")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("x = 7\ny = 'no end\n", "line 2, column 5"),
        ("x = 7\n'''no end", "line 2, column 1"),
        ("x = f'{y'\n", r"line 1, column \d+: "),
        ("f(7\n", "line 1, column 2.*never closed"),
        ("x = (7]\n", "line 1, column 7.*does not match"),
        ("x = 7)\n", "line 1, column 6"),
        ("x = 7\nif x:\n    y\n  z\n", "line 4"),
        ("x = 'é'; ferry sails\n", r"line 1, column \d+: invalid syntax"),
        ("x = 7\nprint 'a'\n", "line 2, column 1"),
        ("x = 7 + 'a' b'c'\n", r"line 1, column \d+: cannot mix"),
        ("x = '\ud800'\n", "line 1, column 6"),
    ],
)
def test_what_is_broken_is_told_with_its_place(code: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse(Source(code))


def nested(opening: str, inner: str, closing: str, count: int) -> str:
    return f"x = {opening * count}{inner}{closing * count}\n"


def branches(count: int) -> str:
    return "if a:\n  x\n" + "elif b:\n  x\n" * count


def steps(word: str, count: int) -> str:
    """Blocks inside blocks."""
    return "".join(" " * depth + word for depth in range(count)) + " " * count + "x\n"


def stairs(opening: str, closing: str, count: int) -> str:
    """f-strings inside f-strings, each in other quotes than the one around it."""
    quotes = ["'", '"', "'''", '"""'][:count]
    text = "x"
    for quote in quotes:
        text = f"f{quote}{{{opening}{text}{closing}}}{quote}"
    return f"y = {text}\n"


@pytest.mark.parametrize(
    "code",
    [
        "x = " + " + ".join(["a"] * 5_000),
        "x = " + " and ".join(["a"] * 5_000),
        "x = a" + ".b" * 5_000,
        "x = a" + "[0]" * 5_000,
        "x = a" + "()" * 5_000,
        "x = " + "'a' " * 5_000,
        "x = " + "not " * 5_000 + "a",
        "x = " + "lambda a, b: " * 5_000 + "a",
        "x = " + "lambda a=b in c, d: " * 5_000 + "a",
        "x = [a " + "for a, b in c " * 5_000 + "]",
        "import a" + ".b" * 5_000,
        *(
            nested(a, "x", b, 5_000)
            for a, b in ("()", "[]", "{}", ("{7: ", "}"), ("[(", ")]"), ("a[b, ", "]"))
        ),
        nested("f(", "x", ")", 900),
        "x = " + "[" * 5_000,
        f"match a:\n  case {'(' * 30}a{',)' * 30}:\n    x",
        f"if a: del {'(' * 30}a{',)' * 30}",
        "INDENT = DEDENT = STRING = [" + "STRING, DEDENT, [" * 5_000,
        branches(5_000),
        steps("if a:\n", 90),
        steps("def f():\n", 40),
        stairs("[" * 20, "]" * 20, 4),
        stairs("-" * 100, "", 3),
        f"x = f'{{{' and '.join('a' * 900)}}}'",
        f"x = f'{{{'(' * 90}a{')' * 90}}}'",
        f"x = t'{{{'[' * 90}a{']' * 90}}}'",
        f"x = f'{{{'-' * 5_000}a}}'",
    ],
    ids=lambda code: code[:20],
)
def test_what_is_too_deep_for_the_parser_is_an_error_of_the_file(code: str) -> None:
    report = RULES.check(Source(f"'''{SAID}'''\n{code}\n", "a.py"))
    assert report.error is not None
    assert "nested too deeply" in report.error


@pytest.mark.parametrize(
    "code",
    [
        "x = " + " + ".join(["a"] * 150),
        "x = (" + "'a'\n" * 390 + ")",
        "x = [" + "a.b(c), " * 1_000 + "]",
        "x = [" + "lambda a, b: a + b, " * 300 + "]",
        "x = {" + "'a': lambda: b, " * 300 + "}",
        nested("f(", "x", ")", 40),
        branches(150),
        "match a:\n  case [(b, {7: [*c]}), A(d=(e,))]:\n    " + nested("[", "x", "]", 40),
        steps("if a:\n", 15),
        "x = a\n" * 1_000,
        "if a:\n x\nelif b:\n x\n" * 300,
        f"x = f'''{SAID * 900} {{a.b('(', c)}}'''",
    ],
    ids=lambda code: code[:20],
)
def test_what_is_long_or_moderately_deep_is_read(code: str) -> None:
    assert texts(f"'''{SAID}'''\n{code}\n")[0] == SAID


@pytest.mark.parametrize("prefix", ["f", "t"])
def test_strings_in_their_own_quotes_are_read_or_refused_by_the_version_of_python(prefix: str) -> None:
    """Before Python 3.12 `tokenize` takes them for several strings, and their depth is unknown."""
    with pytest.raises(ParseError, match="line 1"):
        parse(Source("x = " + f"{prefix}'{{" * 5_000 + "a" + "}'" * 5_000))
    if sys.version_info < (3, 12):
        with pytest.raises(ParseError, match=r"line 1, column.*run newslint with a later version"):
            parse(Source(f"x = {prefix}'{{a['b']}}'"))
    elif prefix == "f":
        assert texts(f"x = f'{SAID} {{a['b']}} of the ferry.'") == [f"{SAID} {{}} of the ferry."]


def test_what_is_too_deep_is_named_with_its_line() -> None:
    with pytest.raises(ParseError, match="expression nested too deeply for newslint at line 3"):
        parse(Source("a = 1\n\nb = " + "[" * 5_000 + "\n"))


def test_python_of_later_versions_is_read() -> None:
    assert texts(f"type Ferry[T] = T\nx = t'{SAID}'\n") == [SAID]
