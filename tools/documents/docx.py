"""Random Word files; the judge reads paragraphs and the other members."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from random import Random
from typing import IO, cast
from xml.etree import ElementTree
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from newslint.testing.renderers.docx import DECLARATION, RELATIONS, STYLES, WORD, content_types, member
from tools.documents.words import prose

W = f"{{{WORD}}}"
READ = ("word/document.xml", "word/header.xml", "word/footnotes.xml")
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SHOWN = {W + "tab": "\t", W + "br": " ", W + "noBreakHyphen": "\u2011"}
PROPERTIES = ("", "", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>')
IN_RUN = (
    "<w:tab/>",
    "<w:br/>",
    '<w:br w:type="page"/>',
    "<w:noBreakHyphen/>",
    "<w:softHyphen/>",
    '<w:footnoteReference w:id="2"/>',
    '<w:sym w:font="Wingdings" w:char="F04A"/>',
    "<w:drawing><x/></w:drawing>",
    "<w:lastRenderedPageBreak/>",
    '<w:commentReference w:id="1"/>',
)
BETWEEN = (
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="1" w:name="here"/>',
    '<w:del w:id="1"><w:r><w:delText>old &amp; gone</w:delText></w:r></w:del>',
    '<w:moveFrom w:id="1"><w:r><w:t>moved away</w:t></w:r></w:moveFrom>',
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
    '<w:commentRangeStart w:id="1"/>',
    "<!-- a remark -->",
    "\r\n  ",
)
AROUND = (
    ('<w:hyperlink w:anchor="here">', "</w:hyperlink>"),
    ('<w:ins w:id="2">', "</w:ins>"),
    ('<w:moveTo w:id="3">', "</w:moveTo>"),
    ("<w:smartTag>", "</w:smartTag>"),
    ('<w:fldSimple w:instr=" PAGE ">', "</w:fldSimple>"),
    ("<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    *(
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
        for instruction in ('HYPERLINK "https://example.org"', "DATE")
    ),
)
BLOCKS = (
    ("", ""),
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:ins>", "</w:ins>"),
)


class _Unseekable(BytesIO):
    """A stream as a server writes it: sizes follow the members."""

    def seekable(self) -> bool:
        """No."""
        return False

    def tell(self) -> int:
        """Unknown."""
        raise OSError


def document(random: Random) -> bytes:
    """A document with header, notes, comments and picture, packed by some program."""
    members: dict[str, str | bytes] = {
        "word/document.xml": member("document", f"<w:body>{_blocks(random, 4)}</w:body>"),
        "word/header.xml": member("hdr", _blocks(random, 1)),
        "word/footnotes.xml": member("footnotes", f'<w:footnote w:id="2">{_blocks(random, 1)}</w:footnote>'),
        "word/styles.xml": member("styles", STYLES),
        "word/comments.xml": member("comments", f'<w:comment w:id="1">{_paragraph(random, 0)}</w:comment>'),
        "word/media/image1.png": random.randbytes(random.randint(0, 99)),
        "_rels/.rels": DECLARATION + RELATIONS,
    }
    types = content_types(("document", "header", "footnotes", "styles", "comments"))
    shuffled = random.sample(list(members.items()), len(members))
    return _pack(random, {"[Content_Types].xml": types, **dict(shuffled)})


def _pack(random: Random, content: dict[str, str | bytes]) -> bytes:
    made = random.choice((BytesIO, _Unseekable))()
    with ZipFile(cast("IO[bytes]", made), "w") as archive:
        archive.comment = random.choice((b"", b"made for a test"))
        for name, data in content.items():
            info = ZipInfo(name, (2021, random.randint(1, 12), 3, 4, 5, 6))
            info.compress_type = random.choice((ZIP_STORED, ZIP_DEFLATED))
            info.extra = random.choice((b"", b"\x99\x99\x02\x00ab"))
            info.external_attr = random.choice((0, 0o644 << 16))
            archive.writestr(info, data)
    return made.getvalue()


def _blocks(random: Random, most: int, depth: int = 0) -> str:
    written = ""
    for _ in range(random.randint(1, most)):
        before, after = random.choice(BLOCKS)
        written += before + _paragraph(random, depth) + after + random.choice(("", "\n"))
    return written


def _paragraph(random: Random, depth: int) -> str:
    style = random.choice(("", "", '<w:pStyle w:val="Heading1"/>', '<w:tabs><w:tab w:pos="720"/></w:tabs>'))
    return f"<w:p><w:pPr>{style}</w:pPr>{''.join(_inline(random, depth))}</w:p>"


def _inline(random: Random, depth: int) -> Iterator[str]:
    """Prose cut into runs at random places, with elements between them."""
    text = random.choice(("", " ")) + prose(random) + random.choice(("", " "))
    while text:
        size = random.randint(1, 20)
        run, text = _run(random, text[:size]), text[size:]
        before, after = random.choice(AROUND) if random.random() < 0.2 else ("", "")
        yield before + run + after
        if random.random() < 0.2:
            yield random.choice(BETWEEN)
        if random.random() < 0.2:
            yield f"<w:r>{random.choice(IN_RUN)}</w:r>"
        if random.random() < 0.05 and not depth:
            yield _box(random)


def _run(random: Random, text: str) -> str:
    keep = random.choice((' xml:space="preserve"', ' xml:space = "preserve"', "", " xml:space='default'"))
    odd = random.random() < 0.05
    written = f"<![CDATA[{text}]]>" if odd and "]]>" not in text else "".join(_letters(random, text))
    return f"<w:r>{random.choice(PROPERTIES)}<w:t{keep}>{written}</w:t></w:r>"


def _letters(random: Random, text: str) -> Iterator[str]:
    for letter in text:
        way = random.random()
        if way < 0.03:
            yield f"&#{ord(letter)};"
        elif way < 0.05:
            yield f"&#x{ord(letter):X};"
        elif letter == " " and way < 0.1:
            yield random.choice(("\n", "\r\n", " ", "\t", "&#10;"))
        elif way < 0.055:
            yield escape(letter) + "<!-- x -->"
        else:
            yield escape(letter)


def _box(random: Random) -> str:
    """A text box for new programs, with a fallback for old ones."""
    first = _blocks(random, 2, 1)
    second = first if random.random() < 0.7 else _blocks(random, 2, 1)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
        f"{first}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        f"{second}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def judge(data: bytes) -> list[str]:
    """The paragraphs and other content of members; other members whole."""
    texts = []
    with ZipFile(BytesIO(data)) as archive:
        for info in archive.infolist():
            texts.append(repr((info.filename, info.date_time, info.compress_type, info.external_attr)))
            if info.filename in READ:
                root = ElementTree.fromstring(archive.read(info))  # noqa: S314 - our own
                texts += [*_texts(root), _rest(root)]
            else:
                texts.append(repr((archive.read(info), _record(data, info))))
        texts.append(repr(archive.comment))
    return texts


def _record(data: bytes, info: ZipInfo) -> bytes:
    """The record of a member in the archive."""
    size = 30 + len(info.filename) + len(info.extra) + info.compress_size
    return data[info.header_offset : info.header_offset + size]


def _texts(root: ElementTree.Element) -> list[str]:
    """The text of each paragraph; a fallback with the same text once."""
    twins = set()
    for alternatives in root.iter(COMPATIBLE + "AlternateContent"):
        one, other = (list(way.iter(W + "p")) for way in alternatives)
        if [_text_of(paragraph) for paragraph in one] == [_text_of(paragraph) for paragraph in other]:
            twins.update(other)
    return [_text_of(paragraph) for paragraph in root.iter(W + "p") if paragraph not in twins]


def _text_of(element: ElementTree.Element) -> str:
    """A paragraph's text as Word shows it, with hidden text, without boxes."""
    if element.tag == W + "t":
        text = "".join(element.itertext()).replace("\n", " ").replace("\r", " ")
        return text if element.get(SPACE) == "preserve" else text.strip(" \t")
    inner = (child for child in element if child.tag not in (W + "p", W + "pPr"))
    return "".join(SHOWN.get(child.tag) or _text_of(child) for child in inner)


def _rest(root: ElementTree.Element) -> str:
    """Everything in a member except its text."""
    rest = []
    for element in root.iter():
        attributes = {name: value for name, value in element.items() if name != SPACE}
        rest.append((element.tag, attributes, element.tag != W + "t" and element.text, element.tail))
    return repr(rest)
