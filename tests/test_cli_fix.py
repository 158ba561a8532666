"""`newslint fix`: what it writes, what it shows, and that git takes its patches."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from commands import newslint

from newslint.core.diagnostics import Change, Finding, RuleInfo, Safety, Severity
from newslint.core.positions import Range
from newslint.rules import Rule, selection
from newslint.rules.selection import SelectedRule

FIX = ("fix", "--select", "double-word")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str | bytes) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


class Swap(Rule):
    """Puts one word for another, however sacred."""

    wrong, right = "", ""

    def check_block(self, block):
        at = block.text.find(self.wrong)
        if at >= 0:
            place = Range(at, at + len(self.wrong))
            yield Finding(place, f"“{self.wrong}” should be “{self.right}”", (Change(place, self.right),))


def only(monkeypatch: pytest.MonkeyPatch, wrong: str, right: str, safety: Safety = Safety.SAFE) -> None:
    """Let one rule run: `wrong` should be `right`."""
    info = RuleInfo("swap", "wording", "", "", Severity.WARNING, safety, frozenset(), True, True)
    rule = type("Swap", (Swap,), {"wrong": wrong, "right": right})()
    monkeypatch.setattr(selection, "select", lambda *_, **__: (SelectedRule(info, rule),))


def test_fix_repairs_and_tells_what_is_left() -> None:
    file = put("a.txt", "Police shut the the bridge.\n\nIn in May all of it went ok.\n")
    result = newslint(*FIX, "a.txt")
    assert result.code == 1
    assert file.read_text("utf-8") == "Police shut the bridge.\n\nIn in May all of it went ok.\n"
    assert result.out.startswith("a.txt:3:1: double-word")
    assert "\nFixed 1 finding in 1 file; 1 finding left, 1 fixable with --unsafe-fixes." in result.out
    assert (
        "\nNothing to fix in 1 file; 1 finding left, 1 fixable with --unsafe-fixes."
        in newslint(*FIX, "a.txt").out
    )


def test_exit_codes_of_a_repair() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    assert newslint(*FIX, "a.txt").code == 0
    assert newslint(*FIX, "a.txt", "--exit-non-zero-on-fix").code == 0
    put("a.txt", "Police shut the the bridge.\n")
    assert newslint(*FIX, "a.txt", "--exit-non-zero-on-fix").code == 1


def test_unsafe_repairs_are_made_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "covenant", "alliance", Safety.UNSAFE)
    file = put("a.txt", "The covenant met.\n")
    result = newslint("fix", "a.txt")
    assert "fix with --unsafe-fixes: “covenant” → “alliance”" in result.out
    assert "1 fixable with --unsafe-fixes." in result.out
    assert newslint("fix", "a.txt", "--unsafe-fixes").code == 0
    assert file.read_text("utf-8") == "The alliance met.\n"


@pytest.mark.parametrize(
    ("name", "data"), [("x.pdf", b"%PDF-1.4 x"), ("a.rtf", b"{\\rtf1 Police shut the the bridge.}")]
)
def test_what_is_no_text_gets_the_same_advice_as_from_check(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    fixed, checked = newslint("fix", name), newslint("check", name)
    assert fixed.code == checked.code == 3
    said = [result.out + result.err for result in (fixed, checked)]
    assert all("save it as .docx or .txt first" in text for text in said)
    assert "Nothing was fixed. 1 file failed." in said[0]
    assert "Nothing was checked. 1 file failed." in said[1]


def test_standard_input_goes_to_standard_output_byte_for_byte() -> None:
    text = "\ufeffPolice shut the the bridge.\r\n\x0cIn in\u2028May they left."
    result = newslint(*FIX, "-", "--output-format", "concise", stdin=text.encode())
    assert result.bytes == text.replace("the the", "the").encode()
    assert "-:2:2: double-word" in result.err
    assert result.code == 1


def test_a_repair_that_is_refused_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "Brandt", "she")
    put("a.txt", "Then Brandt left.\n")
    result = newslint("fix", "a.txt")
    assert result.code == 1
    assert "a.txt:1: not fixed (swap): it would change names (lost: Brandt" in result.err


def test_a_letter_that_the_encoding_lacks_stops_the_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "caf", "кафе")
    put("newslint.toml", 'encoding = "latin-1"')
    file = put("a.txt", "a café".encode("latin-1"))
    result = newslint("fix", "a.txt", "--output-format", "concise")
    assert result.code == 1
    assert (
        "a.txt:1: not fixed (swap): the result cannot be written: latin-1 has no “к” (U+043A)" in result.err
    )
    assert file.read_bytes() == "a café".encode("latin-1")


def test_the_proof_shows_sacred_things_before_and_after() -> None:
    put("a.txt", "On Friday, the the 3 mayors, Ada Brandt among them, paid $4 and did not talk.\n")
    put("clean.txt", "All 7 is well.\n")
    told = newslint(*FIX, "--prove", "a.txt", "clean.txt").out
    rows = {line[:15].strip(): line[15:].split() for line in told.splitlines() if line.startswith("  ")}
    assert rows["numbers"] == ["2", "2", "same"]
    assert rows["names"][-1] == rows["currency"][-1] == rows["negations"][-1] == "same"
    assert rows["negations"][:2] == ["1", "1"]
    assert "clean.txt" not in told


def test_the_proof_names_what_a_licence_changed() -> None:
    from newslint.core.diagnostics import Protected
    from newslint.core.report import ProtectedChange, ProtectedReport
    from newslint.reporters.paint import Paint
    from newslint.reporters.protected import render
    from newslint.text.protected import count_protected

    before = count_protected(["Prime Minister. Minister Brandt"])
    after = count_protected(["Prime Minister Brandt"])
    change = ProtectedChange("split-title", Protected.NAMES, Counter(["Minister"]), Counter())
    rows = list(render("a.txt", ProtectedReport(before, after, (change,)), Paint()))
    assert "  names               4       3  expected" in rows
    assert "    split-title: lost “Minister”" in rows
    assert "  names               4       3  lost “Minister”" in render(
        "a.txt", ProtectedReport(before, after), Paint()
    )


def test_a_diff_writes_nothing_and_sums_up_by_rule() -> None:
    text = "Police shut the the bridge. They left of of noon.\n"
    file = put("a.txt", text)
    result = newslint(*FIX, "--diff", "a.txt")
    assert result.code == 1
    assert file.read_text("utf-8") == text
    assert result.out == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n"
        "-Police shut the the bridge. They left of of noon.\n"
        "+Police shut the bridge. They left of noon.\n"
    )
    assert result.err == "Would fix 2 findings in 1 file:\n     2  double-word\n"


def test_a_diff_is_tinted_where_colours_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    put("a.txt", "Police shut the the bridge.\r\n")
    shown = newslint(*FIX, "--diff", "a.txt").out
    assert "\x1b[31m-Police shut the \x1b[7mthe \x1b[27mbridge.\x1b[0m\r\n" in shown
    assert "\x1b[32m+Police shut the bridge.\x1b[0m\r\n" in shown


def test_a_diff_of_nothing_exits_0() -> None:
    put("a.txt", "In in May all of it went ok.\n")
    result = newslint(*FIX, "--diff", "a.txt")
    assert (result.code, result.out, result.err) == (0, "", "Nothing to fix in 1 file.\n")
    put("b.txt", b"\xff")
    result = newslint(*FIX, "--diff", "a.txt", "b.txt")
    assert (result.code, "b.txt: error: not utf-8" in result.err) == (3, True)


TEXTS = {
    "plain.txt": "One.\n\nThe the end.\n\nTwo.\n",
    "crlf.txt": "One.\r\n\r\nThe road to the the end.\r\n",
    "no final newline.txt": "One.\nThe road to the the end.",
    "unicode\u00e9.txt": "A\u2028line, the the end.\nB\x85 of of noon\x0c now.\n\x1cthe the rest\n",
    "cr.txt": "One.\rThe road to the the end.\rTwo.\r",
    "bom.txt": "\ufeffFrom the the start.\nTwo.\n",
    'quo"te\\.txt': "From the the start.\n",
    "tab\there.txt": "From the the start.\n",
    "sub/dir/long.txt": "".join(
        f"Line {n} is of of rest.\n" if n % 40 == 3 else f"Line {n}.\n" for n in range(400)
    ),
}


@pytest.mark.parametrize("below", [False, True], ids=["from the top", "from a directory below"])
def test_git_applies_the_diff(below: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    if below:
        Path("below").mkdir()
        monkeypatch.chdir("below")
    for name, text in TEXTS.items():
        put(name, text)
    patch = newslint(*FIX, "--diff", ".")
    assert patch.code == 1
    done = subprocess.run(["git", "apply", "-"], input=patch.bytes, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    applied = {name: Path(name).read_bytes() for name in TEXTS}
    for name, text in TEXTS.items():
        put(name, text)
    assert newslint(*FIX, ".").code == 0
    assert {name: Path(name).read_bytes() for name in TEXTS} == applied
    assert applied["crlf.txt"] == b"One.\r\n\r\nThe road to the end.\r\n"


def test_git_applies_the_diff_of_another_encoding() -> None:
    put("newslint.toml", 'encoding = "cp1252"')
    file = put("a.txt", "Café – “ja”, the the bar of of noon.\r\nß\n".encode("cp1252"))
    patch = newslint(*FIX, "--diff", "--unsafe-fixes", "a.txt").bytes
    subprocess.run(["git", "apply", "-"], input=patch, check=True)
    assert file.read_bytes() == "Café – “ja”, the bar of noon.\r\nß\n".encode("cp1252")


@pytest.mark.parametrize("name", ["a.pdf", "b.rtf", "README", "c.tex"])
@pytest.mark.parametrize("more", [(), ("--diff",)])
def test_what_newslint_does_not_know_is_fixed_only_as_it_is_told(name: str, more: tuple[str, ...]) -> None:
    text = "Police shut the the bridge.\n"
    good, file = put("good.txt", text), put(name, text)
    result = newslint(*FIX, *more, "good.txt", name)
    assert (result.code, result.out) == (2, "")
    assert f"does not know the format of {name}; name it with --language-format" in result.err
    assert newslint(*FIX, *more, "-", "--stdin-filename", name, stdin=text.encode()).code == 2
    assert good.read_text() == file.read_text() == text
    assert newslint("check", name).code == 1
    told = newslint(*FIX, *more, "--language-format", "plain", name)
    assert told.code == (1 if more else 0)
    assert (file.read_text() != text) != bool(more)
    assert newslint(*FIX, "-", stdin=text.encode()).out == "Police shut the bridge.\n"


KINDS = {
    "pdf": (b"%PDF-1.4\n%the the", "this is a PDF, not text; save it as .docx or .txt first"),
    "rtf": (b"{\\rtf1 the the}", "this is a rich text file (RTF), not text; save it as .docx or .txt"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 the the", "this is an old Word or Office file"),
    "png": (b"\x89PNG\r\n\x1a\n the the", "this is a PNG picture, not text; newslint does not read pictures"),
    "webp": (b"RIFF1234WEBP the the", "this is a WebP picture"),
    "zip": (b"PK\x03\x04 the the", "this is a zip archive, not text; unpack it first"),
    "epub": (b"PK\x03\x04" + b"0" * 26 + b"mimetypeapplication/epub+zip", "this is an EPUB book"),
    "docx": (b"PK\x03\x04" + b"0" * 26 + b"[Content_Types].xml", "this is an Office file, not text; a Word"),
    "gz": (b"\x1f\x8b\x08 the the", "this is packed with gzip, not text; unpack it first"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".html"])
def test_kinds_that_are_no_text_are_named_and_kept(kind: str, suffix: str) -> None:
    data, said = KINDS[kind]
    put("newslint.toml", 'encoding = "cp1252"')
    file, good = put(f"a{suffix}", data), put("z.txt", b"The the end.")
    result = newslint(*FIX, ".")
    assert result.code == 3
    assert f"a{suffix}: error: {said}" in result.out
    assert (file.read_bytes(), good.read_bytes()) == (data, b"The end.")


def test_a_diff_that_git_cannot_take_says_so() -> None:
    put("a.txt", "Police shut the the bridge.\n".encode("utf-16"))
    result = newslint(*FIX, "--diff", "a.txt")
    assert "+Police shut the bridge.\n" in result.out
    assert "a.txt: git cannot apply a patch for utf-16-le; this one is for reading" in result.err
