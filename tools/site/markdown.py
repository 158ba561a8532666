"""Text and code as Markdown."""

from __future__ import annotations

import regex

from newslint.core.visible import visible_lines

CODE_SPAN = regex.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", regex.DOTALL)
SPECIAL = regex.compile(r"[*_\[\]\\]|(?<=\d)\.(?= )|^[-+#](?= )", regex.MULTILINE)


def escape(text: str) -> str:
    """Prose in which only code spans are markup."""
    parts, at = [], 0
    for code in CODE_SPAN.finditer(text):
        parts += [_plain(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, _plain(text[at:])])


def fence(text: str, language: str = "text") -> str:
    """A block of code, with characters made visible that a reader could not see."""
    longest = max((len(run) for run in regex.findall("`+", text)), default=0)
    fence = "`" * max(longest + 1, 3)
    return f"{fence}{language}\n{visible_lines(text).rstrip()}\n{fence}\n"


def cell(text: str) -> str:
    """Prose in a cell of a table."""
    return escape(" ".join(text.split())).replace("|", r"\|")


def _plain(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return SPECIAL.sub(r"\\\g<0>", text)
