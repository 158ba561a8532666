"""Lines that a site repeats: found in its archive, kept in a table, found by a rule."""

import pytest
from click.testing import CliRunner

from newslint.cli import newslint
from newslint.config.line_tables import read_lines
from newslint.core.errors import ConfigError
from newslint.learning.boilerplate import EdgeLines
from newslint.text.page_lines import normalise

LEAST = 5


def story(number):
    body = [f"The ferry of line {'abcdefghij'[number]} came back with {number} boats {n}." for n in range(6)]
    body += [
        "Weather report follows." if number % 2 else f"Nothing more is known of boat {'xyzuvwrstq'[number]}."
    ]
    return "\n\n".join(
        ["By our own reporters", *body, "A day in the town ended.", f"Harbor Post, page {number + 1} of 40"]
    )


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    for number in range(8):
        (tmp_path / "site" / f"{number}.txt").write_text(story(number) + "\n", "utf-8")
    return tmp_path


def learn(*args, said=""):
    return CliRunner().invoke(
        newslint, ["learn", "boilerplate", "site", *map(str, args)], input=said, standalone_mode=False
    )


def test_lines_that_recur_are_shown_with_counts_and_examples(archive):
    told = learn("--list")
    assert "8 articles, 3 recurring lines" in told.output
    assert (
        "Harbor Post, page # of #\n  tail; in 8 articles (100%): site/0.txt, site/1.txt, site/2.txt"
        in told.output
    )
    assert "By our own reporters\n  head;" in told.output
    assert "Weather" not in told.output
    assert not (archive / "newslint-lines.tsv").exists()


def test_only_what_a_person_takes_is_written(archive):
    learn(said="yny")
    lines = read_lines(archive / "newslint-lines.tsv")
    assert len(lines) == 2


def test_nothing_is_written_before_the_end_of_the_questions(archive):
    learn(said="q")
    assert not (archive / "newslint-lines.tsv").exists()


def test_all_the_rest_may_be_taken_at_once(archive):
    learn(said="na")
    assert len(read_lines(archive / "newslint-lines.tsv")) == 2


def test_learned_lines_are_found_from_then_on(archive):
    learn("--yes")
    assert "0 new lines" in learn("--yes").output
    (archive / "newslint.toml").write_text('line-tables = ["newslint-lines.tsv"]\n')
    (archive / "new.txt").write_text(story(9).replace("page 10", "page 112"), "utf-8")
    told = CliRunner().invoke(newslint, ["check", "new.txt"])
    assert told.output.count("own-line") == 3
    CliRunner().invoke(newslint, ["fix", "new.txt", "--unsafe-fixes"])
    assert "Harbor Post" not in (archive / "new.txt").read_text()


def test_short_articles_have_no_ends():
    recurring = EdgeLines()
    for n in range(9):
        recurring.add(str(n), ["Same line."] * 8)
    assert recurring.articles == 0


def test_what_stands_in_the_middle_too_may_stand_anywhere():
    recurring = EdgeLines()
    for n in range(9):
        recurring.add(str(n), [*(f"Line {'abcdefghij'[k]}{n}x" for k in range(9)), "More on this"])
        recurring.add(str(n), [*(f"Row {'abcdefghij'[k]}{n}x" for k in range(4)), "More on this", *"abcdefg"])
    found = {line.text: line.place for line in recurring.lines(LEAST, 0.1)}
    assert found["More on this"] == "any"


def test_numbers_and_spaces_do_not_count():
    assert normalise(" Page 17 \n of 200") == "Page # of #"


@pytest.mark.parametrize("row", ["foot\tA line", "head", "head\t "])
def test_a_bad_row_is_named(tmp_path, row):
    file = tmp_path / "lines.tsv"
    file.write_text(f"## ours\nhead\tGood\n{row}\n")
    with pytest.raises(ConfigError, match="line 3: write head, tail or any"):
        read_lines(file)


def test_a_missing_table_is_named(archive):
    (archive / "newslint.toml").write_text('line-tables = ["gone.tsv"]\n')
    told = CliRunner().invoke(newslint, ["check", "site"], standalone_mode=False)
    assert "gone.tsv" in str(told.exception)
