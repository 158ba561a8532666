"""Plain text: what is no prose in it, such as comments, template tags and the frames of wire messages."""

from __future__ import annotations

import pytest

from newslint.core.source import Source
from newslint.formats.plain import FRAME_NOTE, parse
from newslint.linter.linter import Linter
from newslint.rules import selection

EVERYTHING = Linter(selection.select())


def prose(text: str) -> list[str]:
    return [text for text in parse(Source(text)).documents[0].texts if text]


def fixed(text: str) -> str:
    report = EVERYTHING.fix(Source(text))
    assert report.error is None
    return report.after


def found(text: str) -> list[str]:
    return [diagnostic.rule for diagnostic in EVERYTHING.check(Source(text)).diagnostics]


WIRE = (
    "\x01abc0062 4 i 211\r\n\x02Harbor: Ferry stops\r\nThe the ferry stops.\r\n"
    "\x03131137 GMT Nov 13\r\n\x7f\r\n\x04"
)


def test_the_frame_of_a_wire_message_is_kept_and_reported_once() -> None:
    report = EVERYTHING.fix(Source(WIRE))
    assert report.after == WIRE.replace("The the", "The")
    assert report.note == FRAME_NOTE
    assert prose(WIRE) == ["Harbor: Ferry stops", "The the ferry stops."]


@pytest.mark.parametrize(
    "text",
    [
        WIRE + WIRE,
        "\x16\x16\x01r12 sport\x02\x0eThe the ferry stops.\x0f\n\x03\x04",
        "\x02The the ferry stops.\n\n\x03\n",
        "The the ferry stops.\x03\n\x7f\n",
        "\n\x01\n\x02\nThe the ferry stops.\n\x03\n\x04\n",
        "\x01\x02The the ferry stops.\r\n\x17\r\nThe the mayor agreed.\r\n\x03",
    ],
)
def test_only_the_text_of_a_wire_message_is_fixed(text: str) -> None:
    assert fixed(text) == text.replace("The the", "The")
    assert parse(Source(text)).note == FRAME_NOTE


def test_other_control_characters_are_still_damage() -> None:
    assert fixed("The fer\x02ry stops.\n\x08It rained.\n") == "The ferry stops.\nIt rained.\n"
    assert parse(Source("The ferry stops.\n")).note == ""


@pytest.mark.parametrize(
    "text",
    [
        "<!-- newslint: ignore[double-word] a band -->\nThe the band sang.\n",
        "<!-- newslint: ignore[double-word] a band -->\n\nThe the band sang.\n",
        "<!-- a -->\n<!-- newslint: ignore[double-word] -->\nThe the band sang.",
        "It rained.\n\n<!-- newslint: ignore[double-word] -->\n\nThe the band sang.\n\n<!-- end -->",
        "It rained.\n<!-- newslint: ignore[double-word] -->\nThe the band sang.\n<!-- end -->\n",
        "{% comment %} desk {% endcomment %}\n\nIt rained.",
    ],
)
def test_a_comment_is_neither_text_nor_a_blank_line(text: str) -> None:
    assert found(text) == []


def test_blank_lines_beside_a_comment_are_still_found() -> None:
    assert fixed("\n\n<!-- a -->\n\n\n\nIt rained.\n\n\n\n<!-- b -->\n") == (
        "<!-- a -->\n\nIt rained.\n\n<!-- b -->\n"
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The {{ page.team }} won.", "The \ufffc won."),
        ("Dear ${name}, the bridge is shut.", "Dear \ufffc, the bridge is shut."),
        ("The <%= team %> won{% if big %} big{% endif %}.", "The \ufffc won\ufffc big\ufffc."),
        ("{{#each rows}}The {{{ name }}} won.{{/each}}", "\ufffcThe \ufffc won.\ufffc"),
        ("It costs $5 {sic} in all.", "It costs $5 {sic} in all."),
        ("A brace {{ is left open.", "A brace {{ is left open."),
    ],
)
def test_template_tags_stand_for_a_word(text: str, read: str) -> None:
    assert prose(text) == [read]


@pytest.mark.parametrize(
    "block",
    [
        '{% highlight ruby %}\nputs "the the x"\nif a , b\n{% endhighlight %}',
        "{% raw %}\n{{ a }} , the the b\n{% endraw %}",
        "{%- code -%}\nthe the , b\n{%- endcode -%}",
        "{{< highlight go >}}\nthe the , b\n{{< /highlight >}}",
        "{% verbatim %}the the , b{% endverbatim %}",
        "{# the the\nb #}",
        "{% include card.html text='the the' %}",
    ],
)
def test_code_between_template_tags_is_no_prose(block: str) -> None:
    text = f"It rained.\n\n{block}\n\nThe the sun shone.\n"
    assert prose(text) == ["It rained.", "The the sun shone."]
    assert fixed(text) == text.replace("The the", "The")


def test_an_unclosed_block_hides_nothing() -> None:
    assert prose("{% raw %}\nIt rained.\n\nIt stopped.") == ["It rained.", "It stopped."]
