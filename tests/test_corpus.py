"""`newslint corpus`: data sets in, data sets out."""

from __future__ import annotations

import csv
import gzip
import hashlib
import html
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newslint.cli import CLEAN, FAILED, FOUND, MISUSED, main
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.corpus.columns import NamedColumns, Sample, choose
from newslint.corpus.files import lines
from newslint.corpus.files.parquet import open_file as open_parquet
from newslint.corpus.files.row_file import BATCH_BYTES
from newslint.corpus.grading import RowGrade
from newslint.corpus.policy import Decision, Policy
from newslint.corpus.tally import MAX_SOURCES, CorpusTally, SourceTally
from newslint.linter.linter import Linter

DAMAGED = "Police shut the the bridge.. Nobody was hurt, the officer said on Monday evening."
REPAIRED = "Police shut the bridge. Nobody was hurt, the officer said on Monday evening."
CLEAN_TEXT = "The ferry sailed on Monday with forty people on board, its captain told the harbour."
RULES = ("--select", "double-word,double-period")


def texts(count: int) -> list[str]:
    """So many articles, every third of which is damaged."""
    return [
        f"{DAMAGED} It was bridge {n}." if n % 3 == 0 else f"{CLEAN_TEXT} It was ferry {n}."
        for n in range(count)
    ]


def json_lines(path: Path, values: Iterable[str]) -> Path:
    rows = (json.dumps({"id": f"a{n}", "text": text, "n": n}) + "\n" for n, text in enumerate(values))
    path.write_text("".join(rows), "utf-8")
    return path


def read_rows(folder: Path) -> list[dict[str, object]]:
    found = []
    for file in sorted(folder.rglob("*")):
        if file.name.endswith((".jsonl", ".jsonl.gz")):
            data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
            found += [json.loads(line) for line in data.splitlines()]
        elif file.suffix == ".parquet":
            found += pq.read_table(file).to_pylist()
    return found


def corpus(*args: object, jobs: int = 1) -> int:
    return main(["corpus", *map(str, args), *RULES, "-j", str(jobs)])


def test_findings_of_json_lines_are_those_of_the_command_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = ["<p>Oak &amp;amp; Elm shut the the shop.</p>", "Oak &amp; Elm shut the the shop.", *texts(9)]
    file = json_lines(tmp_path / "news.jsonl", values)
    assert corpus(file, "--out", tmp_path / "out") == FOUND
    capsys.readouterr()
    assert main(["check", str(file), "--output-format", "jsonl", "--no-cache", *RULES]) == FOUND
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    by_check = [(d["line"], d["rule"], d["quote"]) for d in said if d["type"] == "diagnostic"]
    rows = read_rows(tmp_path / "out" / "findings")
    assert [(int(str(row["id"])[1:]) + 1, row["rule"], row["quote"]) for row in rows] == by_check
    assert len(rows) == 8
    assert [values[0][row["start"] : row["end"]] for row in rows[:1]] == ["the the"]  # type: ignore[misc]


def test_unchanged_rows_of_json_lines_keep_their_bytes(tmp_path: Path) -> None:
    damaged = '{ "n":1.50, "text" : "It\\u2019s the the \\/ b\\u00e4r.. \\"No\\"",\t"x":[1, 2] }'
    clean = '{"text":"The ferry sailed to Ystad.", "n" : NaN}'
    data = f"\ufeff{clean}\r\n\n{damaged}\n{clean}"
    file = tmp_path / "news.jsonl"
    file.write_bytes(data.encode())
    assert corpus(file, "--out", tmp_path / "out", "--mode", "fix") == CLEAN
    fixed = damaged.replace("the the", "the").replace("..", ".")
    written = (tmp_path / "out/rows/news-00000.jsonl").read_bytes()
    assert written.decode() == data.replace(damaged, fixed)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b c", "a x c"),
        ("one\ntwo\nthree", "one\n2\nthree"),
        ("one\ntwo", "one two"),
        ("a\\/“b”", 'a\\/"b"'),
        ("same same", "same"),
        ("", "new"),
        ("old", ""),
        ("🗞 \ud83d", "🗞 x"),
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_text_is_replaced_in_its_line(before: str, after: str, ascii_only: bool) -> None:
    line = json.dumps({"k": "text", "text": before, "z": {"text": "é"}}, ensure_ascii=ascii_only) + "\n"
    data = line.encode("utf-8", "replace")
    made = lines.replace_text(data, "text", after)
    assert json.loads(made) == {**json.loads(data), "text": after}


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz", "jsonl.zst", "ndjson", "json.gz"])
def test_json_lines_may_be_compressed(tmp_path: Path, suffix: str) -> None:
    plain = json_lines(tmp_path / "plain", texts(30)).read_bytes()
    file = tmp_path / f"news.{suffix}"
    if suffix.endswith("gz"):
        file.write_bytes(gzip.compress(plain))
    elif suffix.endswith("zst"):
        with pa.CompressedOutputStream(str(file), "zstd") as out:
            out.write(plain)
    else:
        file.write_bytes(plain)
    assert corpus(file, "--out", tmp_path / "out", "--mode", "fix") == CLEAN
    kind = "".join(part for part in (".gz", ".zst") if suffix.endswith(part))
    written = tmp_path / f"out/rows/news-00000.jsonl{kind}"
    with pa.input_stream(str(written), compression={".gz": "gzip", ".zst": "zstd"}.get(kind)) as stream:
        rows = [json.loads(line)["text"] for line in stream.read().splitlines()]
    assert rows == [text.replace(DAMAGED, REPAIRED) for text in texts(30)]


def test_parquet_keeps_columns_types_and_metadata(tmp_path: Path) -> None:
    table = pa.table(
        {
            "url": [f"https://www.a{n % 2}.example/{n}" for n in range(30)],
            "content": texts(30),
            "tags": [["x"]] * 30,
            "when": pa.array(list(range(30)), pa.timestamp("ms")),
        }
    ).replace_schema_metadata({"owner": "us"})
    pq.write_table(table, tmp_path / "news.parquet", compression="gzip", row_group_size=7)
    assert corpus(tmp_path / "news.parquet", "--out", tmp_path / "out", "--mode", "fix") == CLEAN
    file = tmp_path / "out/rows/news-00000.parquet"
    table, written = pq.read_table(tmp_path / "news.parquet"), pq.read_table(file)
    assert written.schema.equals(table.schema, check_metadata=True)
    assert written.drop(["content"]) == table.drop(["content"])
    assert written["content"].to_pylist() == [text.replace(DAMAGED, REPAIRED) for text in texts(30)]
    assert pq.ParquetFile(file).metadata.row_group(0).column(0).compression == "GZIP"
    grades = pq.read_table(tmp_path / "out/grades/news-00000.parquet")
    assert grades["id"].to_pylist() == table["url"].to_pylist()
    assert grades["decision"].to_pylist()[:3] == ["fixed", "kept", "kept"]
    assert "a0.example" in (tmp_path / "out/summary.md").read_text()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_keep_the_bytes_of_other_rows_and_cells(tmp_path: Path, mark: str) -> None:
    head = mark.join(["id", "text", "note"])
    rows = [
        mark.join(["1", '"Police shut ""the"" the the bridge..\nNobody was hurt."', "x"]),
        mark.join(['"2"', "The ferry sailed.", '"a ""b"""']),
        "",
        mark.join(["3", "Police shut the the bridge", " y "]),
    ]
    data = "\ufeff" + "\r\n".join([head, *rows]) + "\r\n"
    file = tmp_path / ("news.tsv" if mark == "\t" else "news.csv")
    file.write_bytes(data.encode())
    assert corpus(file, "--out", tmp_path / "out", "--mode", "fix") == CLEAN
    (written,) = (tmp_path / "out/rows").iterdir()
    expected = data.replace("the the", "the").replace("bridge..", "bridge.")
    assert written.read_bytes().decode() == expected
    assert len(list(csv.reader(io.StringIO(expected), delimiter=mark))) == 5


def test_a_folder_of_texts_is_written_file_by_file(tmp_path: Path) -> None:
    for number, text in enumerate(texts(7)):
        file = tmp_path / "in" / f"site{number % 2}" / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.replace(" It was", "\r\n\r\nIt was").encode())
    (tmp_path / "in/site0/bad.txt").write_bytes(b"caf\xe9")
    code = corpus(tmp_path / "in", "--out", tmp_path / "out", "--mode", "fix", "--drop", "error")
    assert code == FAILED
    written = {
        p.relative_to(tmp_path / "out/rows").as_posix() for p in (tmp_path / "out/rows").rglob("*.txt")
    }
    assert written == {f"site{n % 2}/{n}.txt" for n in range(7)}
    for number, text in enumerate(texts(7)):
        made = (tmp_path / f"out/rows/site{number % 2}/{number}.txt").read_bytes().decode()
        assert made == text.replace(DAMAGED, REPAIRED).replace(" It was", "\r\n\r\nIt was")


def test_bad_rows_are_kept_and_told(tmp_path: Path) -> None:
    rows = [
        b'{"id": "1", "text": "Police shut the the bridge."}',
        b'{"id": "2", "text": null}',
        b'{"id": "3", "text": "caf\xe9"}',
        b'{"id": "4", "text": ',
        b'{"id": "5"}',
        b'["text"]',
        b'{"id": "7", "text": "' + b"x" * 2_000_001 + b'"}',
        b'{"id": "8", "text": 8}',
        b'{"id": "9", "text": "half \\ud800 the the"}',
    ]
    file = tmp_path / "news.jsonl"
    file.write_bytes(b"\n".join(rows))
    assert corpus(file, "--out", tmp_path / "out", "--mode", "fix") == FAILED
    written = (tmp_path / "out/rows/news-00000.jsonl").read_bytes().split(b"\n")
    assert written == [rows[0].replace(b"the the", b"the"), *rows[1:8], rows[8].replace(b" the the", b" the")]
    grades = read_rows(tmp_path / "out/grades")
    assert [grade["decision"] for grade in grades] == ["fixed", *["failed"] * 7, "fixed"]
    assert all(bool(grade["error"]) == (grade["decision"] == "failed") for grade in grades)
    assert "news:4" in {grade["id"] for grade in grades}


def test_rows_are_kept_fixed_flagged_and_dropped_by_their_damage() -> None:
    policy = Policy(keep=2, fix=10, drop=30, drop_verdicts=frozenset({"spun", "error"}))
    decide = {
        damage: policy.decide(RowGrade(100, damage), is_changed=True, has_failed=False)
        for damage in (0, 2, 2.1, 10, 11, 30, 31)
    }
    assert list(decide.values()) == [
        Decision.KEPT,
        Decision.KEPT,
        Decision.FIXED,
        Decision.FIXED,
        Decision.FLAGGED,
        Decision.FLAGGED,
        Decision.DROPPED,
    ]
    spun = RowGrade(100, 0.0, verdicts=("spun",))
    assert policy.decide(spun, is_changed=False, has_failed=False) is Decision.DROPPED
    assert policy.decide(RowGrade(), is_changed=False, has_failed=True) is Decision.DROPPED
    assert Policy().decide(RowGrade(), is_changed=False, has_failed=True) is Decision.FAILED
    assert Policy().decide(RowGrade(9, 9.0), is_changed=False, has_failed=False) is Decision.KEPT


def test_dropped_rows_are_not_written(tmp_path: Path) -> None:
    file = json_lines(tmp_path / "news.jsonl", texts(12))
    args = (file, "--mode", "fix", "--drop", "20")
    assert corpus(*args, "--out", tmp_path / "out") == CLEAN
    kept = read_rows(tmp_path / "out/rows")
    assert [row["n"] for row in kept] == [n for n in range(12) if n % 3]
    grades = read_rows(tmp_path / "out/grades")
    assert [grade["decision"] for grade in grades[:3]] == ["dropped", "kept", "kept"]
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert manifest["decisions"] == {"dropped": 4, "kept": 8}
    assert [output["rows"] for output in manifest["shards"][0]["outputs"]] == [12, 8]


def test_manifest_and_checksums_say_what_was_written(tmp_path: Path) -> None:
    file = json_lines(tmp_path / "news.jsonl", texts(40))
    assert corpus(file, "--out", tmp_path / "out", "--mode", "fix") == CLEAN
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert (manifest["rows"], manifest["findings"]) == (40, {"double-word": 14, "double-period": 14})
    sums = dict(line.split("  ")[::-1] for line in (tmp_path / "out/SHA256SUMS").read_text().splitlines())
    written = {
        p.relative_to(tmp_path / "out").as_posix()
        for d in ("rows", "grades")
        for p in (tmp_path / "out" / d).iterdir()
    }
    assert set(sums) == written
    for name, checksum in sums.items():
        data = (tmp_path / "out" / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == checksum
    outputs = [output for shard in manifest["shards"] for output in shard["outputs"]]
    assert {output["path"]: output["size"] for output in outputs} == {
        name: (tmp_path / "out" / name).stat().st_size for name in written
    }


def test_shards_are_the_same_however_many_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.cli.corpus.MEGABYTE", 3_000)
    monkeypatch.setattr(lines, "BATCH_BYTES", 1_000)
    for part in ("a", "b/c"):
        (tmp_path / "in" / part).parent.mkdir(parents=True, exist_ok=True)
        json_lines(tmp_path / "in" / f"{part}.jsonl", texts(60))
    for jobs in (1, 2):
        args = (tmp_path / "in", "--mode", "fix", "--shard-size", "1", "--out", tmp_path / f"out{jobs}")
        assert corpus(*args, jobs=jobs) == CLEAN
    shards = sorted(p.relative_to(tmp_path / "out1") for p in (tmp_path / "out1").rglob("*-0*"))
    assert len(shards) > 8
    for shard in shards:
        assert (tmp_path / "out1" / shard).read_bytes() == (tmp_path / "out2" / shard).read_bytes()


def test_a_run_that_was_killed_goes_on(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "import sys\n"
        "from newslint.corpus.files import lines\n"
        "lines.BATCH_BYTES = 2_000\n"
        "import newslint.cli.corpus as corpus\n"
        "corpus.MEGABYTE = 8_000\n"
        "from newslint.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    file = json_lines(tmp_path / "news.jsonl", texts(700))
    command = [sys.executable, str(script), "corpus", str(file), "--mode", "fix", "--shard-size", "1", *RULES]
    whole = subprocess.run([*command, "-j1", "--out", tmp_path / "whole"], check=False, capture_output=True)
    assert whole.returncode == CLEAN, whole.stderr
    kills = 0
    out = tmp_path / "out"
    for _ in range(2):
        run = subprocess.Popen(
            [*command, "-j2", "--out", out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        known = len(list(out.rglob("news-*.jsonl")))
        while run.poll() is None and len(list(out.rglob("news-*.jsonl"))) < known + 6:
            time.sleep(0.002)
        if run.poll() is None:
            os.kill(run.pid, signal.SIGKILL)
            kills += 1
        run.wait()
    assert kills
    last = subprocess.run([*command, "-j1", "--out", out], check=False, capture_output=True)
    assert last.returncode == CLEAN, last.stderr
    for name in ("SHA256SUMS", "summary.md", "summary.html"):
        assert (out / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    files = {p.relative_to(out) for p in out.rglob("*") if p.is_file()}
    assert files == {
        p.relative_to(tmp_path / "whole") for p in (tmp_path / "whole").rglob("*") if p.is_file()
    }
    again = subprocess.run([*command, "-j1", "--out", out], check=False, capture_output=True)
    assert (again.returncode, again.stdout) == (last.returncode, last.stdout)


def test_a_folder_with_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = json_lines(tmp_path / "news.jsonl", texts(3))
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").touch()
    assert corpus(file, "--out", tmp_path / "full") == MISUSED
    assert "full is not empty; name a new folder" in capsys.readouterr().err
    assert corpus(file, "--out", tmp_path / "out", "--mode", "grade") == CLEAN
    assert corpus(file, "--out", tmp_path / "out", "--mode", "fix") == MISUSED
    assert "holds a run with other options (mode)" in capsys.readouterr().err
    json_lines(file, texts(4))
    assert corpus(file, "--out", tmp_path / "out", "--mode", "grade") == MISUSED
    assert "other files, or older versions" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--text", "txet"], "no column “txet”; did you mean “text”?"),
        (["--drop", "spum"], "unknown verdict “spum”; did you mean “spun”?"),
        (["--keep", "3"], "--keep, --fix and --drop need --mode fix or --mode grade"),
        (["--select", "double-wrd"], "did you mean “double-word”"),
        (["nowhere.jsonl"], "nowhere.jsonl: no such file or folder"),
        (["README.md"], "README.md: unknown suffix"),
    ],
)
def test_wrong_calls_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], args: list[str], message: str
) -> None:
    (tmp_path / "README.md").touch()
    args = [str(tmp_path / arg) if arg == "README.md" else arg for arg in args]
    file = json_lines(tmp_path / "news.jsonl", texts(3))
    code = main(["corpus", str(file), "--out", str(tmp_path / "out"), *args])
    assert code == MISUSED
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    json_lines(tmp_path / "in/a.jsonl", texts(6))
    whole = gzip.compress((tmp_path / "in/a.jsonl").read_bytes())
    (tmp_path / "in/b.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "in/c.parquet").write_bytes(b"PAR1")
    (tmp_path / "in/e.jsonl").touch()
    (tmp_path / "in/f.csv").symlink_to("nowhere")
    json_lines(tmp_path / "secret.jsonl", texts(2))
    (tmp_path / "in/g.jsonl").symlink_to(tmp_path / "secret.jsonl")
    json_lines(tmp_path / "in/d.jsonl", texts(6))
    assert corpus(tmp_path / "in", "--out", tmp_path / "out", "--mode", "grade") == FAILED
    said = capsys.readouterr().err
    assert "b.jsonl.gz: " in said
    assert "c.parquet: not Parquet" in said
    assert "1 file that is empty skipped" in said
    assert "f.csv: cannot be read: No such file" in said
    assert "1 file that a link to outside leads to skipped" in said
    assert len([row for row in read_rows(tmp_path / "out/grades") if not row["error"]]) >= 12
    failed = json.loads((tmp_path / "out/manifest.json").read_text())["failed_files"]
    assert sorted(Path(name).name for name in failed) == ["b.jsonl.gz", "c.parquet", "f.csv"]


def test_a_row_that_crashes_its_process_is_told_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Linter.check

    def crash(linter: Linter, source: Source) -> FileReport:
        if "poison" in source.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return check(linter, source)

    monkeypatch.setattr(Linter, "check", crash)
    file = json_lines(tmp_path / "news.jsonl", [*texts(4), "A poison.", *texts(4)])
    assert corpus(file, "--out", tmp_path / "out", jobs=2) == FAILED
    rows = read_rows(tmp_path / "out/findings")
    assert [(row["id"], row["error"]) for row in rows if row["error"]] == [
        ("a4", "the process that read it crashed")
    ]
    assert sum(row["rule"] is not None for row in rows) == 8


def test_texts_are_only_text_in_the_summaries(tmp_path: Path) -> None:
    evil = (
        'A <script>alert(1)</script> & "x" | `y` [z](http://evil.example) the the ![i](//evil) \u202e bridge.'
    )
    rows = [{"id": "<img src=x onerror=alert(2)>", "source": "<b>|*site*", "body": evil}] * 3
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert corpus(file, "--out", tmp_path / "out", "--text-format", "plain", "--text", "body") == FOUND
    page = (tmp_path / "out/summary.html").read_text()
    assert re.findall(r"<(\w+)", page).count("mark") == 3
    assert not re.search(r"<(script|img|b|iframe|a|link)\b", page)
    assert "http" not in re.sub(r"http-equiv|http://evil", "", page)
    assert "alert(1)" in html.unescape(page)
    assert "\u202e" not in page
    markdown = (tmp_path / "out/summary.md").read_text()
    assert not re.search(r"<(?!U\+)|\]\(|\u202e|://", markdown)
    assert "alert(1)" in html.unescape(markdown)
    (row,) = [line for line in markdown.splitlines() if "site" in line and line.startswith("|")]
    assert row.count("|") == 5


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
def test_a_column_may_hold_originals(tmp_path: Path, suffix: str) -> None:
    original = "The storm killed 27 people on Monday and left homes without power, the mayor said."
    rows = [
        {"id": "a", "copy": original.replace("27", "72"), "source": original},
        {"id": "b", "copy": original, "source": original},
        {"id": "c", "copy": original.replace("27", "72"), "source": ""},
        {"id": "d", "copy": original, "source": "x" * 200_001},
    ]
    file = tmp_path / f"pairs.{suffix}"
    if suffix == "parquet":
        pq.write_table(pa.Table.from_pylist(rows), file)
    elif suffix == "csv":
        with file.open("w", newline="") as sheet:
            writer = csv.DictWriter(sheet, ["id", "copy", "source"])
            writer.writeheader()
            writer.writerows(rows)
    else:
        file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    args = (file, "--text", "copy", "--against", "source", "--out", tmp_path / "out")
    assert corpus(*args) == FAILED
    found, failed = read_rows(tmp_path / "out/findings")
    assert (found["id"], found["rule"], found["quote"]) == ("a", "lost-figure", "72")
    assert (failed["id"], str(failed["error"])[:34]) == ("d", "its original: paragraph of 200,001")
    assert corpus(file, "--text", "copy", "--against", "origin", "--out", tmp_path / "no") == MISUSED


def test_columns_are_found_and_named() -> None:
    prose = f"{CLEAN_TEXT} {CLEAN_TEXT} The crew said that it had been a calm night and nobody complained."
    rows = tuple(
        {"uri": f"https://www.x.example/{n}", "headline": "A ferry", "stuff": prose} for n in range(3)
    )
    found = choose(Sample(("uri", "headline", "stuff"), rows), NamedColumns())
    assert (found.text, found.id, found.source) == ("stuff", "uri", "uri")
    assert found.source_of("https://www.x.example:80/1") == "x.example"
    assert found.source_of("http://[") == found.source_of(None) == ""
    named = choose(
        Sample(("raw_content", "text", "id"), ({"text": "", "raw_content": prose},)), NamedColumns()
    )
    assert (named.text, named.id, named.source) == ("raw_content", "id", "")


def test_the_column_of_the_articles_is_one_that_most_rows_have() -> None:
    rows = (
        {"body": CLEAN_TEXT, "text": "Photo: ferry"},
        *({"body": CLEAN_TEXT, "text": ""},) * 2,
        {"text": None},
    )
    assert choose(Sample(("text", "body"), rows), NamedColumns()).text == "body"
    both = ({"body": "In short", "text": CLEAN_TEXT},) * 3 + ({"body": "In short", "text": ""},)
    assert choose(Sample(("body", "text"), both), NamedColumns()).text == "text"
    few = ({"id": "1", "text": CLEAN_TEXT}, {"id": "2"}, {"id": "3"})
    assert choose(Sample(("id", "text"), few), NamedColumns()).text == "text"


def test_counts_stay_small() -> None:
    whole = CorpusTally()
    for number in range(MAX_SOURCES * 2):
        part = CorpusTally(rows=1, sources={f"s{number}": SourceTally(1, 10, 1)}, errors={f"e{number}": 1})
        whole.add(part)
    assert whole.rows == MAX_SOURCES * 2
    assert len(whole.sources) == MAX_SOURCES + 1
    assert sum(source.rows for source in whole.sources.values()) == MAX_SOURCES * 2
    assert sum(whole.errors.values()) == MAX_SOURCES * 2
    assert len(whole.errors) < 100


def test_an_example_of_the_summary_keeps_its_spaces(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Police shut the the bridge on Monday."}\n', "utf-8")
    assert main(["corpus", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out")]) == FOUND
    assert "Police shut **the the** bridge on Monday." in (tmp_path / "out/summary.md").read_text("utf-8")


@pytest.mark.parametrize("length", [3_000, 300_000])
def test_parquet_is_read_in_small_batches_that_do_not_depend_on_the_start(
    tmp_path: Path, length: int
) -> None:
    texts = [f"{number} ".ljust(length, "x") for number in range(250_000 * 4 // length + 1)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "news.parquet", row_group_size=len(texts) // 2 + 1)
    file = open_parquet(str(tmp_path / "news.parquet"), "news", NamedColumns("text"))
    batches = [batch for batch, _ in file.batches(0, 0)]
    assert all(batch.rows == 1 or batch.size < 2 * BATCH_BYTES for batch in batches)
    assert sum(batch.rows for batch in batches) == len(texts)
    for number, batch in enumerate(batches[:-1]):
        again = [later.end for later, _ in file.batches(batch.end, batch.first_row + batch.rows)]
        assert again == [later.end for later in batches[number + 1 :]]
