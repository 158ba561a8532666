"""Random HTML, valid or not; the judge is turbohtml's tree."""

from __future__ import annotations

import re
from random import Random

from tools.documents.words import prose

SPACE = re.compile(r"[ \t\n\f\r]+")
BREAKS = ("\n", "\n\n", " ", "  ", "\t", "\r\n", "\n    ", "")
INLINE = ("b", "em", "i", "a", "span", "strong", "sub", "u", "font", "q", "ins", "SPAN", "x")
BLOCKS = (
    "p",
    "div",
    "h1",
    "h2",
    "li",
    "blockquote",
    "figcaption",
    "section",
    "td",
    "dd",
    "address",
    "x-y",
    "P",
)
SKIPPED = ("code", "pre", "script", "style", "textarea", "svg", "button", "math", "noscript", "template")
REFERENCES = (
    *(
        "&amp;",
        "&lt;",
        "&#8217;",
        "&#x201C;",
        "&nbsp;",
        "&eacute;",
        "&hellip;",
        "&mdash;",
        "vote&#32;said",
        "&shy;",
    ),
    *(
        "&amp",
        "&notit;",
        "&copy",
        "&#146;",
        "&#128240;",
        "&NotEqualTilde;",
        "&no;",
        "&",
        "&;",
        "&#",
        "&#x;",
        "a&#10;the",
    ),
)
SOUP = (
    *("<", "</", "< p>", "<3", "</>", "<>", "<!>", "<!x>", "<?x>", "</ x>", "<p/>", "<br/>", "<br>", "<hr>"),
    *(
        "<!-->",
        "<!--->",
        "<!-- <p>x</p> -->",
        "<!-- a --!>",
        "<![CDATA[ x > y ]]>",
        "<!--[if mso]><td><![endif]-->",
    ),
    *(
        "</p>",
        "</b>",
        "</div>",
        "</span>",
        "</td>",
        "</h1>",
        "<table><td>",
        "</table>",
        "<tr>",
        "<ul>",
        "</ul>",
    ),
    *(
        "<a =x>",
        '<i a="b"c>',
        "<div a=b/>",
        "<svg>",
        "<svg/>",
        "</svg>",
        "<title>",
        "</title>",
        "</code>",
        "<code>",
    ),
    *(
        "<p title=a&amp;b>",
        "{{ name }}",
        "{% if a %}",
        "{#",
        "<o:p></o:p>",
        "<wbr>",
        "]]>",
        "-->",
        "</script>",
    ),
    *(
        "<img alt='a &quot;b&quot; c'>",
        '<img alt="it\'s  two\nlines" src=x.png>',
        "<IMG ALT=word>",
        "<span title>",
    ),
)
UNFINISHED = (
    "<b",
    '<a href="',
    "<p class='x' ",
    "<!-- never closed",
    "<script>",
    "<title>",
    "<plaintext>",
    "</p",
)


def document(random: Random) -> bytes:
    """A page or a fragment, with markup in words and unclosed elements."""
    text = "".join(_block(random, depth=0) for _ in range(random.randint(1, 5)))
    if random.random() < 0.3:
        head = f'<title>{_text(random)}</title><meta name="description" content="{_value(random, chr(34))}">'
        text = f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{text}</body></html>"
    if random.random() < 0.2:
        text = text.replace("\r\n", "\n").replace("\n", random.choice(("\r\n", "\r")))
    if random.random() < 0.1:
        text += random.choice(UNFINISHED) + _text(random)
    return text.encode()


def judge(data: bytes) -> list[str]:
    """The texts of the tree, and attributes with prose, white space folded."""
    import turbohtml

    texts: list[str] = []
    seen = set()
    for node in turbohtml.parse(data.decode(), scripting=True).descendants:
        if isinstance(node, turbohtml.Text):
            texts.append(node.data)
        elif isinstance(node, turbohtml.Element) and (tag := (node.source_line, node.source_col)) not in seen:
            seen.add(tag)  # an element that was closed out of order is in the tree more than once
            texts += [str(node.attrs[name]) for name in ("alt", "title", "content") if name in node.attrs]
    return [SPACE.sub(" ", text) for text in texts]


def _block(random: Random, *, depth: int) -> str:
    chance = random.random()
    if chance < 0.1:
        name = random.choice(SKIPPED)
        return f"<{name}>{_text(random)}</{name}>"
    if chance < 0.2 and depth < 4:
        name = random.choice(("ul", "table", "div", "article", "figure", "dl"))
        inner = "".join(_block(random, depth=depth + 1) for _ in range(random.randint(1, 3)))
        if name == "table":  # the tree has what is beside the cells before the table
            inner = f"<tr><td>{inner}"
        return f"<{name}>{_break(random)}{inner}</{name}>"
    name = random.choice(BLOCKS)
    end = f"</{name}>" if random.random() < 0.8 else ""
    attribute = "" if name == "td" else _attribute(random)  # outside of a table the tree has none
    return f"<{name}{attribute}>{_break(random)}{_inside(random)}{_break(random)}{end}"


def _inside(random: Random) -> str:
    """Text with inline markup, references and invalid markup within its words."""
    text = ""
    for _ in range(random.randint(1, 4)):
        segment, chance = _text(random), random.random()
        if chance < 0.3:
            name = random.choice(INLINE)
            segment = f"<{name}>{segment}</{name}>"
        elif chance < 0.4:
            segment = f"<span{_attribute(random)}>{segment}</span>"
        elif chance < 0.5:
            segment = f"<{random.choice(SKIPPED)}>{segment}</{random.choice(SKIPPED)}>"
        text += segment + random.choice((" ", "", "\n", random.choice(SOUP)))
    return text


def _text(random: Random) -> str:
    """Prose between tags, with references, escaped or not."""
    words = prose(random, 8).split(" ")
    for _ in range(random.randint(0, 2)):
        words.insert(random.randint(0, len(words)), random.choice(REFERENCES))
    joined = words[0]
    for word in words[1:]:
        joined += (_break(random) if random.random() < 0.15 else " ") + word
    return joined if random.random() < 0.5 else joined.replace("<", "&lt;")


def _attribute(random: Random) -> str:
    if random.random() < 0.7:
        return random.choice(("", "", " class=byline", ' class="x" id=y'))
    quote, equals = random.choice(("'", '"')), random.choice(("=", " = "))
    return f"{random.choice((' ', '  ', chr(10)))}title{equals}{quote}{_value(random, quote)}{quote}"


def _value(random: Random, quote: str) -> str:
    return _text(random).replace(quote, {"'": "&#39;", '"': "&quot;"}[quote])


def _break(random: Random) -> str:
    return random.choice(BREAKS)
