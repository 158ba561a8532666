"""Which file is read as what, and what a person hears of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from commands import newslint

import newslint as library
from newslint.formats import FORMATS, SUFFIXES, by_suffix

DAMAGED = "Police shut the the bridge.\n"
CONCISE = ("--output-format", "concise", "--select", "double-word")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str = DAMAGED) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def found(result_out: str) -> list[str]:
    lines = [line for line in result_out.splitlines() if "double-word" in line]
    return [line.split(": ")[0].rpartition(":")[0] for line in lines]


def test_the_name_of_a_file_tells_its_format() -> None:
    assert by_suffix("wire/STORY.HTM") is FORMATS["html"]
    assert by_suffix("story.rst") is None
    assert len(SUFFIXES) == sum(len(known.suffixes) for known in FORMATS.values())


def test_a_directory_may_hold_a_mix() -> None:
    put("a.txt")
    put("b.md", f"# Bridge\n\n{DAMAGED}")
    put("c.html", f"<p>{DAMAGED}</p>")
    put("d.json", '{"body_text": "Police shut the the bridge."}')
    put("e.jsonl", '{"text": "Police shut the the bridge."}\n')
    put("f.csv", 'id,text\n1,"Police shut the the bridge."\n')
    put("g.xml", "<nitf><body><p>Police shut the the bridge.</p></body></nitf>")
    put("h.py", '"""Police shut the the bridge."""\n')
    result = newslint("check", *CONCISE)
    assert found(result.out) == [
        "a.txt:1", "b.md:3", "c.html:1", "d.json:1", "e.jsonl:1", "f.csv:2", "g.xml:1", "h.py:1"
    ]  # fmt: skip
    assert result.err == ""


def test_files_without_prose_are_passed_over_in_silence_unless_named() -> None:
    put("numbers.csv", "year,tonnes\n2025,14\n")
    put("package.json", '{"private": true}')
    put("pom.xml", "<project><version>1</version></project>")
    walked = newslint("check", *CONCISE)
    assert (walked.code, walked.err) == (0, "")
    named = newslint("check", *CONCISE, "numbers.csv", "pom.xml")
    assert named.code == 0
    assert "numbers.csv: " in named.err
    assert "[fields]" in named.err
    assert "[elements]" in named.err


def test_an_unknown_suffix_is_told_of() -> None:
    put("story.wire")
    result = newslint("check", *CONCISE, "story.wire")
    assert found(result.out) == ["story.wire:1"]
    assert "story.wire: unknown format (files that end in .wire); read as plain text" in result.err
    assert newslint("check", *CONCISE, "-q", "story.wire").err == ""


def test_the_command_line_and_the_configuration_name_formats() -> None:
    put("story.wire", "<p>Police shut the <b>the</b> bridge.</p>\n<pre>the the</pre>")
    assert len(found(newslint("check", *CONCISE, "story.wire").out)) == 1
    assert newslint("check", *CONCISE, "--language-format", "html", "story.wire").err == ""
    put("newslint.toml", '[formats]\n"*.wire" = "html"')
    assert found(newslint("check", *CONCISE).out) == ["story.wire:1"]
    assert "Read as        HTML" in newslint("config", "story.wire").out
    put("newslint.toml", '[formats]\n"*.wire" = "htm"')
    wrong = newslint("check", *CONCISE)
    assert wrong.code == 2
    assert "unknown format “htm”" in wrong.err


def test_standard_input_is_what_its_name_says() -> None:
    page = b"<p>Police shut the the bridge.</p><pre>the the</pre>"
    named = newslint("check", *CONCISE, "-", "--stdin-filename", "a.html", stdin=page)
    assert found(named.out) == ["a.html:1"]
    fixed = newslint("fix", "-q", "--select", "double-word", "-", "--language-format", "html", stdin=page)
    assert fixed.bytes == page.replace(b"the the bridge", b"the bridge")


def test_fields_and_elements_are_configured() -> None:
    put("newslint.toml", '[fields]\n"meta.note" = "text"\nbody = "nothing"\n[elements]\nremark = "text"')
    put("a.json", '{"meta": {"note": "Shut the the bridge."}, "body": "Shut the the bridge."}')
    put("b.xml", "<log><remark>Shut the the bridge.</remark></log>")
    result = newslint("check", *CONCISE)
    assert found(result.out) == ["a.json:1", "b.xml:1"]
    assert "[meta.note]" in result.out
    put("newslint.toml", '[fields]\nbody = "prose"')
    wrong = newslint("check")
    assert wrong.code == 2
    assert "prose" in wrong.err


@pytest.mark.parametrize(("path", "module"), [("a.py", "libcst"), ("a.pyi", "libcst")])
def test_a_missing_package_is_named_with_the_way_to_get_it(path: str, module: str) -> None:
    put(path)
    put("b.txt")
    without = f"import sys; sys.modules[{module!r}] = None; from newslint.__main__ import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", without, "check", *CONCISE], check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 3
    extra = by_suffix(path).extra
    assert f"{path}: error: " in done.stdout
    assert f"pip install '.[{extra}]'" in done.stdout
    assert found(done.stdout) == ["b.txt:1"]


def test_the_library_takes_a_format() -> None:
    report = library.fix("<p>Police shut the the bridge.</p>", language_format="html")
    assert report.after == "<p>Police shut the bridge.</p>"
    with pytest.raises(ValueError, match="unknown text format “docx”"):
        library.check("x", language_format="docx")
