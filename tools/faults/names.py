"""Files whose names mean something to a shell, terminal or format."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from tools.faults.calls import folder, run_here
from tools.faults.promises import Promise

DAMAGED, MENDED = "Police shut the the bridge.\n", "Police shut the bridge.\n"
NAMES = (
    b"new\nline.txt",
    b"return\rhere.txt",
    b"tab\there.txt",
    b"esc\x1b[31mred.txt",
    b"bell\x07.txt",
    b"del\x7f.txt",
    b"x\n::error title=pwn::y.txt",
    b"::warning::z.txt",
    b"a:1:2: b.txt",
    b"comma,colon:.txt",
    b"back\\slash.txt",
    b"glob*[a-z]?.txt",
    b"{a,b}.txt",
    b"!not.txt",
    b"#hash.txt",
    b"-q.txt",
    b" space .txt",
    b"quote\"'.txt",
    b"%41%00.txt",
    b"$HOME`id`.txt",
    b"latin\xe9.txt",
    b"bytes\xff\xfe.txt",
    b"half\xed\xa0\x80.txt",
    "nfc\u00e9.txt".encode(),
    "nfde\u0301.txt".encode(),
    "bidi\u202e\u2066txt.txt".encode(),
    "line\u2028paragraph\u2029.txt".encode(),
    "wide\U0010ffff\ue000.txt".encode(),
    b"n" * 251 + b".txt",
    b"d\xe9/deep\xff/file.txt",
    b"d\n\x1b/file.txt",
)
OUTPUTS = ("text", "concise", "json", "jsonl", "github", "sarif")


def promises(_trials: int) -> Iterator[Promise]:
    """Test every name with every output, `fix` and the baseline."""
    yield _try_reports()
    yield _try_fixes()
    yield _try_baseline()


def _try_reports() -> Promise:
    promise = Promise("a file of any name is checked and reported, and its name is never a command")
    for name in NAMES:
        with folder():
            _create(name)
            for output in OUTPUTS:
                result = run_here("check", "--select", "double-word", "--output-format", output, ".")
                sound = (
                    result.code == 1
                    and not result.has_traceback
                    and not _contains_commands(result.out + result.err, output)
                )
                promise.check(sound and _readable(result.out, output), f"{name!r}, {output}: {result}")
    return promise


def _try_fixes() -> Promise:
    promise = Promise("a file of any name is fixed by folder and by name, and leaves no draft")
    for name in NAMES:
        for argument in (".", f"./{os.fsdecode(name)}"):
            with folder():
                file = _create(name)
                result = run_here("fix", "--select", "double-word", argument)
                files = [path for path in Path().rglob("*") if path.is_file()]
                kept = result.code == 0 and file.read_text() == MENDED and files == [file]
                promise.check(kept, f"{name!r} as {argument!r}: {result}, {files}")
    return promise


def _try_baseline() -> Promise:
    promise = Promise("a baseline recognises files of any name")
    with folder():
        for name in NAMES:
            _create(name)
        for command, code in (("check", 1), ("baseline", 0), ("check", 0)):
            result = run_here(command, "--select", "double-word", ".")
            promise.check(result.code == code and not result.has_traceback, f"{command}: {result}")
    return promise


def _create(name: bytes) -> Path:
    file = Path(os.fsdecode(name))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(DAMAGED)
    return file


def _contains_commands(text: str, output: str) -> bool:
    """Whether a terminal or build log would interpret output as commands."""
    commands = [line for line in text.splitlines() if line.startswith("::")]
    allowed = all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in commands
    )
    return "\x1b" in text or "\r" in text or bool(commands and not (output == "github" and allowed))


def _readable(out: str, output: str) -> bool:
    """Whether a machine can read the output, which has one finding."""
    if output == "json":
        return len(json.loads(out)["files"][0]["diagnostics"]) == 1
    if output == "jsonl":
        return all(isinstance(json.loads(line), dict) for line in out.splitlines())
    if output == "sarif":
        return len(json.loads(out)["runs"][0]["results"]) == 1
    return "double-word" in out
