"""Word files: what is read as prose, what a repair changes in the archive, and what is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest
from commands import newslint

from newslint.core.diagnostics import Change, Edit, Safety
from newslint.core.errors import ParseError, SourceError
from newslint.core.positions import Range, Span
from newslint.core.report import FileReport
from newslint.core.segments import BlockSource
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.docx import decode, package, parse, story
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.renderers.docx import NAMESPACES, STYLES, archive, member, paragraph, run

SEED = Path(__file__).parents[1] / "seeds" / "shipping.docx"
PROFILE = Linter(selection.select(), format=FORMATS["docx"])
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{}'
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def body(*paragraphs: str) -> bytes:
    return archive({"document": document(*paragraphs)})


def document(*paragraphs: str) -> str:
    return member("document", f"<w:body>{''.join(paragraphs)}</w:body>")


def text(content: str, attributes: str = "") -> str:
    """A run whose text is XML as it stands."""
    return f"<w:r><w:t{attributes}>{content}</w:t></w:r>"


def parts(data: bytes) -> tuple[BlockSource, ...]:
    return parse(decode(data)).documents[0].sources


def shape(data: bytes) -> list[tuple[str, str, str]]:
    return [(part.kind.value, part.name, part.text) for part in parts(data)]


def said(data: bytes) -> list[str]:
    return [part.text for part in parts(data)]


def xml(data: bytes, name: str = "document") -> str:
    with ZipFile(BytesIO(data)) as packed:
        return packed.read(f"word/{name}.xml").decode()


def replaced(data: bytes, old: str, new: str) -> bytes:
    source = decode(data)
    at = source.text.index(old)
    return source.with_edits([Edit(Span(at, at + len(old)), new)]).encode()


def put(data: bytes, before: str, new: str) -> bytes:
    source = decode(data)
    at = source.text.index(before)
    return source.with_edits([Edit(Span(at, at), new)]).encode()


def repaired(data: bytes, level: Safety = Safety.UNSAFE) -> FileReport:
    return PROFILE.fix(decode(data, "story.docx"), level)


def inner(written: str) -> str:
    """The content of the body."""
    return written.partition("<w:body>")[2].partition("</w:body>")[0]


# what is read


def test_every_paragraph_is_a_line_and_every_story_is_named() -> None:
    notes = '<w:footnote w:id="2">' + paragraph(run("The count is the port’s own.")) + "</w:footnote>"
    table = "<w:tbl><w:tr><w:tc>" + paragraph(run("Quay 7")) + "</w:tc></w:tr></w:tbl>"
    members = {
        "footnotes": member("footnotes", notes),
        "header1": member("hdr", paragraph(run("Morning edition"))),
        "styles": member("styles", STYLES),
        "document": document(
            paragraph(run("Ferries return to the fjord"), "Heading1"),
            paragraph(run("By Solveig Aune"), "Byline"),
            paragraph(""),
            paragraph(run("Ferries sail again.")),
            table,
            paragraph(run("A ferry at Quay 7."), "Caption"),
        ),
    }
    source = decode(archive(members))
    assert source.text == (
        "Ferries return to the fjord\nBy Solveig Aune\n\nFerries sail again.\nQuay 7\nA ferry at Quay 7.\n"
        "Morning edition\nThe count is the port’s own.\n"
    )
    assert shape(archive(members)) == [
        ("headline", "body", "Ferries return to the fjord"),
        ("byline", "body", "By Solveig Aune"),
        ("paragraph", "body", "Ferries sail again."),
        ("paragraph", "body", "Quay 7"),
        ("caption", "body", "A ferry at Quay 7."),
        ("paragraph", "header", "Morning edition"),
        ("paragraph", "footnotes", "The count is the port’s own."),
    ]


def test_styles_are_known_by_name_and_by_what_they_are_based_on() -> None:
    styles = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/></w:style>'
        '<w:style w:styleId="Aufmacher"><w:name w:val="Aufmacher"/><w:basedOn w:val="berschrift1"/></w:style>'
        '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="Heading1"><w:name w:val="Body Text"/></w:style>'
    )
    lines = [
        paragraph(run(f"Line {style}."), style) for style in ("berschrift1", "Aufmacher", "A", "Heading1")
    ]
    made = archive({"styles": member("styles", styles), "document": document(*lines)})
    assert [kind for kind, _, _ in shape(made)] == ["headline", "headline", "paragraph", "paragraph"]


def test_a_first_line_without_style_is_a_headline_if_it_does_not_end_as_a_sentence() -> None:
    line = paragraph(run("The ferries sail again."))
    title = paragraph(run("Ferries return"))
    assert [kind for kind, _, _ in shape(body(title, line))] == ["headline", "paragraph"]
    assert [kind for kind, _, _ in shape(body(line, line))] == ["paragraph", "paragraph"]
    assert [kind for kind, _, _ in shape(body(title))] == ["paragraph"]


def test_a_former_style_of_a_tracked_change_is_not_that_of_the_paragraph() -> None:
    changed = '<w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Caption"/></w:pPr></w:pPrChange></w:pPr>'
    made = archive(
        {"styles": member("styles", STYLES), "document": document(f"<w:p>{changed}{run('It sank.')}</w:p>")}
    )
    assert shape(made) == [("paragraph", "body", "It sank.")]


def test_tracked_changes_are_read_as_if_accepted() -> None:
    line = paragraph(
        run("The council ")
        + '<w:del w:id="1"><w:r><w:delText>rejected</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{run("backed")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run(" on Monday")}</w:moveFrom>'
        + run(" the plan")
        + f'<w:moveTo w:id="4">{run(" on Monday")}</w:moveTo>'
        + run(".")
    )
    assert said(body(line)) == ["The council backed the plan on Monday."]


def test_deleted_text_stands_between_words_and_nothing_is_repaired_across_it() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
    report = repaired(body(paragraph(run("Police spoke of counter") + gone + run("feit news."))))
    assert [d.rule for d in report.diagnostics] == ["spun-phrase"]
    assert report.diagnostics[0].fix is None
    assert report.diagnostics[0].span.of(report.before) == "counter\ufffcfeit news"


def test_hidden_text_and_the_workings_of_fields_are_not_read() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>for the desk only</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> now</w:t></w:r>'
    code = FIELD.format(f'HYPERLINK "https://example.org" {"x" * 9}', run(" in port"))
    assert said(body(paragraph(run("Ships wait") + hidden + shown + code + run(".")))) == [
        "Ships wait now in port."
    ]


def test_tabs_and_breaks_are_white_space_where_no_other_stands_and_stops_of_tabs_are_none() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    made = body(
        f"<w:p>{stops}<w:r><w:tab/><w:t>Storm</w:t><w:br/><w:t>over</w:t><w:noBreakHyphen/><w:t>night</w:t>"
        '<w:br/><w:t xml:space="preserve"> ends</w:t><w:br/><w:br/><w:t>today</w:t><w:br/></w:r></w:p>'
    )
    assert said(made) == ["Storm over\u2011night ends today"]


def test_space_that_word_drops_is_not_read() -> None:
    made = body(paragraph(text(" the ") + text(" bridge ", ' xml:space="preserve"') + text("\n shut\r\n")))
    assert said(made) == ["the bridge shut"]


def test_space_is_kept_for_all_in_an_element_that_asks_for_it() -> None:
    line = paragraph(text("the ") + text("bridge", ' xml:space="default"'))
    kept = archive({"document": document(line).replace("<w:body>", '<w:body xml:space="preserve">')})
    assert said(kept) == ["the bridge"]


def test_the_strict_dialect_is_read() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    written = document(paragraph(run("Rain fell."))).replace(NAMESPACES, strict)
    assert said(archive({"document": written})) == ["Rain fell."]


def test_text_of_symbols_for_old_programs_is_read_and_not_touched() -> None:
    emoji = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><x/></mc:Choice>'
        "<mc:Fallback><w:t>😀😀</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = body(paragraph(run("She laughed ") + emoji + run(" and left.")))
    part = parts(made)[0]
    assert part.text == "She laughed 😀😀 and left."
    assert part.edit(_change(part, "😀", "")) is None


def _change(part: BlockSource, old: str, new: str) -> Change:
    at = part.text.index(old)
    return Change(Range(at, at + len(old)), new)


# what a repair changes


def test_a_word_in_two_formats_is_repaired_and_the_formats_stay() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    line = paragraph(run("The counter", bold) + run("feit news") + run(" spread."))
    report = repaired(body(line))
    assert report.error is None
    assert report.output
    assert inner(xml(report.output)) == paragraph(run("The fake", bold) + run(" news") + run(" spread."))


def test_letters_that_stay_keep_their_format() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    report = repaired(body(paragraph(run("They shut the") + run(" the bridge", bold) + run("."))))
    assert report.output
    assert inner(xml(report.output)) == paragraph(run("They shut the") + run(" bridge", bold) + run("."))


def test_only_the_changed_member_changes_in_the_archive() -> None:
    before = SEED.read_bytes()
    report = repaired(before)
    after = report.output
    assert after
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        assert new.testzip() is None
        assert new.namelist() == old.namelist()
        for one, other in zip(old.infolist(), new.infolist(), strict=True):
            same = _record(before, one) == _record(after, other)
            assert same == (one.filename not in ("word/document.xml", "word/footnotes.xml"))
            assert (one.date_time, one.compress_type, one.extra) == (
                other.date_time,
                other.compress_type,
                other.extra,
            )


def _record(data: bytes, info: ZipInfo) -> bytes:
    size = 30 + len(info.filename) + len(info.extra) + info.compress_size
    return data[info.header_offset : info.header_offset + size]


class Pipe(BytesIO):
    """What cannot be rewound: sizes follow the members."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


@pytest.mark.parametrize("kind", [BytesIO, Pipe])
def test_an_archive_of_another_program_stays_as_it_was_packed(kind: type[BytesIO]) -> None:
    with ZipFile(BytesIO(body(paragraph(run("They shut the the bridge."))))) as old:
        content = {name: old.read(name) for name in old.namelist()}
    made = kind()
    with ZipFile(made, "w") as packed:
        packed.comment = b"made by a press"
        for name, data in {"docProps/": b"", **content, "word/media/a.png": b"\x89PNG"}.items():
            info = ZipInfo(name, (2019, 5, 6, 7, 8, 10))
            info.compress_type = ZIP_STORED
            info.extra = b"\x34\x12\x02\x00hi"
            with packed.open(info, "w", force_zip64=kind is BytesIO) as entry:
                entry.write(data)
    report = repaired(made.getvalue())
    assert report.output
    assert said(report.output) == ["They shut the bridge."]
    with ZipFile(BytesIO(report.output)) as new:
        assert new.testzip() is None
        assert new.comment == b"made by a press"
        assert {info.date_time for info in new.infolist()} == {(2019, 5, 6, 7, 8, 10)}
        assert {info.compress_type for info in new.infolist()} == {ZIP_STORED}
        assert all(b"hi" in info.extra for info in new.infolist())
        assert new.read("word/media/a.png") == b"\x89PNG"


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("the old bridge", "the", "", '<w:t xml:space="preserve"> old bridge</w:t>'),
        ("the old", "old", "", '<w:t xml:space="preserve">the </w:t>'),
        ("the old", "the", "", '<w:t xml:space="preserve"> old</w:t>'),
        ("the old", "the old", "", "<w:t></w:t>"),
        ("the old", "old", "new", "<w:t>the new</w:t>"),
        (" the old ", "old", "", '<w:t xml:space="preserve">the </w:t>'),
        ("AT&amp;T &#8212; 3 &lt; 4", "&", "and", "<w:t>ATandT &#8212; 3 &lt; 4</w:t>"),
        ("AT&amp;T &#8212; 3", "—", "<&>", "<w:t>AT&amp;T &lt;&amp;&gt; 3</w:t>"),
        ("one\r\ntwo", " ", "; then", "<w:t>one; thentwo</w:t>"),
        ("one\r\ntwo", " ", ", ", "<w:t>one,\r\ntwo</w:t>"),
    ],
)
def test_escapes_and_spaces_of_the_rest_stay(before: str, old: str, new: str, after: str) -> None:
    assert f"<w:r>{after}</w:r>" in xml(replaced(body(paragraph(text(before))), old, new))


def test_a_text_that_drops_space_on_purpose_keeps_it_once_it_needs_to() -> None:
    made = replaced(body(paragraph(text(" the old\n", " w:x='>' xml:space = 'default' w:y=''"))), "the", "")
    assert """<w:t w:x='>' xml:space="preserve" w:y=''> old</w:t>""" in xml(made)


def test_new_text_goes_beside_the_word_that_it_follows() -> None:
    made = body(paragraph(run("“We wait") + run(" she said.", "<w:rPr><w:i/></w:rPr>")))
    assert run("“We wait,”") in xml(put(made, " she", ",”"))


def test_text_that_word_computes_is_reported_and_not_repaired() -> None:
    lines = [
        paragraph(run("It is ") + FIELD.format("TITLE", run("the the end")) + run(".")),
        paragraph(f'<w:fldSimple w:instr=" TITLE ">{run("See the the end.")}</w:fldSimple>'),
        "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"
        + paragraph(run("See the the end."))
        + "</w:sdtContent></w:sdt>",
        '<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>'
        + paragraph(run("See the the end."))
        + "</w:sdtContent></w:sdt>",
        paragraph(text("<![CDATA[See the the end.]]>")),
    ]
    report = repaired(body(*lines))
    assert len(report.diagnostics) == len(lines)
    assert not report.fixed
    assert [d.quote for d in report.diagnostics] == ["the the"] * len(lines)


def test_a_link_and_an_open_content_control_are_repaired() -> None:
    lines = [
        paragraph(
            run("See ") + FIELD.format('HYPERLINK "https://example.org"', run("the the end")) + run(".")
        ),
        paragraph(f'<w:hyperlink w:anchor="a">{run("See the the end.")}</w:hyperlink>'),
        '<w:sdt><w:sdtPr><w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>'
        + paragraph(run("See the the end."))
        + "</w:sdtContent></w:sdt>",
    ]
    report = repaired(body(*lines))
    assert report.after == "See the end.\n" * 3


def test_a_text_box_is_read_once_and_repaired_for_old_programs_too() -> None:
    new = paragraph(run("In port since the ") + run("the storm."))
    old = paragraph(run("In port since the the storm."))
    made = body(paragraph(run("Boats wait.") + BOX.format(new, old) + run(" They stay.")))
    assert said(made) == ["Boats wait. They stay.", "In port since the the storm."]
    report = repaired(made)
    assert report.output
    assert xml(report.output).count("since the the") == 0
    assert run("In port since the storm.") in xml(report.output)


def test_a_text_box_that_tells_old_programs_something_else_is_only_reported() -> None:
    new, old = paragraph(run("In port since the the storm.")), paragraph(run("In the harbour."))
    report = repaired(body(paragraph(run("Boats wait.") + BOX.format(new, old))))
    assert [d.quote for d in report.diagnostics] == ["the the"]
    assert not report.has_changes


def test_control_characters_tabs_and_line_ends_cannot_be_put_in() -> None:
    part = parts(body(paragraph(run("Rain fell."))))[0]
    assert part.edit(_change(part, "fell", "\u0430\u0301<\U0001d400>&\u2028")) is not None
    for text in ("a\tb", "a\nb", "a\rb", "\x0b", "\x00", "\ufffe", "\ud800"):
        assert part.edit(_change(part, "fell", text)) is None


def test_bytes_before_the_declaration_and_line_ends_stay() -> None:
    written = "\ufeff" + document(paragraph(run("the the bridge"))).replace("<w:body>", "<w:body>\r\n")
    report = repaired(archive({"document": written}))
    assert report.output
    assert xml(report.output) == written.replace("the the", "the")


def test_an_edit_over_a_picture_is_refused() -> None:
    made = body(paragraph(run("Rain") + "<w:r><w:drawing/></w:r>" + run(" fell.")))
    with pytest.raises(SourceError, match="not text"):
        replaced(made, "Rain\ufffc fell", "Snow fell")


def test_a_signed_file_is_reported_and_not_repaired() -> None:
    packed = BytesIO(body(paragraph(run("They shut the the bridge."))))
    with ZipFile(packed, "a") as made:
        made.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    report = repaired(packed.getvalue())
    assert [refusal.reason for refusal in report.refused] == [
        "the result cannot be written: the file is signed, and a fix would break the signature"
    ]
    assert not report.has_changes


# comments


def commented(remark: str, *anchors: str) -> bytes:
    note = f'<w:comment w:id="7" w:author="Desk">{paragraph(run(remark))}</w:comment>'
    return archive({"comments": member("comments", note), "document": document(*anchors)})


def test_a_comment_of_word_silences_a_rule_in_its_paragraph() -> None:
    anchored = paragraph(
        run("It rained. ")
        + '<w:commentRangeStart w:id="7"/>'
        + run("They shut the the bridge.")
        + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    )
    after = paragraph(run("They shut the the port."))
    made = commented("newslint: ignore[double-word] as the poster has it", anchored, after)
    report = PROFILE.check(decode(made))
    assert [report.before[: d.span.start].count("\n") for d in report.diagnostics] == [1]


def test_a_comment_without_range_speaks_of_its_paragraph_and_an_idle_one_is_told_of() -> None:
    mark = '<w:r><w:commentReference w:id="7"/></w:r>'
    silent = commented("newslint: ignore", paragraph(run("They shut the the bridge.") + mark))
    assert not PROFILE.check(decode(silent)).diagnostics
    idle = commented("newslint: ignore[double-word]", paragraph(run("They shut the bridge.") + mark))
    assert [d.rule for d in PROFILE.check(decode(idle)).diagnostics] == ["unused-ignore"]
    chat = commented("Is this right?", paragraph(run("They shut the bridge.") + mark))
    assert not PROFILE.check(decode(chat)).diagnostics


# what cannot be read


def _changed(data: bytes, name: str, content: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as old:
        members = {info.filename: old.read(info) for info in old.infolist()} | {name: content}
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        for each, written in members.items():
            packed.writestr(each, written)
    return made.getvalue()


GOOD = body(paragraph(run("Rain fell.")))
MAIN = "word/document.xml"
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>'


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "not a Word file, or cut off"),
        (b"{\\rtf1 Rain fell.}", "not a Word file, or cut off"),
        (GOOD[:-30], "not a Word file, or cut off"),
        (GOOD[: len(GOOD) // 2], "not a Word file, or cut off"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), r"old Word format \(\.doc\)"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        (_changed(GOOD, "[Content_Types].xml", b"<Types/>"), "not a Word file: it holds no document"),
        (_changed(GOOD, "[Content_Types].xml", b"<Types>"), r"\[content_types\].xml is not XML"),
        (_changed(GOOD, MAIN, b"<w:document>"), "word/document.xml is not XML: unbound prefix"),
        (_changed(GOOD, MAIN, document("<w:p>").encode()), "not XML: mismatched tag: line 1, column"),
        (_changed(GOOD, MAIN, b""), "word/document.xml is not XML: no element found"),
        (_changed(GOOD, MAIN, b"<a>\xff</a>"), "word/document.xml is not XML"),
        (_changed(GOOD, MAIN, BOMB.encode() + b"<a>&y;</a>"), "declares a document type"),
        (
            _changed(GOOD, MAIN, document().replace("UTF-8", "windows-1252").encode()),
            "declares its encoding as windows-1252",
        ),
        (_changed(GOOD, MAIN, b"<a>" * 1_000_000), "more than 2,000 levels of nested elements"),
    ],
)
def test_what_is_no_word_file_is_told_of(data: bytes, complaint: str) -> None:
    with pytest.raises(SourceError, match=complaint):
        decode(data)


def test_other_archives_are_told_apart() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(SourceError, match="OpenDocument"):
        decode(made.getvalue())
    with ZipFile(made, "w") as packed:
        packed.writestr("a.txt", "Rain fell.")
    with pytest.raises(SourceError, match="a zip archive, but not a Word file"):
        decode(made.getvalue())


def test_members_that_unpack_to_more_than_any_text_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 2**20)
    made = archive(
        {"document": document(paragraph(run("Rain fell."))), "header1": member("hdr", " " * 2**20)},
    )
    with pytest.raises(SourceError, match="unpacks to more than 1 MB"):
        decode(made)


@pytest.mark.parametrize("content", ["<w:p/>", paragraph(run("a")), f"<w:p>{text('&amp;' * 2_000)}</w:p>"])
def test_a_text_of_more_pieces_than_any_article_is_not_read(
    content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story, "MAX_ITEMS", 1_000)
    with pytest.raises(SourceError, match="more than 1,000 paragraphs and texts"):
        decode(body(content * 1_001))


def test_a_member_that_lies_about_its_size_or_is_damaged_is_told_of() -> None:
    at = GOOD.rindex(b"PK\1\2")
    lying = bytearray(GOOD)
    lying[at + 24 : at + 28] = (5).to_bytes(4, "little")
    damaged = bytearray(GOOD)
    with ZipFile(BytesIO(GOOD)) as packed:
        info = packed.getinfo(MAIN)
    damaged[info.header_offset + 30 + len(MAIN) + 5] ^= 0xFF
    for data in (lying, damaged):
        with pytest.raises(SourceError, match=r"word/document.xml is (damaged|no XML)"):
            decode(bytes(data))


def test_an_encrypted_member_and_two_of_one_name_are_told_of() -> None:
    locked = bytearray(GOOD)
    for mark, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        locked[locked.rindex(mark) + offset] |= 1
    with pytest.raises(SourceError, match="encrypted"):
        decode(bytes(locked))
    twice = BytesIO(GOOD)
    with ZipFile(twice, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr(MAIN, "<a/>")
    with pytest.raises(SourceError, match="two members with the same name"):
        decode(twice.getvalue())


def test_an_archive_with_something_before_it_is_read_and_not_repaired() -> None:
    data = b"#!/bin/sh\n" + body(paragraph(run("They shut the the bridge.")))
    report = repaired(data)
    assert [d.rule for d in report.diagnostics] == ["double-word"]
    assert "laid out in an unusual way" in report.refused[0].reason


def test_text_is_no_word_file() -> None:
    with pytest.raises(ParseError, match="parsed from bytes"):
        parse(Source("Rain fell."))


def test_a_file_without_text_has_no_blocks() -> None:
    assert said(body()) == []
    assert said(body(paragraph(""), paragraph("<w:r><w:drawing/></w:r>"), paragraph(run("  ")))) == []


# as a person meets it


def test_a_repaired_file_can_be_repaired_no_more_and_says_what_it_should(tmp_path: Path) -> None:
    file = tmp_path / "shipping.docx"
    file.write_bytes(SEED.read_bytes())
    checked = newslint("check", "--output-format", "concise", file)
    assert checked.code == 1
    assert "shipping.docx:18:34: double-word [*] repeated word “the” [footnotes]" in checked.out
    fixed = newslint("fix", "--unsafe-fixes", file)
    assert "Fixed" in fixed.out + fixed.err
    source = decode(file.read_bytes())
    assert "the port of Skarholm went back to work on Thursday, ending" in source.text
    assert "Prime Minister Halvard Nyquist shortly" in source.text
    assert newslint("fix", "--unsafe-fixes", "--diff", file).out == ""


def test_a_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(GOOD[:-30])
    (tmp_path / "b.docx").write_bytes(body(paragraph(run("They shut the the bridge."))))
    result = newslint("check", tmp_path)
    assert result.code == 3
    assert "not a Word file, or cut off" in result.out + result.err
    assert "double-word" in result.out


def test_a_file_that_is_not_repaired_keeps_its_bytes() -> None:
    source = decode(SEED.read_bytes())
    assert source.encode() == source.reread().encode() == SEED.read_bytes()
