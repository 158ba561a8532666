"""Markdown: repairs between and inside its markup, and what is only told."""

from __future__ import annotations

import pytest
from markdown_texts import EVERYTHING, fixed, found, texts

from newslint.core.diagnostics import Change
from newslint.core.positions import Range
from newslint.core.source import Source
from newslint.formats.markdown import parse


def grips(markdown: str) -> list[tuple[str, str]]:
    (block,) = parse(Source(markdown)).blocks
    return [(segment.text, segment.editability.value) for segment in block.source.segments]


def written(markdown: str, old: str, new: str) -> str | None:
    """How the file writes `new` for `old` in its only block, or None where that is not offered."""
    (block,) = parse(Source(markdown)).blocks
    at = block.text.index(old)
    edit = block.source.edit(Change(Range(at, at + len(old)), new))
    return edit.text if edit else None


def test_a_line_end_is_a_space_that_can_be_replaced() -> None:
    assert grips("It\nsank.\n") == [("It", "editable"), (" ", "atomic"), ("sank.", "editable")]
    assert grips("It  \nsank.\n")[1] == (" ", "read-only")
    assert grips("It\\\nsank.\n")[1] == (" ", "read-only")
    assert fixed("They saw the\nthe tug.\n") == "They saw the\ntug.\n"
    assert fixed("> It rained\n> , they said.\n") == "> It rained, they said.\n"
    assert fixed("- It rained\r\n  , they said.\r\n") == "- It rained, they said.\r\n"


def test_escapes_are_read_as_what_they_stand_for_and_replaced_whole() -> None:
    assert grips("A \\*tug\\.\\.\n") == [
        *(("A ", "editable"), ("*", "atomic"), ("tug", "editable"), (".", "atomic"), (".", "atomic"))
    ]
    assert fixed("It sank\\.\\.\n") == "It sank.\n"
    assert texts("C:\\tug \\q\n") == ["C:\\tug \\q"]


def test_entities_are_read_and_kept() -> None:
    assert grips("Caf&eacute; &#8220;Tug\n") == [
        *(("Caf", "editable"), ("é", "read-only"), (" ", "editable"), ("“", "read-only"), ("Tug", "editable"))
    ]
    markdown = "&ldquo;We stay,&rdquo; she said&#46;. It sank.. R&amp;D grew.\n"
    assert fixed(markdown) == markdown.replace("sank..", "sank.")


@pytest.mark.parametrize(
    ("markdown", "where"),
    [
        ("They saw **the** **the** tug.\n", "the** **the"),
        ("They saw [the](/a) [the](/t) tug.\n", "the](/a) [the"),
        ("They saw <i>the</i> *the* tug.\n", "the</i> *the"),
        ("They saw the ~~the~~ tug.\n", "the ~~the"),
    ],
)
def test_what_crosses_markup_is_told_and_not_repaired(markdown: str, where: str) -> None:
    (diagnostic,) = EVERYTHING.check(Source(markdown)).diagnostics
    assert (diagnostic.rule, diagnostic.span.of(markdown)) == ("double-word", where)
    assert diagnostic.fix is None
    assert fixed(markdown) == markdown


def test_what_begins_beside_markup_is_repaired() -> None:
    assert fixed("They saw **the** the tug.\n") == "They saw **the** tug.\n"
    assert fixed("They saw the [the tug](/t).\n") == "They saw the [tug](/t).\n"


def test_emphasis_in_the_middle_of_a_word_is_read_through() -> None:
    assert texts("An un*frigging*believable **B**oat\n") == ["An unfriggingbelievable Boat"]
    assert found("They saw t**he** the tug.\n") == [("double-word", "t**he** the")]
    assert fixed("The **the the** tug..\n").endswith("tug.\n")


def test_a_repair_leaves_the_markup_alone() -> None:
    markdown = "# The the *tug*\n\n1. It **sank the the day**  , they [said..](/x 'the the')\n"
    assert fixed(markdown) == "# The *tug*\n\n1. It **sank the day**, they [said.](/x 'the the')\n"


def test_the_label_of_a_reference_is_left_alone() -> None:
    markdown = "See [the the tug] and [a tug of of old][the the tug].\n\n[the the tug]: /t\n"
    assert [rule for rule, _ in found(markdown)] == ["double-word", "double-word"]
    assert fixed(markdown) == markdown.replace("of of", "of")


def test_the_caption_of_a_picture_is_repaired_in_place() -> None:
    markdown = "The crew.. of ![the the tug](t.png 'of of') and more..\n"
    assert fixed(markdown) == "The crew.. of ![the tug](t.png 'of of') and more.\n"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("Mr. Tamm (a mate), No. 7!", "Mr. Tamm (a mate), No. 7!"),
        ("snake_case", "snake_case"),
        ("*x*", "\\*x\\*"),
        ("[x]", "\\[x\\]"),
        ("_x_", "\\_x\\_"),
        ("a `b`", "a \\`b\\`"),
        ("<b>", "\\<b>"),
        ("3 < 4", "3 < 4"),
        ("AT&T grew", "AT&T grew"),
        ("AT&T", "AT\\&T"),  # a semicolon may follow
        ("&amp;", "\\&amp;"),
        ("a\\*", "a\\\\\\*"),
        ("a|b", "a|b"),
        ("a\nb", None),
        ("{{x}}", None),
    ],
)
def test_new_text_is_written_as_markdown_demands(new: str, expected: str | None) -> None:
    assert written("The tug sank.\n", "tug", new) == expected


def test_a_bar_is_escaped_in_a_cell() -> None:
    (block,) = [b for b in parse(Source("| A |\n|---|\n| Tug |\n")).blocks if b.text == "Tug"]
    edit = block.source.edit(Change(Range(0, 3), "a|b"))
    assert edit is not None
    assert edit.text == "a\\|b"


@pytest.mark.parametrize(
    "markdown",
    [
        "A | B\n-|-\nTug | Barge\n    The the tug | the the barge\n",
        "![ref]\\[tugs] saw the the tug.\n\n[ref]: /r\n",
        "The the tug &#87654321; sank.\n",
        "Tug\n: The the boat.\n",
        "The the tug ***sank**.\n",
    ],
)
def test_where_parsers_disagree_nothing_is_touched(markdown: str) -> None:
    assert ("double-word", "the the") in [(rule, where.lower()) for rule, where in found(markdown)]
    assert fixed(markdown) == markdown


def test_rows_of_a_table_in_a_list_are_repaired() -> None:
    markdown = "- Boats\n\n    | A | B |\n    |---|---|\n    | The the tug | x |\n    | y | Of of |\n"
    assert fixed(markdown) == markdown.replace("The the", "The").replace("Of of", "Of")


@pytest.mark.parametrize("markdown", ["It sank {: .lead}\n", "It sank\n{: .lead}\n", "## It sank {#sunk}\n"])
def test_no_order_of_a_page_builder_is_left_alone(markdown: str) -> None:
    """Without its paragraph it would speak of another."""
    assert [written(markdown, text, "") for text in texts(markdown)] == [None]
