"""Front matter of Markdown: which keys are prose, and repairs in every way that a text can be written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml
from commands import newslint
from markdown_texts import EVERYTHING, MARKDOWN, blocks, fixed, found

from newslint.core.segments import ParseOptions
from newslint.core.source import Source
from newslint.formats.markdown import parse


def fields(markdown: str, *keys: str) -> list[tuple[str, str, str]]:
    reading = parse(Source(markdown), ParseOptions(front_matter=frozenset(keys)))
    return [(b.source.name, b.kind.value, b.text) for b in reading.blocks if b.source.name]


def yaml_page(written: str) -> str:
    return f"---\n{written}\n---\n\nIt *sank*.\n"


def toml_page(written: str) -> str:
    return f"+++\n{written}\n+++\n\nIt *sank*.\n"


def loaded(page: str) -> object:
    """What another reader finds in the block."""
    block = page.split(page[:3])[1]
    return yaml.safe_load(block) if page[0] == "-" else tomllib.loads(block)


# Keys


def test_keys_tell_what_is_prose_and_what_it_is() -> None:
    page = yaml_page(
        "title: Ferry sails late\nsubtitle: It rained\nDescription: One boat\nsummary: Two boats\n"
        "slug: the-the-ferry\ntags: [the, the]\nauthor: Ann Tamm\ndate: 2026-03-02\ndraft: true\n"
        "cover:\n  image: a..jpg\n  alt: A tug\n  caption: A red tug\n"
        "gallery:\n- caption: A pier\n- caption: A mole\n"
    )
    assert fields(page) == [
        ("title", "headline", "Ferry sails late"),
        ("subtitle", "headline", "It rained"),
        ("Description", "paragraph", "One boat"),
        ("summary", "paragraph", "Two boats"),
        ("cover.alt", "caption", "A tug"),
        ("cover.caption", "caption", "A red tug"),
        ("gallery.caption", "caption", "A pier"),
        ("gallery.caption", "caption", "A mole"),
    ]
    assert blocks(page)[-1] == ("paragraph", "It sank.")


def test_keys_of_toml() -> None:
    page = toml_page(
        'title = "Ferry sails late" # the the\nslug = "the-the"\n[params]\nsummary = \'Two boats\'\n'
        '"alt" = """\nA tug"""\nlead.kicker = "Sea"\n[[gallery]]\ncaption = "A pier"'
    )
    assert fields(page) == [
        ("title", "headline", "Ferry sails late"),
        ("params.summary", "paragraph", "Two boats"),
        ("params.alt", "caption", "A tug"),
        ("params.lead.kicker", "headline", "Sea"),
    ]


@pytest.mark.parametrize("page", [yaml_page("seo:\n  Note: A tug"), toml_page("[seo]\nNote = 'A tug'")])
def test_keys_can_be_named(page: str) -> None:
    assert fields(page) == []
    for key in ("note", "NOTE", "seo.note"):
        assert fields(page, key) == [("seo.Note", "paragraph", "A tug")]
    assert fields(page, "seo") == fields(page, "other.note") == []


def test_keys_can_be_named_in_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(yaml_page("pull_quote: We saw the the tug."), "utf-8")
    assert "double-word" not in newslint("check", "a.md").out
    Path("newslint.toml").write_text('front-matter = ["pull_quote"]\n', "utf-8")
    assert "a.md:2" in newslint("check", "--output-format", "concise", "a.md").out


def test_what_is_no_text_to_yaml_is_none() -> None:
    for value in ("2026", "2026-03-02", "true", "~", "1.5", "0x10", "12:30", "{a: A tug}", ""):
        assert "title" not in [name for name, _, _ in fields(yaml_page(f"title: {value}"))], value
    assert fields(yaml_page("title: '2026'")) == [("title", "headline", "2026")]


# Ways to write a text


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("title: The the tug # of of", "title: The tug # of of"),
        ("title:   The the tug  ", "title:   The tug  "),
        ("title: The tug sank..", "title: The tug sank."),
        ("title: 'It''s the the tug'", "title: 'It''s the tug'"),
        ('title: "The \\"A tug\\" of of \\u00e9 boat"', 'title: "The \\"A tug\\" of \\u00e9 boat"'),
        ("summary: The the tug\n  sank today", "summary: The tug\n  sank today"),
        ("summary: 'One tug\n  sank the the day'", "summary: 'One tug\n  sank the day'"),
        ('summary: "One tug \\\n  sank the the day"', 'summary: "One tug \\\n  sank the day"'),
        ("summary: |\n  The the tug.\n\n  It sank..\n", "summary: |\n  The tug.\n\n  It sank.\n"),
        ("summary: >-\n  One tug\n  sank the the day\n", "summary: >-\n  One tug\n  sank the day\n"),
        ("summary: |2+\n    The the tug.\n\n", "summary: |2+\n    The tug.\n\n"),
        ("summary:\n- The the tug\n- 'of of'", "summary:\n- The tug\n- 'of'"),
        ("cover: {alt: The the tug, n: 7}", "cover: {alt: The tug, n: 7}"),
        ('{"title": "The the tug"}', '{"title": "The tug"}'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_yaml_is_repaired_in_place(written: str, repaired: str, end: str) -> None:
    assert fixed(yaml_page(written).replace("\n", end)) == yaml_page(repaired).replace("\n", end)


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ('title = "The the tug" # of of', 'title = "The tug" # of of'),
        ("title = 'The the \\ tug'", "title = 'The \\ tug'"),
        ('title = "The \\"A tug\\" of of \\u00e9 boat"', 'title = "The \\"A tug\\" of \\u00e9 boat"'),
        ('summary = """\nThe the tug.\n\nIt sank.."""', 'summary = """\nThe tug.\n\nIt sank."""'),
        ('summary = """One tug \\\n   sank the the day"""', 'summary = """One tug \\\n   sank the day"""'),
        ("summary = '''The the tug, ''77.'''", "summary = '''The tug, ''77.'''"),
        ("[a.b]\nalt='The the tug'", "[a.b]\nalt='The tug'"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_toml_is_repaired_in_place(written: str, repaired: str, end: str) -> None:
    assert fixed(toml_page(written).replace("\n", end)) == toml_page(repaired).replace("\n", end)


@pytest.mark.parametrize(
    "page",
    [
        yaml_page("title: &t The the tug\nother: *t"),
        yaml_page("title: !!str The the tug"),
        toml_page("[[a]]\ntitle = 'The the tug'"),
        toml_page("a = { title = 'The the tug' }"),
        yaml_page("slug: The the tug"),
        yaml_page("# The the tug\ntitle: A tug"),
    ],
)
def test_what_is_left_alone(page: str) -> None:
    assert fixed(page) == page


def test_a_repair_that_would_end_the_text_is_not_made() -> None:
    """Without its second space a colon or a number sign would be one of YAML's, quoted it may be anything."""
    for written in ("title: It sank , he said", "title: 'It sank : he said'", "title: Tug No#  , he said"):
        page = yaml_page(written)
        before, after = loaded(page), loaded(fixed(page))
        assert isinstance(before, dict)
        assert isinstance(after, dict)
        assert after["title"].replace(" ", "") == before["title"].replace(" ", "")


def test_escapes_stand_at_their_place() -> None:
    page = yaml_page('title: "Tug\\u2019s the the \\U0001F5DE"')
    assert found(page) == [("double-word", "the the")]
    assert fields(page) == [("title", "headline", "Tug’s the the 🗞")]


def test_a_byte_order_mark_comes_before() -> None:
    data = b"\xef\xbb\xbf" + yaml_page("title: The the tug").encode()
    source = MARKDOWN.decode(data, "a.md")
    assert EVERYTHING.fix(source).output == data.replace(b"The the", b"The")


# What is broken, and what is none


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (yaml_page('title: A tug\nsummary: "One'), "line 4: front matter skipped: invalid YAML"),
        (yaml_page("title: A tug: red\nsummary: One"), "line 2: front matter skipped: invalid YAML"),
        (yaml_page("title: A tug\n\tsummary: One"), "line 3: front matter skipped: invalid YAML"),
        (yaml_page("a: " + "[" * 60), "line 2: front matter skipped: invalid YAML: it is nested"),
        (yaml_page("title: A\x07 tug"), "line 2: front matter skipped: invalid YAML"),
        (yaml_page("title: A tug \ud83d"), "line 2: front matter skipped: invalid YAML"),
        (toml_page("title = A tug"), "line 2: front matter skipped: invalid TOML"),
        (toml_page("title = 'A tug'\ntitle = 'B'"), "line 3: front matter skipped: invalid TOML"),
        (yaml_page("a: " + "x" * 100_000), "line 2: front matter skipped: it has more than 100,000"),
    ],
)
def test_broken_front_matter_is_told_and_the_body_read(page: str, error: str) -> None:
    reading = parse(Source(page))
    assert [told[: len(error)] for told in reading.errors] == [error]
    assert [block.text for block in reading.blocks] == ["It sank."]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("---\n\nIt sank.\n\n---\n\nWe saw it.\n", ["It sank.", "We saw it."]),
        ("---\ntitle: A tug\n", ["title: A tug"]),
        ("\n---\ntitle: A tug\n---\n", ["title: A tug"]),
        ("--- \ntitle: A tug\n...\nIt sank.\n", ["A tug", "It sank."]),
        ("---\n---\nIt sank.\n", ["It sank."]),
        ("----\ntitle: A tug\n----\n", ["title: A tug"]),
        ("+++\nIt sank.\n", ["+++ It sank."]),
    ],
)
def test_where_front_matter_begins_and_ends(markdown: str, expected: list[str]) -> None:
    assert [text for _, text in blocks(markdown)] == expected
    assert parse(Source(markdown)).errors == ()


def test_it_belongs_to_the_article() -> None:
    reading = parse(Source(yaml_page("title: A tug")))
    (document,) = reading.documents
    assert [block.text for block in document.blocks] == ["A tug", "It sank."]
