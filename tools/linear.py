"""Finds rules and parsers whose time grows faster than the text.

    python -m tools linear [RULE|FORMAT ...]

Texts are repeated some thousand times: for a rule those of its cases, for a format those of `REPEATED`. The
command measures time, which no test does, since it depends on the load of the machine. The tests count the
lines of Python that a parser executes for the same texts; slow regular expressions show up only here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from time import process_time

from newslint.core.errors import ParseError
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.rules import selection
from newslint.testing.slow_patterns import grows, slow_inputs

REPEATED: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "csv": (("id,text\n", "", ('"', '"a\n', ',"x ""y"",', ",")),),
    "html": (
        (
            "<p>Start.</p>",
            "<p>End.</p>",
            (
                *("<div>", "<b>", "<p><b>", "</div>", "<table><tr><td>", "<li>", "<svg>", "<select>"),
                *("<a title='x y'>", "<!--", "<a ", '<a href="', "</a", "<![CDATA[", "<", "&", "{{", "{%"),
                *(
                    "<script><!--<script>",
                    "<title>",
                    "a <br>",
                    "<img alt='a b'> ",
                    "a&#",
                    "<p class=byline>x",
                ),
                "x <code>",
            ),
        ),
    ),
    "json": (
        ('{"text": "', '"}', ("\\\\n", "\\u00e9", "a\\nb. ", "<p>a</p>\\n", "<", "/a")),
        ('{"text": [', "1]}", ("1.5, ", '"a b", ')),
        ("", "", ("[", '{"a":', '[{"text":')),
    ),
    "markdown": (
        (
            "It rained.\n\n",
            "\n\nIt stopped.\n",
            (
                *(
                    ">",
                    "[",
                    "- ",
                    "> - ",
                    "![",
                    "*",
                    "**a ",
                    "_a ",
                    "`",
                    "~~",
                    "<b>",
                    "(",
                    "[a](",
                    "]\\[",
                    "\\[",
                ),
                *(
                    "{{",
                    "{%",
                    "{:",
                    "<!--",
                    "<a ",
                    "&#",
                    "[^1]: ",
                    "---\n",
                    "a\n",
                    "[a]: b\n",
                    "| a ",
                    "é *ö* ",
                ),
                *("$$ a\n", "\\( x a\n", "\\begin{a} a\n", "{% raw %} a\n", "[[a a\n", "[[a|b a\n"),
                *("* a\n  ", "<div>\n", "a|b\n-|-\n", "a|b\n-|-\n\tc|d\n\n", "a<br>", "![a](b) ", "<a@b.c>"),
            ),
        ),
    ),
    "plain": (("", "", ("{% raw %} a {{ b\n", "<!-- a -->\nb\n")),),
    "python": (
        (
            "'''The ferry left.'''\n",
            "",
            (
                *("(", "[(", "1+", "'a' ", "elif 7:\n pass\n", "f'{", "# a\n", "{'a': "),
                *("x = '''a\n\n'''\n", "\\\n"),
            ),
        ),
    ),
    "xml": (
        (
            "<nitf><body><p>",
            "</p></body></nitf>",
            ("<!-- a -->", "&amp;", "&#32;", "<![CDATA[a]]>", "<em>a</em> ", "<br/>", "<?a?>", "a\n "),
        ),
        ("<nitf><body>", "</body></nitf>", ("<p>a b.</p>\n", "\n\n", "a\n\n", "a<i/>")),
        ("<nitf>", "", ("<p>", "<!--", "<![CDATA[", "<a ", "&", "</p>")),
        ("<p><![CDATA[", "]]></p>", ("a b &\n\n ",)),
        ("<p><!--", "-->a</p>", ("xxxx",)),
        ('<p a="', '">a</p>', ("xxxx",)),
        ("<!DOCTYPE p [", "]><p>a</p>", ("<!ATTLIST p a CDATA ''>", "<!ENTITY % a 'b'>%a;")),
        (
            "<rss><channel>",
            "</channel></rss>",
            ("<item><title>A</title><description>&lt;p&gt;B</description></item>",),
        ),
    ),
}
"""Prefix, suffix, and the texts to repeat in between, by format."""


def repetitions(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield prefix, repeated text and suffix for a format."""
    for before, after, stretches in REPEATED[name]:
        yield from ((before, stretch, after) for stretch in stretches)


def parse(name: str, text: str) -> None:
    """Parse a text; an error is fine."""
    with suppress(ParseError):
        FORMATS[name].parse(Source(text), DEFAULT_OPTIONS)


def run(names: Sequence[str]) -> int:
    """Try rules and parsers; return 1 if any is slow."""
    code = 0
    for name in names or (*REPEATED, *sorted(selection.built_in())):
        for stretch in _slow_to_parse(name) if name in REPEATED else _slow_to_check(name):
            print(f"{name}: {stretch!r} repeated takes more than linear time", flush=True)
            code = 1
    return code


def _slow_to_check(name: str) -> Iterator[str]:
    (active,) = selection.select([name])
    return slow_inputs(active)


def _slow_to_parse(name: str) -> Iterator[str]:
    for before, stretch, after in repetitions(name):

        def measure(size: int, parts: tuple[str, str, str] = (before, stretch, after)) -> float:
            text = parts[0] + parts[1] * (size // len(parts[1])) + parts[2]
            begun = process_time()
            parse(name, text)
            return process_time() - begun

        if grows(measure):
            yield stretch
