"""Broken, hostile and huge files of every format, as they lie among good ones in one directory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import newslint

from newslint.formats import FORMATS, by_suffix
from newslint.formats.docx import package
from newslint.runner import reading
from newslint.testing.renderers.docx import archive, member, paragraph, run

DAMAGED, MENDED = "They saw the the ship.", "They saw the ship."
ROW, SHEET = json.dumps({"body": DAMAGED}), f"id,headline,body\n1,Tide,{DAMAGED}\n"


def word(inside: str) -> bytes:
    return archive({"document": member("document", f"<w:body>{inside}</w:body>")})


GOOD = {
    "good.txt": DAMAGED.encode(),
    "good.md": DAMAGED.encode(),
    "good.html": f"<p>{DAMAGED}</p>".encode(),
    "good.json": ROW.encode(),
    "good.jsonl": f"{ROW}\n".encode(),
    "good.csv": SHEET.encode(),
    "good.xml": f"<nitf><body><p>{DAMAGED}</p></body></nitf>".encode(),
    "good.docx": word(paragraph(run(DAMAGED))),
    "good.py": f'"""{DAMAGED}"""\n'.encode(),
}

UNREADABLE = {
    # nothing is read of these
    "latin.txt": (b"Caf\xe9 of the the\n", "not utf-8: byte 0xE9 at offset 3; convert the file, or name"),
    "wide.txt": ("They saw\n".encode("utf-16-le"), "looks binary, or UTF-16 without a byte order mark"),
    "half.txt": (b"\xff\xfe" + "the the".encode("utf-16-le")[:-1], "not utf-16-le: byte 0x65 at offset 14"),
    "latin.md": (b"# Caf\xe9 of the the\n", "not utf-8: byte 0xE9 at offset 5"),
    "says-utf-8.html": (
        b"<meta charset=utf-8>\n<p>Caf\xe9 of the the</p>",
        "the file declares its encoding as utf-8, but is not utf-8: byte 0xE9 at offset 27",
    ),
    "cut.json": (b'{"headline": "A",\n "body": "They saw the the', "line 2, column 27: expected a quotation"),
    "comma.json": (f'{{"body":\n "{DAMAGED}",\n}}'.encode(), "line 3, column 1: expected a key"),
    "deep.json": (b'{"a":\n' + b"[" * 100_000, "line 2, column 1000: nested more than 1,000 deep"),
    "unclosed.xml": (
        f"<nitf>\n<body><p>{DAMAGED}\n</body></nitf>".encode(),
        "line 3, column 3: mismatched end tag: <p> of line 2 is not closed; close it",
    ),
    "cut.xml": (
        f"<nitf>\n<body>\n<p>{DAMAGED}</p>".encode(),
        "the file ends, but <body> of line 2 is not closed; close it, or get the whole file",
    ),
    "bomb.xml": (
        b'<!DOCTYPE r [\n<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<r><p>the the &b;</p></r>',
        "declares its own entities (“a” in line 2)",
    ),
    "deep.xml": (b"<r>\n" + b"<p>" * 100_000, "more than 10,000 levels of nested elements in line 2"),
    "says-utf-8.xml": (
        b'<?xml version="1.0" encoding="utf-8"?>\n<p>Caf\xe9 of the the</p>',
        "the file declares its encoding as utf-8, but is not utf-8: byte 0xE9 at offset 45",
    ),
    "says-utf-16.xml": (
        b'<?xml version="1.0" encoding="UTF-16"?>\n<p>The the</p>',
        "declares its encoding as UTF-16, but is written in single bytes; correct the XML declaration",
    ),
    "cut.docx": (GOOD["good.docx"][:-40], "not a Word file, or cut off"),
    "old.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "the file is in the old Word format (.doc); save it",
    ),
    "bomb.docx": (word(" " * 3_000_000), "unpacks to more than 2 MB"),
    "tag.docx": (
        word("<w:p><w:r><w:t>The the</w:p>"),
        "word/document.xml is not XML: mismatched tag: line 1",
    ),
    "deep.docx": (word("<w:p>" * 100_000), "word/document.xml has more than 2,000 levels of nested elements"),
    "entities.docx": (
        archive({"document": '<!DOCTYPE w [<!ENTITY a "b">]><w/>'}),
        "word/document.xml declares a document type; Word files have none",
    ),
    "string.py": (f'"""{DAMAGED}"""\nx = """The the\n'.encode(), "line 2, column 5: unterminated"),
    "bracket.py": (f'"""{DAMAGED}"""\ndef f(:\n    pass\n'.encode(), "line 2, column "),
    "deep.py": (b"x = \\\n" + b"(" * 100_000, "nested too deeply for newslint at line 2"),
    "says-ascii.py": (
        b'# coding: ascii\n"""Caf\xe9 of the the."""\n',
        "the file declares its encoding as ascii, but is not ascii: byte 0xE9 at offset 22",
    ),
}
"""Each with what is said of it."""

IN_PART = {
    # the rest of these is read and repaired, and what is broken keeps its bytes
    "yaml.md": (
        f'---\ntitle: "The the\nauthor: [x\n---\n\n{DAMAGED}\n',
        "line 4: front matter skipped: invalid YAML",
        [6],
    ),
    "toml.md": (
        f'+++\ntitle = "The the\n+++\n\n{DAMAGED}\n',
        "line 2: front matter skipped: invalid TOML",
        [5],
    ),
    "script.html": (
        f"<p>{DAMAGED}</p>\n<script>x\n<p>the the</p>",
        "line 2: <script> is never closed, so nothing after it was read",
        [1],
    ),
    "attribute.html": (
        f"<p>{DAMAGED}</p>\n<a href='x>the the</a>",
        "line 2: what begins here is never closed, so nothing after it was read",
        [1],
    ),
    "third.jsonl": (
        "\n".join([ROW, ROW, '{"body": "the the', ROW, ROW]),
        "line 3: column 18: expected a quotation mark that closes the string before the line ends",
        [1, 2, 4, 5],
    ),
    "deep.jsonl": (
        f"{ROW}\n{'[' * 100_000}\n{ROW}\n",
        "line 2: column 1001: nested more than 1,000 deep",
        [1, 3],
    ),
    "cells.csv": (
        f"{SHEET}2,Tide,the the,more\n3,Tide,{DAMAGED}\n",
        "line 3: 4 cells, but the header has 3",
        [2, 4],
    ),
    "quote.csv": (
        f'{SHEET}2,Tide,"the the\n3,Tide,{DAMAGED}\n',
        "line 3: a quotation mark is never closed",
        [2, 4],
    ),
}
"""Each with what is said of it, and the lines of its findings."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(package, "MAX_UNPACKED", 2 * 2**20)


def put_all() -> dict[str, bytes]:
    """Every file, good and broken, in one directory; their bytes by name."""
    files = GOOD | {name: data for name, (data, _) in UNREADABLE.items()}
    files |= {name: text.encode() for name, (text, _, _) in IN_PART.items()}
    Path("copy").mkdir()
    for name, data in files.items():
        Path("copy", name).write_bytes(data)
    return files


def told(out: str, name: str) -> list[str]:
    """What a run says of one file."""
    place = f"copy{os.sep}{name}:"
    return [line.removeprefix(place) for line in out.splitlines() if line.startswith(place)]


def test_no_format_is_left_out() -> None:
    assert {by_suffix(name).name for name in GOOD} == set(FORMATS)
    assert {by_suffix(name).name for name in [*UNREADABLE, *IN_PART]} == set(FORMATS)


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_run_tells_of_every_broken_file_and_checks_all_others(processes: str) -> None:
    put_all()
    result = newslint("check", "-j", processes, "--output-format", "concise", "copy")
    assert result.code == 3
    assert "newslint failed" not in result.out
    assert "Traceback" not in result.out + result.err
    for name in GOOD:
        (finding,) = told(result.out, name)
        assert "double-word [*] repeated word “the”" in finding, name
    for name, (_, message) in UNREADABLE.items():
        (error,) = told(result.out, name)
        assert error.startswith(" error: "), name
        assert message in error, name
        assert len(error) < 300, name
    for name, (_, message, lines) in IN_PART.items():
        error, *findings = told(result.out, name)
        assert error.startswith(f" error: {message}"), name
        assert [int(finding.partition(":")[0]) for finding in findings] == lines, name
    assert f"{len(UNREADABLE) + len(IN_PART)} files failed." in result.out


def test_a_machine_hears_of_them_too() -> None:
    put_all()
    result = newslint("check", "--output-format", "json", "copy")
    assert result.code == 3
    errors = {Path(file["path"]).name: file.get("error") for file in json.loads(result.out)["files"]}
    assert {name for name, error in errors.items() if error} == {*UNREADABLE, *IN_PART}


@pytest.mark.parametrize("options", [(), ("--unsafe-fixes",)])
def test_repairs_leave_what_is_broken_as_it_is(options: tuple[str, ...]) -> None:
    before = put_all()
    assert newslint("fix", *options, "copy").code == 3
    for name, data in before.items():
        after = Path("copy", name).read_bytes()
        if name in UNREADABLE:
            assert after == data, name
        elif name != "good.docx":
            assert after == data.replace(DAMAGED.encode(), MENDED.encode()), name
    again = newslint("check", "copy")
    assert again.code == 3
    assert "double-word" not in again.out
    assert {path.name for path in Path("copy").iterdir()} == set(before)


def test_a_link_to_nowhere_stops_nothing() -> None:
    put_all()
    Path("copy/link.txt").symlink_to("nowhere.txt")
    result = newslint("check", "--output-format", "concise", "copy")
    assert result.code == 3
    assert told(result.out, "link.txt") == [" error: cannot be read: No such file or directory"]
    assert len(told(result.out, "good.txt")) == 1


# Sizes


@pytest.mark.parametrize("name", [name for name in GOOD if not by_suffix(name).streams])
def test_a_file_that_is_too_large_for_one_go_is_told_and_kept(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = GOOD[name]
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 1_000_000)
    Path(name).write_bytes(data + b" " * (1_000_001 - len(data)))
    Path("other.txt").write_bytes(GOOD["good.txt"])
    result = newslint("fix", "--output-format", "concise", ".")
    assert result.code == 3
    assert f"{name}: error: larger than 1 MB, the limit for a" in result.out
    assert Path(name).read_bytes().startswith(data)
    assert Path("other.txt").read_text("utf-8") == MENDED


def measured(*args: str) -> tuple[subprocess.CompletedProcess[str], int]:
    """A run in a process of its own: its output and its most memory in bytes."""
    code = (
        "import resource, subprocess, sys; "
        "done = subprocess.run([sys.executable, '-m', 'newslint', *sys.argv[1:]]); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); "
        "sys.exit(done.returncode)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, encoding="utf-8", check=False
    )
    kilobytes = int(done.stderr.split()[-1]) // (1024 if sys.platform == "darwin" else 1)
    return done, kilobytes * 1024


def test_a_text_of_200_megabytes_is_refused_without_being_read() -> None:
    with Path("a.txt").open("wb") as file:
        file.write(DAMAGED.encode())
        file.truncate(200_000_000)
    done, memory = measured("check", "a.txt")
    assert done.returncode == 3
    assert "a.txt: error: larger than 64 MB, the limit for a plain text file" in done.stdout
    assert memory < 150_000_000
