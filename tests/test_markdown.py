"""Markdown: what is prose and what it is, whatever the file is like."""

from __future__ import annotations

import pytest
from markdown_texts import EVERYTHING, MARKDOWN, blocks, fixed, found, texts

from newslint.core.errors import ParseError
from newslint.core.segments import Editability
from newslint.core.source import Source
from newslint.formats.markdown import parse

# Blocks


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Ferry sails late\n", [("headline", "Ferry sails late")]),
        ("###### Ferry sails late ######\n", [("headline", "Ferry sails late")]),
        ("Ferry sails\nlate\n===\n", [("headline", "Ferry sails late")]),
        (
            "Ferry sails late\n---\n\nIt waited.\n",
            [("headline", "Ferry sails late"), ("paragraph", "It waited.")],
        ),
        ("#Harbour is a tag\n", [("paragraph", "#Harbour is a tag")]),
        (
            "It rained.\nIt snowed.\n\n\nIt hailed.",
            [("paragraph", "It rained. It snowed."), ("paragraph", "It hailed.")],
        ),
        ("It rained.\n***\nIt hailed.\n", [("paragraph", "It rained."), ("paragraph", "It hailed.")]),
        (
            "![A *green* ferry](ferry.jpg 'Title')\n",
            [("caption", "A green ferry")],
        ),
    ],
)
def test_kinds_of_blocks(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        (
            "- One boat.\n- Two boats.\n  - A tug.\n\n    It is red.\n",
            ["One boat.", "Two boats.", "A tug.", "It is red."],
        ),
        ("7) One boat.\n8) Two\n   boats.\n", ["One boat.", "Two boats."]),
        ("- [ ] Paint the tug.\n- [x] Sell it.\n", ["Paint the tug.", "Sell it."]),
        ("> “We sail\n> at six.”\n>\n> > “At five.”\nWe did.\n", ["“We sail at six.”", "“At five.” We did."]),
        ("> - One\n>   boat.\n", ["One boat."]),
        ("| Boat | Port |\n|:--|--:|\n| Tug | *Old* town |\n", ["Boat", "Port", "Tug", "Old town"]),
        ("Boat | Port\n-|-\nTug \\| barge |\n", ["Boat", "Port", "Tug | barge"]),
        (
            "It sank.[^1] We saw it.\n\n[^1]: So the mate says.\n",
            ["It sank. We saw it.", "So the mate says."],
        ),
        ("Tug\n: A small boat.\n", ["Tug", "A small boat."]),
        ("We saw [a *green* ferry](https://example.org 'A title').\n", ["We saw a green ferry."]),
        (
            "See [the list][boats], [boats] or [boats][].\n\n[boats]: /b 'No prose'\n",
            ["See the list, boats or boats."],
        ),
        ("Near ![a tug](t.png) we ![ ](u.png) met.\n", ["Near ⌷ we ⌷ met.", "a tug"]),
        ("[![A tug at sea](t.png)](/tug) sailed.\n", ["⌷ sailed.", "A tug at sea"]),
    ],
)
def test_texts_of_blocks(markdown: str, expected: list[str]) -> None:
    assert texts(markdown) == expected
    assert texts(markdown.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Type `ls  the the` now.\n", ["Type ⌷ now."]),
        ("```\nThe the tug.\n```\nIt sank.\n", ["It sank."]),
        ("~~~ python\nThe the tug.\n", []),
        ("It sank.\n\n    The the tug.\n\nWe saw it.\n", ["It sank.", "We saw it."]),
        ("<div>\nThe the tug.\n</div>\n\nIt sank.\n", ["It sank."]),
        ("<div>\n\nIt *sank*.\n\n</div>\n", ["It sank."]),
        ("<script>\nlet a = 1;\n\nlet b;\n</script>\nIt sank.\n", ["It sank."]),
        ("It <b title='the the'>sank</b> <i>today</i>.\n", ["It sank today."]),
        ("It sank.<br>We saw it.<br/>\n", ["It sank. We saw it. "]),
        ("Press <kbd>a a</kbd> or <code>x</code> here.\n", ["Press ⌷ or ⌷ here."]),
        ("Write to <mate@example.org> or <tel:0..0> today.\n", ["Write to ⌷ or ⌷ today."]),
        ("<https://example.org/the/the>\n", []),
        ("[boats]: /b 'The the tug'\n[x]: <y z>\n", []),
        ("It sank. {{< figure src='a.png' >}} We saw it.\n", ["It sank. ⌷ We saw it."]),
        ("{{% note %}}\n", []),
        ("{% include tug.html %}\n\nIt sank {{ page.when }}.\n", ["It sank ⌷."]),
        ("It sank.\n{: .lead}\n", ["It sank. "]),
        ("It {: .x} sank *now*{: .x} here.\n", ["It sank now here."]),
        ("Run `grep [^a-z]` or `b[c](d)`, `e](f` and (so on).\n", ["Run ⌷ or ⌷, ⌷ and (so on)."]),
        ("## Tugs {#tugs}\n", ["Tugs "]),
        ("It sank.[^gone]\n", ["It sank."]),
        ("See [the list](/a b).\n", ["See [the list]."]),
        ("<!-- The the tug. -->\nIt sank. <!-- the the -->\n\n<!-- more -->\n", ["It sank. "]),
    ],
)
def test_what_is_no_prose(markdown: str, expected: list[str]) -> None:
    assert texts(markdown) == expected


def test_findings_in_what_is_no_prose_are_none() -> None:
    assert found("See `the` the `the the`, <b>x</b> , <https://example.org/a..b> and\n\n    the the..\n") == [
        ("space-before-punctuation", " ")
    ]
    assert found("[tug]: /t 'The the tug..'\n\nIt sank {{< ref \"the the..\" >}} there.\n") == []


# The file


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    markdown = "# Tug\n\nIt sank\ntoday.\n\n- The the\n  mate\n\n| A |\n|---|\n| B |\n\n> “We\n> saw..”\n"
    assert blocks(markdown.replace("\n", end)) == blocks(markdown)
    assert fixed(markdown.replace("\n", end)) == fixed(markdown).replace("\n", end) != markdown


def test_bytes_stay_as_they_are_but_for_the_repair() -> None:
    data = "\ufeff---\r\ntitle: Müller’s 🗞\r\n---\r\nDas “Boot” 𝒆 sank..\r\n".encode()
    source = MARKDOWN.decode(data, "boat.md")
    assert EVERYTHING.fix(source).output == data.replace(b"sank..", b"sank.")


def test_comments_silence_what_they_stand_before() -> None:
    ignore = "<!-- newslint: ignore[double-word] a band -->"
    assert found(f"{ignore}\n\nThe the played.\n\nThey saw the the tug.\n") == [("double-word", "the the")]
    assert found(f"They saw the the tug. {ignore}\n\nThe the played.\n") == [("double-word", "The the")]
    assert found(f"- The the {ignore} played.\n- They saw the the tug.\n") == [("double-word", "the the")]
    assert found(f"The the played.\n\n{ignore.replace('ignore', 'ignore-file')}\n") == []
    assert found("<!-- newslint: ignore -->\nIt sank..\n") == []
    assert found(f"It sank.\n\n{ignore}\n") == [("unused-ignore", ignore)]


def test_half_a_character_is_told() -> None:
    with pytest.raises(ParseError, match=r"half of a character .* at character 4$"):
        parse(Source("Tug \ud83d sank.\n"))


def test_a_file_without_prose_has_none() -> None:
    for markdown in ("", "\n\n", "***\n", "```\n", "<!-- -->", "[a]: /b\n", "---\n---\n"):
        assert blocks(markdown) == []


def test_only_verbatim_pieces_claim_to_stand_in_the_file() -> None:
    markdown = (
        "é 𝒆 *ü* &amp; [x](y)\n> ß `ö` \\* a\n> b ![c](d) e<br>f\n\n| ñ | 🗞 |\n|--|--|\n| *é* | x\\|y |\n"
    )
    segments = [segment for block in parse(Source(markdown)).blocks for segment in block.source.segments]
    assert all(p.span.of(markdown) == p.text for p in segments if p.editability is Editability.EDITABLE)
    assert "".join(p.text for p in segments if p.editability is Editability.ATOMIC) == "* |"
