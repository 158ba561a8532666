"""The benchmarks against peers, as far as they need no peer: what is read, counted, judged and written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from speed import contestants, invented_news, invented_rules, memory, meter, news, sheet, tools
from speed.meter import Cost, ToolFailed

from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import registry, selection

ROOT = Path(__file__).parents[1]
OUTPUTS = {
    "newslint": "00001.txt:3:14: double-word [*] repeated word “the”\n",
    "typos": "00001.txt:21:280: error: `Handel` should be `Handle`\n",
    "codespell": "00001.txt:35: covert ==> convert, cover\n",
    "proselint": '00001.txt:15:26: typography.symbols.curly_quotes: Use curly quotes “”, not "".\n',
    "write-good": '00001.txt:11:7:"is engaged" may be passive voice\n',
    "vale": "00001.txt:7:95:write-good.E-Prime:Avoid using “was”\n",
    "harper": "00001.txt:13:1: Readability::LongSentences: This sentence is 41 words long.\n",
}


@pytest.mark.parametrize("tool", OUTPUTS)
def test_findings_of_every_tool_are_counted(tool: str) -> None:
    output = f"Note: 00001.txt is read\n{OUTPUTS[tool] * 2}\n2 findings in 1 file\n"
    assert meter.count_findings(output) == 2


def test_a_cost_is_that_of_all_processes(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    script = (
        "import subprocess, sys; kept = bytearray(60_000_000); print('a.txt:1: found');"
        f"subprocess.run([sys.executable, '-c', {busy!r}])"
    )
    cost = meter.run([sys.executable, "-c", script], tmp_path)
    assert cost.cpu >= 0.3
    assert cost.wall >= 0.3
    assert 60 <= cost.peak < 120
    assert cost.findings == 1


def test_the_memory_of_the_one_who_measures_is_not_measured(tmp_path: Path) -> None:
    kept = bytearray(80_000_000)
    assert meter.run([sys.executable, "-c", "pass"], tmp_path).peak < len(kept) / 1e6


def test_a_tool_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(ToolFailed, match="exited with 7: no such option"):
        meter.run([sys.executable, "-c", "import os; os.write(2, b'no such option'); exit(7)"], tmp_path)
    meter.run([sys.executable, "-c", "exit(7)"], tmp_path, fine=(0, 7))
    with pytest.raises(ToolFailed, match="nowhere exited with 127: No such file"):
        meter.run(["nowhere"], tmp_path, fine=(0, 1, 2))


def test_the_memory_of_a_tree_is_added_up(tmp_path: Path) -> None:
    hold = "import time; kept = bytearray(40_000_000); time.sleep(1)"
    start = f"subprocess.Popen([sys.executable, '-c', {hold!r}])"
    script = f"import subprocess, sys; other = {start}; {hold}; other.wait()"
    peak = memory.watch([sys.executable, "-c", script], tmp_path, (0,))
    assert peak.processes == 2
    assert 80 <= peak.own <= peak.together < 160


def test_medians_are_taken_of_each_figure() -> None:
    costs = [Cost(1, 9, 5, 3), Cost(2, 8, 7, 3), Cost(90, 1, 6, 3)]
    assert meter.median(costs) == Cost(2, 8, 6, 3)


def test_starting_is_taken_off_where_a_tool_reads_a_part() -> None:
    ours = contestants.Figures(10, Cost(5.2, 6), Cost(0.3, 1), Cost(0.2, 1))
    slow = contestants.Figures(0.1, Cost(5.5, 6), Cost(1, 1), Cost(0.5, 1))
    assert slow.times(ours, everything=False) == pytest.approx(100)
    assert contestants.Figures(10, Cost(2.6, 3), Cost(0, 0), Cost(0, 0)).times(ours, everything=True) == 0.5


def test_what_finds_nothing_has_failed(tmp_path: Path) -> None:
    files = {what: ["a.txt"] for what in (contestants.NEWS, contestants.SMALL, contestants.TINY)}
    command = [sys.executable, "-c", "pass"]
    reader = contestants.Reader("silent", 1.0, everything=True, command=command, files=files, folder=tmp_path)
    reader.measure()
    assert reader.figures is None
    assert "found nothing" in reader.failure


def test_what_is_missing_or_of_another_version_raises(tmp_path: Path) -> None:
    with pytest.raises(ToolFailed, match=r"not installed: run python tools/benchmarks/peers\.py setup"):
        tools.TYPOS.home_in(tmp_path)
    home = tmp_path / "typos"
    home.mkdir()
    (home / tools.INSTALLED).write_text("0.1")
    with pytest.raises(ToolFailed, match=r"0\.1 is installed"):
        tools.TYPOS.home_in(tmp_path)
    (home / tools.INSTALLED).write_text(tools.TYPOS.version)
    assert tools.TYPOS.command_in(tools.TYPOS.home_in(tmp_path))[0] == f"{home}/bin/typos"


def test_aims_are_met_missed_or_not_measured() -> None:
    assert sheet.Aim("speed", 8, 8.1, " MB/s").row == ("speed", "at least 8.00 MB/s", "8.10 MB/s", "met")
    assert sheet.Aim("speed", 8, 7.9).verdict == "**missed**"
    assert sheet.Aim("memory", 200, 199, at_most=True).verdict == "met"
    assert sheet.Aim("memory", 200, 201, at_most=True).verdict == "**missed**"
    assert sheet.Aim("losses", 0, 0, at_most=True).row == ("losses", "at most 0", "0", "met")
    assert sheet.Aim("memory", 200, None).row[2:] == ("–", "**not measured**")


def test_a_page_holds_aims_and_tables() -> None:
    chapter = sheet.Chapter("Two", sheet.table(("a", "b"), [("x|y", "1")]), (sheet.Aim("speed", 8, 9),))
    text = sheet.page("# Speed", [chapter])
    assert text.startswith("# Speed\n\n## The aims\n\n| aim |")
    assert "| speed | at least 8.00 | 9.00 | met |" in text
    assert text.endswith("## Two\n\n| a | b |\n| --- | ---: |\n| x\\|y | 1 |\n")


@pytest.mark.parametrize(
    ("value", "shown"), [(1234.5, "1,234"), (99.94, "99.9"), (9.876, "9.88"), (0.0123, "0.012")]
)
def test_figures_have_three_digits(value: float, shown: str) -> None:
    assert sheet.figure(value) == shown


def test_news_are_shared_out(tmp_path: Path) -> None:
    names = news.write_files(["é" * 500] * 40, tmp_path, 0.02)
    assert len(names) == 20
    assert news.megabytes(tmp_path, names) == 0.02
    assert news.first(tmp_path, names, 0.0055) == names[:6]
    assert news.write_lines(["one", "two"], tmp_path / "a.jsonl", 0.001) > 2
    assert {json.loads(line)["text"] for line in (tmp_path / "a.jsonl").open()} == {"one", "two"}


def test_the_small_article_is_of_seven_kilobytes_and_has_damage() -> None:
    text = news.small_article(ROOT / "seeds")
    assert 0.95 * news.SMALL < len(text.encode()) <= news.SMALL + 1
    assert Linter(selection.select()).check(Source(text, "small.txt")).diagnostics


def test_invented_articles_are_all_different(tmp_path: Path) -> None:
    path = tmp_path / "crawl.jsonl"
    written = invented_news.write_lines(path, 2.5)
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    assert 2.5e6 <= path.stat().st_size < 5e6
    assert len(set(texts)) == len(texts) == written
    assert all(invented_news.LONG <= len(text) < invented_news.LONG + 400 for text in texts)


def test_invented_rules_are_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    invented_rules.write_package(tmp_path, 30)
    monkeypatch.syspath_prepend(tmp_path)
    registry._packages.cache_clear()
    try:
        names = [name for name in selection.third_party() if name.startswith("invented/")]
        assert len(names) == 30
        phrase = selection.load("invented/rule-0").phrases[0].wrong
        report = Linter(selection.select(names)).check(Source(f"They {phrase} now.", "a.txt"))
        assert report.error is None
        assert "invented/rule-0" in {diagnostic.rule for diagnostic in report.diagnostics}
    finally:
        registry._packages.cache_clear()


def test_rules_are_invented_the_same_way_each_time() -> None:
    rules = [invented_rules.rule(number) for number in range(600)]
    assert rules == [invented_rules.rule(number) for number in range(600)]
    assert len({text for _, text in rules}) == 600
