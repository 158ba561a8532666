"""Damage made on purpose: it is where the answers say, the same for the same seed, and judged rightly."""

import json
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from newslint.cli import newslint
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.corruption.floor import BadFloor, Floor
from newslint.testing.corruption.inject import Injector
from newslint.testing.corruption.kind import DamagedArticle
from newslint.testing.corruption.kinds import UnknownKind, choose, own_kinds
from newslint.testing.corruption.phrases import BadDamageTable, kinds
from newslint.testing.corruption.score import Score

SEEDS = Path(__file__).parents[1] / "seeds"
FLOOR = Path(__file__).with_name("floor.json")
FILES = sorted(SEEDS.glob("*.fixed.txt"))
TEXTS = {file.name.removesuffix(".fixed.txt"): file.read_text("utf-8") for file in FILES}
OF_THE_ARTICLE = {
    "spun-article",
    "translated-article",
    "scraped-article",
    "spun-word",
    "spun-collocation",
    "false-friend",
}
"""Rules that weigh the signs of a whole article, or wait for it; no single place is their damage."""
CLEAN = (
    "Ferry returns to the harbor\n\nThe ferry came back on Monday. “We are glad,” the mayor said. The town"
    " had waited for three years.\n\nNobody knows what it cost, but residents said the wait was long.\n\n"
    "The company has 12,500 workers and owes $38 million to its banks.\n\nThe mayor left early."
)


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def run(*args):
    return CliRunner().invoke(newslint, [str(arg) for arg in args], standalone_mode=False)


def test_kinds_name_rules_that_exist():
    assert [
        kind.name for kind in own_kinds().values() if not set(kind.rules) & set(selection.built_in())
    ] == []


def test_every_default_rule_has_damage_to_find():
    claimed = {rule for kind in own_kinds().values() for rule in kind.rules}
    assert set(selection.defaults()) - claimed <= OF_THE_ARTICLE


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_putting_back_what_was_gives_the_clean_text(text):
    for seed in range(6):
        damaged = Injector(choose(), seed, 4).damage(text)
        back = damaged.text
        for answer in reversed(damaged.answers):
            assert answer.span.of(damaged.text) != answer.was
            back = back[: answer.span.start] + answer.was + back[answer.span.end :]
        assert back == text


def test_the_same_seed_makes_the_same_damage():
    one, same, other = (Injector(choose(), seed, 3).damage(CLEAN).text for seed in (1, 1, 2))
    assert one == same != other


def test_damaged_places_keep_apart():
    text = "\n\n".join(f"The ferry number {n} came back to the town and its people." for n in range(30))
    lines = [answer.line for answer in Injector(choose(), 5, 6).damage(text).answers]
    assert len(lines) > 3
    assert all(b - a > 4 for a, b in pairwise(lines))


def test_words_in_speech_are_let_be():
    speech = DamagedArticle(
        "“The ferry of the town is in the bay,” she said.\n\n“The mayor of the town,” he said."
    )
    wounds = list(own_kinds()["article-said-twice"].places(speech, Random(1)))  # noqa: S311
    assert not wounds


def test_kinds_come_alike():
    injector = Injector(choose(["doubled-stop", "advert", "word-said-twice"]), 3, 1)
    for _ in range(9):
        injector.damage(CLEAN)
    assert set(injector.done.values()) == {3}


def test_inject_and_bench(articles, tmp_path):
    made = run("inject", articles, "--out", tmp_path / "out", "--variants", 12, "--seed", 4)
    assert made.exit_code == 0
    judged = run("bench", tmp_path / "out", "--output-format", "json", "--floor", FLOOR)
    assert "worse than the floor" not in judged.output, judged.stderr
    assert judged.return_value == 0, judged.output
    record = json.loads(judged.stdout)
    assert record["sure"]["recall"] >= 0.9
    assert record["all"]["recall"] >= 0.85
    assert record["harm"] == []


def test_the_floor_tells_what_got_worse(articles, tmp_path):
    run("inject", articles, "--out", tmp_path / "out", "--kinds", "doubled-stop,advert")
    assert run("bench", tmp_path / "out", "--write-floor", tmp_path / "floor.json").return_value == 0
    judged = run("bench", tmp_path / "out", "--select", "double-comma", "--floor", tmp_path / "floor.json")
    assert judged.return_value == 1
    assert "recall of doubled-stop: 0.000, was 1.000" in judged.stderr


def test_missed_damage_is_shown(articles, tmp_path):
    run("inject", articles, "--out", tmp_path / "out", "--kinds", "doubled-stop")
    judged = run("bench", tmp_path / "out", "--select", "double-comma", "--missed")
    assert "doubled-stop: " in judged.stderr


def test_harm_is_told_of():
    score = Score(Linter(selection.select()))
    score.add(
        "a.txt",
        CLEAN.replace("the mayor said", "the the mayor said"),
        CLEAN.replace("the mayor", "the the mayor"),
        [],
    )
    assert [harm.path for harm in score.harm] == ["a.txt"]


def test_own_swaps(articles, tmp_path):
    table = tmp_path / "own.toml"
    table.write_text('[own-damage]\nrules = ["double-word"]\nsure = true\nswaps = [["the", "the the"]]\n')
    run("inject", articles, "--out", tmp_path / "out", "--swaps", table, "--kinds", "own-damage")
    record = json.loads(run("bench", tmp_path / "out", "--output-format", "json").stdout)
    assert record["kinds"]["own-damage"]["recall"] == 1.0


@pytest.mark.parametrize(
    "text", ["nothing", "[own]\nswaps = [['a', 'b']]\n", "[own]\nrules = ['a']\nswaps = [['a']]\n"]
)
def test_a_bad_table_is_named(tmp_path, text):
    file = tmp_path / "own.toml"
    file.write_text(text)
    with pytest.raises(BadDamageTable, match=r"own\.toml"):
        kinds(file)


def test_unknown_kinds_have_near_ones_named():
    with pytest.raises(UnknownKind, match="did you mean “doubled-stop”"):
        choose(["doubled-stops"])


def test_a_bad_floor_is_named(tmp_path):
    file = tmp_path / "floor.json"
    file.write_text("{}")
    with pytest.raises(BadFloor, match="write-floor"):
        Floor.read(file)


def test_nothing_is_overwritten(articles, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    assert "is not empty" in str(run("inject", articles, "--out", tmp_path / "out").exception)


def test_other_formats_are_told_of(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text("<p>The ferry came back.</p>")
    made = run("inject", tmp_path / "in", "--out", tmp_path / "out")
    assert "skipped: not plain text" in made.stderr
    assert "no plain text article has a place" in str(made.exception)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "no answers.jsonl there"),
        ('{"file":1}\n', "answers.jsonl"),
        (
            '{"file":"../a","kind":"k","rules":[],"start":0,"end":1,"was":"","line":0,"sure":true,"exact":true}\n',
            "outside",
        ),
        (
            '{"file":"a","kind":"k","rules":[],"start":0,"end":1,"was":"","line":0,"sure":true,"exact":true}\n',
            "cannot be read",
        ),
    ],
)
def test_answers_that_do_not_fit_are_told_of(tmp_path, line, said):
    if line:
        (tmp_path / "answers.jsonl").write_text(line)
    assert said in str(run("bench", tmp_path).exception)


def test_kinds_are_listed(tmp_path):
    assert "doubled-stop" in run("inject", tmp_path, "--out", tmp_path / "x", "--list-kinds").output
