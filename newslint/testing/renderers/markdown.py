"""Articles as Markdown.

White space around a paragraph and between two is not visible in Markdown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import regex

from newslint.core.segments import BlockKind
from newslint.testing.renderers.form import ALL, CONTROLS, HEADINGS, Form
from newslint.testing.renderers.marks import paragraphs

MARK = "[⟦⟧]*"
MARKUP = regex.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
LINE_START = regex.compile(rf"(?m)^[ \t]*({MARK})(\d+(?=[.)])|(?=[-+#=:]))")
PUNCTUATION = regex.compile(r"[!-/:-@\[-`{-~]")
CONTROL = regex.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
UNPRINTABLE = CONTROLS | frozenset(map(chr, [11, 12, *range(0x80, 0xA0)]))
"""Characters that YAML does not allow unescaped."""
INSIDE_WORD = regex.compile(r"(?<=\p{L})(\p{L}+)(?=\p{L})")
ACROSS_WORDS = regex.compile(rf"(?<=\p{{L}}{{{{2}}}})(\p{{L}}{MARK} {MARK}\p{{L}})(?=\p{{L}}{{{{2}}}})")
SPACE = regex.compile(rf"(?<=[\p{{L}},.]{MARK}) (?={MARK}\p{{L}})")
ENTITIES = {
    "&": "&amp;",
    "“": "&ldquo;",
    "”": "&#8221;",
    "‘": "&lsquo;",
    "’": "&#x2019;",
    "–": "&ndash;",
    "…": "&hellip;",
    "é": "&eacute;",
    '"': "&quot;",
    "\u00a0": "&nbsp;",
    "e": "&#101;",
}


def _escape(text: str) -> str:
    """A paragraph with a backslash before what would be markup."""
    return LINE_START.sub(r"\1\2\\", MARKUP.sub(r"\\\g<0>", text)).replace("⟦\\⟧", "⟦⟧\\")


def _body(article: str, write: Callable[[str], str] = _escape) -> str:
    """The article, each of its paragraphs written by `write`."""
    return "".join(
        ("# " if kind is BlockKind.HEADLINE else "") + write(paragraph) + "\n\n"
        for kind, paragraph in paragraphs(article)
    )


def _astral(article: str) -> str:
    return "---\ntags: 🗞\n---\n🗞 The 𝒆vening edition 🗞\n===\n\n" + _body(article)


def _nested(article: str) -> str:
    """A list in a quotation, an item a paragraph."""
    items = [_escape(paragraph).replace("\n", "\n> \t ") for _, paragraph in paragraphs(article)]
    return "".join(f"> {number}. {item}\n>\n" for number, item in enumerate(items, 11))


def _table(article: str) -> str:
    """A table, a row a paragraph."""
    rows = [_escape(paragraph).replace("\n", " ") for _, paragraph in paragraphs(article)]
    return "| Item |\n| --- |\n" + "".join(f"| {row} |\n" for row in rows)


def _yaml(article: str) -> str:
    """The whole article in front matter."""
    lines = [f"  - {_quote(paragraph)}\n" for _, paragraph in paragraphs(article)]
    return "---\ndate: 2026-03-02\nsummary:\n" + "".join(lines) + "---\n\n"


def _single(article: str) -> str:
    """The same in single quotation marks."""
    lines = [
        "  - '" + paragraph.replace("'", "''").replace("\n", "\n    ") + "'\n"
        for _, paragraph in paragraphs(article)
    ]
    return "---\ndate: 2026-03-02\nsummary:\n" + "".join(lines) + "---\n\n"


def _toml(article: str) -> str:
    """The same in TOML, a table a paragraph."""
    tables = [
        f"[p{number}]\nsummary = {_quote(paragraph)}\n"
        for number, (_, paragraph) in enumerate(paragraphs(article))
    ]
    return "+++\ndate = 2026-03-02\n" + "".join(tables) + "+++\n\n"


def _quote(paragraph: str) -> str:
    """A paragraph in double quotation marks, valid in YAML and TOML."""
    escaped = paragraph.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return '"' + CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def _altered_body(change: Callable[[str], str]) -> Callable[[str], str]:
    """Write an article with something done to every paragraph."""
    return lambda article: _body(article, lambda paragraph: change(_escape(paragraph)))


def _entities(article: str) -> str:
    return _body(
        article,
        lambda paragraph: LINE_START.sub(
            r"\1\2\\", "".join(ENTITIES.get(letter) or MARKUP.sub(r"\\\g<0>", letter) for letter in paragraph)
        ),
    )


_form = partial(Form, format="markdown", gaps=False, undeletable=HEADINGS)
_cells = partial(_form, undeletable=ALL)
_hindered = partial(_form, undeletable=ALL, blocks_fixes=True)
FORMS = (
    _form("markdown", _body),
    _form("markdown-crlf", lambda article: _body(article).replace("\n", "\r\n")),
    _form("markdown-bom", _body, bom=b"\xef\xbb\xbf"),
    _form("markdown-astral", _astral),
    _cells("markdown-nested", _nested),
    _cells("markdown-table", _table),
    _cells("markdown-yaml", _yaml),
    _cells("markdown-single", _single, missing_characters=UNPRINTABLE),
    _cells("markdown-toml", _toml),
    _hindered("markdown-emphasis", _altered_body(lambda p: INSIDE_WORD.sub(r"**\1**", p))),
    _hindered("markdown-across", _altered_body(lambda p: ACROSS_WORDS.sub(r"*\1*", p))),
    _hindered(
        "markdown-link", _altered_body(lambda p: ACROSS_WORDS.sub(r"[\1](https://e.org/a_b(c) 'of')", p))
    ),
    _hindered(
        "markdown-tags", _altered_body(lambda p: INSIDE_WORD.sub(r"<i title='a'>\1<!-- kept --></i>", p))
    ),
    _hindered("markdown-entities", _entities),
    _hindered("markdown-escapes", lambda a: _body(a, lambda p: PUNCTUATION.sub(r"\\\g<0>", p))),
    _hindered("markdown-folded", _altered_body(lambda p: SPACE.sub("\n", p))),
)
