"""Flows: which blocks follow one another, what repeats in one, and that no fix leaves one empty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newslint.core.diagnostics import Change, Finding, Protected, RuleInfo, Safety, Severity
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import Block, Rule, selection
from newslint.rules.selection import SelectedRule
from newslint.testing.renderers.docx import archive, member, open_docx, paragraph, run

LONG = "The ferry between Harbor and Lake will stop for the winter, the council said on Monday."
OTHER = "More than forty crews were told of it in the old town hall late on Sunday."
GONE = "Go away"
REPEATS = selection.select(["repeated-paragraph"])


class DeleteBlock(Rule):
    """Deletes every block that says `Go away`."""

    cases = ()

    def check_block(self, block: Block) -> Iterator[Finding]:
        if block.text == GONE:
            yield Finding(block.whole, "delete it", (Change(block.whole, ""),))


DELETION = SelectedRule(
    RuleInfo(
        "delete-block",
        "leftovers",
        "",
        "",
        Severity.ERROR,
        Safety.SAFE,
        frozenset(Protected),
        fixable=True,
        default=True,
    ),
    DeleteBlock(),
)


def word(body: str, **members: str) -> Source:
    """A Word file."""
    parts = {name: member(name.rstrip("0123456789"), content) for name, content in members.items()}
    return open_docx(archive({**parts, "document": member("document", f"<w:body>{body}</w:body>")}))


def source(written: str | Source) -> Source:
    return Source(written) if isinstance(written, str) else written


def fixed(name: str, written: str | Source, rules: tuple[SelectedRule, ...] = REPEATS) -> FileReport:
    return Linter(rules, format=FORMATS[name]).fix(source(written), Safety.UNSAFE)


def nitf(body: str) -> str:
    return f"<nitf><body><body.content>{body}</body.content></body></nitf>"


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def box(content: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></w:r>"


LINE = paragraph(run(LONG))
ITEM = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{run(LONG)}</w:p>'

APART: dict[str, tuple[str, str | Source]] = {
    "json fields": ("json", f'{{"title": "Ferry", "description": "{LONG}", "maintext": "{LONG}"}}'),
    "json array": ("json", f'{{"paragraphs": ["{LONG}", "{LONG}"]}}'),
    "json list and field": ("json", f'{{"body": {{"text": "{LONG}"}}, "text": "{LONG}"}}'),
    "json html and text": ("json", f'{{"body_html": "<p>{LONG}</p>", "body_text": "{LONG}"}}'),
    "json html items": ("json", f'{{"body_html": "<ul><li>{LONG}</li><li>{LONG}</li></ul>"}}'),
    "jsonl fields": ("jsonl", f'{{"summary": "{LONG}", "text": "{LONG}"}}\n{{"text": "{LONG}"}}\n'),
    "csv cells": ("csv", f'title,description,content\nFerry,"{LONG}","{LONG}"\n'),
    "csv rows": ("csv", f'title,text\nFerry,"{LONG}"\nFerry,"{LONG}"\n'),
    "rss": (
        "xml",
        f"<rss><channel><item><title>Ferry</title><description>{LONG}</description>"
        f"<content:encoded><![CDATA[<p>{LONG}</p><p>{OTHER}</p>]]></content:encoded></item></channel></rss>",
    ),
    "rss plain": (
        "xml",
        f"<rss><channel><item><description>{LONG}</description><encoded>{LONG}</encoded></item></channel></rss>",
    ),
    "nitf abstract": (
        "xml",
        f"<nitf><body><body.head><hedline><hl1>{LONG}</hl1><hl2>{LONG}</hl2></hedline><abstract><p>{LONG}</p>"
        f"</abstract></body.head><body.content><block><p>{LONG}</p><p>{OTHER}</p></block></body.content></body></nitf>",
    ),
    "nitf blocks": ("xml", nitf(f"<block><p>{LONG}</p></block><block><p>{LONG}</p></block>")),
    "nitf items": ("xml", nitf(f"<ul><li>{LONG}</li><li>{LONG}</li></ul>")),
    "nitf cells": ("xml", nitf(f"<table><tr><td>{LONG}</td><td>{LONG}</td></tr></table>")),
    "nitf caption": (
        "xml",
        nitf(f"<p>{LONG}</p><media><media-caption><p>{LONG}</p></media-caption></media>"),
    ),
    "html meta": (
        "html",
        f'<meta name="description" content="{LONG}"><meta property="og:description" content="{LONG}">'
        f"<p>{LONG}</p>",
    ),
    "html title": ("html", f'<a href="/x" title="{LONG}"><h2>{LONG}</h2></a><p title="{LONG}">{LONG}</p>'),
    "html figure": (
        "html",
        f'<figure><img alt="{LONG}"><figcaption>{LONG}</figcaption></figure><p>{LONG}</p>',
    ),
    "html heading": ("html", f"<h1>{LONG}</h1><p>{LONG}</p>"),
    "html items": ("html", f"<ul><li>{LONG}<li>{LONG}</ul><ol><li><p>{LONG}</p></li></ol>"),
    "html cells": ("html", f"<table><tr><td>{LONG}</td><td>{LONG}</td></tr></table>"),
    "html quotation": ("html", f"<p>{LONG}</p><blockquote><p>{LONG}</p></blockquote>"),
    "html parents": ("html", f"<div><p>{LONG}</p></div><div><p>{LONG}</p></div>"),
    "html definitions": ("html", f"<dl><dt>{LONG}</dt><dd>{LONG}</dd></dl>"),
    "markdown front matter": (
        "markdown",
        f'---\ndescription: "{LONG}"\nexcerpt: "{LONG}"\n---\n\n{LONG}\n\n{OTHER}\n',
    ),
    "markdown toml": ("markdown", f'+++\nsummary = "{LONG}"\nlead = "{LONG}"\n+++\n\n{LONG}\n'),
    "markdown yaml list": ("markdown", f"---\nsummary:\n- {LONG}\n- {LONG}\n---\n"),
    "markdown heading": ("markdown", f"# {LONG}\n\n{LONG}\n"),
    "markdown items": ("markdown", f"- {LONG}\n- {LONG}\n\n1. {LONG}\n\n   {OTHER}\n\n2. {LONG}\n"),
    "markdown cells": ("markdown", f"| A | B |\n|---|---|\n| {LONG} | {LONG} |\n| {LONG} | x |\n"),
    "markdown quotation": ("markdown", f"{LONG}\n\n> {LONG}\n"),
    "markdown caption": ("markdown", f"![{LONG}](a.png)\n\n{LONG}\n"),
    "markdown note": ("markdown", f"{LONG}\n\n[^1]: {LONG}\n"),
    "docx cells": ("docx", word(f"{LINE}<w:tbl><w:tr>{cell(LINE)}{cell(LINE)}</w:tr></w:tbl>")),
    "docx heading": (
        "docx",
        word(
            paragraph(run(LONG), "T") + LINE,
            styles='<w:style w:styleId="T"><w:name w:val="heading 1"/></w:style>',
        ),
    ),
    "docx text box": ("docx", word(f"<w:p>{run(LONG)}{box(LINE)}</w:p>{paragraph(box(LINE))}")),
    "docx items": ("docx", word(ITEM + ITEM)),
    "docx header": ("docx", word(LINE, header1=LINE, header2=LINE, footer1=LINE)),
    "docx notes": (
        "docx",
        word(LINE, footnotes=f"<w:footnote>{LINE}</w:footnote><w:footnote>{LINE}</w:footnote>"),
    ),
    "python comment": ("python", f'"""{LONG}"""\n\n# {LONG}\n'),
    "python parameters": ("python", f'"""Sail.\n\nArgs:\n    a: {LONG}\n    b: {LONG}\n"""\n'),
}


@pytest.mark.parametrize("case", APART)
def test_the_same_text_in_two_places_is_no_repeat(case: str) -> None:
    name, written = APART[case]
    report = fixed(name, written)
    assert [
        block.text for block in FORMATS[name].parse(source(written), Linter(()).parse_options).blocks
    ].count(LONG) >= 2
    assert report.diagnostics == report.fixed == ()
    assert report.output is None


TWICE: dict[str, tuple[str, str, str]] = {
    "plain": ("plain", f"{LONG}\n\n{LONG}\n\n{OTHER}\n", f"{LONG}\n\n\n\n{OTHER}\n"),
    "json": (
        "json",
        f'{{"text": "{LONG}\\n\\n{LONG}\\n\\n{OTHER}"}}',
        f'{{"text": "{LONG}\\n\\n\\n\\n{OTHER}"}}',
    ),
    "json html": (
        "json",
        f'{{"html": "<p>{LONG}</p>\\n<p>{LONG}</p>\\n<p>{OTHER}</p>"}}',
        f'{{"html": "<p>{LONG}</p>\\n<p>{OTHER}</p>"}}',
    ),
    "csv": ("csv", f'id,text\n1,"{LONG}\n\n{LONG}"\n', f'id,text\n1,"{LONG}\n\n"\n'),
    "html": ("html", f"<p>{LONG}</p>\n<p>{LONG}</p>\n<p>{OTHER}</p>\n", f"<p>{LONG}</p>\n<p>{OTHER}</p>\n"),
    "html in one line": ("html", f"<div><p>{LONG}</p><p>{LONG}</p></div>", f"<div><p>{LONG}</p></div>"),
    "html unclosed": ("html", f"<p>{LONG}\n<p><b>{LONG}</b>\n<p>{OTHER}", f"<p>{LONG}\n<p>{OTHER}"),
    "html breaks": (
        "html",
        f"<td>{LONG}<br><br>{LONG}<br><br>{OTHER}</td>",
        f"<td>{LONG}<br><br><br><br>{OTHER}</td>",
    ),
    "nitf": ("xml", nitf(f"\n<p>{LONG}</p>\n<p>{LONG}</p>\n"), nitf(f"\n<p>{LONG}</p>\n")),
    "rss": (
        "xml",
        f"<rss><item><description><![CDATA[<p>{LONG}</p><p><i>{LONG}</i></p>]]></description></item></rss>",
        f"<rss><item><description><![CDATA[<p>{LONG}</p>]]></description></item></rss>",
    ),
    "markdown": ("markdown", f"{LONG}\n\n{LONG}\n\n{OTHER}\n", f"{LONG}\n\n{OTHER}\n"),
    "markdown at the end": ("markdown", f"# A\n\n{LONG}\n\n{LONG}\n", f"# A\n\n{LONG}\n"),
    "markdown summary": (
        "markdown",
        f"---\nsummary: |\n  {LONG}\n\n  {LONG}\n\n  {OTHER}\n---\n",
        f"---\nsummary: |\n  {LONG}\n\n  \n\n  {OTHER}\n---\n",
    ),
    "python": ("python", f'"""{LONG}\n\n{LONG}\n\n{OTHER}\n"""\n', f'"""{LONG}\n\n\n\n{OTHER}\n"""\n'),
}


@pytest.mark.parametrize("case", TWICE)
def test_a_paragraph_said_twice_in_one_text_is_deleted_with_its_element(case: str) -> None:
    name, before, after = TWICE[case]
    report = fixed(name, before)
    assert report.error is None
    assert report.after == after


def test_a_paragraph_said_twice_in_word_is_deleted() -> None:
    report = fixed("docx", word(LINE + LINE + paragraph(run(OTHER))))
    assert report.after == f"{LONG}\n{OTHER}\n".replace("\n", "\n\n", 1)


GONE_LINE = paragraph(run(GONE))
ONLY: dict[str, tuple[str, str | Source]] = {
    "plain": ("plain", "\n\nGo away\n"),
    "plain comment": ("plain", "<!-- a -->\nGo away\n"),
    "json string": ("json", '{"title": "Go away", "text": "It rained."}'),
    "json array": ("json", '{"paragraphs": ["Go away", "It rained."]}'),
    "json html": ("json", '{"html": "<p>Go away</p>", "text": "It rained."}'),
    "json escapes": ("json", '{"html": "<p>It rained.</p><div class=\\"a\\">Go away</div>"}'),
    "jsonl": ("jsonl", '{"text": "It rained."}\n{"text": "Go away"}\n'),
    "csv cell": ("csv", "title,text\nGo away,It rained.\n"),
    "csv quoted": ("csv", 'title,text\nIt rained,"Go away"\n'),
    "tsv html": ("csv", "title\ttext\nIt rained\t<p>Go away</p>\n"),
    "xml element": ("xml", "<story><headline>Go away</headline><body><p>It rained.</p></body></story>"),
    "xml paragraph": (
        "xml",
        "<nitf><body><abstract><p>Go away</p></abstract><p>It rained.</p></body></nitf>",
    ),
    "xml item": ("xml", nitf("<ul><li>Go away</li><li>It rained.</li></ul>")),
    "xml cell": ("xml", nitf("<table><tr><td>Go away</td><td>It rained.</td></tr></table>")),
    "xml caption": ("xml", nitf("<media><media-caption>Go away</media-caption></media><p>It rained.</p>")),
    "xml with a picture": ("xml", nitf('<p><media-reference source="a"/>Go away</p><p>It rained.</p>')),
    "xml with a comment": ("xml", nitf("<p><em>Go away<!-- a --></em></p><p>It rained.</p>")),
    "rss title": (
        "xml",
        "<rss><item><title>Go away</title><description>It rained.</description></item></rss>",
    ),
    "rss escaped": (
        "xml",
        "<rss><item><description>&lt;p&gt;Go away&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;"
        "</description></item></rss>",
    ),
    "html paragraph": ("html", "<p>Go away</p>"),
    "html paragraph in an element": ("html", "<p>It rained.</p><div><p>Go away</p></div>"),
    "html title": ("html", "<title>Go away</title><p>It rained.</p>"),
    "html heading": ("html", "<h2>Go away</h2><p>It rained.</p>"),
    "html alt": ("html", '<img alt="Go away"><p>It rained.</p>'),
    "html link": ("html", '<p title="Go away">It rained.</p>'),
    "html meta": ("html", '<meta name=description content="Go away"><p>It rained.</p>'),
    "html item": ("html", "<ul><li>Go away<li>It rained.</ul>"),
    "html cell": ("html", "<table><tr><td>Go away<td>It rained.</table>"),
    "html division": ("html", "<div>Go away</div><div>It rained.</div>"),
    "html caption": ("html", "<figure><img src=a><figcaption>Go away</figcaption></figure><p>It rained.</p>"),
    "html with a picture": ("html", '<p><img src="a.png">Go away</p><p>It rained.</p>'),
    "html with a comment": ("html", "<p>Go away<!-- a --></p><p>It rained.</p>"),
    "html with an order": ("html", "<p>{% if a %}Go away</p><p>It rained.{% endif %}</p>"),
    "html with a program": ("html", "<p><?php a() ?>Go away</p><p>It rained.</p>"),
    "markdown": ("markdown", "Go away\n"),
    "markdown heading": ("markdown", "# Go away\n\nIt rained.\n"),
    "markdown item": ("markdown", "- Go away\n- It rained.\n\nIt stopped.\n"),
    "markdown loose item": ("markdown", "1. Go away\n\n2. It rained.\n"),
    "markdown cell": ("markdown", "| A | B |\n|---|---|\n| Go away | It rained. |\n"),
    "markdown quotation": ("markdown", "> Go away\n\nIt rained.\n"),
    "markdown picture": ("markdown", "It rained.\n\n![Go away](a.png)\n"),
    "markdown note": ("markdown", "It rained.[^1]\n\n[^1]: Go away\n"),
    "yaml": ("markdown", "---\ntitle: Go away\n---\n\nIt rained.\n"),
    "yaml quoted": ("markdown", '---\nsummary: "Go away"\n---\n\nIt rained.\n'),
    "yaml list": ("markdown", "---\nsummary:\n- Go away\n- It rained.\n---\n"),
    "toml": ("markdown", '+++\ntitle = "Go away"\n+++\n\nIt rained.\n'),
    "docx": ("docx", word(GONE_LINE)),
    "docx cell": ("docx", word(f"{LINE}<w:tbl><w:tr>{cell(GONE_LINE)}{cell(LINE)}</w:tr></w:tbl>")),
    "docx item": ("docx", word(ITEM.replace(LONG, GONE) + ITEM)),
    "docx text box": ("docx", word(f"<w:p>{run(LONG)}{box(GONE_LINE)}</w:p>")),
    "docx header": ("docx", word(LINE, header1=GONE_LINE)),
    "docx note": ("docx", word(LINE, footnotes=f"<w:footnote>{GONE_LINE}</w:footnote>")),
    "python": ("python", '"""Go away"""\n\n# It rained.\n'),
    "python comment": ("python", '"""It rained."""\n\n# Go away\n'),
    "python parameter": ("python", '"""It rained.\n\nArgs:\n    a: Go away\n    b: It stopped.\n"""\n'),
}


@pytest.mark.parametrize("case", ONLY)
def test_no_fix_leaves_a_place_empty(case: str) -> None:
    name, written = ONLY[case]
    report = fixed(name, written, (DELETION,))
    assert [diagnostic.quote for diagnostic in report.diagnostics] == [GONE]
    assert [refusal.reason for refusal in report.refused] == [report.diagnostics[0].unfixable]
    assert report.refused[0].reason.startswith("it would leave ")
    assert report.fixed == ()
    assert report.output is None


class HideBlock(DeleteBlock):
    """Makes every block that says `Go away` invisible."""

    def check_block(self, block: Block) -> Iterator[Finding]:
        if block.text == GONE:
            yield Finding(block.whole, "hide it", (Change(block.whole, "\u200b \u00ad\u2060"),))


@pytest.mark.parametrize(
    "case", ["plain", "json string", "csv cell", "xml element", "html title", "yaml quoted"]
)
def test_a_text_that_shows_nothing_is_empty(case: str) -> None:
    name, written = ONLY[case]
    report = fixed(name, written, (SelectedRule(DELETION.info, HideBlock()),))
    (refusal,) = report.refused
    assert refusal.reason.startswith("it would leave ")
    assert report.output is None


BESIDE: dict[str, tuple[str, str, str]] = {
    "plain": ("plain", "Go away\n\nIt rained.\n", "\n\nIt rained.\n"),
    "json": ("json", '{"text": "It rained.\\n\\nGo away"}', '{"text": "It rained.\\n\\n"}'),
    "html": ("html", "<p>It rained.</p>\n\n<p class=a>Go away</p>\n", "<p>It rained.</p>\n"),
    "html inline": ("html", "<p>It rained.</p><p><a href=b><b>Go</b> away</a></p>", "<p>It rained.</p>"),
    "html indented": (
        "html",
        "<body>\n  <p>\n    Go away\n  </p>\n  <p>It rained.</p>\n</body>",
        "<body>\n  <p>It rained.</p>\n</body>",
    ),
    "html reference": (
        "html",
        "<p>Go&nbsp;&#97;way</p><p>It rained.</p>".replace("&nbsp;", " "),
        "<p>It rained.</p>",
    ),
    "html beside text": ("html", "<div>It rained.<p>Go away</p></div>", "<div>It rained.</div>"),
    "xml": ("xml", nitf("<p>It rained.</p><p>Go <em>away</em></p>"), nitf("<p>It rained.</p>")),
    "xml cdata": ("xml", nitf("<p>It rained.</p><p><![CDATA[Go away]]></p>"), nitf("<p>It rained.</p>")),
    "markdown": ("markdown", "# A\n\nGo away\n\nIt rained.\n", "# A\n\nIt rained.\n"),
    "markdown before a list": ("markdown", "It rained.\n\nGo away\n- a\n", "It rained.\n\n- a\n"),
    "markdown reference": ("markdown", "It rained.\n\nGo &#97;way\n", "It rained.\n"),
}


@pytest.mark.parametrize("case", BESIDE)
def test_a_paragraph_beside_others_is_deleted_whole(case: str) -> None:
    name, before, after = BESIDE[case]
    report = fixed(name, before, (DELETION,))
    assert report.error is None
    assert not report.refused
    assert report.after == after


@pytest.mark.parametrize(
    "written",
    [
        "It rained.\n\n**Go away**\n",
        "It rained.\n\n[Go away](/x)\n",
        "It rained.\n\n[Go away]\n\n[Go away]: /x\n",
        "It rained.\n\nGo away<!-- a -->\n",
        "> It rained.\n>\n> *Go away*\n",
    ],
)
def test_markup_of_markdown_is_never_left_behind(written: str) -> None:
    report = fixed("markdown", written, (DELETION,))
    assert report.after == written
    assert report.diagnostics
