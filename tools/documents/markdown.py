"""Random Markdown; GitHub's parser, PyYAML and tomllib are the judges."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from random import Random

import yaml

from tools.documents.words import prose

ATOMS = (
    *("&amp;", "&ldquo;", "&#8217;", "&#x1F5DE;", "&nbsp;", "&bogus;", "&copy", "&#32;"),
    *("\\*", "\\_", "\\[", "\\\\", "\\&", "\\a", "\\|", "\\<", "\\!", "\\"),
    *(
        "`code`",
        "`` a`b ``",
        "`never closed",
        "<https://example.org/a_b>",
        "<me@example.org>",
        "https://example.org/?a=b&c",
    ),
    *(
        "<br>",
        "<br/>",
        "<!-- kept -->",
        "<code>x..y</code>",
        "<kbd>",
        "<b title='a > b'>",
        "</b>",
        "<span\nclass='x'>",
    ),
    *("[ref]", "[ref][]", "![ref]", "[nowhere]", "[^0]", "[^gone]", "[ ]", "[x](y", "](", "!", "![]()"),
    *('{{< ref "a_b*c" >}}', "{% include x.html %}", "{{ page.title }}", "{{%", "{: .lead}", "{", "}"),
    *(
        "  \n",
        "\\\n",
        "\n",
        " \n  ",
        "\t",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "~",
        "<",
        ">",
        "|",
        "#",
        "…",
        "1.",
        "-",
        "=",
    ),
)
WRAPPED = (
    *(
        ("*", "*"),
        ("**", "**"),
        ("_", "_"),
        ("__", "__"),
        ("***", "***"),
        ("~~", "~~"),
        ("<b>", "</b>"),
        ("\\*", "\\*"),
    ),
    *(
        ("[", "](https://example.org/a_(b) 'A title')"),
        ("[", "](<a b>)"),
        ("[", "][ref]"),
        ("[", "][Ref]"),
        ("[", "]"),
    ),
    *(
        ("![", "](pic.png)"),
        ("![", '](pic.png "Title")'),
        ("![", "][ref]"),
        ("“", "”"),
        ('"', '"'),
        ("[![", "](a.png)](b)"),
    ),
)
BLOCKS = (
    "# {}\n",
    "## {} ##\n",
    "{}\n===\n",
    "{}\n---\n",
    "> {}\n> {}\n{}\n",
    "> > {}\n>\n> {}\n",
    "- {}\n- {}\n  {}\n\n  {}\n",
    "* {}\n\n* [ ] Find the minutes of {}\n  1. {}\n     - {}\n",
    "12) {}\n13) {}\n",
    "| {} | {} |\n|---|:-:|\n| {} | {} |\n| {}\n",
    "a | b\n-|-\n{} | {}\n",
    "```html\n{}\n```\n",
    "    {}\n\n",
    "~~~\n{}\n",
    "<div>\n{}\n</div>\n",
    "<!-- newslint: ignore[double-word] {} -->\n",
    "<section>\n\n{}\n\n</section>\n",
    "[^]: {}\n    {}\n",
    "Term\n: {}\n",
    "{}\n{{: .caption}}\n",
    '{{{{< figure src="a.png" caption="{}" >}}}}\n',
    "***\n",
)
KEYS = ("title", "description", "summary", "dek", "slug", "tags", "caption", "cover", "Excerpt")
BLOCK_TAGS = frozenset(
    ("p", "li", "h1", "h2", "td", "th", "pre", "div", "blockquote", "ul", "ol", "table", "hr", "section")
)
UNFENCED = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?(?:\r\n|\r|\n))?\1[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)

KEYED = re.compile(r"\s*(?:#|[\"']?[\w.-]+[\"']?[ \t]*:(?:\s|\Z))")
"""The beginning of YAML front matter; anything else between two rules is prose."""


def document(random: Random) -> bytes:
    """An article, sometimes with front matter or a byte order mark."""
    head = random.choice(("", "", _yaml(random), _toml(random)))
    blocks = "\n".join(_block(random) for _ in range(random.randint(1, 4)))
    notes = blocks.count("[^]:")
    for number in range(notes):
        blocks = blocks.replace("[^]:", f"[^{number}]:", 1)
    calls = "".join(f"[^{number}]" for number in range(notes)) + "\n\n" if notes else ""
    text = head + calls + blocks + "\n[ref]: https://example.org/r 'The reference'\n"
    end = random.choice(("\n", "\n", "\n", "\r\n", "\r"))
    return random.choice((b"", b"", b"", b"\xef\xbb\xbf")) + text.replace("\n", end).encode()


def _block(random: Random) -> str:
    if random.random() < 0.5:
        return _inline(random) + "\n"
    written = random.choice(BLOCKS)
    return written.format(*(_inline(random, 1) for _ in range(written.count("{}"))))


def _inline(random: Random, depth: int = 0) -> str:
    """Prose with markup between words and in the middle of them."""
    written = [prose(random, 5)]
    for _ in range(random.randint(0, 4)):
        opened, closed = random.choice(WRAPPED)
        chance = random.random()
        if chance < 0.4:
            written.append(random.choice(ATOMS))
        elif chance < 0.7 and depth < 3:
            written.append(opened + _inline(random, depth + 1) + closed)
        else:
            written.append(prose(random, 4))
    return random.choice(("", " ", " ", " ")).join(written)


def _yaml(random: Random) -> str:
    lines = []
    for key in random.sample(KEYS, random.randint(1, 4)):
        words = prose(random, 6)
        double = json.dumps(words, ensure_ascii=random.random() < 0.3)
        single = "'" + words.replace("'", "''") + "'"
        values = (
            *(words.replace(": ", "").replace(" #", ""), double, double, single, single),
            *("2,500 boats", "7", "true", "~", "it’s\n  late", f"{double} # {words}", f"we wait # {words}"),
            *(
                double.replace(" ", "\n  "),
                single.replace(" ", "\n  ", 2),
                double.replace(" ", " \\\n   ", 1),
            ),
            *(f"{sign}\n  {words}\n  {words}\n\n  {words}" for sign in ("|", ">-")),
            *(f"|2\n    {words}", f"&{key} {double}", f"!!str {single}", f"[{single}, {double}]"),
            *(f"\n  - {double}\n  - alt: {single}", f"{{caption: {double}, n: 7}}"),
        )
        value = random.choice(values)
        lines.append(f"{key}: {value}\n")
    return "---\n" + "".join(lines) + "---\n"


def _toml(random: Random) -> str:
    lines = []
    for key in random.sample(KEYS, random.randint(1, 4)):
        words = prose(random, 6)
        double = json.dumps(words, ensure_ascii=False)
        plain = words.replace("'", "’")
        values = (
            *(double, double, double, f"'{plain}'", "7", "true", f"{double} # {words}"),
            *(f"'''\n{plain}\n\n{plain}'''", '"a\\u201cb\\U0001F5DEc\\t"'),
            *(f"[{double}, # ]\n {double}]", f"{{alt = {double}}}"),
            f'"""\n{double[1:-1]}\n  x \\\n  {double[1:-1]}"""',
        )
        value = random.choice(values)
        lines.append(
            random.choice(
                ("{} = {}\n", '"{}" = {}\n', "[{}]\nalt = {}\n", "[[x{}]]\ntitle = {}\n", "x.{}={}\n")
            ).format(key, value)
        )
    return "+++\n" + "".join(sorted(lines, key=lambda line: line[0] == "[")) + "+++\n"


@lru_cache(maxsize=16)
def judge(data: bytes) -> list[str]:
    """What is not text, then texts of front matter, blocks and pictures."""
    text = data.decode("utf-8-sig")
    texts: list[str] = []
    structure: list[str] = []
    if fenced := UNFENCED.match(text):
        try:
            loaded = yaml.safe_load(fenced[2] or "") if fenced[1] == "---" else tomllib.loads(fenced[2] or "")
        except (yaml.YAMLError, tomllib.TOMLDecodeError) as error:
            loaded = [type(error).__name__] if fenced[1] == "+++" or KEYED.match(fenced[2]) else "prose"
        if not isinstance(loaded, str):
            texts += _values(loaded, structure)
            text = text[fenced.end() :]
    page = _Page()
    page.feed(_render(text))
    page.close()
    return [json.dumps([structure, page.structure], default=str), *texts, *page.texts]


def _render(text: str) -> str:
    import cmarkgfm
    from cmarkgfm.cmark import Options

    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    extensions = ["table", "strikethrough"]
    page: str = cmarkgfm.markdown_to_html_with_extensions(text, options=options, extensions=extensions)
    return page


class _Page(HTMLParser):
    """A page's texts, by block or picture, with tags as marks."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.structure: list[object] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag(tag, [attr for attr in attrs if attr[0] != "alt"])
        self.texts += [value or "" for name, value in attrs if name == "alt"]

    def handle_endtag(self, tag: str) -> None:
        self._tag(tag, None)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Read `<![` as a comment, as in HTML 5; Python 3.11 fails."""
        return self.parse_bogus_comment(i, report)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Read `<!-->` and `<!--->` as whole comments, as in HTML 5."""
        for empty in ("<!-->", "<!--->"):
            if self.rawdata.startswith(empty, i):
                self.handle_comment("")
                return i + len(empty)
        return super().parse_comment(i, report)

    def handle_comment(self, data: str) -> None:
        self._tag("comment", data)

    def handle_data(self, data: str) -> None:
        if self.text or data != "\n":  # between two blocks
            self.text += data.replace("\n", " ")

    def close(self) -> None:
        super().close()
        self._tag("p", None)

    def _tag(self, tag: str, facts: object) -> None:
        if tag != "p":  # a paragraph without text is not counted
            self.structure.append((tag, facts))
        if tag not in BLOCK_TAGS:
            self.text += "\x01"
            return
        if self.text.strip(" "):
            self.texts.append(self.text)
        self.text = ""


def _values(loaded: object, structure: list[str]) -> Iterator[str]:
    """The strings of front matter; all else belongs to the structure."""
    if isinstance(loaded, dict):
        for key, value in loaded.items():
            structure.append(repr(key))
            yield from _values(value, structure)
    elif isinstance(loaded, list):
        structure.append(str(len(loaded)))
        for value in loaded:
            yield from _values(value, structure)
    elif isinstance(loaded, str):
        yield from filter(None, loaded.split("\n"))
    else:
        structure.append(repr(loaded))
