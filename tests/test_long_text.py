"""Texts of very many paragraphs: cut where nothing reaches over, read part by part, and fixed as a whole."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from commands import newslint

from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.csv import split_points as cut_csv
from newslint.formats.jsonl import split_points as cut_jsonl
from newslint.runner import chunks
from newslint.text.document import Block

PARAGRAPHS = 200
DAMAGED, MENDED = "Crews shut the the bridge.", "Crews shut the bridge."
PIECES = {
    "plain": ("Yes.", "So she said.", "  Far in.", "Two \nlines", "<b>", "é “so”", "> quoted"),
    "markdown": (
        *(
            "Yes.",
            "# A title",
            "A title\n===",
            "- one\n- two",
            "- one\n\n- two\n\n  more",
            "> quoted\n\n> again",
        ),
        *(
            "```\ncode\n\ncode\n```",
            "<div>\n\nsaid\n\n</div>",
            "<!-- a\n\nb -->",
            "<script>\n\nlet x\n</script>",
        ),
        *(
            "    code",
            "1. one\n\n       code",
            "| a | b |\n|---|---|\n| c | d |",
            "Term\n\n: What it is",
            "---",
        ),
        *("*so* `it`", "é “so”", "~~~", "![alt](a.png)", "two\nlines\\\nthree", "*\n\n*", "+++"),
    ),
}
GAPS = ("\n\n",) * 9 + ("\n", "\n\n\n", "\r\n\r\n", "\r\r", " \n\n")


@pytest.fixture
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(chunks.cut, "__defaults__", (1_000_000, 40))


def parts(name: str, data: bytes, most: int) -> list[bytes]:
    ranges = list(FORMATS[name].split_points(io.BytesIO(data), 1_000_000, most))
    assert b"".join(data[start:end] for start, end in ranges) == data
    return [data[start:end] for start, end in ranges]


def shown(block: Block, offset: int) -> tuple[object, ...]:
    """What a block is, wherever the text begins in which it stands."""
    source = block.source
    segments = [(s.text, s.span.start + offset, s.span.end + offset, s.editability) for s in source.segments]
    flow = source.flow.split("@")[0]
    return source.kind, segments, flow, source.language


def in_parts(name: str, cut: list[bytes], head: str) -> Iterator[tuple[object, ...]]:
    """The blocks of all parts, each read alone."""
    offset, line = 0, 1
    for number, data in enumerate(cut):
        text = data.decode()
        is_last = number == len(cut) - 1
        source = Source(text, head=head if offset else "", first_line=line, is_last=is_last)
        yield from (shown(b, offset) for b in FORMATS[name].parse(source, options()).blocks if b.text)
        offset, line = offset + len(text), line + text.count("\n") + text.count("\r")


def options():
    return import_module("newslint.core.segments").DEFAULT_OPTIONS


@pytest.mark.parametrize("name", PIECES)
@pytest.mark.parametrize("number", range(150))
def test_each_part_reads_as_it_does_in_the_whole(name: str, number: int) -> None:
    dice = Random(f"{name} {number}")  # noqa: S311 - repeatable, not secret
    text = "Lede so long that it is a sentence.\n\n" + "".join(
        dice.choice(PIECES[name][: dice.randint(2, 30)]) + dice.choice(GAPS) for _ in range(40)
    )
    cut = parts(name, text.encode(), dice.randint(1, 9))
    whole = [shown(block, 0) for block in FORMATS[name].parse(Source(text), options()).blocks if block.text]
    borders = {sum(len(part.decode()) for part in cut[:number]) for number in range(1, len(cut))}
    kept = [block for block in whole if not (block[0] == "gap" and block[1][0][2] in borders)]
    assert list(in_parts(name, cut, "")) == kept


@pytest.mark.parametrize("name", PIECES)
def test_paragraphs_are_cut_by_their_number(name: str) -> None:
    assert list(map(len, parts(name, b"Yes.\n\n" * 10, 4))) == [24, 24, 12]
    assert list(map(len, parts(name, b"Yes.\r\n\r\n" * 10, 4))) == [32, 32, 16]
    assert list(map(len, parts(name, b"Yes.\n\n" * 4, 4))) == [24]


def test_lines_are_paragraphs_where_none_is_empty() -> None:
    assert list(map(len, parts("plain", b"a b\n" * 10, 4))) == [16, 16, 8]
    assert list(map(len, parts("markdown", b"a b\n" * 10, 4))) == [40]


def test_folded_lines_stay_together() -> None:
    folded = (b"The dredging of the northern channel would begin in March, two\n" * 5 + b"\n") * 4
    assert all(part.startswith(b"The") and part.endswith(b"\n\n") for part in parts("plain", folded, 2))


@pytest.mark.parametrize(
    "text",
    [
        "Yes.\n\n" * 9 + "<!-- newslint: ignore-file -->\n",
        "{% raw %}\n\n" + "Yes.\n\n" * 9 + "{% endraw %}\n",
    ],
)
@pytest.mark.parametrize("name", PIECES)
def test_what_is_about_all_of_a_text_keeps_it_whole(name: str, text: str) -> None:
    assert len(parts(name, text.encode(), 4)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Yes.\n\n" * 9 + "[there]: https://example.org\n",
        "Yes.\n\n" * 9 + "[^1]: A note.\n",
        "<Chart>\n\n" + "Yes.\n\n" * 9 + "</Chart>\n",
        "export const a = {\n\n" + "Yes.\n\n" * 9 + "}\n",
        "```\n" + "Yes.\n\n" * 9 + "```\n",
        "<!--\n" + "Yes.\n\n" * 9 + "-->\n",
        "- One.\n\n" + "  Yes.\n\n" * 9,
    ],
)
def test_what_reaches_over_markdown_keeps_it_whole(text: str) -> None:
    assert len(parts("markdown", text.encode(), 4)) == 1


def test_frames_of_wire_messages_keep_a_text_whole() -> None:
    assert len(parts("plain", b"\x01head\x02\r\n" + b"Yes.\r\n" * 9 + b"\x03\x04", 4)) == 1


def test_nothing_is_cut_after_a_comment() -> None:
    text = b"Yes.\n\n<!-- newslint: ignore -->\n\n" * 5
    assert {part[:4] for name in PIECES for part in parts(name, text, 2)} == {b"Yes."} - {b"<!--"}


def test_front_matter_names_the_language_of_each_part() -> None:
    front = "---\ntitle: Ja\nlang: de\n---\n"
    data = (front + "Ja.\n\n" * 9).encode()
    cut = parts("markdown", data, 4)
    assert cut[0].decode().startswith(front)
    head = FORMATS["markdown"].head(Source(data.decode()))
    assert head == front
    blocks = list(in_parts("markdown", cut, head))
    assert [block[3] for block in blocks] == ["de"] * 10
    assert [str(block[0]) for block in blocks] == ["headline"] + ["paragraph"] * 9


@pytest.mark.parametrize("cut", [cut_jsonl, cut_csv])
def test_short_records_are_cut_by_their_number(cut) -> None:
    assert list(cut(io.BytesIO(b"{}\n" * 10), 1_000, 4)) == [(0, 12), (12, 24), (24, 30)]
    assert list(cut(io.BytesIO(b'"a\n\n\n\n"\n' * 2), 1_000, 1)) != [(0, 2)]


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n"])
@pytest.mark.parametrize("processes", ["1", "3"])
def test_findings_name_the_line_of_the_file(suffix: str, end: str, processes: str) -> None:
    file = Path(f"a{suffix}")
    text = "\ufeff" + "".join((DAMAGED if n % 7 == 6 else f"Só{n}.") + end for n in range(PARAGRAPHS))
    file.write_bytes(text.encode())
    result = newslint(
        "check", "-j", processes, "--output-format", "json", "--select", "double-word", file.name
    )
    (told,) = json.loads(result.out)["files"]
    assert len(told["diagnostics"]) == PARAGRAPHS // 7
    for finding in told["diagnostics"]:
        assert text[1:][finding["start"] : finding["end"]] == "the the"
        assert finding["line"] == text.count("\n", 0, finding["start"] + 1) + 1


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("end", [b"\n\n", b"\r\n\r\n", b"\r\r"])
def test_a_fix_keeps_all_other_bytes_and_is_done_in_one_run(suffix: str, end: bytes) -> None:
    file = Path(f"a{suffix}")
    text = b"".join((DAMAGED if n % 7 == 6 else "Só.").encode() + end for n in range(PARAGRAPHS))[
        : -len(end) // 2
    ]
    file.write_bytes(text)
    command = ("fix", "--select", "double-word", file.name)
    assert newslint(*command, "-q").code == 0
    assert file.read_bytes() == text.replace(b"the the", b"the")
    assert [path.name for path in Path().iterdir()] == [file.name]
    assert "Nothing to fix" in newslint(*command).out


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("name", PIECES)
def test_standard_input_is_read_in_parts_too(name: str) -> None:
    text = "".join((DAMAGED if n % 7 == 6 else "So.") + "\n\n" for n in range(PARAGRAPHS)).strip() + "\n"
    fixed = newslint("fix", "-", "--language-format", name, "--select", "double-word", stdin=text.encode())
    assert fixed.bytes == text.replace("the the", "the").encode()


@pytest.mark.usefixtures("_here")
def test_an_encoding_whose_line_ends_are_others_is_not_cut() -> None:
    Path("newslint.toml").write_text('encoding = "utf-16-le"\n')
    text = f"{DAMAGED}\n\n" * PARAGRAPHS
    Path("a.txt").write_bytes(text.encode("utf-16-le"))
    assert f"Found {PARAGRAPHS}" in newslint("check", "a.txt", "--select", "double-word").out


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory as Linux tells it")
@pytest.mark.parametrize(("command", "suffix"), [("check", ".txt"), ("fix", ".txt"), ("fix", ".md")])
def test_memory_does_not_grow_with_the_number_of_paragraphs(
    command: str, suffix: str, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from newslint.cli import main; "
        f"main(['{command}', '-q', '-j', '1', '--select', 'double-word', sys.argv[1]]); "
        "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    peaks = []
    for paragraphs in (10_000, 40_000):
        file = tmp_path / f"a{suffix}"
        file.write_text("Yes yes.\n\n" * paragraphs + f"{DAMAGED}\n")
        done = subprocess.run([sys.executable, "-c", code, file], capture_output=True, check=True)
        peaks.append(int(done.stdout.split()[-1]))
    assert peaks[1] - peaks[0] < 30_000 * 0.25, (
        peaks
    )  # kilobytes: of a paragraph, what Markdown's own parser takes
