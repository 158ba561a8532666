"""JSON: which strings are prose, where they stand, and how repairs are written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import steps

from newslint.core.diagnostics import Change
from newslint.core.errors import ParseError
from newslint.core.positions import Range, Span
from newslint.core.segments import Editability, FieldRole, ParseOptions
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.json import parse
from newslint.formats.json.encoding import identity, in_ascii, segments
from newslint.formats.json.scan import MalformedJson, strings
from newslint.linter.linter import Linter
from newslint.rules import selection

NINJS_1 = r"""{
  "uri": "https://example.org/news/17", "type": "text", "language": "en",
  "headline": "Harbour board keeps the old crane",
  "slugline": "harbour-crane", "byline": "By Liv Sand", "dateline": "VARBERG, Sweden",
  "description_text": "The crane stays.",
  "body_xhtml": "<p>The board voted <em>twice<\/em>.<\/p>\n<p>\u201cIt stays,\u201d said its chair.<\/p>",
  "associations": {
    "mainpic": {"type": "picture", "description_text": "The crane at dusk.",
      "renditions": {"hi": {"href": "https://example.org/17.jpg", "title": "17_hi.jpg"}}}
  }
}"""
NINJS_3 = r"""{
  "standard": {"name": "ninjs", "version": "3.0"},
  "headlines": [{"role": "main", "value": "Crane stays"}],
  "altids": [{"role": "internal", "value": "It is not prose"}],
  "bodies": [
    {"role": "plain", "contentType": "text/plain", "value": "Two votes.\nOne crane."},
    {"role": "nitf", "contentType": "application/xml", "value": "<P>Two votes <TAG ID=1>and one crane."},
    {"value": "Two &amp; a half\nvotes.", "role": "html", "contentType": "text/html"}
  ],
  "associations": [{"descriptions": [{"value": "A crane."}], "headlines": [{"value": "Crane"}]}]
}"""
WORDPRESS = r"""[
  {"id": 4, "slug": "crane-stays", "title": {"rendered": "Crane &#8220;stays&#8221;"},
   "content": {"rendered": "<p>Two votes.<\/p>\n"}, "excerpt": {"rendered": "<p>Votes.<\/p>"}},
  {"id": 5, "title": {"rendered": "Tide tables"}, "content": {"rendered": "<p>High at six.<\/p>"}}
]"""


def blocks(text: str, fields: dict[str, FieldRole] | None = None) -> list[tuple[str, str, str]]:
    reading = parse(Source(text), ParseOptions(fields=fields or {}))
    return [(block.source.name, block.kind.value, block.text) for block in reading.blocks]


def repaired(text: str, *rules: str, suffix: str = "json") -> str:
    linter = Linter(selection.select(rules or None), format=FORMATS[suffix])
    report = linter.fix(Source(text))
    assert report.error is None, report.error
    assert report.output is not None
    return report.output.decode()


def wrong(text: str) -> str:
    with pytest.raises(ParseError) as caught:
        parse(Source(text))
    return str(caught.value)


def test_ninjs_1() -> None:
    assert blocks(NINJS_1) == [
        ("headline", "headline", "Harbour board keeps the old crane"),
        ("byline", "byline", "By Liv Sand"),
        ("dateline", "dateline", "VARBERG, Sweden"),
        ("description_text", "paragraph", "The crane stays."),
        ("body_xhtml", "paragraph", "The board voted twice."),
        ("body_xhtml", "paragraph", "“It stays,” said its chair."),
        ("associations.mainpic.description_text", "caption", "The crane at dusk."),
    ]


def test_ninjs_3_reads_a_value_as_the_type_beside_it_says() -> None:
    assert blocks(NINJS_3) == [
        ("headlines.0.value", "headline", "Crane stays"),
        ("bodies.0.value", "paragraph", "Two votes."),
        ("bodies.0.value", "gap", "\n"),
        ("bodies.0.value", "paragraph", "One crane."),
        ("bodies.2.value", "paragraph", "Two & a half votes."),
        ("associations.0.descriptions.0.value", "caption", "A crane."),
        ("associations.0.headlines.0.value", "headline", "Crane"),
    ]


def test_the_type_of_a_picture_says_nothing_of_its_caption() -> None:
    assert blocks('{"contentType": "image/jpeg", "caption": "A crane."}') == [
        ("caption", "caption", "A crane.")
    ]


def test_wordpress_is_an_article_a_post() -> None:
    reading = parse(Source(WORDPRESS))
    assert [[(b.kind.value, b.text) for b in document.blocks] for document in reading.documents] == [
        [("headline", "Crane “stays”"), ("paragraph", "Two votes."), ("paragraph", "Votes.")],
        [("headline", "Tide tables"), ("paragraph", "High at six.")],
    ]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ('{"title": "A", "text": "One."}', [["A", "One."]]),
        ('[{"title": "A"}, {"title": "B"}, [], 3]', [["A"], ["B"]]),
        ('{"page": 1, "articles": [{"text": "One."}, {"text": "Two."}]}', [["One."], ["Two."]]),
        ('{"response": {"results": [{"text": "One."}, {"text": "Two."}]}}', [["One."], ["Two."]]),
        (
            '{"title": "Feed", "items": [{"text": "One."}, {"text": "Two."}], "description": "Our feed."}',
            [["Feed"], ["One."], ["Two."], ["Our feed."]],
        ),
        (
            '{"pieces": [{"title": "A", "text": "One."}, {"title": "B", "text": "Two."}]}',
            [["A", "One."], ["B", "Two."]],
        ),
        ('{"blocks": [{"text": "One."}, {"text": "Two."}]}', [["One.", "Two."]]),
        ('{"paragraphs": ["One.", ["Two."]], "headline": "A"}', [["One.", "Two.", "A"]]),
        ('{"text": "One.", "text": "Two."}', [["One.", "Two."]]),
    ],
)
def test_what_is_an_article(text: str, articles: list[list[str]]) -> None:
    documents = parse(Source(text)).documents
    assert [[block.text for block in document.blocks] for document in documents] == articles
    assert [document.index for document in documents] == list(range(len(articles)))


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org/2026/a",
        "img_0042.jpg",
        "a@example.org",
        "2026-03-01",
        " \\n ",
        "",
        '{\\"ops\\": [{\\"insert\\": \\"It is Quill.\\"}]}',
        '[{\\"type\\": \\"paragraph\\"}]',
    ],
)
def test_what_is_no_prose_has_no_block(value: str) -> None:
    assert blocks(f'{{"text": "{value}", "id": "It is not known.", "keywords": ["a b"]}}') == []


@pytest.mark.parametrize("name", ["body_text", "bodyText", "Body Text", "body-text", "BODYTEXT"])
def test_names_are_the_same_however_they_are_written(name: str) -> None:
    assert blocks(f'{{"{name}": "It rained."}}') == [(name, "paragraph", "It rained.")]


def test_configured_fields_go_before_the_usual_ones() -> None:
    text = (
        '{"text": "One.", "blurb": "Two.", "meta": {"text": "Three.", "x": [{"y": "Four."}]}, "title": "V"}'
    )
    fields = {
        "text": FieldRole.NOTHING,
        "blurb": FieldRole.CAPTION,
        "meta.text": FieldRole.TEXT,
        "x.*.y": FieldRole.HTML,
    }
    assert blocks(text, fields) == [
        ("blurb", "caption", "Two."),
        ("meta.text", "paragraph", "Three."),
        ("meta.x.0.y", "paragraph", "Four."),
        ("title", "headline", "V"),
    ]


def test_a_step_may_be_an_index_or_any() -> None:
    text = '{"cells": ["One.", "Two."], "log": {"a": "Three.", "b": "Four."}}'
    assert [b[2] for b in blocks(text, {"cells.1": FieldRole.TEXT, "log.*": FieldRole.TEXT})] == [
        "Two.",
        "Three.",
        "Four.",
    ]


def test_html_in_a_field_of_text_is_read_as_html() -> None:
    text = json.dumps(
        {"text": '<p class="lead">One <a href="/x">link</a>.</p><p>Two.</p><script>three()</script>'}
    )
    assert [b[2] for b in blocks(text)] == ["One link.", "Two."]


def test_lines_with_inline_markup_stay_lines() -> None:
    text = json.dumps({"text": 'One <a href="/x?a=1">link</a> &amp; more.\n\nTwo <b>bold</b> words.\nThree.'})
    assert [b[1:] for b in blocks(text)] == [
        ("paragraph", "One link & more."),
        ("gap", "\n\n"),
        ("paragraph", "Two bold words."),
        ("gap", "\n"),
        ("paragraph", "Three."),
    ]


@pytest.mark.parametrize(
    "text", ["Profit at AT&T rose; R&B fell.", "It is 3 < 4 and 5 > 4.", "The <unknown> thing."]
)
def test_an_ampersand_or_a_bracket_makes_no_html(text: str) -> None:
    assert [b[2] for b in blocks(json.dumps({"text": text}))] == [text]


def test_a_headline_that_is_html_is_a_headline() -> None:
    assert blocks('{"headline": "<p>Crane <i>stays</i></p>"}') == [("headline", "headline", "Crane stays")]


def test_escapes_are_read_and_can_be_replaced_as_a_whole() -> None:
    (block,) = parse(Source(r'{"text": "A \u00e9\ud83d\uDDDE\/\"b"}')).blocks
    assert block.text == 'A é🗞/"b'
    assert [segment.editability for segment in block.source.segments] == [
        Editability.EDITABLE,
        *[Editability.ATOMIC] * 4,
        Editability.EDITABLE,
    ]


def test_half_a_pair_can_be_read_and_not_touched() -> None:
    (block,) = parse(Source(r'{"text": "A \ud83d and \u0000."}')).blocks
    assert block.text == "A \ufffd and \ufffd."
    assert [segment.editability for segment in block.source.segments if segment.text == "\ufffd"] == [
        Editability.READ_ONLY,
        Editability.READ_ONLY,
    ]
    block.text.encode()


@pytest.mark.parametrize(
    ("beside", "written"),
    [
        ("plain", '“a\\t🗞/\\"\\\\'),
        ("é and \\u00e9", '“a\\t🗞/\\"\\\\'),
        ("\\u000a \\u0041 \\u001f", '“a\\t🗞/\\"\\\\'),
        ("\\u00e9", '\\u201ca\\t\\ud83d\\uddde/\\"\\\\'),
        ("\\u20ac \\u20AC \\u201C", '\\u201Ca\\t\\uD83D\\uDDDE/\\"\\\\'),
    ],
)
def test_new_text_keeps_to_the_escapes_of_the_file(beside: str, written: str) -> None:
    (block,) = parse(Source(f'{{"x": "{beside}", "text": "A crane."}}')).blocks
    edit = block.source.edit(Change(Range(0, 1), '“a\t🗞/"\\'))
    assert edit is not None
    assert edit.text == written


@pytest.mark.parametrize("unsayable", ["\0", "\ud83d"])
def test_what_no_text_can_hold_is_not_written(unsayable: str) -> None:
    (block,) = parse(Source('{"text": "A crane."}')).blocks
    assert block.source.edit(Change(Range(0, 1), unsayable)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r'{"text":"It\u2019s the the end\/start."}', r'{"text":"It\u2019s the end\/start."}'),
        ('{\r\n\t"text" : "Tab at the\\u0020the end."\r\n}', '{\r\n\t"text" : "Tab at the\\u0020end."\r\n}'),
        (r'{"text": "One.\r\n\r\n\r\n\r\nTwo."}', r'{"text": "One.\r\n\r\nTwo."}'),
        (
            r'{"body_html":"<p class=\"x\">\u201cYes ,<b>\u201d<\/b> said the<i> the<\/i> chair..<\/p>"}',
            r'{"body_html":"<p class=\"x\">\u201cYes,<b>\u201d<\/b> said the<i> the<\/i> chair.<\/p>"}',
        ),
    ],
)
def test_repairs_change_nothing_else(before: str, after: str) -> None:
    assert repaired(before) == after


def test_a_finding_across_a_tag_is_told_at_its_place() -> None:
    text = r'{"body_html": "<p>Police shut the<\/b> <i>the</i> bridge.</p>"}'
    linter = Linter(selection.select(["double-word"]), format=FORMATS["json"])
    (found,) = linter.check(Source(text)).diagnostics
    assert found.span.of(text) == r"the<\/b> <i>the"
    assert found.field == "body_html"
    assert found.fix is None


def test_a_comment_in_html_silences() -> None:
    ignore = "<!-- newslint: ignore[double-word] a name -->"
    text = f'{{"body_html": "{ignore}\\n<p>Police saw the the band.</p><p>Police shut the the bridge.</p>"}}'
    linter = Linter(selection.select(["double-word"]), format=FORMATS["json"])
    (found,) = linter.check(Source(text)).diagnostics
    assert found.quote == "the the"


def test_a_comment_in_a_line_of_text_silences() -> None:
    lines = (
        "<!-- newslint: ignore[double-word] a name -->",
        "Police saw the the band.",
        "",
        "Shut the the bridge.",
    )
    text = json.dumps({"text": "\n".join(lines)})
    linter = Linter(selection.select(["double-word"]), format=FORMATS["json"])
    (found,) = linter.check(Source(text)).diagnostics
    assert found.quote == "the the"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1: expected a value"),
        ('{"text": "a"\n "b": 1}', "line 2, column 2: expected a comma or }"),
        ('[{"a": 1},\n]', "line 2, column 1: expected a value"),
        ("[1 2", "line 1, column 4: expected a comma or ]"),
        ("[1, 2", "line 1, column 6: expected a comma or ]"),
        ("[1}", "line 1, column 3: expected a comma or ]"),
        ('{"a": 1]', "line 1, column 8: expected a comma or }"),
        ("{a: 1}", "line 1, column 2: expected a key in quotation marks"),
        ('{"a": 1,}', "line 1, column 9: expected a key in quotation marks"),
        ('{"a\\n" 1}', "line 1, column 8: expected a colon"),
        ('{"a": 01}', "line 1, column 7: expected a value"),
        ('{"a": .5}', "line 1, column 7: expected a value"),
        ('{"a": truely}', "line 1, column 7: expected a value"),
        ("{'a': 1}", "line 1, column 2: expected a key in quotation marks"),
        ('{"a": "b', "line 1, column 9: expected a quotation mark that closes the string"),
        ('{"a": "b\\"}', "line 1, column 12: expected a quotation mark that closes the string"),
        ('{"a": "b\\x"}', "line 1, column 9: JSON has no escape \\x"),
        ('{"a": "b\\u12g4"}', "line 1, column 9: JSON has no escape \\u"),
        ('{"a": "b\nc"}', "line 1, column 9: a string cannot hold U+000A unless it is escaped"),
        ('{"a": 1} {"a": 2}', "line 1, column 10: expected nothing more"),
        ('{"a": 1} // note', "line 1, column 10: expected nothing more"),
        ("\u00a0{}", "line 1, column 1: expected a value"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    assert wrong(text) == message


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"text":'])
def test_bottomless_nesting_is_refused_before_the_end_is_read(opening: str) -> None:
    assert "nested more than 1,000 deep" in wrong(opening * 3_000)
    assert steps(lambda: wrong(opening * 9_000)) == steps(lambda: wrong(opening * 3_000))


def test_deep_nesting_is_read() -> None:
    text = '{"a":' * 900 + '{"text": "It rained."}' + "}" * 900
    ((name, _, said),) = blocks(text)
    assert said == "It rained."
    assert name.startswith("….a.")
    assert name.endswith(".a.text")


def test_a_file_without_known_fields_says_how_to_name_them() -> None:
    reading = parse(Source('{"name": "package", "version": "1"}'))
    assert not reading.documents
    assert "[fields]" in reading.note


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("text"), inner),
        max_leaves=10,
    ),
    st.booleans(),
    st.sampled_from([None, 1, "\t"]),
)
def test_all_json_is_read(value: object, ascii_only: bool, indent: int | str | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    list(strings(text, lambda _: True))


@given(st.text(alphabet='{}[]",:\\ \nunt1e-.aé', max_size=12))
def test_what_python_refuses_is_refused(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        with pytest.raises(MalformedJson):
            list(strings(text, lambda _: True))
    else:
        list(strings(text, lambda _: True))


@given(st.text(max_size=30), st.booleans())
def test_a_string_says_what_python_reads(text: str, ascii_only: bool) -> None:
    written = json.dumps(text, ensure_ascii=ascii_only)
    shown = segments(written, Span(1, len(written) - 1), in_ascii)
    assert "".join(segment.text for segment in shown) == text.replace("\0", "\ufffd")
    spelled = (in_ascii if ascii_only else identity)(text)
    assert spelled == (written[1:-1] if "\0" not in text else None)
