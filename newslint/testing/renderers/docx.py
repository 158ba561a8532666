"""Articles as Word files, whose text is a transcript."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from newslint.core.patterns import pattern
from newslint.core.segments import BlockKind
from newslint.core.source import Source
from newslint.formats import FORMATS, plain
from newslint.testing.renderers.form import CONTROLS, Form
from newslint.testing.renderers.marks import paragraphs, unmark

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPES = {
    "document": "document.main",
    **{name: name for name in ("styles", "footnotes", "endnotes", "comments")},
}
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
    for style, name in (("Heading1", "heading 1"), ("Caption", "caption"), ("Byline", "Byline"))
)
NOTE = "\ufffc"
KEEP = ' xml:space="preserve"'
LINE_ENDS = pattern(r"[\r\n]+")
OBSTACLES = pattern(rf"({NOTE}[a-z]*|(?<={NOTE}[a-z]+) (?=\w+{NOTE}))")
NOTABLE = pattern(r"(?<=\b\w{3})(?=\w{2})")
PAIRS = pattern(r"\s?\S\S?|\s")
BOLD = "<w:rPr><w:b/></w:rPr>"

Body = Callable[[list[str]], str]


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A Word file of members such as "document" or "header1"."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", content_types(members))
        made.writestr("_rels/.rels", DECLARATION + RELATIONS)
        for name, content in members.items():
            made.writestr(f"word/{name}.xml", content)
    return packed.getvalue()


def content_types(names: Iterable[str]) -> str:
    """The XML with the content types of members."""
    kinds = {name: TYPES.get(name, name.rstrip("0123456789")) for name in names}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    listed = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>'
    return DECLARATION + listed


def member(root: str, content: str) -> str:
    """The XML of a member with a root such as "document"."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r>{properties}<w:t{KEEP}>{escape(text)}</w:t></w:r>"


def paragraph(content: str, style: str = "") -> str:
    """A paragraph, optionally with a style."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{content}</w:p>"


def open_docx(data: bytes) -> Source:
    """A Word file as newslint reads it."""
    return FORMATS["docx"].decode(data, "case.docx")


def _transcript(article: str, prefix: str = "", alter: Callable[[str], str] = str) -> str:
    """A line for each paragraph, empty ones where gaps are wide."""
    blocks = iter(paragraphs(article))
    parts = plain.parse_blocks(unmark(article)[0])[0]
    lines = prefix
    for number, part in enumerate(parts, 1):
        if part.kind is BlockKind.GAP:
            lines += "\n" * (part.text.count("\n") // 2 - (number < len(parts)))
        else:
            lines += LINE_ENDS.sub(" ", alter(next(blocks)[1])) + "\n"
    return lines


def _plain(transcript: str) -> Source:
    """Write each paragraph as a run."""
    body = "".join(paragraph(run(line)) for line in transcript.split("\n")[:-1])
    return open_docx(archive({"document": member("document", f"<w:body>{body}</w:body>")}))


def _in_runs(transcript: str) -> Source:
    """Words in two runs of different formats, headlines by their style."""
    lines = transcript.split("\n")[:-1]
    headed = sum(map(bool, lines)) > 1 and not plain.CLOSED.search(lines[0])
    body = "\r\n".join(
        paragraph("\r\n".join(_runs(line)), "Heading1" if headed and not number else "")
        for number, line in enumerate(lines)
    )
    document = "\ufeff" + member("document", f"<w:body>\r\n{body}\r\n</w:body>").replace("?>", "?>\r\n")
    return open_docx(archive({"styles": member("styles", STYLES), "document": document}))


def _runs(line: str) -> Iterator[str]:
    """Runs that begin inside words, some of them links or tracked changes."""
    for number, words in enumerate(PAIRS.findall(line)):
        written = run(words, BOLD if number % 2 else "")
        if number % 5 == 1:
            written = f'<w:hyperlink w:anchor="a">{written}</w:hyperlink>'
        elif number % 5 == 2:
            written = f'<w:ins w:id="{number}" w:author="Desk">{written}</w:ins>'
        elif number % 5 == 3:
            written = f'<w:proofErr w:type="spellStart"/>{written}<w:bookmarkStart w:id="1" w:name="b"/>'
        yield written


def _with_notes(article: str) -> str:
    """With the numbers of notes in the middle of some words."""
    return NOTABLE.sub(NOTE, article)


def _with_obstacles(transcript: str) -> Source:
    """Notes inside words, line breaks for some spaces, letters from fields."""
    body = "".join(paragraph("".join(_obstacles(line))) for line in transcript.split("\n")[:-1])
    return open_docx(archive({"document": member("document", f"<w:body>{body}</w:body>")}))


def _obstacles(line: str) -> Iterator[str]:
    """Runs of text with notes, fields and line breaks between words."""
    for words in OBSTACLES.split(line):
        if words == " ":
            yield "<w:r><w:br/></w:r>"
        elif words.startswith(NOTE):
            yield '<w:r><w:footnoteReference w:id="2"/></w:r>'
            yield f'<w:fldSimple w:instr=" TITLE ">{run(words[1:])}</w:fldSimple>'
        else:
            yield run(words)


FORM = partial(Form, format="docx", gaps=False, missing_characters=CONTROLS)
FORMS = (
    FORM("docx", _transcript, open=_plain),
    FORM("docx-runs", _transcript, open=_in_runs),
    FORM("docx-astral", partial(_transcript, prefix="🗞 The 𝒆vening edition 🗞\n\n"), open=_in_runs),
    FORM("docx-obstacles", partial(_transcript, alter=_with_notes), open=_with_obstacles, blocks_fixes=True),
)
