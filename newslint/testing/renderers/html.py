"""Articles as HTML: fragments from content systems, and whole pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from itertools import cycle

from newslint.core.patterns import pattern
from newslint.core.segments import BlockKind
from newslint.testing.renderers.form import ALL, HEADINGS, Form
from newslint.testing.renderers.marks import CLOSE, OPEN, paragraphs, unmark

Write = Callable[[str], str]

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <style>p > a { color: black }</style>
  <script>if (1 < 2) document.write("<p>loading</p>")</script>
</head>
<body>
  <table class="layout"><tr><td>
%s
  </td></tr></table>
</body>
</html>
"""
ASTRAL = "<p>🗞 The 𝒆vening edition 🗞</p>\n"
REFERENCES = {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&#8217;", '"': "&quot;", "'": "&#x27;"}
WORD = pattern(r"\p{L}+")
TAGS = (("<em>", "</em>"), ('<a href="https://example.org/?a=1&amp;b=2">', "</a>"), ("<b><i>", "</i></b>"))


def _escape(text: str) -> str:
    return escape(text, quote=False)


def _fragment(marked: str, write: Write = _escape) -> str:
    """The blocks of an article, an element each."""
    names = ((text, "h1" if kind is BlockKind.HEADLINE else "p") for kind, text in paragraphs(marked))
    return "\n".join(f"<{name}>{write(text)}</{name}>" for text, name in names)


def _page(marked: str) -> str:
    return PAGE % _fragment(marked)


def _with_references(paragraph: str) -> str:
    """Quotation marks as references, and now and then another character."""
    plain_marks = frozenset({OPEN, CLOSE})
    written = ""
    for number, letter in enumerate(paragraph):
        if letter in REFERENCES:
            written += REFERENCES[letter]
        elif number % 7 == 0 and not letter.isspace() and letter not in plain_marks:
            written += f"&#{ord(letter)};"
        else:
            written += _escape(letter)
    return written


def _emphatic(paragraph: str) -> str:
    """Every other word between tags; a two-word finding crosses one."""
    text, _ = unmark(paragraph)
    words = list(WORD.finditer(text))[::2]
    return _add_tags(paragraph, [(word.start(), word.end()) for word in words])


def _tags_in_words(paragraph: str) -> str:
    """Tags in the middle of words."""
    text, _ = unmark(paragraph)
    return _add_tags(paragraph, [(w.start() + 1, w.end() - 1) for w in WORD.finditer(text) if len(w[0]) > 2])


def _loose(paragraph: str) -> str:
    """Line breaks, indents and comments in place of some spaces."""
    written = ""
    for number, word in enumerate(paragraph.split(" ")):
        apart = not written.endswith(OPEN) and not word.startswith(CLOSE)
        seam = "\n      " if number % 3 == 1 else "<!-- x --> " if number % 3 == 2 and apart else " "
        written += (seam if number else "") + _escape(word)
    return written


def _add_tags(paragraph: str, places: Iterable[tuple[int, int]]) -> str:
    """Put tags around stretches of the text, and move the marks inside."""
    text, marks = unmark(paragraph)
    tags = dict.fromkeys(range(len(text) + 1), "")
    for (start, end), (opening, closing) in zip(places, cycle(TAGS), strict=False):
        tags[start], tags[end] = opening, closing
    written = ""
    for at in range(len(text) + 1):
        written += CLOSE * sum(mark.start < mark.end == at for mark in marks)
        empty = (OPEN + CLOSE) * sum(mark.start == mark.end == at for mark in marks)
        written += tags[at] + empty if at < len(text) else empty + tags[at]
        written += OPEN * sum(mark.start == at < mark.end for mark in marks)
        written += _escape(text[at : at + 1])
    return written


_form = partial(Form, format="html", gaps=False, undeletable=HEADINGS)
FORMS = (
    _form("html", _fragment),
    _form("html-page", lambda article: _page(article).replace("\n", "\r\n")),
    _form("html-bom", _fragment, bom=b"\xef\xbb\xbf"),
    _form("html-astral", lambda article: "<p>🗞 The 𝒆vening edition 🗞</p>" + _fragment(article)),
    _form("html-references", partial(_fragment, write=_with_references), blocks_fixes=True),
    _form("html-emphasis", partial(_fragment, write=_emphatic), blocks_fixes=True),
    _form("html-broken", partial(_fragment, write=_tags_in_words), blocks_fixes=True),
    _form("html-loose", partial(_fragment, write=_loose), blocks_fixes=True, undeletable=ALL),
)
