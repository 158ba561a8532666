from __future__ import annotations

from html.entities import html5
from urllib.parse import unquote_to_bytes

import regex

from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    RunKind,
    Safety,
    Severity,
)

NAMES = (
    "rsquo|lsquo|rdquo|ldquo|mdash|ndash|hellip|nbsp|apos|quot|amp|ntilde|eacute|aacute|iacute|oacute|uacute|uuml"
    "|ouml|auml|ccedil|egrave|agrave|euro|pound|copy|deg"
)


class EscapedCharacter(PatternRule):
    r"""A character is written as its code: “don\u2019t”, “<U+2019>”, “boys&rsquo boats”.

    ## What it does
    Writes the character for escapes of JSON, Python, URLs and mail, codes in angle brackets, and HTML
    entities that lack their semicolon or have a space in it. Code, addresses and codes of no letter or mark
    pass.

    ## Why it matters
    The text was decoded by the wrong tool, or not at all.

    ## Fix safety
    Safe: the code names one character.
    """

    severity = Severity.ERROR
    any_language = True
    reads = frozenset({RunKind.MARKUP})
    safety = Safety.SAFE
    may_change = frozenset(Protected)
    expression = (
        r"(?P<json>(?:\\u[0-9A-Fa-f]{4})+)|(?P<bytes>(?:\\x[0-9a-f]{2}){2,4})|<U\+(?P<code>[0-9A-F]{4})>"
        r"|<(?P<code>20[0-9a-f]{2})>|(?P<percent>%E2%80%[0-9A-F]{2}|%C[23]%[0-9A-F]{2})"
        r"|(?P<mail>=E2=80=[0-9A-F]{2}|=C[23]=[0-9A-F]{2})|(?<=\p{L})u(?P<code>20(?:18|19|1c|1d|13|14))(?=[\p{L}\s])"
        rf"|&(?P<entity>{NAMES})(?:\s;|(?![\w=;]))|&\s(?P<entity>{NAMES});|&#(?P<number>8[12]\d\d|39|160)(?![;\d])"
    )
    cases = (
        Case(r"They don⟦\u2019⟧t know.", fixed="They don’t know.", plain=True),
        Case("They don⟦<U+2019>⟧t know.", fixed="They don’t know.", plain=True),
        Case(r"They don⟦\xe2\x80\x99⟧t know.", fixed="They don’t know.", plain=True),
        Case(
            "They don⟦%E2%80%99⟧t know, and we don⟦=E2=80=99⟧t care.",
            fixed="They don’t know, and we don’t care.",
            plain=True,
        ),
        Case("They don⟦u2019⟧t know.", fixed="They don’t know.", plain=True),
        Case(
            "The boys⟦&rsquo⟧ boats and the girls⟦&#8217⟧ cars left.",
            fixed="The boys’ boats and the girls’ cars left.",
            plain=True,
        ),
        Case("See https://example.org/a%E2%80%99b?x=1&quot=2 and A&amp;B, R&B, C:\\users.", plain=True),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        text = _decode(match)
        if not text or (not text.isprintable() and text != "\xa0"):
            return None
        at = Range(*match.span())
        return Finding(at, f"“{match[0]}” is the code of “{text}”", (Change(at, text),))


def _decode(match: regex.Match[str]) -> str:
    """The characters that codes name; empty if they name none."""
    if match["entity"]:
        return html5[f"{match['entity']};"]
    if match["number"]:
        return chr(int(match["number"]))
    if match["code"]:
        return chr(int(match["code"], 16))
    if match["json"]:
        return "".join(chr(int(code, 16)) for code in match["json"].split("\\u")[1:])
    escaped = (
        match["percent"] or (match["mail"] or "").replace("=", "%") or match["bytes"].replace("\\x", "%")
    )
    try:
        return unquote_to_bytes(escaped).decode("utf-8")
    except UnicodeDecodeError:
        return ""
