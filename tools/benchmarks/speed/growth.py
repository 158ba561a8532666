"""The cost of few rules, all rules, and ten times as many."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from newslint.rules import selection
from speed import meter, news, ours
from speed.invented_rules import PACKAGE, refers_back, write_package
from speed.meter import Cost
from speed.sheet import Aim, Chapter, figure, table

SIZES = (10, 60, 600)
GROWTH = 2.0
"""The aim: the maximum ratio of CPU time for 600 rules to that for 60."""


def measure(corpora: Path, seeds: Path, megabytes: float, rounds: int) -> Chapter:
    """Run the sets of rules in turn on the same news."""
    with tempfile.TemporaryDirectory() as place:
        folder, site = Path(place, "news"), Path(place, "site")
        folder.mkdir()
        names = news.write_files(news.texts(corpora), folder, megabytes)
        size = news.megabytes(folder, names)
        (folder / "small.txt").write_text(news.small_article(seeds), encoding="utf-8")
        rules = {count: _rules(count) for count in SIZES}
        plain = [name for name in rules[max(SIZES)] if name not in _references()]
        rules[len(plain)] = plain
        write_package(site, max(SIZES))
        commands = {count: _command(count, chosen, Path(place), site) for count, chosen in rules.items()}
        runs: dict[int, tuple[list[Cost], list[Cost]]] = {count: ([], []) for count in rules}
        fine = (0, ours.FOUND)
        for command in commands.values():
            meter.run([*command, *names], folder, fine)  # fills the cache
        for number in range(rounds):
            print(f"  round {number + 1} of {rounds}", file=sys.stderr, flush=True)
            for count, command in commands.items():
                runs[count][0].append(meter.run([*command, *names], folder, fine))
                runs[count][1].append(meter.run([*command, "small.txt"], folder, fine))
    medians = {count: tuple(map(meter.median, costs)) for count, costs in runs.items()}
    return _chapter(medians, size, rounds)


def _rules(count: int) -> list[str]:
    """Newslint's default rules, completed by invented ones."""
    own = sorted(active.info.name for active in selection.select())
    if count < len(own):
        return random.Random(4).sample(own, count)  # noqa: S311
    return own + [f"{PACKAGE}/rule-{number}" for number in range(count - len(own))]


def _references() -> frozenset[str]:
    """The invented rules with back references."""
    return frozenset(f"{PACKAGE}/rule-{number}" for number in range(max(SIZES)) if refers_back(number))


def _command(count: int, rules: list[str], place: Path, site: Path) -> list[str]:
    file = place / f"{count}.toml"
    file.write_text(f"select = {rules!r}\n")
    return ["env", f"PYTHONPATH={site}", *ours.check("-j1", "--config", str(file))]


def _chapter(medians: dict[int, tuple[Cost, ...]], size: float, rounds: int) -> Chapter:
    ten, sixty, many = (medians[count][0] for count in SIZES)
    own = len(selection.select())
    without = min(count for count in medians if count > SIZES[1])
    plain = medians[without][0]
    text = f"""\
{SIZES[0]} of newslint's {own} default rules; all of them and invented ones, up to {SIZES[1]}; and up to
{SIZES[2]}. The invented rules are an installed package: tables of phrases, expressions with words in them,
and expressions of character classes only (6 : 3 : 1), made from frequent words of news, so that
some of them fire. {size:.1f} MB of the same news, one core, {rounds} rounds in turn, medians.

{
        table(
            ("rules", "CPU s", "MB/s a core", "findings", "peak MB", "one 7 KB file, CPU ms"),
            [
                (
                    str(count),
                    figure(whole.cpu),
                    figure(size / whole.cpu),
                    f"{whole.findings:,}",
                    figure(whole.peak),
                    figure(small.cpu * 1000),
                )
                for count, (whole, small) in sorted(medians.items())
            ],
        )
    }

From {SIZES[0]} to {SIZES[1]} rules: {figure(sixty.cpu / ten.cpu)} times the CPU;
from {SIZES[1]} to {SIZES[2]}: {figure(many.cpu / sixty.cpu)} times. {SIZES[2] - without} of the {
        SIZES[2]
    } refer
back to earlier text (“a long word, a comma, the same word”), which no automaton can search for; without
them it is {figure(plain.cpu / sixty.cpu)} times.
"""
    aim = Aim(
        f"from {SIZES[1]} to {SIZES[2]} rules, times the CPU", GROWTH, many.cpu / sixty.cpu, at_most=True
    )
    return Chapter("More rules", text, (aim,))
